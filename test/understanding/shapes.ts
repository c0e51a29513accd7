import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { isHeldOut } from './invent';
import { proseShapes, type Told } from './shapes/prose';
import { type Made, tableShapes } from './shapes/tables';
import { thingsOf } from './shapes/things';
import type { Invented, Truth } from './truth';
import { encode } from './write/encode';
import { type File, type Layout, layouts } from './write/layouts';

/** A plan of a shape that the seventh bank of strangers taught, and the ways it may be written in. */
export type Shaped = { shape: string; truth: Truth; files: Record<string, () => File> };

const shapes = { ...tableShapes, ...proseShapes };
export const shapeNames = Object.keys(shapes) as (keyof typeof shapes)[];

/** The same for the same shape and seed; every third seed is held out, with titles that appear nowhere else. */
export function inventShape(shape: keyof typeof shapes, seed: number): Shaped {
	const things = thingsOf(seed * shapeNames.length + shapeNames.indexOf(shape), isHeldOut(seed));
	const { title, lines } = titleBlock(things.random.pick(blocks), things.year);
	const made: Made | Told = shapes[shape](things);
	const period = { from: `${things.year}-09-01`, to: `${things.year + 1}-08-31` };
	const truth = { title, period, stages: made.stages ?? [], activities: made.activities };
	const plan: Invented = {
		seed,
		before: [...('above' in made ? (made.above ?? []) : []), ...lines, ...('lines' in made ? ['', ...made.lines] : [])],
		columns: 'columns' in made ? made.columns : [],
		head: 'head' in made ? made.head : [],
		rows: 'rows' in made ? made.rows : [],
		after: [],
		truth,
		traits: [shape]
	};
	const ways = 'lines' in made ? proseWays : tableWays;
	return {
		shape,
		truth,
		files: Object.fromEntries(Object.entries(ways).map(([name, write]) => [name, () => write(plan)]))
	};
}

/** What stands above the plan, in forms of which none begins like another. */
type Block = (years: string, year: number) => { title: string; lines: string[] };
const blocks: Block[] = [
	(years) => oneLine(`План наставничества на ${years} учебный год`),
	(years) => ({
		title: `ДОРОЖНАЯ КАРТА наставничества на ${years} учебный год`,
		lines: ['ДОРОЖНАЯ КАРТА', 'наставничества', `на ${years} учебный год`]
	}),
	(years) => ({
		title: `Дорожная карта внедрения наставничества на ${years} уч. год`,
		lines: [`Приложение 1. Дорожная карта внедрения наставничества на ${years} уч. год`]
	}),
	(_, year) => ({
		title: 'План-сетка наставника',
		lines: ['План-сетка наставника', `01.09.${year} – 31.08.${year + 1}`]
	}),
	(_, year) => ({
		title: 'ПЛАН работы с молодыми педагогами',
		lines: ['П Л А Н', 'работы с молодыми педагогами', `(сентябрь ${year} – август ${year + 1})`]
	}),
	(years) => ({
		title: `«Плечо друга» план наставничества на ${years} учебный год`,
		lines: ['МБОУ «Средняя школа № 12»', '«Плечо друга»', `план наставничества на ${years} учебный год`]
	})
];
const oneLine = (title: string) => ({ title, lines: [title] });
const titleBlock = (block: Block, year: number) => block(`${year}-${year + 1}`, year);

const tableWays: Record<string, Layout> = layouts;

const text = 'word/document.xml';
/** Ways without a table: a text in two encodings, a page, a document of paragraphs. */
const paragraphs = ({ before }: Invented) => before.filter((text) => text !== '');
const proseWays: Record<string, Layout> = {
	text: (plan) => ({ name: 'plan.txt', bytes: encode(plan.before.join('\n'), 'utf-8') }),
	'text, windows-1251': (plan) => ({ name: 'plan.txt', bytes: encode(plan.before.join('\r\n'), 'windows-1251') }),
	page: (plan) => ({
		name: 'plan.html',
		bytes: encode(
			`<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${paragraphs(plan)
				.map((text) => `<p>${text}</p>`)
				.join('\n')}</body></html>`,
			'utf-8'
		)
	}),
	docx: (plan) => {
		const { name, bytes } = layouts.docx({ ...plan, before: paragraphs(plan), head: ['-'], columns: ['mark'] });
		const parts = unzipSync(bytes);
		const body = strFromU8(parts[text] ?? new Uint8Array()).replace(/<w:tbl>.*<\/w:tbl>/s, '');
		return { name, bytes: zipSync({ ...parts, [text]: strToU8(body) }) };
	}
};

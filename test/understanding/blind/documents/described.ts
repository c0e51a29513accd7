import type { CapabilityCode } from '../../../../src/modules/roadmap/rules/capabilities';
import type { Period } from '../../../../src/modules/roadmap/rules/understanding';
import type { DocumentRow, Invented } from '../../truth';
import { encode } from '../../write/encode';
import { type File, layouts } from '../../write/layouts';
import { type Reading, readingsOf } from '../deadlines';
import { peopleOf, type Somebody } from '../responsibles';

/**
 * A whole document and, apart from it, what a person reads in it.
 * body: paragraphs; a table between [[ and ]], its head first: cells parted by «|», ⏎ a new line in a cell, ^ merged with
 * the cell above, «= …» across the table, --- a new page. truth: title (several lines are right alike), period,
 * «# number | title» a stage, «* title | deadline | responsible | results | codes» an activity; « // » parts right readings.
 */
export type Described = {
	name: string;
	format: keyof typeof layouts | 'as it is' | 'tables of a page';
	body: string;
	truth: string;
};

export type HandActivity = {
	titles: string[];
	stage: number | null;
	deadlines: Reading[];
	people: Somebody[][];
	results: string[][];
	does: CapabilityCode[];
};
export type HandTruth = { titles: string[]; period: Period | null; stages: string[]; activities: HandActivity[] };

export function truthOf({ truth }: Described): HandTruth {
	const read: HandTruth = { titles: [], period: null, stages: [], activities: [] };
	for (const line of truth.trim().split('\n')) {
		const [, mark, words = ''] = /^(title:|period:|#|\*) (.*)$/.exec(line) ?? [];
		if (mark === 'title:') read.titles.push(words);
		else if (mark === 'period:')
			read.period = words === 'none' ? null : (readingsOf(`windows ${words}`)[0]?.windows[0] ?? null);
		else if (mark === '#') read.stages.push(words.split(' | ').at(-1) as string);
		else if (mark === '*') read.activities.push(activityOf(words, read.stages.length));
		else throw new Error(`What is this line of a truth: ${line}`);
	}
	return read;
}

function activityOf(words: string, stages: number): HandActivity {
	const [title = '', deadline = '', people = '', results = '', does = ''] = words
		.split(/ \|(?= |$)/)
		.map((part) => part.trim());
	return {
		titles: title.split(' // '),
		stage: stages ? stages - 1 : null,
		deadlines: readingsOf(deadline || 'none'),
		people: peopleOf(people),
		results: results.split(' // ').map((one) => (one ? one.split(' + ') : [])),
		does: does.split(' ') as CapabilityCode[]
	};
}

export function fileOf({ format, body }: Described): File {
	if (format === 'as it is') return { name: 'plan.txt', bytes: encode(`${body.trim()}\n`, 'utf-8') };
	if (format === 'tables of a page') return { name: 'plan.html', bytes: encode(pageOf(body.trim()), 'utf-8') };
	return layouts[format](planOf(body.trim()));
}

/** As the writers of invented roadmaps want it; they look at nothing but the words and the rows. */
function planOf(body: string): Invented {
	const [before = '', table = '', after = ''] = body.split(/^(?:\[\[|\]\])$/m).map((part) => part.trim());
	const [head, ...rows] = rowsOf(table);
	const lines = (text: string) => (text ? text.split('\n') : []);
	const truth = { title: '', period: null, stages: [], activities: [] };
	const columns = (head?.cells ?? []).map(() => 'activity' as const);
	return {
		seed: 0,
		before: lines(before),
		columns,
		head: head?.cells ?? [],
		rows,
		after: lines(after),
		truth,
		traits: []
	};
}

function rowsOf(table: string): DocumentRow[] {
	const rows: DocumentRow[] = [];
	let afterBreak = false;
	for (const line of table.split('\n')) {
		if (line !== '---') rows.push({ ...rowOf(line), ...(afterBreak && { afterBreak }) });
		afterBreak = line === '---';
	}
	return rows;
}

function rowOf(line: string): DocumentRow {
	if (line.startsWith('= ')) return { cells: [line.slice(2)], across: true };
	const cells = line.split('|').map((cell) => cell.trim().replaceAll('⏎', '\n'));
	const asAbove = new Set(cells.flatMap((cell, column) => (cell === '^' ? [column] : [])));
	return { cells: cells.map((cell) => (cell === '^' ? '' : cell)), ...(asAbove.size > 0 && { asAbove }) };
}

/** A page saved from a site, as many tables as the body has. */
function pageOf(body: string): string {
	const parts = body.split(/^(?:\[\[|\]\])$/m).map((part, at) => {
		if (at % 2 === 0)
			return part
				.trim()
				.split('\n')
				.map((line) => `<p>${line}</p>`)
				.join('\n');
		const rows = rowsOf(part.trim()).map(({ cells, across }) =>
			across
				? `<tr><td colspan="9"><b>${cells[0]}</b></td></tr>`
				: `<tr>${cells.map((cell) => `<td>${cell.split('\n').join('<br>')}</td>`).join('')}</tr>`
		);
		return `<table border="1"><tbody>${rows.join('\n')}</tbody></table>`;
	});
	return `<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Наставничество</title></head><body>
<nav><ul><li><a href="/">Главная</a></li><li><a href="/news">Новости</a></li><li><a href="/sveden">Сведения об организации</a></li></ul></nav>
<main>${parts.join('\n')}</main><footer>Разработка сайта: студия «Клён». Все права защищены</footer></body></html>`;
}

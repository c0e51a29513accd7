import { strToU8 } from 'fflate';
import { invent } from '../invent';
import { rowsByTabs } from '../write/text';
import { docxWith, type HostileFile, head, headCells, row } from './make';

const plan = invent(4);
const activities = plan.truth.activities.length;
const written = rowsByTabs(plan);

/** Texts in doubtful encodings, and words chosen to keep a reader busy. */
export function* texts(): Generator<HostileFile> {
	yield {
		what: 'UTF-16 without a mark',
		name: 'wide.txt',
		bytes: new Uint8Array(Buffer.from(written, 'utf16le')),
		ends: activities
	};
	yield { what: 'UTF-8 with broken letters in it', name: 'broken.txt', bytes: withBrokenLetters(), ends: activities };
	yield {
		what: 'byte order marks in the middle',
		name: 'marks.txt',
		bytes: strToU8(`\ufeff${written.replaceAll('\t', '\t\ufeff')}`),
		ends: activities
	};
	yield {
		what: 'nulls between the letters',
		name: 'nulls.txt',
		bytes: strToU8(written.replaceAll(' ', '\0')),
		ends: 'either'
	};
	yield {
		what: 'UTF-7',
		name: 'seven.txt',
		bytes: strToU8('+BB8EOwQwBD0- +BCAEMAQxBD4EQgRL-\t+BBw-\t+BCE-\n'.repeat(50)),
		ends: 'either'
	};
	yield {
		what: 'a million combining marks',
		name: 'marks.docx',
		bytes: docxWith(`<w:p><w:r><w:t>а${'\u0301'.repeat(1_000_000)}</w:t></w:r></w:p>`),
		ends: 'either'
	};
	yield {
		what: 'a million combining marks in cells',
		name: 'accents.txt',
		bytes: strToU8(
			`${headCells.join('\t')}\n${Array.from({ length: 100 }, (_, at) => `${at + 1}\tОпрос а${'\u0301'.repeat(10_000)}\tмай\tкуратор`).join('\n')}`
		),
		ends: 'either'
	};
	yield {
		what: 'one line of 15 MB',
		name: 'line.txt',
		bytes: strToU8('провести опрос, '.repeat(550_000)),
		ends: 'sentence'
	};
	yield {
		what: 'one line of 20 MB by semicolons',
		name: 'line.csv',
		bytes: strToU8('опрос;'.repeat(1_800_000)),
		ends: 'sentence'
	};
	yield {
		what: 'brackets and quotes without end',
		name: 'quotes.csv',
		bytes: strToU8(`Мероприятие;Срок;Ответственный\n${'"((«'.repeat(500_000)}`),
		ends: 'sentence'
	};
	yield {
		what: 'a quote nobody closes over 100,000 lines',
		name: 'open.csv',
		bytes: strToU8(`Мероприятие;Срок;Ответственный\n"${'опрос;май;куратор\n'.repeat(100_000)}`),
		ends: 'sentence'
	};
	for (const [what, unit] of Object.entries(busy))
		yield {
			what: `cells of 100 KB of ${what}`,
			name: 'busy.docx',
			bytes: docxWith(
				`<w:tbl>${head}${[1, 2, 3].map((column) => row('1', ...[1, 2, 3].map((at) => (at === column ? `${unit.repeat(100_000 / unit.length)}х` : 'сентябрь, куратор')))).join('')}</w:tbl><w:p><w:r><w:t>${unit.repeat(100_000 / unit.length)}</w:t></w:r></w:p>`
			),
			ends: 'either'
		};
}

/** What expressions that look for ends, lists, names and dates go over again and again. */
const busy = {
	spaces: ' ',
	dots: '.',
	dashes: '- ',
	'long dashes': '–',
	semicolons: ';',
	underscores: '_',
	brackets: '(',
	'closing brackets': ')',
	bullets: '• а ',
	numbers: '1) а ',
	commas: 'и,',
	initials: 'А.',
	names: 'Иванов И.И. ',
	posts: 'заместитель ',
	'Latin letters': 'xA',
	'mixed letters': 'аb',
	months: 'май, ',
	dates: '01.01.2025 ',
	rhythms: 'не реже 1 раза в ',
	slashes: 'а/',
	'soft hyphens': '\u00ad',
	'stages in a row': 'Этап 1. Задача этапа '
};

/** Bytes that are no letters in UTF-8, here and there between whole words. */
function withBrokenLetters() {
	const bytes = strToU8(written);
	const spaces = [...bytes.keys()].filter((at) => bytes[at] === 32);
	for (let index = 5; index < spaces.length; index += 40) bytes[spaces[index] as number] = 0xff;
	return bytes;
}

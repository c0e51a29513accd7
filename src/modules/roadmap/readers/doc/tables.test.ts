import { expect, test } from 'vitest';
import { cellText, plainLine } from '../../engine/grid';
import { FlowBuilder } from '../flow';
import { Changes } from './changes';
import { paragraphFormat } from './format';
import { Styles } from './styles';
import { OldTables } from './tables';
import { Window } from './window';

const bytes = (...values: number[]) => new Window(Uint8Array.from(values));
const word = (value: number) => [value & 255, (value >> 8) & 255];
const plain = { under: false, joinedLeft: false };

/** Three cells of 1000 marks each, the second joined to the first, the third under the cell above. */
const definition = [
	...word(0xd608),
	...word(1 + 1 + 8 + 60),
	3,
	...[0, 1000, 2000, 3000].flatMap(word),
	...[0x01, 0x02, 0x20].flatMap((flags) => [flags, ...Array.from({ length: 19 }, () => 0)])
];

test('the end of a row tells its borders and merged cells, also when it keeps them in another stream', () => {
	const long = [...word(definition.length), ...definition];
	const changes = new Changes(bytes(9, 9, ...long));
	const list = bytes(...word(0x2416), 1, ...word(0x2417), 1, ...word(0x6646), 2, 0, 0, 0);
	const format = paragraphFormat({ to: 0, style: null, changes: list }, new Styles(null, changes), changes);
	expect(format).toMatchObject({ depth: 1, endsRow: true });
	expect(format.cells).toEqual([
		{ from: 0, to: 1000, under: false, joinedLeft: false },
		{ from: 1000, to: 2000, under: false, joinedLeft: true },
		{ from: 2000, to: 3000, under: true, joinedLeft: false }
	]);
});

test('cells joined to their left neighbour are one cell, and nothing written in them is lost', () => {
	const flow = new FlowBuilder();
	const tables = new OldTables(flow);
	const row = (texts: string[], joined: boolean) => {
		for (const text of texts) tables.add(1, { lines: [plainLine(text)], newPage: false }, 'cell', []);
		const cells = texts.map((_, at) => ({
			...plain,
			from: at * 1000,
			to: at * 1000 + 1000,
			joinedLeft: joined && at === 1
		}));
		tables.add(1, { lines: [], newPage: false }, 'row', cells);
	};
	row(['Мероприятие', 'Срок', 'Ответственный'], false);
	row(['Опрос учителей', 'май', 'завуч'], false);
	row(['Педсовет', 'о парах', 'директор'], true);
	tables.end();
	const [table] = flow.blocks;
	expect(table?.kind === 'table' && table.rows[2]?.cells.map((cell) => [cellText(cell), cell.merged])).toEqual([
		['Педсовет о парах', null],
		['', 'left'],
		['директор', null]
	]);
});

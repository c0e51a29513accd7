import { findHead, roleOfHead } from './columns';
import { namesTerm } from './deadlines/term';
import { startsDeed } from './deeds';
import { type Cell, cellText, filled, type Grid, makeTable, plainLine, type Row, type Table } from './grid';
import { isSomebody, saysTime } from './lone-cells/traits';
import { hasName } from './people-names';
import { saidIn } from './prose/words';
import { namesStage } from './stages';

const rowsSearched = 10;

/**
 * Tables whose columns are no kinds of things but months or stages, with what is done in them written below, and tables that lie on
 * their side (a column for each stage, «Сроки» and «Ответственные» in the first cell of a row), as tables of a row a deed.
 */
export function withDeedColumns(grid: Grid): Grid {
	let changed = false;
	const blocks = grid.blocks.map((block) => {
		if (block.kind !== 'table' || block.width > widest || block.rows.length > longest) return block;
		const unrolled = amidLines(block, turned) ?? deedsUnder(block);
		changed ||= unrolled !== undefined;
		return unrolled ?? block;
	});
	return changed ? { ...grid, blocks } : grid;
}
const [widest, longest, longestHead] = [40, 400, 45];

/** In a sheet the lines above and below stand in the same table: they stay where they are. */
function amidLines(table: Table, change: (own: Table) => Table | undefined): Table | undefined {
	const holdsMore = (row: Row) => filled(row).length > 1;
	const first = table.rows.findIndex(holdsMore);
	const last = table.rows.findLastIndex(holdsMore);
	if (first < 0) return undefined;
	const changed = change({ ...table, rows: table.rows.slice(first, last + 1) });
	return changed && makeTable([...table.rows.slice(0, first), ...changed.rows, ...table.rows.slice(last + 1)]);
}

/** Columns and rows change places where only so a head can be told. */
function turned(table: Table): Table | undefined {
	if (
		table.width < 3 ||
		table.rows.length > widest ||
		table.rows.some((row) => row.cells.some(({ span, merged }) => span > 1 || merged))
	)
		return undefined;
	const heads = table.rows.map((row) => cellText(row.cells[0]));
	if (heads.some((text) => text.length > longestHead)) return undefined;
	const roles = heads.map(roleOfHead);
	const told = new Set(roles);
	const named = roles.filter((role) => role !== null);
	if (named.length < table.rows.length * 0.6 || new Set(named).size < named.length) return undefined;
	if (!(told.has('activity') || told.has('content')) || !(told.has('deadline') || told.has('responsible')))
		return undefined;
	const rows = Array.from(
		{ length: table.width },
		(_, column): Row => ({
			afterBreak: false,
			cells: table.rows.map((row) => row.cells[column] as Cell)
		})
	);
	const [corner] = rows[0]?.cells ?? [];
	if (corner && cellText(corner) === '')
		rows[0]?.cells.splice(0, 1, { ...corner, lines: [plainLine('Этап')], place: { ...corner.place, row: 0 } });
	const sideways = makeTable(rows);
	const head = findHead(sideways);
	return head?.first === 0 && head.columns.includes('activity') ? sideways : undefined;
}

/** What the heads of the columns are; beside people and stages the terms may stand in the first column. */
type Heads = { at: number; columns: number[]; are: 'terms' | 'stages' | 'people' };

function headsOf(table: Table): Heads | undefined {
	const begins = Math.max(
		0,
		table.rows.findIndex((row) => filled(row).length > 1)
	);
	for (const [at, row] of table.rows.slice(0, rowsSearched).entries()) {
		const cells = filled(row).filter(({ cell }) => cell.span === 1);
		const terms = cells.filter(({ text }) => namesTerm(text)).map(({ column }) => column);
		if (terms.length >= 3 && isRun(terms)) return { at, columns: terms, are: 'terms' };
		const stages = cells.filter(({ text }) => namesStage(text)).map(({ column }) => column);
		if (stages.length >= 2 && stages.length >= cells.length - 1 && isRun(stages))
			return { at, columns: stages, are: 'stages' };
		if (at >= begins + rowsOfPeople) continue;
		const people = cells.filter(({ text }) => isSomebody(text)).map(({ column }) => column);
		if (people.length >= 2 && people.length >= cells.length - 1 && isRun(people))
			return { at, columns: people, are: 'people' };
	}
	return undefined;
}
const rowsOfPeople = 3;
const isRun = (columns: readonly number[]) => (columns.at(-1) ?? 0) - (columns[0] ?? 0) === columns.length - 1;

function deedsUnder(table: Table): Table | undefined {
	const heads = headsOf(table);
	if (!heads) return undefined;
	const { at, columns, are } = heads;
	const head = table.rows[at] as Row;
	if (head.cells.some((cell) => ['activity', 'content'].includes(roleOfHead(cellText(cell)) ?? ''))) return undefined;
	const below = table.rows.slice(at + 1).filter((row) => filled(row).length > 0);
	const texts = below
		.flatMap((row) => columns.map((column) => cellText(row.cells[column])))
		.filter((text) => text !== '');
	if (texts.length < 3 || texts.filter(isDeed).length < texts.length * 0.7) return undefined;
	if (are === 'people' && texts.filter(startsDeed).length < texts.length * 0.6) return undefined;
	const before =
		(columns[0] ?? 0) > 0 && below.some((row) => hasWords(row.cells[(columns[0] ?? 0) - 1]))
			? (columns[0] ?? 0) - 1
			: -1;
	const after = head.cells.findIndex(
		(cell, column) => !columns.includes(column) && roleOfHead(cellText(cell)) === 'responsible'
	);
	const rows: Row[] = [];
	const deeds = (row: Row, column: number) => {
		const [named, side] = [head.cells[column] as Cell, before < 0 ? undefined : row.cells[before]];
		const about = {
			stage: are === 'stages' ? named : are === 'terms' || !isTerm(side) ? side : undefined,
			when: are === 'terms' ? named : isTerm(side) ? side : undefined,
			who: are === 'people' ? named : after < 0 ? undefined : row.cells[after]
		};
		for (const deed of deedsIn(row.cells[column])) rows.push(rowOf(deed, about));
	};
	if (before >= 0 && are !== 'stages') for (const row of below) for (const column of columns) deeds(row, column);
	else for (const column of columns) for (const row of below) deeds(row, column);
	const titles = ['Этап', 'Мероприятие', 'Срок', 'Ответственный'].map(
		(text, column): Cell => ({ lines: [plainLine(text)], place: { row: 0, column: column + 1 }, span: 1, merged: null })
	);
	return makeTable([...table.rows.slice(0, at), { afterBreak: false, cells: titles }, ...rows]);
}

const isTerm = (cell: Cell | undefined) => cell !== undefined && namesTerm(cellText(cell));

type About = { stage: Cell | undefined; when: Cell | undefined; who: Cell | undefined };

/** A stage that says its months in brackets says them of what is done in it. */
function rowOf(deed: Cell, { stage, when, who }: About): Row {
	const empty: Cell = { ...deed, lines: [] };
	const said = stage && !when ? saidIn(cellText(stage), 'nobody').deadline : '';
	const dated = said ? { ...(stage as Cell), lines: [plainLine(said)] } : empty;
	return { afterBreak: false, begins: true, cells: [stage ?? empty, deed, when ?? dated, who ?? empty] };
}

/** Lines that each begin anew are things of their own. */
function deedsIn(cell: Cell | undefined): Cell[] {
	if (!cell || cellText(cell) === '') return [];
	const anew =
		cell.lines.length > 1 && cell.lines.every(({ text, marker }) => marker === null && /^[«"]?[А-ЯЁ]/.test(text));
	return anew ? cell.lines.map((line) => ({ ...cell, lines: [line] })) : [cell];
}

const hasWords = (cell: Cell | undefined) => /[а-яё]{3}/i.test(cellText(cell));
const isDeed = (text: string) =>
	/[а-яё]{4}/i.test(text) && text.length > 5 && !saysTime(text) && !(hasName(text) && text.length < 40);

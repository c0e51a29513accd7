import { type Columns, findHead, type Head, roleOfHead } from './columns';
import { namesTerm } from './deadlines/term';
import { cellText, filled, type Grid, type Table } from './grid';
import { columnsByContent, tellsDeeds } from './headless';
import { namesColumns } from './heads-of-others';
import { ofThePlan } from './other-tables';
import { hasName } from './people-names';

/** A table of the plan: where its head is (none when it goes on from the table before) and what its columns hold. */
export type PlanTable = { table: Table; at: number; columns: Columns; head: Head | null };

/** The tables that are the plan, in their order. A table without a head goes on with one of the same width. */
export function findPlanTables(grid: Grid): PlanTable[] {
	const tables = grid.blocks.flatMap((block, at) =>
		block.kind === 'table' ? [{ table: block, at, head: findHead(block) }] : []
	);
	const told = tables.filter(
		({ head, table }) =>
			head &&
			isPlan(head.columns) &&
			!(head.perhaps && !tellsDeeds(head.columns, { ...table, rows: table.rows.slice(head.last + 1) }))
	);
	const withDates = told.filter(({ head }) =>
		head?.columns.some((role) => role === 'deadline' || role === 'responsible')
	);
	const best = ofThePlan(grid, withDates.length ? withDates : told);
	if (best.length === 0) return byContent(tables);

	const chosen = new Set(best.map(({ at }) => at));
	const plan: PlanTable[] = [];
	for (const { table, at, head } of tables) {
		const last = plan.at(-1);
		if (head && chosen.has(at)) plan.push({ table, at, head, columns: head.columns });
		else if (!head && last && last.table.width === table.width && goesOn(grid, last.at, at) && !isOther(table))
			plan.push({ table, at, head: null, columns: last.columns });
	}
	return plan;
}

const isPlan = (columns: Columns) =>
	columns.includes('activity') &&
	columns.some(
		(role) =>
			role === 'deadline' ||
			role === 'responsible' ||
			role === 'results' ||
			role === 'number' ||
			role === 'stage' ||
			role === 'other'
	);

/** Only a line or two (a page number, a stage's heading) may stand between the parts of one table. */
const goesOn = (grid: Grid, from: number, to: number) =>
	grid.blocks.slice(from + 1, to).every((block) => block.kind === 'paragraph') && to - from <= 4;

/** Its first row names columns, though not those of a plan: «Показатель | Факт | Источник данных». */
const isOther = ({ rows: [first] }: Table) => first !== undefined && namesColumns(first.cells.map(cellText));

/** Every cell of the first row is a word or two: no number, no term, nobody, and no two alike. */
function looksLikeHead({ rows, width }: Table) {
	const cells = rows[0] ? filled(rows[0]) : [];
	return (
		cells.length >= Math.max(3, width - 1) &&
		new Set(cells.map(({ text }) => text)).size === cells.length &&
		cells.every(({ text }) => text.length < 60 && !/\d|[.;]$/.test(text) && !hasName(text) && !namesTerm(text))
	);
}

function byContent(tables: { table: Table; at: number }[]): PlanTable[] {
	return tables.flatMap(({ table, at }): PlanTable[] => {
		const below = { ...table, rows: table.rows.slice(1) };
		const named = looksLikeHead(table) ? columnsByContent(below) : undefined;
		if (named) {
			const columns = named.map((role, column) => roleOfHead(cellText(table.rows[0]?.cells[column])) ?? role);
			return [{ table, at, columns, head: { columns, first: 0, last: 0 } }];
		}
		const columns = columnsByContent(table);
		return columns ? [{ table, at, columns, head: null }] : [];
	});
}

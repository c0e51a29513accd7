import { type Columns, findHead, type Head } from './columns';
import type { Grid, Table } from './grid';
import { columnsByContent } from './headless';

/** A table of the plan: where its head is (none when it goes on from the table before) and what its columns hold. */
export type PlanTable = { table: Table; at: number; columns: Columns; head: Head | null };

/** The tables that are the plan, in their order. A table without a head goes on with one of the same width. */
export function findPlanTables(grid: Grid): PlanTable[] {
	const tables = grid.blocks.flatMap((block, at) =>
		block.kind === 'table' ? [{ table: block, at, head: findHead(block) }] : []
	);
	const told = tables.filter(({ head }) => head && isPlan(head.columns));
	const withDates = told.filter(({ head }) =>
		head?.columns.some((role) => role === 'deadline' || role === 'responsible')
	);
	const best = withDates.length ? withDates : told;
	if (best.length === 0) return byContent(tables);

	const chosen = new Set(best.map(({ at }) => at));
	const plan: PlanTable[] = [];
	for (const { table, at, head } of tables) {
		const last = plan.at(-1);
		if (head && chosen.has(at)) plan.push({ table, at, head, columns: head.columns });
		else if (!head && last && last.table.width === table.width && goesOn(grid, last.at, at))
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

function byContent(tables: { table: Table; at: number }[]): PlanTable[] {
	return tables.flatMap(({ table, at }) => {
		const columns = columnsByContent(table);
		return columns ? [{ table, at, columns, head: null }] : [];
	});
}

import type { ActivityField, Piece, Place } from '../rules/understanding';
import type { Role } from './columns';
import { type Cell, cellText, type Grid, type Line, type Paragraph, tidy } from './grid';
import type { ReadRow } from './plan-rows';
import type { Staged } from './plan-stages';
import type { PlanTable } from './plan-tables';
import type { Preamble } from './preamble';
import type { Made } from './understand';

type Laid = {
	grid: Grid;
	tables: readonly PlanTable[];
	rows: readonly ReadRow[];
	staged: Staged;
	made: readonly Made[];
	before: readonly Paragraph[];
	preamble: Preamble;
};
type Use = Piece extends infer P
	? P extends { text: string; place: Place }
		? Omit<P, 'text' | 'place'>
		: never
	: never;

const fieldOf: Partial<Record<Role, ActivityField>> = {
	number: 'number',
	stage: 'stage',
	activity: 'title',
	content: 'title',
	deadline: 'deadline',
	'deadline-end': 'deadline',
	responsible: 'responsible',
	results: 'results'
};

/**
 * Lays out every non-blank cell and paragraph of the source, each with exactly one use. `listed`: the pieces of each
 * activity, its title first.
 */
export function piecesOf({ grid, tables, rows, staged, made, before, preamble }: Laid): {
	pieces: Piece[];
	listed: number[][];
} {
	const uses = new Map<object, Use>();
	for (const [index, paragraph] of before.entries())
		uses.set(paragraph.line, { use: 'header', what: preamble.uses[index] ?? 'note' });
	const activitiesOf = new Map<ReadRow, number[]>();
	made.forEach(({ row }, index) => {
		const known = activitiesOf.get(row);
		if (known) known.push(index);
		else activitiesOf.set(row, [index]);
	});
	for (const row of rows) markRow(row, activitiesOf.get(row) ?? [], uses);
	for (const { cell, stage } of staged.sources) mark(cell, { use: 'stage', stage }, uses);

	const pieces: Piece[] = [];
	const listed: number[][] = made.map(() => []);
	const add = (text: string, place: Place, use: Use) => {
		if (tidy(text) === '' || place.row === 0) return; // a head that the document has not
		if (use.use === 'activity')
			for (const activity of use.activities)
				if (use.field === 'title') listed[activity]?.unshift(pieces.length);
				else listed[activity]?.push(pieces.length);
		pieces.push(pieceOf(tidy(text), place, use));
	};
	const firstPlan = tables[0]?.at ?? grid.blocks.length;
	const planned = new Set<object>(tables.map(({ table }) => table));
	const numbers = new Map<object, number>();
	const laid = new Set<Line>();
	for (const block of grid.blocks) if (block.kind === 'table') numbers.set(block, numbers.size + 1);
	grid.blocks.forEach((block, at) => {
		const elsewhere: Use = { use: 'ignored', reason: at > firstPlan ? 'Текст после плана' : 'Другая таблица' };
		if (block.kind === 'paragraph')
			add(`${block.line.marker ?? ''} ${block.line.text}`, block.place, uses.get(block.line) ?? elsewhere);
		else {
			const isPlan = planned.has(block);
			const table = numbers.get(block) ?? 1;
			for (const row of block.rows)
				for (const cell of row.cells) {
					const [first] = cell.lines;
					if (!first || laid.has(first)) continue; // one that serves several rows is one piece of them all
					laid.add(first);
					const known = cell.lines.map((line) => uses.get(line)).find((use) => use !== undefined);
					add(
						cellText(cell),
						cell.place.table === table ? cell.place : { ...cell.place, table },
						known ??
							(isPlan
								? { use: 'ignored', reason: 'Столбец или строка, которых нет в плане' }
								: { use: 'ignored', reason: 'Другая таблица' })
					);
				}
		}
	});
	for (const { text, place, reason } of grid.asides ?? []) add(text, place, { use: 'ignored', reason });
	return { pieces, listed };
}

/** Written out for the commonest use: of two hundred thousand pieces each field counts. */
const pieceOf = (text: string, place: Place, use: Use): Piece =>
	use.use === 'activity'
		? { text, place, use: 'activity', activities: use.activities, field: use.field }
		: ({ text, place, ...use } as Piece);

function markRow(row: ReadRow, activities: number[], uses: Map<object, Use>) {
	if (row.kind === 'columns') for (const cell of row.sources) mark(cell, { use: 'header', what: 'columns' }, uses);
	else if (row.kind === 'ignored')
		for (const cell of row.sources) mark(cell, { use: 'ignored', reason: row.reason }, uses);
	else if (row.kind === 'goal') for (const cell of row.sources) mark(cell, { use: 'header', what: 'goal' }, uses);
	else if (row.kind === 'activity') {
		for (const [role, part] of Object.entries(row.parts)) {
			const field = fieldOf[role as Role];
			for (const cell of part.sources) {
				if (!field) mark(cell, { use: 'ignored', reason: 'Столбец, который плану не нужен' }, uses);
				else if (activities.length) share(cell, activities, field, uses);
				else mark(cell, { use: 'ignored', reason: 'В строке нет мероприятия' }, uses);
			}
		}
	}
}

/** A merged cell serves several rows: it is one piece of all their activities. */
function share(cell: Cell, activities: number[], field: ActivityField, uses: Map<object, Use>) {
	const known = cell.lines.map((line) => uses.get(line)).find((use) => use?.use === 'activity');
	if (known?.use !== 'activity') mark(cell, { use: 'activity', activities: [...activities], field }, uses);
	else if (known.activities.at(-1) !== activities.at(-1)) known.activities.push(...activities);
}

function mark(cell: Cell, use: Use, uses: Map<object, Use>) {
	for (const line of cell.lines) uses.set(line, use);
}

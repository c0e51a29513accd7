import { type Edition, type EditionRow, stageTitleOf } from './edition';
import { keptOrder, type Placed } from './order';
import { type Pair, pairRows, pairStages } from './pairs';
import { sameList, sameText } from './words';

export type RowField = 'title' | 'lead' | 'deadline' | 'responsible' | 'results';
export type HeadingField = 'title' | 'period' | 'goal';
export type StageField = 'title' | 'goal';

type Words = { was: string; became: string };

/**
 * One thing that differs. `key` names it for a form: it is made of the keys of rows and stages, so it holds while others come and go.
 * `after`: the title of the row (or stage) above, null at the very beginning. What stands in no stage has a stage of null.
 */
export type Change<A extends EditionRow = EditionRow, B extends EditionRow = EditionRow> = { key: string } & (
	| ({ what: 'heading'; field: HeadingField } & Words)
	| { what: 'stage-added'; title: string; after: string | null }
	| { what: 'stage-removed'; title: string }
	| ({ what: 'stage-changed'; title: string; field: StageField } & Words)
	| { what: 'stage-moved'; title: string; after: string | null }
	| { what: 'added'; row: B; stage: string | null; after: string | null }
	| { what: 'removed'; row: A; stage: string | null }
	| ({ what: 'changed'; row: A; into: B; field: RowField; stage: string | null } & Words)
	| { what: 'moved'; row: A; into: B; from: string | null; to: string | null; after: string | null }
);

/** What became of one edition in another: what is told, and which rows and stages (their indexes) are the same on both sides. */
export type Difference<A extends EditionRow = EditionRow, B extends EditionRow = EditionRow> = {
	changes: Change<A, B>[];
	rows: Pair[];
	stages: Pair[];
};

/** The changes of the heading, of stages, of rows in the order of the later edition; what was removed stands where it stood. */
export function differenceOf<A extends EditionRow, B extends EditionRow>(
	was: Edition<A>,
	became: Edition<B>
): Difference<A, B> {
	const rows = pairRows(was, became);
	const stages = pairStages(was, became, rows);
	return {
		changes: [
			...headingChanges(was, became),
			...stageChanges(was, became, stages),
			...rowChanges(was, became, rows, stages)
		],
		rows,
		stages
	};
}

const periodText = ({ period }: Edition) =>
	period ? [period.from, period.to].map((day) => day.split('-').reverse().join('.')).join(' – ') : '';

function headingChanges(was: Edition, became: Edition): Change<never, never>[] {
	const fields = [
		['title', was.title, became.title],
		['period', periodText(was), periodText(became)],
		['goal', was.goal, became.goal]
	] as const;
	return fields.flatMap(([field, before, after]) =>
		sameText(before, after)
			? []
			: [{ key: `heading:${field}`, what: 'heading' as const, field, was: before, became: after }]
	);
}

function stageChanges(was: Edition, became: Edition, pairs: readonly Pair[]): Change<never, never>[] {
	const [left, right] = [new Map(pairs), new Map(pairs.map(([i, j]) => [j, i] as const))];
	const placed = pairs.map(([i, j]) => ({
		was: i,
		became: j,
		name: pairName(was.stages[i]?.title, became.stages[j]?.title)
	}));
	const moved = movedOf(placed);
	const gone = was.stages.flatMap(({ title }, i): Change<never, never>[] =>
		left.has(i) ? [] : [{ key: `-stage:${i}`, what: 'stage-removed', title }]
	);
	return [
		...gone,
		...became.stages.flatMap((stage, j): Change<never, never>[] => {
			const after = became.stages[j - 1]?.title ?? null;
			const i = right.get(j);
			const before = i === undefined ? undefined : was.stages[i];
			if (i === undefined || !before) return [{ key: `+stage:${j}`, what: 'stage-added', title: stage.title, after }];
			const key = `stage:${before.id ?? i}`;
			const { title } = before;
			const fields = (['title', 'goal'] as const).filter((field) => !sameText(before[field], stage[field]));
			return [
				...fields.map((field) => ({
					key: `${key}:${field}`,
					what: 'stage-changed' as const,
					title,
					field,
					was: before[field],
					became: stage[field]
				})),
				...(moved.has(j) ? [{ key: `${key}:place`, what: 'stage-moved' as const, title, after }] : [])
			];
		})
	];
}

/** Fields of a row as text: a list is written as a plan writes it. */
export const fieldText = (row: EditionRow, field: RowField) =>
	field === 'responsible'
		? row.responsible.join(', ')
		: field === 'results'
			? row.results.join('; ')
			: (row[field] ?? '');

const rowFields: readonly RowField[] = ['lead', 'title', 'deadline', 'responsible', 'results'];

const sameField = (a: EditionRow, b: EditionRow, field: RowField) =>
	field === 'responsible' || field === 'results' ? sameList(a[field], b[field]) : sameText(a[field], b[field]);

function rowChanges<A extends EditionRow, B extends EditionRow>(
	was: Edition<A>,
	became: Edition<B>,
	pairs: readonly Pair[],
	stages: readonly Pair[]
): Change<A, B>[] {
	const [left, right] = [new Map(pairs), new Map(pairs.map(([i, j]) => [j, i] as const))];
	const moved = movedRows(was, became, pairs, stages);
	const told: Change<A, B>[] = [];
	let next = 0;
	const tellGone = (until: number) => {
		for (; next < until; next++) {
			const row = was.rows[next];
			if (row && !left.has(next)) {
				told.push({ key: `-${row.key}`, what: 'removed', row, stage: stageTitleOf(was, row) });
			}
		}
	};
	for (const [j, into] of became.rows.entries()) {
		const i = right.get(j);
		const row = i === undefined ? undefined : was.rows[i];
		const [stage, after] = [stageTitleOf(became, into), rowAbove(became, j)];
		if (i === undefined || !row) {
			told.push({ key: `+${into.key}`, what: 'added', row: into, stage, after });
			continue;
		}
		if (!moved.has(j)) tellGone(i);
		for (const field of rowFields.filter((one) => !sameField(row, into, one))) {
			const words = { was: fieldText(row, field), became: fieldText(into, field) };
			told.push({ key: `${row.key}:${field}`, what: 'changed', row, into, field, stage, ...words });
		}
		if (moved.has(j)) {
			told.push({
				key: `${row.key}:place`,
				what: 'moved',
				row,
				into,
				from: stageTitleOf(was, row),
				to: stage,
				after
			});
		}
	}
	tellGone(was.rows.length);
	return told;
}

/** The title of the row above in the same stage. */
function rowAbove({ rows }: Edition, place: number) {
	const above = rows[place - 1];
	return above && above.stage === rows[place]?.stage ? above.title : null;
}

/** Rows that went to another stage, and the fewest that make up the new order within their stage (indexes in the later edition). */
function movedRows(was: Edition, became: Edition, pairs: readonly Pair[], stages: readonly Pair[]) {
	const stageOf = new Map<number | null, number | null>([...stages, [null, null]]);
	const moved = new Set<number>();
	const inStage = new Map<number | null, Placed[]>();
	for (const [i, j] of pairs) {
		const [row, into] = [was.rows[i], became.rows[j]];
		const [from, to] = [row?.stage ?? null, into?.stage ?? null];
		const placed = inStage.get(to) ?? [];
		if (stageOf.get(from) !== to) moved.add(j);
		else
			inStage
				.set(to, placed)
				.get(to)
				?.push({ was: i, became: j, name: pairName(row?.key, into?.key) });
	}
	for (const placed of inStage.values()) for (const j of movedOf(placed)) moved.add(j);
	return moved;
}

/** Indexes in the later edition of those that are out of their order. */
function movedOf(placed: readonly Placed[]) {
	const kept = keptOrder(placed);
	return new Set(placed.filter((one) => !kept.has(one)).map(({ became }) => became));
}

const pairName = (...names: readonly (string | undefined)[]) => names.toSorted().join(' ');

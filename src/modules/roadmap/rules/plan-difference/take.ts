import { type Change, differenceOf, type RowField } from './difference';
import type { Edition, EditionRow, EditionStage } from './edition';

/** A row of what came out: the words it has now, the row it was, and the row it took something from. */
export type TakenRow<A extends EditionRow, B extends EditionRow> = {
	words: EditionRow;
	mine: A | null;
	theirs: B | null;
	/** What was taken over; `added` rows take everything. */
	taken: ReadonlySet<RowField | 'place' | 'added'>;
};

/** `mine`, `theirs`: indexes of the stage in either edition. */
export type TakenStage = { words: EditionStage; mine: number | null; theirs: number | null };

export type Taken<A extends EditionRow = EditionRow, B extends EditionRow = EditionRow> = {
	title: string;
	goal: string;
	period: Edition['period'];
	stages: TakenStage[];
	rows: TakenRow<A, B>[];
	removed: A[];
	/** The changes that were taken over, in their order. */
	changes: Change<A, B>[];
};

/** An edition with some of the changes that lead to another one; all of them give the other, none leave it as it was. */
export function takeChanges<A extends EditionRow, B extends EditionRow>(
	mine: Edition<A>,
	theirs: Edition<B>,
	chosen: (key: string) => boolean
): Taken<A, B> {
	const found = differenceOf(mine, theirs);
	const isTaken = (change: Change) => chosen(change.key);
	const changes = found.changes.filter(isTaken);
	const keys = new Set(changes.map(({ key }) => key));
	const pairOf = new Map(found.rows.map(([i, j]) => [j, i] as const));
	const places = found.changes.filter(isPlace);
	const whole = places.length > 0 && places.every(isTaken);

	const stages = takenStages(mine, theirs, found.stages, keys);
	const stageOfTheirs = (stage: number | null) =>
		stage === null ? null : stages.findIndex((one) => one.theirs === stage);
	const stageOfMine = (stage: number | null) => (stage === null ? null : stages.findIndex((one) => one.mine === stage));

	const partners = new Map(found.rows);
	const rows = mine.rows.flatMap((row, i): TakenRow<A, B>[] => {
		if (keys.has(`-${row.key}`)) return [];
		const j = partners.get(i);
		const other = j === undefined ? null : (theirs.rows[j] ?? null);
		const taken = new Set(([...fields, 'place'] as const).filter((what) => keys.has(`${row.key}:${what}`)));
		return [{ words: wordsOf(row, other, taken, stageOfMine, stageOfTheirs, whole), mine: row, theirs: other, taken }];
	});
	const placed = rows.filter(({ taken }) => !taken.has('place'));
	const byKey = new Map(rows.map((one) => [one.mine?.key, one]));
	const arrivals = theirs.rows.map((row, j): TakenRow<A, B> | undefined => {
		const i = pairOf.get(j);
		if (i !== undefined) return byKey.get(mine.rows[i]?.key);
		if (!keys.has(`+${row.key}`)) return undefined;
		const words = { ...row, stage: stageOfTheirs(row.stage) };
		return { words, mine: null, theirs: row, taken: new Set(['added'] as const) };
	});
	const ordered = inserted(placed, arrivals);
	const used = new Set(ordered.map(({ words }) => words.stage));
	return {
		title: keys.has('heading:title') ? theirs.title : mine.title,
		goal: keys.has('heading:goal') ? theirs.goal : mine.goal,
		period: keys.has('heading:period') ? theirs.period : mine.period,
		...withoutEmpty(stages, inStages(ordered, stages.length), used),
		removed: mine.rows.filter(({ key }) => keys.has(`-${key}`)),
		changes
	};
}

const fields: readonly RowField[] = ['lead', 'title', 'deadline', 'responsible', 'results'];
const isPlace = ({ what }: Change) =>
	what === 'added' || what === 'removed' || what === 'moved' || what === 'stage-moved';

/** Numbers follow the other edition only when everything stands as it does there. */
function wordsOf(
	row: EditionRow,
	other: EditionRow | null,
	taken: ReadonlySet<RowField | 'place'>,
	stageOfMine: (stage: number | null) => number | null,
	stageOfTheirs: (stage: number | null) => number | null,
	whole: boolean
): EditionRow {
	const of = (field: RowField) => (taken.has(field) && other ? other : row);
	return {
		key: row.key,
		id: row.id,
		stage: taken.has('place') && other ? stageOfTheirs(other.stage) : stageOfMine(row.stage),
		number: whole && other ? other.number : row.number,
		lead: of('lead').lead,
		title: of('title').title,
		deadline: of('deadline').deadline,
		responsible: of('responsible').responsible,
		results: of('results').results
	};
}

/** Stages of both, each of theirs after the one it follows there; the other's order when a stage was moved. */
function takenStages(
	mine: Edition,
	theirs: Edition,
	pairs: readonly (readonly [number, number])[],
	keys: ReadonlySet<string>
) {
	const theirsOf = new Map(pairs);
	const all = mine.stages.map((stage, i): TakenStage => {
		const j = theirsOf.get(i) ?? null;
		const other = j === null ? undefined : theirs.stages[j];
		const key = `stage:${stage.id ?? i}`;
		const words = {
			...stage,
			title: other && keys.has(`${key}:title`) ? other.title : stage.title,
			goal: other && keys.has(`${key}:goal`) ? other.goal : stage.goal
		};
		return { words, mine: i, theirs: j };
	});
	const moves = (one: TakenStage) =>
		one.mine !== null && keys.has(`stage:${mine.stages[one.mine]?.id ?? one.mine}:place`);
	const list = all.filter((one) => !moves(one));
	for (const [j, stage] of theirs.stages.entries()) {
		const known = all.find((one) => one.theirs === j);
		if (known && list.includes(known)) continue;
		const above = list.findLastIndex((one) => one.theirs !== null && one.theirs < j && isNearest(list, one, j));
		list.splice(above + 1, 0, known ?? { words: stage, mine: null, theirs: j });
	}
	return list;
}

/** Of the stages that stand before in the other edition, the last. */
const isNearest = (list: readonly TakenStage[], one: TakenStage, j: number) =>
	list.every(({ theirs }) => theirs === null || theirs >= j || theirs <= (one.theirs ?? -1));

/** Puts what comes or moves after the nearest row that stands above it in the other edition, in the same stage when there is one. */
function inserted<A extends EditionRow, B extends EditionRow>(
	placed: readonly TakenRow<A, B>[],
	arrivals: readonly (TakenRow<A, B> | undefined)[]
) {
	const list = [...placed];
	const standing = new Set(list);
	for (const [j, row] of arrivals.entries()) {
		if (!row || standing.has(row)) continue;
		const above = arrivals
			.slice(0, j)
			.findLast((one) => one && standing.has(one) && one.words.stage === row.words.stage);
		const at = above ? list.indexOf(above) + 1 : list.findIndex(({ words }) => words.stage === row.words.stage);
		list.splice(at < 0 ? list.length : at, 0, row);
		standing.add(row);
	}
	return list;
}

/** Rows in the order of their stages, within a stage as they stand. */
function inStages<A extends EditionRow, B extends EditionRow>(rows: readonly TakenRow<A, B>[], count: number) {
	const groups: TakenRow<A, B>[][] = Array.from({ length: count + 1 }, () => []);
	for (const row of rows) groups[(row.words.stage ?? -1) + 1]?.push(row);
	return groups.flat();
}

/** A stage that nothing stands in is no stage of the plan. */
function withoutEmpty<A extends EditionRow, B extends EditionRow>(
	stages: readonly TakenStage[],
	rows: readonly TakenRow<A, B>[],
	used: ReadonlySet<number | null>
) {
	const places = new Map<number, number>();
	const kept = stages.filter((_, at) => used.has(at) && places.set(at, places.size));
	const renumbered = rows.map((row) => ({
		...row,
		words: { ...row.words, stage: row.words.stage === null ? null : (places.get(row.words.stage) ?? null) }
	}));
	return { stages: kept, rows: renumbered };
}

/** What came out, as an edition of its own. */
export const asEdition = ({ title, goal, period, stages, rows }: Taken): Edition => ({
	title,
	goal,
	period,
	stages: stages.map(({ words }) => words),
	rows: rows.map(({ words }) => words)
});

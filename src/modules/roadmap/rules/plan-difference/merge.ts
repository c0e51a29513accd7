import { type Change, differenceOf } from './difference';
import type { Edition, EditionRow } from './edition';
import { sameText } from './words';

/** What the other side did where this side did something else; `mine`: what was done here. */
export type Conflict<R extends EditionRow, B extends EditionRow> = { theirs: Change<R, B>; mine: Change<R> };

/** `base`: what both began with. Keys of both lists are those of `base` (and of `theirs`, for what was added there). */
export type Merge<R extends EditionRow = EditionRow, B extends EditionRow = EditionRow> = {
	proposed: Change<R, B>[];
	conflicts: Conflict<R, B>[];
};

/**
 * A copy and its pattern, both gone on from one edition: what the pattern proposes anew, and where both said something of the same
 * thing. What both did alike is neither.
 */
export function mergeOf<R extends EditionRow, B extends EditionRow>(
	base: Edition<R>,
	mine: Edition,
	theirs: Edition<B>
): Merge<R, B> {
	const [here, there] = [differenceOf(base, mine).changes, differenceOf(base, theirs).changes];
	const ours = new Map(here.map((change) => [subjectOf(change), change]));
	const touched = Map.groupBy(here, rowOf);
	const merge: Merge<R, B> = { proposed: [], conflicts: [] };
	for (const theirs of there) {
		const other = ours.get(subjectOf(theirs)) ?? clash(theirs, touched);
		if (!other) merge.proposed.push(theirs);
		else if (!alike(theirs, other)) merge.conflicts.push({ theirs, mine: other });
	}
	const added = mergeAdded(here, merge.proposed);
	return {
		proposed: merge.proposed.filter((change) => !added.has(change)),
		conflicts: [...merge.conflicts, ...clashes(added)]
	};
}

/** What a change is about: an addition stands for itself. */
const subjectOf = ({ key, what }: Change) => (what === 'added' || what === 'stage-added' ? Symbol(key) : key);

const rowOf = (change: Change) =>
	change.what === 'removed' || change.what === 'changed' || change.what === 'moved' ? change.row.key : null;

/** Removed on one side, changed on the other. */
function clash<R extends EditionRow>(
	change: Change,
	touched: ReadonlyMap<string | null, Change<R>[]>
): Change<R> | undefined {
	const row = rowOf(change);
	const others = row === null ? [] : (touched.get(row) ?? []);
	if (change.what === 'removed') return others[0];
	return others.find(({ what }) => what === 'removed');
}

const alike = (a: Change, b: Change) => {
	if (a.what !== b.what) return false;
	if ('became' in a && 'became' in b) return sameText(a.became, b.became);
	if (a.what === 'moved' && b.what === 'moved') return sameText(a.to, b.to) && sameText(a.after, b.after);
	return true;
};

/** Rows added on both sides that are one: `null` when they say the same, the change here when they do not. */
function mergeAdded<R extends EditionRow, B extends EditionRow>(
	here: readonly Change<R>[],
	there: readonly Change<R, B>[]
) {
	const alone = (changes: readonly Change[]): Edition => ({
		title: '',
		goal: '',
		period: null,
		stages: [],
		rows: changes.flatMap((change) => (change.what === 'added' ? [{ ...change.row, id: null, stage: null }] : []))
	});
	const [ours, theirs] = [here, there].map((changes) => changes.filter(({ what }) => what === 'added')) as [
		Change<R>[],
		Change<R, B>[]
	];
	const { rows, changes } = differenceOf(alone(ours), alone(theirs));
	const differ = new Set(changes.flatMap((change) => (change.what === 'changed' ? [change.row.key] : [])));
	const known = new Map<Change<R, B>, Change<R> | null>();
	for (const [i, j] of rows) {
		const [mine, other] = [ours[i], theirs[j]];
		if (mine?.what === 'added' && other) known.set(other, differ.has(mine.row.key) ? mine : null);
	}
	return known;
}

const clashes = <R extends EditionRow, B extends EditionRow>(added: ReadonlyMap<Change<R, B>, Change<R> | null>) =>
	[...added].flatMap(([theirs, mine]): Conflict<R, B>[] => (mine ? [{ theirs, mine }] : []));

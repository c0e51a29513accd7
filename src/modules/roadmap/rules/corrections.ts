import type { CapabilityCode } from './capabilities';
import type { Draft, DraftActivity, DraftStage, RowDoubt } from './draft';
import type { Deadline, Period, Responsible } from './understanding';

// Each correction is pure: the draft as it is and the version it will get in, the corrected draft out.

/** What a person may say about a row; the words are already understood. */
export type RowValues = {
	title: string;
	stage: string | null;
	deadline: Deadline;
	responsible: Responsible[];
	results: string[];
	capability: CapabilityCode | null;
	/** What is not clear in the new words; the old doubts are over once somebody has looked and saved. */
	doubts: RowDoubt[];
};

type Field = RowDoubt['field'];

/** Rows in the order of their stages; within a stage as they stood. */
function inOrder(draft: Draft): Draft {
	const place = new Map<string | null, number>(draft.stages.map(({ key }, index) => [key, index]));
	const at = ({ stage }: DraftActivity) => place.get(stage) ?? -1;
	return { ...draft, activities: draft.activities.toSorted((a, b) => at(a) - at(b)) };
}

const changeRows = (
	draft: Draft,
	keys: readonly string[],
	version: number,
	change: (row: DraftActivity) => Partial<DraftActivity>
): Draft => ({
	...draft,
	activities: draft.activities.map((row) =>
		keys.includes(row.key) ? { ...row, ...change(row), changed: version } : row
	)
});

const without = (doubts: DraftActivity['doubts'], fields: readonly Field[]) =>
	doubts.filter(({ field }) => !fields.includes(field));

export function editRow(draft: Draft, key: string, values: RowValues, version: number): Draft {
	const edited = changeRows(draft, [key], version, (row) => ({
		...values,
		responsibleText: values.responsible.map(({ text }) => text).join(', ') || null,
		resultText: values.results.join('; ') || null,
		capabilityBecause: values.capability === row.capability ? row.capabilityBecause : null
	}));
	return inOrder(edited);
}

/** A row of one's own; it stands after `after`, or at the end of its stage. */
export function addRow(draft: Draft, values: RowValues, after: string | null, version: number): Draft {
	const row: DraftActivity = {
		...values,
		key: `a${draft.nextKey}`,
		number: null,
		lead: null,
		responsibleText: values.responsible.map(({ text }) => text).join(', ') || null,
		resultText: values.results.join('; ') || null,
		capabilityBecause: null,
		coverage: null,
		norm: null,
		pieces: [],
		changed: version,
		removed: false
	};
	const index = draft.activities.findIndex(({ key }) => key === after);
	const activities = index < 0 ? [...draft.activities, row] : draft.activities.toSpliced(index + 1, 0, row);
	return inOrder({ ...draft, activities, nextKey: draft.nextKey + 1 });
}

export const removeRows = (draft: Draft, keys: readonly string[], version: number) =>
	changeRows(draft, keys, version, () => ({ removed: true }));

/** One answer of «чем выполняется» for several rows. */
export const setCapability = (draft: Draft, keys: readonly string[], capability: CapabilityCode, version: number) =>
	changeRows(draft, keys, version, ({ doubts }) => ({
		capability,
		capabilityBecause: null,
		doubts: without(doubts, ['capability'])
	}));

export const putBackRows = (draft: Draft, keys: readonly string[], version: number) =>
	changeRows(draft, keys, version, () => ({ removed: false }));

export const moveRows = (draft: Draft, keys: readonly string[], stage: string | null, version: number) =>
	inOrder(changeRows(draft, keys, version, ({ doubts }) => ({ stage, doubts: without(doubts, ['stage']) })));

/** One answer for every row that names nobody. */
export const entrustAll = (draft: Draft, responsible: Responsible, version: number) =>
	changeRows(
		draft,
		draft.activities.filter((row) => row.responsible.length === 0).map(({ key }) => key),
		version,
		({ doubts }) => ({
			responsible: [responsible],
			responsibleText: responsible.text,
			doubts: without(doubts, ['responsible'])
		})
	);

/** One row becomes as many as there are titles; deadline, responsible and results are the same for all. */
export function splitRow(draft: Draft, key: string, titles: readonly string[], version: number): Draft {
	const index = draft.activities.findIndex((row) => row.key === key);
	const row = draft.activities[index];
	if (!row) return draft;
	const parts = titles.map((title, part) => ({
		...row,
		title,
		key: part === 0 ? row.key : `a${draft.nextKey + part - 1}`,
		doubts: without(row.doubts, ['title', 'capability']),
		changed: version
	}));
	return {
		...draft,
		activities: draft.activities.toSpliced(index, 1, ...parts),
		nextKey: draft.nextKey + parts.length - 1
	};
}

/** The kept row above in the same stage; undefined for the first one. */
export function rowAbove(draft: Draft, key: string) {
	const row = draft.activities.find((one) => one.key === key);
	const beside = draft.activities.filter((one) => one.key === key || (!one.removed && one.stage === row?.stage));
	return beside[beside.findIndex((one) => one.key === key) - 1];
}

const union = <T>(a: readonly T[], b: readonly T[], same: (one: T) => unknown) => [
	...a,
	...b.filter((one) => !a.some((other) => same(other) === same(one)))
];

/** Titles are joined, responsible and results gathered; the deadline is the first that is written. */
function joined(into: DraftActivity, row: DraftActivity): DraftActivity {
	const responsible = union(into.responsible, row.responsible, ({ text }) => text);
	const results = union(into.results, row.results, (text) => text);
	return {
		...into,
		title: `${into.title} ${row.title}`,
		deadline: into.deadline.kind === 'none' ? row.deadline : into.deadline,
		responsible,
		responsibleText: responsible.map(({ text }) => text).join(', ') || null,
		results,
		resultText: results.join('; ') || null,
		capability: into.capability ?? row.capability,
		pieces: union(into.pieces, row.pieces, (piece) => piece)
	};
}

/** Rows become one, standing where the first stood. The others are no longer among the rows, so undoing is the way back. */
export function mergeRows(draft: Draft, keys: readonly string[], version: number): Draft {
	const [first, ...rest] = draft.activities.filter(({ key }) => keys.includes(key));
	if (!first || rest.length === 0) return draft;
	const merged = rest.reduce(joined, first);
	const gone = new Set(rest.map(({ key }) => key));
	return {
		...draft,
		activities: draft.activities
			.filter(({ key }) => !gone.has(key))
			.map((row) =>
				row.key === first.key ? { ...merged, doubts: without(first.doubts, ['title']), changed: version } : row
			)
	};
}

export const editHeading = (
	draft: Draft,
	heading: { title: string; period: Period | null; goal: string | null },
	version: number
): Draft => ({ ...draft, ...heading, headingChanged: version });

export const editStage = (
	draft: Draft,
	key: string,
	values: Pick<DraftStage, 'number' | 'title' | 'goal'>,
	version: number
): Draft => ({
	...draft,
	stages: draft.stages.map((stage) => (stage.key === key ? { ...stage, ...values, changed: version } : stage))
});

/** A new stage begins with a row: this row and those after it in its stage belong to it from now on. */
export function beginStage(draft: Draft, row: string, title: string, version: number): Draft {
	const begun = draft.activities.find(({ key }) => key === row);
	if (!begun) return draft;
	const stage: DraftStage = { key: `s${draft.nextKey}`, number: null, title, goal: null, changed: version };
	const index = draft.stages.findIndex(({ key }) => key === begun.stage);
	const beside = draft.activities.filter(({ stage: of }) => of === begun.stage);
	const keys = beside.slice(beside.indexOf(begun)).map(({ key }) => key);
	const stages = draft.stages.toSpliced(index + 1, 0, stage);
	return moveRows({ ...draft, stages, nextKey: draft.nextKey + 1 }, keys, stage.key, version);
}

/** The rows among which the border above a stage may be moved: those of the stage before and its own. */
export function rowsAtBorder(draft: Draft, stage: string) {
	const index = draft.stages.findIndex(({ key }) => key === stage);
	const before = draft.stages[index - 1]?.key ?? null;
	return draft.activities.filter((row) => row.stage === before || row.stage === stage);
}

/** Moves the border above a stage so that it begins with `row`; earlier rows go to the stage before, if there is one. */
export function beginStageWith(draft: Draft, stage: string, row: string, version: number): Draft {
	const around = rowsAtBorder(draft, stage).map(({ key }) => key);
	const from = around.indexOf(row);
	if (from < 0) return draft;
	const before = draft.stages[draft.stages.findIndex(({ key }) => key === stage) - 1]?.key ?? null;
	const moved = around.filter((key, index) => {
		const now = draft.activities.find((one) => one.key === key)?.stage;
		return now !== (index < from ? before : stage);
	});
	const up = moved.filter((key) => around.indexOf(key) < from);
	const down = moved.filter((key) => around.indexOf(key) >= from);
	return moveRows(moveRows(draft, up, before, version), down, stage, version);
}

/** The stage goes, its rows stay: they join the stage before (the one after, when it was the first). */
export function removeStage(draft: Draft, key: string, version: number): Draft {
	const index = draft.stages.findIndex((stage) => stage.key === key);
	const heir = draft.stages[index - 1] ?? draft.stages[index + 1];
	const keys = draft.activities.filter(({ stage }) => stage === key).map((row) => row.key);
	const stages = draft.stages.filter((stage) => stage.key !== key);
	return moveRows({ ...draft, stages }, keys, heir?.key ?? null, version);
}

export const decidePeople = (draft: Draft, people: Record<string, string>): Draft => ({
	...draft,
	people: { ...draft.people, ...people }
});

/** Whether a person would see no difference; versions and texts put together from lists tell nothing. */
export function saysTheSame(before: Draft, after: Draft): boolean {
	const unseen = ['changed', 'headingChanged', 'nextKey', 'responsibleText', 'resultText', 'capabilityBecause'];
	const seen = (draft: Draft) => JSON.stringify(draft, (key, value) => (unseen.includes(key) ? undefined : value));
	return seen(before) === seen(after);
}

/**
 * The draft as it stood before a correction. What thereby changes counts as changed now: a form opened in between must
 * notice. Keys given out since are not given out again.
 */
export function takenBack(before: Draft, current: Draft, version: number): Draft {
	const touched = <T extends { key: string; changed: number }>(was: readonly T[], is: readonly T[]) =>
		was.map((one) => {
			const now = is.find(({ key }) => key === one.key);
			return JSON.stringify(one) === JSON.stringify(now) ? one : { ...one, changed: version };
		});
	return {
		...before,
		stages: touched(before.stages, current.stages),
		activities: touched(before.activities, current.activities),
		headingChanged: before.headingChanged === current.headingChanged ? before.headingChanged : version,
		nextKey: current.nextKey
	};
}

/** Where to look after a correction: the first row that it changed and left in the plan, or the stage; '' for the heading. */
export function firstChanged({ activities, stages, headingChanged }: Draft, version: number): string {
	const of = (all: readonly { key: string; changed: number; removed?: boolean }[]) =>
		all.find(({ changed, removed }) => changed === version && !removed)?.key;
	return headingChanged === version ? '' : (of(activities) ?? of(stages) ?? '');
}

/** A stage with its activities in their order; `stage` null: those outside of stages. */
export type Group = { stage: string | null; activities: readonly string[] };

export const steps = ['up', 'down'] as const;
export type Step = (typeof steps)[number];

/** Where an activity is to go: one place up or down (over the border of its stage too), before another one, or last in a stage. */
export type Goal = { step: Step } | { before: string } | { stage: string | null };

type Row = { id: string; stageId: string | null; position: number };
type Stage = { id: string; position: number };

/** The plan as groups, empty stages too; what stands outside of stages comes where the plan has it: first, or last. */
export function groupsOf(stages: readonly Stage[], rows: readonly Row[]): Group[] {
	const inOrder = [...rows].sort((a, b) => a.position - b.position);
	const of = (stage: string | null) => ({
		stage,
		activities: inOrder.filter(({ stageId }) => stageId === stage).map(({ id }) => id)
	});
	const staged = [...stages].sort((a, b) => a.position - b.position).map(({ id }) => of(id));
	const outside = of(null);
	if (outside.activities.length === 0) return staged;
	return inOrder[0]?.stageId === null ? [outside, ...staged] : [...staged, outside];
}

/** Puts an activity somewhere else; a goal that leads nowhere leaves all as it is. */
export function moveActivity(groups: readonly Group[], id: string, goal: Goal): Group[] {
	const from = groups.findIndex(({ activities }) => activities.includes(id));
	const home = groups[from];
	if (!home) return [...groups];
	const at = home.activities.indexOf(id);
	const put = (into: number, place: number) =>
		groups.map((group, index) => {
			const rest = group.activities.filter((one) => one !== id);
			return index === into ? { ...group, activities: rest.toSpliced(place, 0, id) } : { ...group, activities: rest };
		});
	if ('step' in goal) {
		const next = at + (goal.step === 'up' ? -1 : 1);
		if (next >= 0 && next < home.activities.length) return put(from, next);
		const neighbour = from + (goal.step === 'up' ? -1 : 1);
		const there = groups[neighbour];
		return there ? put(neighbour, goal.step === 'up' ? there.activities.length : 0) : [...groups];
	}
	if ('before' in goal) {
		if (goal.before === id) return [...groups];
		const into = groups.findIndex(({ activities }) => activities.includes(goal.before));
		const rest = groups[into]?.activities.filter((one) => one !== id) ?? [];
		return into < 0 ? [...groups] : put(into, rest.indexOf(goal.before));
	}
	const into = groups.findIndex(({ stage }) => stage === goal.stage);
	return into < 0 ? [...groups] : put(into, groups[into]?.activities.length ?? 0);
}

/** Swaps a stage with its neighbour, with all that is in it. */
export function moveStage(groups: readonly Group[], stage: string, step: Step): Group[] {
	const from = groups.findIndex((group) => group.stage === stage);
	const to = from + (step === 'up' ? -1 : 1);
	const [one, other] = [groups[from], groups[to]];
	if (!one || !other) return [...groups];
	return groups.map((group, index) => (index === from ? other : index === to ? one : group));
}

/** Takes a stage out: what is in it goes to the stage before it, to the next one when there is none, or outside of stages. */
export function withoutStage(groups: readonly Group[], stage: string): Group[] {
	const at = groups.findIndex((group) => group.stage === stage);
	const taken = groups[at];
	if (!taken) return [...groups];
	const rest = groups.toSpliced(at, 1);
	if (taken.activities.length === 0) return rest;
	const heir = at > 0 ? at - 1 : 0;
	if (!rest[heir]) return [{ stage: null, activities: taken.activities }];
	return rest.map((group, index) => {
		if (index !== heir) return group;
		const both = at > 0 ? [...group.activities, ...taken.activities] : [...taken.activities, ...group.activities];
		return { ...group, activities: both };
	});
}

/** The places that an order gives: only the rows and stages that have to change. */
export function changesOf(groups: readonly Group[], stages: readonly Stage[], rows: readonly Row[]) {
	const wanted = groups.flatMap(({ stage, activities }) => activities.map((id) => ({ id, stageId: stage })));
	const shown = new Set(wanted.map(({ id }) => id));
	const hidden = rows.filter(({ id }) => !shown.has(id)).sort((a, b) => a.position - b.position);
	const placed = [...wanted, ...hidden].map(({ id, stageId }, position) => ({ id, stageId, position }));
	const had = new Map(rows.map((row) => [row.id, row]));
	const changed = ({ id, stageId, position }: Row) =>
		had.get(id)?.stageId !== stageId || had.get(id)?.position !== position;
	const order = groups.flatMap(({ stage }) => stage ?? []);
	const hiddenStages = stages.filter(({ id }) => !order.includes(id)).sort((a, b) => a.position - b.position);
	const stagePlaces = [...order, ...hiddenStages.map(({ id }) => id)].map((id, position) => ({ id, position }));
	return {
		activities: placed.filter(changed),
		stages: stagePlaces.filter(({ id, position }) => stages.find((one) => one.id === id)?.position !== position)
	};
}

import type { Frozen, PlanRow, WrittenPlan } from './plan-contents';
import { contentsOf } from './plan-contents';
import { type Change, differenceOf } from './plan-difference/difference';
import type { EditionRow } from './plan-difference/edition';

/** What the plan at work says otherwise than its approved edition; a stage that came or went is told by its rows and counts for nothing. */
export const workingChanges = (approved: Frozen, plan: WrittenPlan): Change<EditionRow, PlanRow>[] =>
	differenceOf(approved as { rows: readonly EditionRow[] } & Frozen, contentsOf(plan, 'moved')).changes;

/** Changes that can be taken one by one. */
export const isTakeable = ({ what }: Change) => what !== 'stage-added' && what !== 'stage-removed';

export const countOf = (changes: readonly Change[]) => changes.filter(isTakeable).length;

/** The way back of a change: what was added is removed, what was removed is added, the rest is said as it was. */
export const revertKey = (key: string) =>
	key.startsWith('+') ? `-${key.slice(1)}` : key.startsWith('-') ? `+${key.slice(1)}` : key;

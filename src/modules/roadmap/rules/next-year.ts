import { addDays, addYears, daysBetween } from '../../../core/dates';
import { type Occurrence, occurrenceState } from './activity-state';
import type { CapabilityCode } from './capabilities';
import { movePeriod, moveTitle, moveWords } from './plan-years';
import type { DeadlineKind, Period } from './understanding';

type OldPlan = { title: string; from: string | null; to: string | null };
type OldActivity = {
	deadlineText: string | null;
	deadlineKind: DeadlineKind;
	capability: CapabilityCode | null;
	awaited: boolean;
	occurrences: readonly Occurrence[];
};

/** Whether a row is proposed for the new plan, and why. */
export type Proposal = { carry: boolean; why: string };

/** What stays in force once it is done: repeated only when something changes. */
const lasting: readonly (CapabilityCode | null)[] = ['local-act', 'appoint'];

/** What is carried over into the next plan: everything but what is done and stays in force. */
export function proposalFor(activity: OldActivity, today: string): Proposal {
	const { occurrences, capability, awaited, deadlineKind, deadlineText } = activity;
	const states = occurrences.map((occurrence) => occurrenceState(occurrence, today));
	const done = occurrences.length > 0 && states.every((state) => state === 'done');
	const yearly = /ежегод|кажд\S+ год/i.test(deadlineText ?? '');
	if (done && lasting.includes(capability) && !yearly)
		return { carry: false, why: 'сделано и действует дальше: повторять нужно, только если что-то меняется' };
	if (states.some((state) => state === 'not-done' || state === 'overdue'))
		return { carry: true, why: 'в этом году не выполнено' };
	if (awaited) return { carry: true, why: 'ждём от других и в новом году' };
	if (yearly) return { carry: true, why: 'делается каждый год: так сказано в плане' };
	if (deadlineKind === 'throughout' || deadlineKind === 'cadence') return { carry: true, why: 'идёт весь год' };
	if (deadlineKind === 'on-demand') return { carry: true, why: 'делается, когда понадобится' };
	return { carry: true, why: 'повторяется каждый учебный год' };
}

/** By how many years the next plan lies after this one: as long as this one lasts. */
export function yearsOn({ from, to }: Pick<OldPlan, 'from' | 'to'>) {
	return from && to ? Math.max(1, Math.round(daysBetween(from, to) / 365.25)) : 1;
}

/** The heading of the next plan: its years are the next ones, those of orders and laws stay. */
export function nextHeading({ title, from, to }: OldPlan): { title: string; period: Period | null } {
	const years = yearsOn({ from, to });
	const period = from && to ? { from, to } : null;
	return { title: moveTitle(title, period, years), period: period && movePeriod(period, years) };
}

/** The words of a term in the next plan; null stays null. */
export const nextDeadline = (text: string | null, plan: Pick<OldPlan, 'from' | 'to'>) =>
	text === null ? null : moveWords(text, yearsOn(plan));

/** From four months before its end on, a plan that nobody has continued asks to be. */
export const asksForNext = ({ to }: Pick<OldPlan, 'to'>, today: string) => to !== null && today >= addDays(to, -122);

/** A plan that has ended a year ago is history: nobody is asked about it any more. */
export const isHistory = ({ to }: Pick<OldPlan, 'to'>, today: string) => to !== null && today > addYears(to, 1);

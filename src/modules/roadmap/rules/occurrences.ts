import { schoolYearOf } from '../../../core/dates';
import type { OccurrenceKind } from './activity-state';
import type { Deadline, Period, Responsible } from './understanding';

/** One time an activity is to be done, before it has an id. `window`: both days inclusive; `dueOn` null: nobody is reminded. */
export type PlannedOccurrence = { kind: OccurrenceKind; window: Period | null; dueOn: string | null };

/** What the plan gives to all its rows. */
export type PlanTime = {
	period: Period | null; // null: the document names none
	acceptedOn: string;
	terms?: readonly Period[]; // the school's own, when its calendar is filled in; half-years otherwise
};

/**
 * Everybody who answers stands above the school (РЦ, ЮЗУ, министерство): the school waits for them and is never late with it.
 * A row that names one of its own people too is the school's.
 */
export const awaits = (responsible: readonly Pick<Responsible, 'kind'>[]) =>
	responsible.length > 0 && responsible.every(({ kind }) => kind === 'organisation');

/**
 * How many times, and when, an activity is to be done.
 * «Ежегодно, декабрь, апрель» over three years has six windows: six times. What goes on all the time («в течение года», «1 раз в две
 * недели») is asked about once a term, on one screen, and anew each school year; «по мере необходимости» is never asked about;
 * «по графику РЦ» waits for somebody else's date. There is always at least one, so that every row can be marked done.
 */
export function occurrencesOf(
	deadline: Deadline,
	responsible: readonly Pick<Responsible, 'kind'>[],
	plan: PlanTime
): PlannedOccurrence[] {
	const { kind, windows } = deadline;
	if (awaits(responsible) || kind === 'external') return windowsOrNone(kind === 'windows' ? windows : []).map(awaited);
	if (kind === 'windows' && windows.length > 0)
		return windows.map((window) => ({ kind: 'deadline', window, dueOn: window.to }));
	if (kind === 'throughout' || kind === 'cadence') {
		const terms = termsOf(plan);
		if (terms.length > 0) return terms.map((window) => ({ kind: 'review', window, dueOn: window.to }));
	}
	return [{ kind: 'on-demand', window: plan.period, dueOn: null }];
}

const windowsOrNone = (windows: readonly Period[]): (Period | null)[] => (windows.length > 0 ? [...windows] : [null]);
const awaited = (window: Period | null): PlannedOccurrence => ({ kind: 'awaited', window, dueOn: null });

/** The terms of the plan that end on the day of acceptance or later: of what was before it, nothing is asked. */
function termsOf({ period, acceptedOn, terms }: PlanTime): Period[] {
	const whole = period ?? schoolYearOf(acceptedOn);
	const known = (terms ?? []).filter(({ from, to }) => from <= whole.to && to >= whole.from);
	return halfYears(whole)
		.filter((half) => !known.some(({ from, to }) => from <= half.to && to >= half.from))
		.concat(known)
		.filter(({ to }) => to >= acceptedOn)
		.sort((a, b) => a.to.localeCompare(b.to));
}

/** 1 September … 31 December and 1 January … 31 May of every school year inside the period; the summer has no term. */
function halfYears({ from, to }: Period): Period[] {
	const years = Array.from(
		{ length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 },
		(_, index) => Number(from.slice(0, 4)) + index
	);
	return years
		.flatMap((year) => [
			{ from: `${year}-01-01`, to: `${year}-05-31` },
			{ from: `${year}-09-01`, to: `${year}-12-31` }
		])
		.filter((half) => half.from <= to && half.to >= from)
		.map((half) => ({ from: half.from < from ? from : half.from, to: half.to > to ? to : half.to }));
}

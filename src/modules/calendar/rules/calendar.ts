import { addDays, dayOf, type Span, schoolYearOf as usualYearOf, weekday } from '../../../core/dates';

/** A day the state makes free or working: ст. 112 ТК РФ and the government's yearly transfers. */
export type PublicHoliday = {
	on: string;
	name: string;
	working: boolean; // a weekend day made working
	fiveDayOnly: boolean; // transfers from and to Saturdays say nothing to a six-day week
};

export const dayOffKinds = {
	vacation: 'каникулы',
	quarantine: 'карантин',
	'day-off': 'нерабочие дни',
	'working-day': 'рабочие дни'
} as const;
export type DayOffKind = keyof typeof dayOffKinds;

/** The organisation's own days; both ends inclusive. */
export type DaysOff = Span & { id: string; kind: DayOffKind; name: string };
export type Term = Span & { id: string; name: string };

/** All that says whether one works on a day. Terms do not overlap and stand in order. */
export type Calendar = {
	workingWeek: 5 | 6;
	holidays: ReadonlyMap<string, PublicHoliday>;
	terms: readonly Term[];
	daysOff: readonly DaysOff[];
};

const covers =
	(day: string) =>
	({ from, to }: Span) =>
		from <= day && day <= to;
const ofKind = (kind: DayOffKind) => (days: DaysOff) => days.kind === kind;

/** What the state says of a day, for this working week. */
export function publicHolidayOn(day: string, { holidays, workingWeek }: Pick<Calendar, 'holidays' | 'workingWeek'>) {
	const holiday = holidays.get(day);
	return holiday && !(holiday.fiveDayOnly && workingWeek === 6) ? holiday : undefined;
}

/**
 * Whether the employees work: the organisation's own word first, then the state's, then the week. Pupils' vacations and
 * quarantine are working days of teachers (приказ Минобрнауки России от 11.05.2016 № 536 counts vacations as working time).
 */
export function isWorkingDay(day: string, calendar: Calendar): boolean {
	const own = calendar.daysOff.filter(covers(day));
	if (own.some(ofKind('working-day'))) return true;
	if (own.some(ofKind('day-off'))) return false;
	const holiday = publicHolidayOn(day, calendar);
	return holiday ? holiday.working : weekday(day) <= calendar.workingWeek;
}

/** Whether lessons are held: a working day outside vacations and quarantine, within a term where terms are set. */
export function isSchoolDay(day: string, calendar: Calendar): boolean {
	const own = calendar.daysOff.filter(covers(day));
	if (own.some(ofKind('vacation')) || own.some(ofKind('quarantine'))) return false;
	return isWorkingDay(day, calendar) && (calendar.terms.length === 0 || termOf(day, calendar) !== undefined);
}

/** Vacations, summer period or quarantine, when alarms about pairs are silent (school-year.md 8). */
export const breakOn = (day: string, { daysOff }: Pick<Calendar, 'daysOff'>) =>
	daysOff.find((days) => (days.kind === 'vacation' || days.kind === 'quarantine') && covers(day)(days));

export const termOf = (day: string, { terms }: Pick<Calendar, 'terms'>) => terms.find(covers(day));

const furthest = 3660; // ten years: a calendar in which nobody ever works is a mistake, not a reason to hang

/**
 * The working day that is `count` working days later (earlier when negative); 0: the day itself, or the next working one.
 * Notice under ст. 351.8 ч. 4 ТК РФ: the day it is given is not counted.
 */
export function addWorkingDays(day: string, count: number, calendar: Calendar): string {
	const step = count < 0 ? -1 : 1;
	let at = day;
	if (count === 0 && isWorkingDay(at, calendar)) return at;
	let left = Math.max(1, Math.abs(count));
	for (let steps = 0; left > 0; steps += 1) {
		if (steps > furthest) throw new RangeError('no working day within ten years');
		at = addDays(at, step);
		if (isWorkingDay(at, calendar)) left -= 1;
	}
	return at;
}

/** Working days from one day to another, both counted. */
export function workingDaysIn({ from, to }: Span, calendar: Calendar): number {
	let count = 0;
	for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) count += 1;
	return count;
}

/** The school year of a day; a kindergarten's summer belongs to the year it closes. */
export const schoolYearOf = (day: string) => usualYearOf(day);

/** The years that a calendar can be opened for, by the one they begin in. */
export const hasCalendar = (year: number) => year >= 2000 && year <= 2099;

/** By the year it begins in: 2026 → 1 September 2026 … 31 August 2027. */
export const schoolYearFrom = (year: number): Span => usualYearOf(dayOf(year, 9, 1));

/** «2026/27» */
export const schoolYearName = ({ from, to }: Span) => `${from.slice(0, 4)}/${to.slice(2, 4)}`;

/** What stands in the cell of a day, most telling first. */
export type DayMark = 'working-day' | 'holiday' | 'day-off' | 'quarantine' | 'vacation' | 'weekend' | 'plain';

export function markOf(day: string, calendar: Calendar): { mark: DayMark; name: string } {
	const own = calendar.daysOff.filter(covers(day));
	const first = (kind: DayOffKind) => own.find(ofKind(kind));
	const holiday = publicHolidayOn(day, calendar);
	const said = first('working-day') ?? first('day-off');
	if (said) return { mark: said.kind as DayMark, name: said.name };
	if (holiday) return { mark: holiday.working ? 'working-day' : 'holiday', name: holiday.name };
	const rest = first('quarantine') ?? first('vacation');
	if (rest) return { mark: rest.kind as DayMark, name: rest.name };
	return weekday(day) > calendar.workingWeek ? { mark: 'weekend', name: 'выходной' } : { mark: 'plain', name: '' };
}

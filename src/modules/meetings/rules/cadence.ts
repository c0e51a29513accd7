import { addDays, type Span } from '../../../core/dates';
import { breakOn, type Calendar, isWorkingDay } from '../../calendar/rules/calendar';

/** Once in two weeks, as АЗ-1128/08 schools and S2 say; a school's own Положение may say otherwise. */
export const usualCadence = 14;
export const cadences = {
	'7': 'раз в неделю',
	'14': 'раз в две недели',
	'21': 'раз в три недели',
	'28': 'раз в месяц'
} as const;
export type CadenceKey = keyof typeof cadences;
export const cadenceWords = (days: number) => cadences[String(days) as CadenceKey] ?? `раз в ${days} дней`;

/** No plan is longer than weeks of a year. */
export const mostPlanned = 60;

/** A day on which a pair can meet: somebody works, and there are neither vacations nor quarantine. `busy`: days that either cannot. */
export const canMeet = (day: string, calendar: Calendar, busy?: (day: string) => boolean) =>
	isWorkingDay(day, calendar) && !breakOn(day, calendar) && !busy?.(day);

/**
 * Days of meetings from the first one to the last day of a term, never further apart than `every` days of school (days of vacations and
 * quarantine are not counted). A day on which nobody works gives way to the last one before it, and after a long break to the first one after.
 */
export function meetingDates(
	{ from, to }: Span,
	every: number,
	calendar: Calendar,
	busy?: (day: string) => boolean
): string[] {
	const days: string[] = [];
	let start = from;
	while (start <= to && !canMeet(start, calendar, busy)) start = addDays(start, 1);
	if (start > to) return days;
	days.push(start);
	let [counted, possible] = [0, null as string | null];
	for (let day = addDays(start, 1); day <= to && days.length < mostPlanned; day = addDays(day, 1)) {
		if (!breakOn(day, calendar)) counted += 1;
		if (canMeet(day, calendar, busy)) possible = day;
		if (counted < every || !possible) continue;
		days.push(possible);
		counted = daysOfSchool(possible, day, calendar);
		possible = null;
	}
	return days;
}

/** Days after the first one up to the second that are neither vacations nor quarantine. */
export function daysOfSchool(from: string, to: string, calendar: Calendar, paused: readonly Span[] = []) {
	let count = 0;
	for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
		if (!breakOn(day, calendar) && !paused.some((pause) => pause.from <= day && day <= pause.to)) count += 1;
	}
	return count;
}

/** The nearest day on which a pair can meet, that day or later; within two months there is one, or nobody works at all. */
export function nextPossible(day: string, calendar: Calendar) {
	for (let at = day, steps = 0; steps < 62; at = addDays(at, 1), steps += 1) if (canMeet(at, calendar)) return at;
	return day;
}

/** A pair is quiet after `cadence` days of school without a meeting; a week later the curator hears of it too. */
export const curatorHearsAfter = 7;

/** «не реже одного раза в две недели» in the words of a plan: how often pairs are to meet, in days. */
export function cadenceIn(text: string): number | undefined {
	const words = text.toLocaleLowerCase('ru').replaceAll('ё', 'е');
	const found =
		/не реже(?: чем)? (?:одного )?раза? в (две недели|2 недели|неделю|три недели|3 недели|месяц|14 дней)/.exec(
			words
		)?.[1];
	if (!found) return undefined;
	if (found === 'неделю') return 7;
	if (found === 'месяц') return 28;
	return /^(три|3) /.test(found) ? 21 : 14;
}

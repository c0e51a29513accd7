import { addDays, addMonths } from '../../../core/dates';
import { addWorkingDays, type Calendar, isWorkingDay } from '../../calendar/rules/calendar';

/** A term that is counted from an event: «не позднее 5 рабочих дней после …», «в течение месяца со дня …». */
export type AfterEvent = { count: number; unit: 'working-day' | 'day' | 'week' | 'month' };

const units: readonly [RegExp, AfterEvent['unit']][] = [
	[/(\d+|одн\S+|дв\S+|тр[её]х|пяти|десяти)?\s*(?:\(\S+\)\s*)?рабоч\S+\s+дн/i, 'working-day'],
	[/(\d+|одн\S+|дв\S+|тр[её]х|пяти|десяти)?\s*(?:\(\S+\)\s*)?(?:календарн\S+\s+)?дн[еяй]/i, 'day'],
	[/(\d+|одн\S+|дв\S+|тр[её]х)?\s*недел/i, 'week'],
	[/(\d+|одн\S+|дв\S+|тр[её]х)?\s*месяц/i, 'month']
];

const numbers: readonly [RegExp, number][] = [
	[/^одн/i, 1],
	[/^дв/i, 2],
	[/^тр/i, 3],
	[/^пят/i, 5],
	[/^десят/i, 10]
];

const counts = /(после|со дня|с момента|с даты)(?!\S)/i;

/** Reads it out of the words of a term; undefined when they count from nothing, or not in days. */
export function afterEvent(text: string | null): AfterEvent | undefined {
	if (!text || !counts.test(text)) return undefined;
	for (const [pattern, unit] of units) {
		const found = pattern.exec(text);
		if (!found) continue;
		const [, word] = found;
		const count = word ? (numbers.find(([one]) => one.test(word))?.[1] ?? Number(word)) : 1;
		return count > 0 && count <= 365 ? { count, unit } : undefined;
	}
	return undefined;
}

/** The last day of such a term once the day of the event is known: the day itself is not counted (ст. 14 ТК РФ). */
export function dueAfter(event: string, { count, unit }: AfterEvent, calendar: Calendar): string {
	if (unit === 'working-day') return addWorkingDays(event, count, calendar);
	if (unit === 'month') return addMonths(event, count);
	return addDays(event, unit === 'week' ? 7 * count : count);
}

/** When the last day of a term is a day off: the last working day before it. Null when people work on the day itself. */
export const workingDayBefore = (day: string, calendar: Calendar) =>
	isWorkingDay(day, calendar) ? null : addWorkingDays(day, -1, calendar);

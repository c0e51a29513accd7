import { addDays, addMonths, type Span } from '../../../core/dates';
import { addWorkingDays, breakOn, type Calendar, isWorkingDay } from '../../calendar/rules/calendar';

export const cadences = { week: 'каждую неделю', 'two-weeks': 'раз в две недели', month: 'каждый месяц' } as const;
export type Cadence = keyof typeof cadences;

/** No more meetings in one series than weeks in a year. */
export const mostDates = 60;

/** A day of a series; `instead`: the one by the cadence, when nobody works on it. */
export type SeriesDay = { on: string; instead: string | null };

/**
 * Days at a cadence from the first day to the last. One that is free is moved to the next working day; with `skipBreaks` those
 * that fall into vacations or quarantine are left out.
 */
export function datesOf(
	{ from, to, every, skipBreaks }: Span & { every: Cadence; skipBreaks: boolean },
	calendar: Calendar
): SeriesDay[] {
	const days: SeriesDay[] = [];
	for (let step = 0; step < 400 && days.length < mostDates; step += 1) {
		const wanted = every === 'month' ? addMonths(from, step) : addDays(from, step * (every === 'week' ? 7 : 14));
		if (wanted > to) break;
		if (skipBreaks && breakOn(wanted, calendar)) continue;
		const on = isWorkingDay(wanted, calendar) ? wanted : addWorkingDays(wanted, 0, calendar);
		if (on > to || (skipBreaks && breakOn(on, calendar)) || days.some((one) => one.on === on)) continue;
		days.push({ on, instead: on === wanted ? null : wanted });
	}
	return days;
}

type Held = { attendedAt: string | null; cancelledAt: string | null; called: number; came: number };

/** «Проведено 8 из 9, в среднем были 24» */
export function seriesWords(events: readonly Held[]) {
	const held = events.filter(({ attendedAt }) => attendedAt);
	const came = held.reduce((sum, one) => sum + one.came, 0);
	return [
		`Проведено ${held.length} из ${events.filter(({ cancelledAt }) => !cancelledAt).length}`,
		held.length > 0 && came > 0 && `в среднем были ${Math.round(came / held.length)}`
	]
		.filter(Boolean)
		.join(', ');
}

import { dayOf, daysBetween } from '../../../../core/dates';
import type { Period } from '../../rules/understanding';
import { daysOf, type Span } from './spans';

const yearOf = (day: string) => Number(day.slice(0, 4));
const monthOf = (day: string) => Number(day.slice(5, 7));

export const isOneYear = (period: Period) => daysBetween(period.from, period.to) < 400;
const startsWithSchool = (period: Period) => monthOf(period.from) === 9;

/**
 * Every window a yearless span has in the period. August of a one-year school plan is the one before 1 September: schools
 * prepare the year in it. A span that fits nowhere whole is put where its end, else its beginning, falls.
 */
export function windowsInPeriod(span: Span, period: Period): Period[] {
	const years = range(yearOf(period.from) - 1, yearOf(period.to) + 1);
	if (preparesTheYear(span, period)) {
		const starts = isOneYear(period) ? [yearOf(period.from)] : range(yearOf(period.from), yearOf(period.to) - 1);
		return starts.map((year) => daysOf(span, year));
	}
	const all = years.map((year) => daysOf(span, year));
	const whole = all.filter(({ from, to }) => from >= period.from && to <= period.to);
	if (whole.length) return whole;
	const ending = all.filter(({ to }) => to >= period.from && to <= period.to);
	return ending.length ? ending : all.filter(({ from }) => from >= period.from && from <= period.to);
}

function preparesTheYear({ from, to }: Span, period: Period) {
	if (!startsWithSchool(period) || from.fromMonth !== 8) return false;
	return isOneYear(period) || to.toMonth !== 8;
}

const range = (from: number, to: number) =>
	Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);

/** «ежегодно» from a known year on, to the end of the period. */
export function windowsFromYear(span: Span, first: number, period: Period | null): Period[] {
	const last = period ? yearOf(period.to) : first;
	const windows = range(first, Math.max(first, last)).map((year) => daysOf(span, year));
	return windows.filter(({ to }, index) => index === 0 || !period || to <= period.to);
}

/** «до 20 мая»: from the beginning of the plan, or from the 1 September before. */
export function openedBefore(to: string, period: Period | null, windows: readonly Period[]): Period {
	const before = windows.findLast((window) => window.to < to);
	const september = dayOf(monthOf(to) >= 9 ? yearOf(to) : yearOf(to) - 1, 9, 1);
	const start = period && period.from <= to && !before && isOneYear(period) ? period.from : september;
	return { from: start <= to ? start : to, to };
}

/** «2024-2027 гг.», «2025-2026 учебный год»: from 1 September of the first to 31 August of the last. */
export const schoolYears = (from: number, to: number): Period => ({ from: dayOf(from, 9, 1), to: dayOf(to, 8, 31) });
export const calendarYear = (year: number): Period => ({ from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) });

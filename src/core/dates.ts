/** Read once per request: the instant (for the journal) and the organisation's own date (for the rules). */
export type Now = {
	at: string; // ISO 8601, UTC
	today: string; // YYYY-MM-DD
};

/** The only source of time. Tests turn its hands. */
export type Clock = () => Date;

/** Making one costs a hundred times what asking it does. */
const calendars = new Map<string, Intl.DateTimeFormat>();

function calendarOf(timeZone: string) {
	const known = calendars.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone });
	calendars.set(timeZone, known);
	return known;
}

export const nowIn = (timeZone: string, instant: Date): Now => ({
	at: instant.toISOString(),
	today: calendarOf(timeZone).format(instant)
});

/** The instant (ISO 8601, UTC) at which clocks of a zone show an hour, «07:30», of a day. */
export function instantOf(day: string, hour: string, timeZone: string) {
	const wanted = Date.parse(`${day}T${hour}:00Z`);
	const shownAt = (instant: number) =>
		Date.parse(
			`${new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(instant).replace(' ', 'T')}Z`
		);
	const near = wanted - (shownAt(wanted) - wanted);
	return new Date(near - (shownAt(near) - wanted)).toISOString(); // once more: the clocks may have been put forward in between
}

/** '2026-09-01' → '01.09.2026' */
export const showDate = (date: string) => date.split('-').reverse().join('.');

/** '1.9.2026' → '2026-09-01'; undefined when there is no such day. */
export function parseDate(typed: string) {
	const parts = /^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)$/.exec(typed.trim())?.slice(1).map(Number);
	if (!parts) return undefined;
	const [day, month, year] = parts as [number, number, number];
	if (month < 1 || month > 12 || day < 1 || day > daysIn(month, year)) return undefined;
	return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
}

export function daysIn(month: number, year: number) {
	if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const date = (iso: string) => new Date(`${iso}T00:00:00Z`);
const iso = (instant: Date) => instant.toISOString().slice(0, 10);

/** The day `days` later (earlier when negative). */
export function addDays(day: string, days: number) {
	const moved = date(day);
	moved.setUTCDate(moved.getUTCDate() + days);
	return iso(moved);
}

/** The same day of another month; the last day of it when it is shorter: 31 January + 1 → 28 February. */
export function addMonths(day: string, months: number) {
	const [year, month, of] = day.split('-').map(Number) as [number, number, number];
	const index = year * 12 + (month - 1) + months;
	const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
	return dayOf(toYear, toMonth, Math.min(of, daysIn(toMonth, toYear)));
}

export const addYears = (day: string, years: number) => addMonths(day, years * 12);

/** Whole days from one day to another: negative when the second is earlier. */
export const daysBetween = (from: string, to: string) =>
	Math.round((date(to).getTime() - date(from).getTime()) / 86_400_000);

/** 1 = Monday … 7 = Sunday. */
export const weekday = (day: string) => date(day).getUTCDay() || 7;

export const mondayOf = (day: string) => addDays(day, 1 - weekday(day));

/** (2026, 9, 1) → '2026-09-01' */
export const dayOf = (year: number, month: number, day: number) =>
	`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

export const lastDayOf = (year: number, month: number) => dayOf(year, month, daysIn(month, year));

/** The school year a day belongs to: 1 September … 31 August. */
export function schoolYearOf(day: string): Span {
	const [year, month] = day.split('-').map(Number) as [number, number];
	const starts = month >= 9 ? year : year - 1;
	return { from: dayOf(starts, 9, 1), to: dayOf(starts + 1, 8, 31) };
}

/** Both ends inclusive, as people say it: «с … по …». Storage keeps half-open ranges. */
export type Span = { from: string; to: string };

/** For a daterange column: inclusive days in, half-open text out; `to` null is open-ended. */
export const asRange = ({ from, to }: { from: string; to: string | null }) => `[${from},${to ? addDays(to, 1) : ''})`;

/** '[2026-09-01,2027-09-01)' → from 2026-09-01 to 2027-08-31; an open end is null. */
export function fromRange(range: string): { from: string; to: string | null } {
	const [, from = '', until = ''] = /^[[(]([^,]*),([^\])]*)[\])]$/.exec(range) ?? [];
	return { from, to: until ? addDays(until, -1) : null };
}

import { addDays, dayOf, daysIn, lastDayOf, weekday as weekdayOf } from '../../../../core/dates';
import type { Period } from '../../rules/understanding';
import type { Atom, Token } from './tokens';

/** One stretch of time in a deadline, years not yet settled. `until`: only its end was written; `since`: only its beginning. */
export type Span = { from: Atom; to: Atom; until: boolean; since: boolean };

/** Reads «с … по …», «…–…», «до …» and lists of them out of the tokens. */
export function spansOf(tokens: readonly Token[]): Span[] {
	const spans: Span[] = [];
	let joining = false;
	let until = false;
	let from = false;
	/** «вводная – сентябрь, итоговая – май»: such a dash joins nothing. */
	let apart = false;
	for (const token of tokens) {
		const last = spans.at(-1);
		if (token.is === 'atom') {
			if (joining && last) {
				last.to = token.atom;
				last.since = false;
			} else spans.push({ from: token.atom, to: token.atom, until, since: from });
			joining = until = from = apart = false;
		} else if (token.is === 'dash') joining = last !== undefined && !apart;
		else if (token.is === 'to') joining = last !== undefined;
		else if (token.is === 'until') {
			joining = last?.since ?? false;
			until = !joining;
		} else if (token.is === 'from') from = true;
		else if (token.is === 'comma') {
			joining = false;
			apart = true;
		} else if (token.is === 'year' && last && last.from.year !== null && !from) {
			spans.push({ ...last, from: { ...last.from, year: token.year }, to: { ...last.to, year: token.year } }); // «май 2023, 2024, 2025 гг.»
		}
	}
	return spans;
}

/** A year written once serves its neighbours: «апрель, май 2020 г.», «декабрь – январь 2022», «сентябрь 2024, май». */
export function spreadYears(spans: readonly Span[]): Span[] {
	const known = spans.map((span) => ({ ...span, from: { ...span.from }, to: { ...span.to } }));
	for (const span of known) {
		if (span.from.year === null && span.to.year !== null)
			span.from.year = span.to.year - (span.from.fromMonth > span.to.fromMonth ? 1 : 0);
		if (span.to.year === null && span.from.year !== null)
			span.to.year = span.from.year + (span.to.fromMonth < span.from.fromMonth ? 1 : 0);
	}
	for (let index = known.length - 2; index >= 0; index--) borrow(known[index], known[index + 1], -1);
	for (let index = 1; index < known.length; index++) borrow(known[index], known[index - 1], 1);
	return known;
}

function borrow(span: Span | undefined, neighbour: Span | undefined, step: -1 | 1) {
	const year = step < 0 ? neighbour?.from.year : neighbour?.to.year;
	if (!span || !neighbour || span.from.year !== null || year == null) return;
	const near = step < 0 ? neighbour.from.fromMonth : neighbour.to.toMonth;
	const crosses = step < 0 ? span.from.fromMonth > near : span.from.fromMonth < near;
	span.from.year = crosses ? year + step : year;
	span.to.year = span.from.year + (span.to.fromMonth < span.from.fromMonth ? 1 : 0);
}

/** A plan of a calendar year has halves of that year: January to June, July to December. */
export const isOfCalendar = (words: string, period: Period | null) =>
	(period?.from.endsWith('-01-01') ?? false) && !/учебн|уч\./.test(words);

export const withCalendarHalves = (span: Span): Span => ({
	...span,
	from: calendarHalf(span.from),
	to: calendarHalf(span.to)
});
const calendarHalf = (atom: Atom): Atom =>
	atom.half ? { ...atom, fromMonth: atom.half * 6 - 5, toMonth: atom.half * 6 } : atom;

/** First and last day of a span whose first month is in `year`. */
export function daysOf(span: Span, year: number): Period {
	const toYear =
		span.to.year !== null && span.from.year !== null
			? year + span.to.year - span.from.year
			: year + (span.to.fromMonth < span.from.fromMonth ? 1 : 0);
	const lastYear = toYear + (span.to.toMonth < span.to.fromMonth ? 1 : 0);
	return { from: firstDay(span.from, year), to: lastDay(span.to, lastYear) };
}

const firstDay = ({ fromMonth, fromDay, weekday }: Atom, year: number) =>
	weekday
		? weekdayIn(year, fromMonth, weekday)
		: fromDay === null
			? dayOf(year, fromMonth, 1)
			: fromDay < 0
				? addDays(lastDayOf(year, fromMonth), fromDay + 1)
				: dayOf(year, fromMonth, Math.min(fromDay, daysIn(fromMonth, year)));

const lastDay = ({ toMonth, toDay, weekday }: Atom, year: number) =>
	weekday
		? weekdayIn(year, toMonth, weekday)
		: toDay === null
			? lastDayOf(year, toMonth)
			: dayOf(year, toMonth, Math.min(toDay, daysIn(toMonth, year)));

/** «Второй вторник октября», «последняя пятница мая». */
function weekdayIn(year: number, month: number, { day, order }: NonNullable<Atom['weekday']>) {
	if (order < 0) {
		const last = lastDayOf(year, month);
		return addDays(last, -((weekdayOf(last) - day + 7) % 7));
	}
	const first = dayOf(year, month, 1);
	return addDays(first, ((day - weekdayOf(first) + 7) % 7) + (order - 1) * 7);
}

import { addMonths, type Span } from '../core/dates';

export type Tick = { on: string; label: string };

const short = ['янв', 'фев', 'мар', 'апр', 'май', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];

const monthOf = (day: string) => Number(day.slice(5, 7));

/** The first days of the months a period touches, the first of them at its very beginning. */
function monthsOf({ from, to }: Span) {
	const days = [from];
	for (let next = addMonths(`${from.slice(0, 7)}-01`, 1); next <= to; next = addMonths(next, 1)) days.push(next);
	return days;
}

/** Months of one year; quarters of two; school years («2024/25») beyond: as many words as a phone has room for. */
export function ticksOf(period: Span): Tick[] {
	const months = monthsOf(period);
	if (months.length <= 13) return months.map((on) => ({ on, label: short[monthOf(on) - 1] ?? '' }));

	const marked = months.length <= 25 ? [9, 12, 3, 6] : [9];
	return months
		.filter((on, index) => index === 0 || marked.includes(monthOf(on)))
		.map((on) => ({ on, label: months.length <= 25 ? `${short[monthOf(on) - 1]} ${on.slice(2, 4)}` : schoolYear(on) }));
}

function schoolYear(day: string) {
	const year = monthOf(day) >= 9 ? Number(day.slice(0, 4)) : Number(day.slice(0, 4)) - 1;
	return `${year}/${String(year + 1).slice(2)}`;
}

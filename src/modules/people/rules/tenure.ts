import { addDays, addMonths, parseDate } from '../../../core/dates';

/** Whole years and months; days are not counted, as in personnel papers. */
export type Tenure = { years: number; months: number };

/** How long it has been on the day `on`, from the first day of the tenure; null before that day. */
export function tenure(since: string, on: string): Tenure | null {
	if (since > on) return null;
	const [sinceYear, sinceMonth] = since.split('-').map(Number) as [number, number];
	const [year, month] = on.split('-').map(Number) as [number, number];
	const touched = (year - sinceYear) * 12 + month - sinceMonth;
	const months = addMonths(since, touched) > on ? touched - 1 : touched;
	return { years: Math.floor(months / 12), months: months % 12 };
}

const word = (count: number, [one, few, many]: readonly [string, string, string]) => {
	const [tens, units] = [count % 100, count % 10];
	if (tens > 10 && tens < 20) return `${count} ${many}`;
	return `${count} ${units === 1 ? one : units > 1 && units < 5 ? few : many}`;
};

/** «2 года 3 месяца», «5 месяцев», «меньше месяца» */
export function tenureText(held: Tenure | null) {
	if (!held) return 'ещё не начался';
	const { years, months } = held;
	const parts = [
		years > 0 && word(years, ['год', 'года', 'лет']),
		months > 0 && word(months, ['месяц', 'месяца', 'месяцев'])
	].filter(Boolean);
	return parts.join(' ') || 'меньше месяца';
}

const longestYears = 70;

/**
 * The first day of a tenure told in words on the day `on`: «7 лет», «7 лет 3 мес.», «7,5», «7», a date ДД.ММ.ГГГГ, «с 2015 г.»,
 * «без стажа», «0». Null when nothing was told; undefined when it cannot be understood.
 */
export function sinceFromTold(told: string, on: string): string | null | undefined {
	const text = told.trim().toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ');
	if (text === '' || text === '-' || text === '–' || text === '—') return null;
	const date = /^(?:с )?(\d{1,2}\.\d{1,2}\.\d{4})(?: ?г\.?(?:ода)?)?$/.exec(text)?.[1];
	if (date) return parseDate(date);
	const year = /^(?:с )?((?:19|20)\d\d)(?: ?г(?:\.|ода)?)?$/.exec(text)?.[1];
	if (year) return `${year}-09-01`; // a school year begins a career more often than a calendar one
	if (/^(без стажа|нет|нет стажа|б\/с)$/.test(text)) return on;
	if (/^(менее|меньше|до) (1 )?(года|месяца)$/.test(text)) return /месяца/.test(text) ? on : addMonths(on, -6);
	const months = monthsTold(text);
	if (months === undefined || months > longestYears * 12) return undefined;
	return addMonths(on, -months);
}

const yearWord = '(?:г|гг|год|года|лет|л)\\.?';
const monthWord = '(?:м|мес|месяц|месяца|месяцев)\\.?';

function monthsTold(text: string): number | undefined {
	const bare =
		/^(\d{1,2})(?:[.,](\d))?$/.exec(text) ?? new RegExp(`^(\\d{1,2})(?:[.,](\\d))? ?${yearWord}$`).exec(text);
	if (bare) return Number(bare[1]) * 12 + Math.round((Number(bare[2] ?? 0) * 12) / 10);
	const both = new RegExp(
		`^(\\d{1,2}) ?${yearWord},? ?(?:и )?(\\d{1,2}) ?${monthWord}(?:,? ?\\d{1,2} ?(?:д|дн|дней|день|дня)\\.?)?$`
	).exec(text);
	if (both) return Number(both[1]) * 12 + Number(both[2]);
	const months = new RegExp(`^(\\d{1,3}) ?${monthWord}$`).exec(text);
	return months ? Number(months[1]) : undefined;
}

/** What is wrong with the beginning of a tenure of somebody born on a day. */
export function problemWithSince(since: string | null, bornOn: string | null, today: string) {
	if (since === null) return undefined;
	if (since > addDays(today, 366)) return 'Дата начала стажа в будущем: проверьте год';
	if (bornOn && since < addMonths(bornOn, 14 * 12))
		return 'Стаж больше, чем возможно при такой дате рождения: проверьте обе даты';
	return undefined;
}

import { addDays, lastDayOf } from '../../../core/dates';
import { counted, dayRangeText, dayText, plural } from '../../../ui/text';
import type { Cadence, Deadline, Period } from '../rules/understanding';

const months = [
	'январь',
	'февраль',
	'март',
	'апрель',
	'май',
	'июнь',
	'июль',
	'август',
	'сентябрь',
	'октябрь',
	'ноябрь',
	'декабрь'
];

const monthOf = (day: string) => months[Number(day.slice(5, 7)) - 1] ?? '';
const yearOf = (day: string) => day.slice(0, 4);
const endsMonth = (day: string) => day === lastDayOf(Number(yearOf(day)), Number(day.slice(5, 7)));

/** «май 2025», «август–сентябрь 2025», «до 20 мая 2025», «25–31 августа 2025», «2024/2025 учебный год». */
export function windowText({ from, to }: Period, until = false) {
	if (until) return `до ${dayText(to)}`;
	if (from.endsWith('-01') && endsMonth(to)) {
		const schoolYear = from.endsWith('-09-01') && to === `${Number(yearOf(from)) + 1}-08-31`;
		if (schoolYear) return `${yearOf(from)}/${yearOf(to)} учебный год`;
		if (from.slice(0, 7) === to.slice(0, 7)) return `${monthOf(from)} ${yearOf(from)}`;
		if (yearOf(from) === yearOf(to)) return `${monthOf(from)}–${monthOf(to)} ${yearOf(from)}`;
		return `${monthOf(from)} ${yearOf(from)} – ${monthOf(to)} ${yearOf(to)}`;
	}
	return dayRangeText(from, to);
}

const units: Record<Cadence['unit'], readonly [each: string, one: string, few: string, many: string]> = {
	day: ['каждый день', 'день', 'дня', 'дней'],
	week: ['каждую неделю', 'неделю', 'недели', 'недель'],
	month: ['каждый месяц', 'месяц', 'месяца', 'месяцев'],
	quarter: ['каждый квартал', 'квартал', 'квартала', 'кварталов'],
	'half-year': ['каждое полугодие', 'полугодие', 'полугодия', 'полугодий'],
	year: ['каждый год', 'год', 'года', 'лет']
};

/** «каждый месяц до 25-го числа», «раз в 2 недели». */
export function cadenceText({ every, unit, byDay }: Cadence) {
	const [each, ...forms] = units[unit];
	const how = every === 1 ? each : `раз в ${every} ${plural(every, forms)}`;
	return byDay ? `${how} до ${byDay}-го числа` : how;
}

const shown = 4;

/** How the program understood a deadline, in words; `whole` names every window. */
export function deadlineText(deadline: Deadline, whole = false): string {
	const { kind, windows, yearly, until, cadence } = deadline;
	if (kind === 'throughout') {
		const [first, last] = [windows[0], windows.at(-1)];
		return first && last ? `всё время: ${windowText({ from: first.from, to: last.to })}` : 'всё время, без срока';
	}
	if (kind === 'on-demand') return 'по необходимости: без напоминаний';
	if (kind === 'cadence') return cadence ? cadenceText(cadence) : 'время от времени';
	if (kind === 'external') return 'зависит от другого события или графика';
	if (kind === 'none') return 'срок не указан';

	const named = whole || windows.length <= shown + 1 ? windows : windows.slice(0, shown);
	const list = named.map((window) => windowText(window, until)).join(', ');
	const rest = windows.length - named.length;
	const more = rest > 0 ? ` и ещё ${counted(rest, ['раз', 'раза', 'раз'])}` : '';
	return yearly ? `каждый год: ${list}${more}` : `${list}${more}`;
}

/** «2024/2025 учебный год», «сентябрь 2024 – август 2027»; inclusive days. */
export const periodText = (period: Period) => {
	const [from, to] = [Number(yearOf(period.from)), Number(yearOf(period.to))];
	const schoolYears = period.from.endsWith('-09-01') && addDays(period.to, 1).endsWith('-09-01');
	return schoolYears && to - from > 1 ? `${from}–${to} учебные годы` : windowText(period);
};

/** '2026-09' → «Сентябрь 2026» */
export function monthText(month: string) {
	const name = monthOf(`${month}-01`);
	return `${name[0]?.toUpperCase()}${name.slice(1)} ${yearOf(month)}`;
}

import { months as ofMonths } from '../../src/core/words';
import type { Period } from '../../src/modules/roadmap/rules/understanding';
import type { Random } from './random';
import type { TrueDeadline } from './truth';

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
] as const;
const inMonths = [
	'январе',
	'феврале',
	'марте',
	'апреле',
	'мае',
	'июне',
	'июле',
	'августе',
	'сентябре',
	'октябре',
	'ноябре',
	'декабре'
] as const;

const two = (value: number) => String(value).padStart(2, '0');
const day = (year: number, month: number, date: number) => `${year}-${two(month)}-${two(date)}`;
const lastOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const monthOf = (year: number, month: number): Period => ({
	from: day(year, month, 1),
	to: day(year, month, lastOf(year, month))
});
const dated = (text: string, ...windows: Period[]): TrueDeadline => ({ text, kind: 'windows', windows });
const until = (text: string, ...ends: string[]): TrueDeadline => ({
	text,
	kind: 'windows',
	windows: ends.map((to) => ({ from: to, to })),
	untilOnly: true
});

/** What the plan lasts: its period (null: none stated) and the school years in it, by the year each begins. */
export type Span = { period: Period | null; years: number[]; kind: 'school-year' | 'years' | 'calendar' | 'none' };

/** A month of the plan with the year it has there. */
function someMonth(random: Random, span: Span): { month: number; year: number } {
	const start = random.pick(span.years);
	if (span.kind === 'calendar') return { month: 1 + random.upTo(12), year: start };
	const month = random.pick([9, 10, 11, 12, 1, 2, 3, 4, 5, 6]);
	return { month, year: month >= 9 ? start : start + 1 };
}

type Way = (random: Random, span: Span) => TrueDeadline;

const yearWords = (random: Random, year: number) =>
	random.pick([` ${year} г.`, ` ${year}г.`, ` ${year}`, ` ${year} года`, `, ${year}`]);

/** With a year written: right in any plan. */
const withYear: Way[] = [
	(random, span) => {
		const { month, year } = someMonth(random, span);
		return dated(cased(random, months[month - 1] ?? '') + yearWords(random, year), monthOf(year, month));
	},
	(random, span) => {
		const { month, year } = someMonth(random, span);
		return dated(random.pick([`${two(month)}.${year}`, `в ${inMonths[month - 1]} ${year} года`]), monthOf(year, month));
	},
	(random, span) => {
		const { month, year } = someMonth(random, span);
		const date = 5 + random.upTo(20);
		const text = random.pick([
			`до ${date} ${ofMonths[month - 1]} ${year} г.`,
			`до ${two(date)}.${two(month)}.${year}`,
			`не позднее ${date} ${ofMonths[month - 1]} ${year} года`,
			`в срок до ${two(date)}.${two(month)}.${year} г.`,
			`До ${two(date)}.${two(month)}.${year} года`,
			`к ${date} ${ofMonths[month - 1]} ${year} г.`
		]);
		return until(text, day(year, month, date));
	},
	(random, span) => {
		const { month, year } = someMonth(random, span);
		const date = 1 + random.upTo(28);
		const text = random.pick([
			`${date} ${ofMonths[month - 1]} ${year} г.`,
			`${two(date)}.${two(month)}.${year}`,
			`${two(date)} ${ofMonths[month - 1]} ${year} года`
		]);
		return dated(text, { from: day(year, month, date), to: day(year, month, date) });
	},
	(random, span) => {
		const { month, year } = someMonth(random, span);
		const [from, to] = [1 + random.upTo(10), 15 + random.upTo(10)];
		const text = random.pick([
			`с ${from} по ${to} ${ofMonths[month - 1]} ${year} года`,
			`с ${two(from)}.${two(month)}.${year} по ${two(to)}.${two(month)}.${year}`,
			`${two(from)}.${two(month)}.${year}-${two(to)}.${two(month)}.${year}`,
			`${from} – ${to} ${ofMonths[month - 1]} ${year} г.`
		]);
		return dated(text, { from: day(year, month, from), to: day(year, month, to) });
	},
	(random, span) => {
		const start = random.pick(span.years);
		if (span.kind === 'calendar')
			return dated(`март – май ${start} г.`, { from: day(start, 3, 1), to: day(start, 5, 31) });
		const dash = random.pick([' – ', '-', ' - ', '—']);
		return dated(`октябрь ${start} г.${dash}апрель ${start + 1} г.`, {
			from: day(start, 10, 1),
			to: day(start + 1, 4, 30)
		});
	},
	(random, span) => {
		const start = random.pick(span.years);
		return dated(
			random.pick([
				`сентябрь, ноябрь ${start} г.`,
				`сентябрь и ноябрь ${start} года`,
				`сентябрь ${start} г., ноябрь ${start} г.`
			]),
			monthOf(start, 9),
			monthOf(start, 11)
		);
	},
	(random, span) => {
		const start = random.pick(span.years);
		return dated(random.pick([`IV квартал ${start} г.`, `4 квартал ${start} года`, `4-й квартал ${start}`]), {
			from: day(start, 10, 1),
			to: day(start, 12, 31)
		});
	},
	(random, span) => {
		const year = random.pick(span.years);
		const month = random.pick([9, 10, 11, 12]);
		const last = lastOf(year, month);
		const [words, from, to] = random.pick([
			['последняя неделя', last - 6, last],
			['первая неделя', 1, 7],
			['первая половина', 1, 15],
			['вторая половина', 16, last],
			['первая декада', 1, 10],
			['вторая декада', 11, 20]
		] as const);
		return dated(`${words} ${ofMonths[month - 1]} ${year} г.`, {
			from: day(year, month, from),
			to: day(year, month, to)
		});
	}
];

/** Without a year: a plan of one year tells it. */
const ofOneYear: Way[] = [
	(random, span) => {
		const { month, year } = someMonth(random, span);
		return dated(cased(random, months[month - 1] ?? ''), monthOf(year, month));
	},
	(random, span) => {
		const { month, year } = someMonth(random, span);
		return dated(`в ${inMonths[month - 1]}`, monthOf(year, month));
	},
	(random, span) => {
		const [year = 0] = span.years;
		const [from, to] = random.pick<readonly [number, number]>(
			span.kind === 'calendar'
				? ([
						[2, 4],
						[9, 10],
						[1, 6]
					] as const)
				: ([
						[9, 10],
						[10, 12],
						[11, 3],
						[9, 5],
						[1, 5],
						[12, 2]
					] as const)
		);
		const yearOf = (month: number) => (span.kind === 'calendar' || month >= 9 ? year : year + 1);
		const text = random.pick([
			`${months[from - 1]}${random.pick(['-', ' – ', ' - ', '–'])}${months[to - 1]}`,
			`с ${ofMonths[from - 1]} по ${months[to - 1]}`
		]);
		return dated(cased(random, text), {
			from: day(yearOf(from), from, 1),
			to: day(yearOf(to), to, lastOf(yearOf(to), to))
		});
	},
	(random, span) => {
		const [year = 0] = span.years;
		const next = span.kind === 'calendar' ? year : year + 1;
		return dated(
			random.pick(['октябрь, апрель', 'октябрь; апрель', 'октябрь и апрель', 'Октябрь,\nапрель']),
			monthOf(year, 10),
			monthOf(next, 4)
		);
	},
	(random, span) => {
		const { month, year } = someMonth(random, span);
		const date = 5 + random.upTo(20);
		const text = random.pick([
			`до ${date} ${ofMonths[month - 1]}`,
			`не позднее ${date} ${ofMonths[month - 1]}`,
			`в срок до ${date} ${ofMonths[month - 1]}`,
			`до ${two(date)}.${two(month)}`
		]);
		return until(text, day(year, month, date));
	},
	(_, span) => {
		const [year = 0] = span.years;
		if (span.kind === 'calendar')
			return dated('последняя неделя августа', { from: day(year, 8, 25), to: day(year, 8, 31) });
		return dated('август-сентябрь', { from: day(year, 8, 1), to: day(year, 9, 30) });
	},
	(random, span) => {
		const [year = 0] = span.years;
		return dated(random.pick(['IV квартал', '4 квартал']), { from: day(year, 10, 1), to: day(year, 12, 31) });
	},
	(random, span) => {
		const { month, year } = someMonth(random, span);
		return dated(`${random.pick(['10-20', '10 – 20', 'с 10 по 20'])} ${ofMonths[month - 1]}`, {
			from: day(year, month, 10),
			to: day(year, month, 20)
		});
	}
];

/** Year after year, in a plan of several. */
const everyYear: Way[] = [
	(random, span) =>
		dated(
			random.pick(['ежегодно, май', 'ежегодно в мае', 'май, ежегодно', 'Ежегодно\nмай', 'май ежегодно']),
			...span.years.map((year) => monthOf(year + 1, 5))
		),
	(random, span) =>
		until(
			random.pick(['ежегодно до 20 мая', 'Ежегодно, до 20 мая', 'до 20 мая ежегодно']),
			...span.years.map((year) => day(year + 1, 5, 20))
		),
	(random, span) =>
		dated(
			random.pick(['ежегодно, октябрь – ноябрь', 'октябрь-ноябрь, ежегодно']),
			...span.years.map((year) => ({ from: day(year, 10, 1), to: day(year, 11, 30) }))
		),
	(random, span) => {
		const year = random.pick(span.years);
		return dated(
			random.pick([
				`${year}-${year + 1} учебный год`,
				`${year}/${year + 1} уч. год`,
				`в течение ${year}-${year + 1} учебного года`
			]),
			{
				from: day(year, 9, 1),
				to: day(year + 1, 8, 31)
			}
		);
	}
];

const of =
	(kind: TrueDeadline['kind'], ...texts: string[]): Way =>
	(random) => ({
		text: cased(random, random.pick(texts)),
		kind,
		windows: []
	});

const undated: Way[] = [
	of('cadence', '1 раз в две недели', 'ежемесячно', 'ежеквартально', 'раз в полугодие', 'до 25 числа каждого месяца'),
	of(
		'cadence',
		'один раз в месяц',
		'еженедельно',
		'2 раза в год',
		'не реже 1 раза в месяц',
		'1 раз в квартал',
		'раз в четверть'
	),
	of('on-demand', 'по мере необходимости', 'по запросу', 'при необходимости', 'по мере поступления запросов'),
	of('external', 'по графику РЦ', 'по отдельному плану', 'согласно графику', 'по плану методического центра'),
	of(
		'external',
		'в течение месяца после закрепления пар',
		'не позднее 5 рабочих дней после издания приказа',
		'в соответствии с графиком'
	)
];

const throughout: Way = (random, span) => ({
	text: cased(
		random,
		random.pick([
			'в течение года',
			'в течение учебного года',
			'весь период',
			'постоянно',
			'в течение всего периода',
			'в течении года',
			'на протяжении года',
			'В течение\nгода'
		])
	),
	kind: 'throughout',
	windows: span.period ? [span.period] : []
});

function cased(random: Random, text: string) {
	return random.chance(0.5) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** A deadline as documents write it, and what it means in a plan of this span. */
export function inventDeadline(random: Random, span: Span): TrueDeadline {
	const chance = random();
	if (chance < 0.18) return throughout(random, span);
	if (chance < 0.32) return random.pick(undated)(random, span);
	if (span.kind === 'years' && random.chance(0.35)) return random.pick(everyYear)(random, span);
	const oneYear = span.kind === 'school-year' || span.kind === 'calendar';
	return random.pick(oneYear && random.chance(0.65) ? ofOneYear : withYear)(random, span);
}

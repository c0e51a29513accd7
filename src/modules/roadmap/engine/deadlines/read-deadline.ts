import { addDays } from '../../../../core/dates';
import type { Cadence, Deadline, Period } from '../../rules/understanding';
import { glance, tidy } from '../grid';
import { readCadence } from './cadence';
import { onlyLasts, readLasting, windowOfLasting } from './lasting';
import { daysOf, isOfCalendar, type Span, spansOf, spreadYears, withCalendarHalves } from './spans';
import type { Token } from './tokens';
import { normaliseDeadline, tokensOf } from './tokens';
import { calendarYear, isOneYear, openedBefore, schoolYears, windowsFromYear, windowsInPeriod } from './years';

/** `why` says what a person should look at; null when nothing is doubtful. */
export type ReadDeadline = { deadline: Deadline; why: string | null };

const onEvent =
	/(?:^|\s)(после(?![а-я])|по\s+(?:итогам|результатам|окончании|завершении|факту|согласованию|договоренности|(?:[а-я]+\s+)?графику|индивидуальн[а-я]+\s+план[ау]м?|отдельному|план[ау]|расписанию|положению)|согласно|в\s+соответствии|со\s+дня|с\s+момента|с\s+даты|за\s+(?:\S+\s+){0,2}(?:дн|ден|недел|месяц)\S*\s+до|в\s+сроки,?\s+(?:установленн|определ|указанн)|(?:рабочих|календарных)\s+дн|в\s+соотв)/;
const onDemand =
	/по\s+(?:мере|необх|запрос|требован|потребност|обращен|заявк|просьб|желани|необходимости|надобност|нужд|возможност|готовност)|при\s+(?:необходимости|наличии|возникновении|обращении|приеме|трудоустройстве)|в\s+случае|в\s+рабочем\s+порядке|(?:когда|если|как)\s+(?:[а-я]+\s+)?(?:(?:по)?прос(?:ят|ит)|обрат(?:ят|ит)ся|понадоб(?:ится|ятся)|потребу(?:ется|ются)|возникнет|будет\s+нужно|нужно)(?![а-я])/;
const allTheTime =
	/(?:в\s+теч(?:ени[еи]|ен|)\.?|на\s+протяжении|весь)\s+(?:(?:всего|данного|текущего|нового)\s+)?(?:(?:учебного|учебный|календарного|уч\.?)\s+)?(?:год|г\.|период|срок|времен|реализаци|действи|этап)|постоянн|весь\s+(?:учебный\s+)?(?:год|период|срок)|круглогодично|круглый\s+год|систематическ|регулярно|непрерывно|на\s+всех\s+этапах|(?:в|на)\s+(?:ходе|период|процессе)\s+(?:всего\s+|реализации|действия)|весь\s+период|всего\s+периода|в\s+течени[еи]\s*$|^(?:весь\s+)?(?:текущий\s+)?(?:учебный|календарный)\s+год$/;

/**
 * Reads the words of a deadline over the plan's period (null: the document names none). `around` is the stretch of years
 * other rows name: it only helps to give a year to «октябрь» when the document has no period.
 */
export function readDeadline(
	written: string | null,
	period: Period | null,
	around: Period | null = period
): ReadDeadline {
	const text = written === null ? '' : tidy(written);
	if (text.replace(/[-–—_.\s]/g, '') === '') return { deadline: { text: null, kind: 'none', windows: [] }, why: null };
	const words = explained(normaliseDeadline(glance(text)));
	const tokens = tokensOf(words);
	const cadence = readCadence(words);
	const external = onEvent.exec(words);
	const throughout = allTheTime.exec(words);
	const demand = onDemand.exec(words);
	const dated = datedWindows(words, tokens, period, around);

	if (
		cadence &&
		!(cadence.cadence.unit === 'year' && dated.windows.length) &&
		!namesEachTime(cadence.cadence, tokens)
	) {
		return sure({
			text,
			kind: 'cadence',
			windows: cadence.cadence.byDay ? [] : dated.windows,
			cadence: cadence.cadence
		});
	}
	const lasting = readLasting(words);
	const long = lasting && !/рабочих/.test(words) && windowOfLasting(lasting, spansOf(tokens), dated.windows);
	if (long) return sure({ text, kind: 'windows', windows: [long], ...(lasting.before && { until: true }) });
	if (
		external &&
		!(throughout && throughout.index < external.index) &&
		!(dated.windows.length && tokenBefore(words, external.index))
	) {
		return sure({ text, kind: 'external', windows: [] });
	}
	if (throughout && !hasAtoms(tokens)) {
		return sure({ text, kind: 'throughout', windows: dated.windows.length ? dated.windows : period ? [period] : [] });
	}
	if (dated.windows.length)
		return { deadline: { text, kind: 'windows', ...dated.deadline, windows: dated.windows }, why: dated.why };
	if (demand) return sure({ text, kind: 'on-demand', windows: [] });
	if (tokens.some(({ is }) => is === 'yearly'))
		return sure({ text, kind: 'cadence', windows: [], cadence: { every: 1, unit: 'year' } });
	if (hasAtoms(tokens))
		return {
			deadline: { text, kind: 'windows', windows: [] },
			why: dated.why ?? 'Год не указан ни здесь, ни в названии плана: впишите дату.'
		};
	return {
		deadline: { text, kind: 'external', windows: [] },
		why: onlyLasts(words)
			? 'Сказано, как долго, но не с какого дня: впишите даты.'
			: 'Срок не удалось понять как дату: проверьте его.'
	};
}

/** «I четверть (сентябрь – октябрь)»: the brackets say what is meant. */
function explained(words: string) {
	if (!words.includes('(')) return words;
	const found = /^[^()]*(?:квартал|полугоди|четверт|триместр|семестр|сезон)[^()]*\(([^()]+)\)$/.exec(words);
	return found?.[1] && hasAtoms(tokensOf(found[1])) ? found[1] : words;
}

const sure = (deadline: Deadline): ReadDeadline => ({ deadline, why: null });
const hasAtoms = (tokens: readonly Token[]) => tokens.some(({ is }) => is === 'atom');
const tokenBefore = (words: string, at: number) => hasAtoms(tokensOf(words.slice(0, at)));

/** «2 раза в год: октябрь, апрель» names every time itself: that is dates, not a rhythm. */
const namesEachTime = ({ unit, every }: Cadence, tokens: readonly Token[]) =>
	(unit === 'half-year' || unit === 'year' || unit === 'quarter' || (unit === 'day' && every > 60)) &&
	spansOf(tokens).filter(({ from, to }) => from === to).length >= 2;

type Dated = { windows: Period[]; deadline: { yearly?: boolean; until?: boolean }; why: string | null };

function datedWindows(words: string, tokens: readonly Token[], period: Period | null, around: Period | null): Dated {
	const spans = spreadYears(spansOf(tokens)).map(isOfCalendar(words, period) ? withCalendarHalves : (span) => span);
	const yearly = tokens.some(({ is }) => is === 'yearly');
	const since = yearlySince(tokens);
	const stretch = yearsIn(tokens);
	if (spans.length === 0) return wholeYears(words, tokens, stretch, period);

	const frame = stretch ?? period ?? around;
	const windows: Period[] = [];
	let guessed: string | null = null;
	for (const span of spans) {
		const found = windowsOf(span, { yearly, since, frame, period });
		if (span.from.year === null && !yearly && !stretch && since === null) guessed ??= doubtAbout(found, period, around);
		windows.push(
			...found.map((window) =>
				span.until
					? openedBefore(window.to, frame, [])
					: span.since
						? { ...window, to: endAfter(window, frame) }
						: window
			)
		);
	}
	if (/каникул/.test(words)) guessed ??= 'Каникулы у каждой школы свои: какого числа?';
	const ordered = windows.filter(
		({ from, to }, at) => from <= to && windows.findIndex((one) => one.from === from && one.to === to) === at
	);
	if (windows.some(({ from, to }) => from > to)) guessed = 'Начало срока позже его конца: проверьте даты.';
	ordered.sort((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1));
	const until = spans.some((span) => span.until);
	return { windows: ordered, deadline: { ...(yearly ? { yearly } : {}), ...(until ? { until } : {}) }, why: guessed };
}

/** Schools prepare a year in the month before it. */
const beforeTheYear = ({ from }: Period): Period => {
	const to = addDays(from, -1);
	return { from: `${to.slice(0, 8)}01`, to };
};

const endAfter = (window: Period, frame: Period | null) => (frame && frame.to > window.to ? frame.to : window.to);

type How = { yearly: boolean; since: number | null; frame: Period | null; period: Period | null };

function windowsOf(span: Span, { yearly, since, frame, period }: How): Period[] {
	const year = span.from.year ?? since;
	if (year !== null && yearly) return windowsFromYear(span, year, period ?? frame);
	if (year !== null) return [winterOf(span, year, period)];
	return frame ? windowsInPeriod(span, frame) : [];
}

/** «Зима 2026» of a school year is the one that ends in 2026. */
function winterOf(span: Span, year: number, period: Period | null) {
	const days = daysOf(span, year);
	return span.from.fromMonth > span.from.toMonth && period && days.from > period.to ? daysOf(span, year - 1) : days;
}

function doubtAbout(found: readonly Period[], period: Period | null, around: Period | null) {
	if (!period && around) return 'Год не указан: взят тот, что стоит в соседних строках.';
	if (found.length > 1) return 'Месяц без года в плане на несколько лет: каждый год?';
	return period && found.some(({ from }) => from < period.from) && isOneYear(period)
		? 'Взят август перед началом учебного года: проверьте.'
		: null;
}

/** «май, ежегодно с 2025 года». */
function yearlySince(tokens: readonly Token[]): number | null {
	const at = tokens.findIndex(({ is }) => is === 'yearly');
	const year = at < 0 ? undefined : tokens.slice(at).find((token) => token.is === 'year');
	return year?.is === 'year' ? year.year : null;
}

/** «октябрь 2024-2025 учебного года»: the years narrow the month. */
function yearsIn(tokens: readonly Token[]): Period | null {
	const years = tokens.find((token) => token.is === 'years' && token.to > token.from);
	if (years?.is === 'years') return schoolYears(years.from, years.to);
	const lone = tokens.filter((token) => token.is === 'year');
	const yearless = spansOf(tokens).every(({ from, to }) => from.year === null && to.year === null);
	return lone.length === 1 && lone[0]?.is === 'year' && yearless && !tokens.some(({ is }) => is === 'yearly')
		? calendarYear(lone[0].year)
		: null;
}

/** No month at all: «2024-2025 учебный год», «в течение 2025 года», «до конца учебного года». */
function wholeYears(words: string, tokens: readonly Token[], stretch: Period | null, period: Period | null): Dated {
	const plain = (windows: Period[], until = false): Dated => ({ windows, deadline: until ? { until } : {}, why: null });
	const since = tokens.some(({ is }) => is === 'from') && tokens.find((token) => token.is === 'year');
	if (since && since.is === 'year' && period && calendarYear(since.year).from < period.to)
		return plain([{ from: calendarYear(since.year).from, to: period.to }]);
	if (stretch && !/приказ|протокол/.test(words)) return plain([stretch]);
	const lone = tokens.flatMap((token) => (token.is === 'year' ? [calendarYear(token.year)] : []));
	const until = tokens.some(({ is }) => is === 'until');
	if (until && lone[0]) {
		const to = /кон(?:ец|ц)/.test(words) ? lone[0].to : addDays(lone[0].from, -1);
		return plain([openedBefore(to, period, [])], true);
	}
	if (lone.length) return plain(lone);
	if (period && until && tokens.some(({ is }) => is === 'year-start')) return plain([beforeTheYear(period)], true);
	if (period && tokens.some(({ is }) => is === 'year-start'))
		return {
			...plain([{ from: period.from, to: `${period.from.slice(0, 8)}10` }]),
			why: 'Начало учебного года: какого числа?'
		};
	if (period && tokens.some(({ is }) => is === 'year-end')) {
		const may = `${period.to.slice(0, 4)}-05`;
		return {
			...plain([until ? { from: period.from, to: `${may}-31` } : { from: `${may}-01`, to: `${may}-31` }], until),
			why: 'Конец учебного года: какого числа?'
		};
	}
	return plain([]);
}

import type { Period } from '../rules/understanding';
import { daysOf, type Span, spansOf, spreadYears, withCalendarHalves } from './deadlines/spans';
import { normaliseDeadline, tokensOf } from './deadlines/tokens';
import { calendarYear, schoolYears, windowsInPeriod } from './deadlines/years';
import { glance } from './grid';

/** Dates and numbers of other papers named in a title say nothing about its period. */
const otherPapers =
	/(?:приказ|распоряжен|протокол|письм|постановлен|закон|утвержд|вход|исх|действителен)\S*(?:\s+\S+){0,6}?\s+(?:от\s+)?\d{1,2}[.\s]\S+\s?(?:20\d\d)?(?:\s*г\S*)?|от\s+«?\d{1,2}»?[.\s]+\S+\s?20\d\d\s*(?:г\S*)?|№\s*\S+/g;
const years = /(20\d\d)\s*(?:г\.?|год[а-я]*)?\s*[-/]\s*(20\d\d|\d\d(?!\d))/;
/** «2023/2024 – 2025/2026 учебные годы». */
const severalRanges =
	/(20\d\d)\s*[/-]\s*(?:20)?\d\d\s*(?:учебн\S+\s+год\S*\s*)?(?:-|и|,)\s*20\d\d\s*[/-]\s*(20\d\d|\d\d)/;
const listOfYears = /(20\d\d)(?:\s*,\s*20\d\d)*\s*(?:,|и)\s*(20\d\d)\s*(?:г|уч)/;
const oneSchoolYear = /(20\d\d)\s*уч/;
const oneYear =
	/(?:^|\s|\()(?<!(?:^|\s)до\s)(?:на|в|за|до конца)?\s*(20\d\d)\s*(?:календарн\S+\s*)?(?:г\.|г(?=\s|$)|год)/;

/** «План наставничества-2026», «Год наставника (2026)»: the only year, and neither of a place's imprint nor a limit. */
function loneYear(words: string) {
	const years = [...words.matchAll(/(?<![\d.,№])(?:^|[^\d])(20\d\d)(?![\d.])/g)];
	return years.length === 1 && !/(?:^|\s)(?:до|после|с)\s+20\d\d|г\.\s?[а-я-]+,?\s+20\d\d$/.test(words)
		? years[0]?.[1]
		: undefined;
}

/** «Опубликовано 14 января»: a day alone is no period. */
const isOneDay = ({ from, to }: Span) => from === to && from.fromDay !== null && from.fromDay === from.toDay;

/** The period a title states: school years from 1 September to 31 August, a calendar year, or the days it names; else null. */
export function readPeriod(title: string): Period | null {
	const words = normaliseDeadline(glance(title))
		.replace(/-\s*\/\s*/g, '-')
		.replace(/(20\d\d)\s?-?(?:й|го|м)(?![а-я])/g, '$1')
		.replace(otherPapers, ' ');
	const written = spansOf(tokensOf(words)).filter((span) => !span.until && !isOneDay(span));
	const dated = written.filter(({ from, to }) => from.year !== null || to.year !== null);
	const [span] = spreadYears(dated).map(/учебн|уч\./.test(words) ? (own) => own : withCalendarHalves);
	if (span?.from.year) return daysOf(span, span.from.year);
	const [part] = written;
	const range = severalRanges.exec(words) ?? years.exec(words) ?? listOfYears.exec(words);
	if (range?.[1] && range[2]) {
		const from = Number(range[1]);
		const to = range[2].length === 2 ? Number(range[1].slice(0, 2) + range[2]) : Number(range[2]);
		if (part && to === from + 1) return windowsInPeriod(part, schoolYears(from, to))[0] ?? schoolYears(from, to);
		return to > from ? schoolYears(from, to) : to === from ? calendarYear(from) : null;
	}
	const school = oneSchoolYear.exec(words);
	if (school) return schoolYears(Number(school[1]), Number(school[1]) + 1);
	const year = oneYear.exec(words)?.[1] ?? loneYear(words);
	if (!year) return null;
	const whole = calendarYear(Number(year));
	const own = part && !/учебн/.test(words) ? windowsInPeriod(part, whole)[0] : undefined;
	return own && own.from >= whole.from && own.to <= whole.to ? own : whole;
}

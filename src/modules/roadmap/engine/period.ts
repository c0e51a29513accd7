import type { Period } from '../rules/understanding';
import { daysOf, type Span, spansOf, spreadYears, withCalendarHalves } from './deadlines/spans';
import { normaliseDeadline, tokensOf } from './deadlines/tokens';
import { calendarYear, schoolYears, windowsInPeriod } from './deadlines/years';
import { glance } from './grid';

/** Dates and numbers of other papers named in a title say nothing about its period. */
const otherPapers =
	/(?:приказ|распоряжен|протокол|письм|постановлен|закон|утвержд|вход|исх|действителен)\S*(?:\s+\S+){0,6}?\s+(?:от\s+)?\d{1,2}[.\s]\S+\s?(?:20\d\d)?(?:\s*г\S*)?|от\s+«?\d{1,2}»?[.\s]+\S+\s?20\d\d\s*(?:г\S*)?|№\s*\S+/g;
const years = /(20\d\d)\s*(?:г\.?|год[а-я]*)?\s*[-/]\s*(20\d\d|\d\d(?!\d))/;
/** One school year in figures: «2025/26», «2025-2026». */
const schoolYear = /(?<!\d)(20\d\d)\s*[/-]\s*(?:20)?(\d\d)(?![\d.])/g;
/** «с 2025 по 2028 год». */
const fromTo = /(?<![а-я])с\s+(20\d\d)\s*(?:г\.?|год[а-я]*)?\s+(?:по|до)\s+(20\d\d)/;
/** «25/26 уч. год», «на 25/26», «план школы 25-26». */
const shortYears =
	/(?<![\d./-])([2-4]\d)\s*\/\s*([2-4]\d)(?![\d./-])|(?<![\d./№-])([2-4]\d)-([2-4]\d)(?=\s+уч|\s*(?:гг?\.|г\.\s?г|год)|[\s.)»"]*$)/;
/** The years of what the plan is a part of: «в рамках проекта 2025–2030». */
const widerPapers =
	/(?:программ|проект|нацпроект|концепци|стратеги|стандарт)[а-я]*(?:\s[^\d\s]+){0,6}\s\(?(?:(?:(?:на|в)\s)?20\d\d\s*-\s*20\d\d|до\s20\d\d)(?:\s*(?:годы|годов|годах|год|года|г\.))?/g;
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

/** «2023/2024 – 2025/2026 учебные годы», «2025/26, 2026/27 и 2027/28»: from the first to the last. */
function severalYears(words: string): Period | null {
	const years = [...words.matchAll(schoolYear)].map(([, from, to]) => [Number(from), Number(to)] as const);
	const following = years.filter(([from, to]) => to === (from + 1) % 100).map(([from]) => from);
	const [first, last] = [Math.min(...following), Math.max(...following)];
	return following.length > 1 && last > first ? schoolYears(first, last + 1) : null;
}

/** Years of two figures as those of four. */
function inFull(found: RegExpExecArray | null) {
	const [from, to] = found ? [found[1] ?? found[3], found[2] ?? found[4]] : [];
	return Number(to) === Number(from) + 1 ? ['', `20${from}`, `20${to}`] : null;
}

/** «г. Клён 2025 г.»: where and when a paper was printed. */
const imprint = /(?<![а-я])(?:г\.|город|с\.|село|пос\.|п\.|ст\.)\s?[а-я][а-я-]+,?\s+20\d\d(?:\s*(?:г\.?|год))?$/;

/** «две тысячи двадцать пятый»: the ordinal numbers of our years. */
const inFigures = (title: string) =>
	/тысяч/i.test(title)
		? title.replace(
				/(?:в\s)?дв(?:е|ух)\s+тысячи?\s+(двадцат|тридцат)(?:ь|и)?\s*(перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят)?[а-яё]*/gi,
				(_, tens: string, ones?: string) =>
					String(
						(tens.startsWith('дв') ? 2020 : 2030) + (ones ? ordinals.indexOf(ones.toLowerCase().replace('ё', 'е')) : 0)
					)
			)
		: title;
const ordinals = ['', 'перв', 'втор', 'трет', 'четверт', 'пят', 'шест', 'седьм', 'восьм', 'девят'];

/** «Опубликовано 14 января»: a day alone is no period. */
const isOneDay = ({ from, to }: Span) => from === to && from.fromDay !== null && from.fromDay === from.toDay;

/** «2025\2026», «20 25 – 20 26», «2025 2026 учебный год», «2025 – 2026 – 2027»: the signs between years that a hurried hand puts. */
const oneStretch = (words: string) =>
	words
		.replace(/(?<!\d)20 (\d\d)\s?([-/])\s?20 (\d\d)(?!\d)/g, '20$1$220$3')
		.replace(/(?<!\d)(20\d\d)\s?[\\_|]\s?(?=20\d\d(?!\d))/g, '$1-')
		.replace(/(?<!\d)(20\d\d) (20\d\d)(?=\s*(?:уч|гг|год))/g, (both, from, to) =>
			Number(to) > Number(from) ? `${from}-${to}` : both
		)
		.replace(/(?<![\d/])(20\d\d)(?:\s?-\s?20\d\d){1,8}\s?-\s?(20\d\d)(?![\d/])/g, '$1-$2');

/** «на 2025 год и плановый период 2026 и 2027 годов». */
const budgetYears = /(20\d\d)\s*г[а-я.]*\s+и\s+(?:на\s+)?плановый\s+период\s+(?:20\d\d\s*(?:и|,|-)\s*)?(20\d\d)/;
/** «3 года (с 2025 г.)», «1 год, с сентября 2025 г.» */
const duration =
	/(?<![\d.-])([1-5]|один|два|три|четыре|пять)\s+(?:учебны[а-я]+\s+)?(?:год|года|лет)(?![а-я])[\s,(:–-]{1,4}(?:начиная\s+)?с\s+/;
const counted = ['', 'один', 'два', 'три', 'четыре', 'пять'];

/** A stretch told by where it begins and how long it lasts. */
function byDuration(words: string): Period | null {
	const budget = budgetYears.exec(words);
	if (budget) return { from: `${budget[1]}-01-01`, to: `${budget[2]}-12-31` };
	const long = duration.exec(words);
	const start = /^(?:(\d{1,2})\s)?([а-я]+\s)?(20\d\d)/.exec(long ? words.slice(long.index + long[0].length) : '');
	const toEndOfYear =
		/с\s+((?:\d{1,2}\s)?[а-я]+\s20\d\d)\s*(?:г[а-я.]*)?\s+(?:по|до)\s+(?:конца|окончания|конец|окончание)\s+(?:уч|это)/.exec(
			words
		);
	const [first] = spansOf(tokensOf(toEndOfYear?.[1] ?? start?.[0] ?? '')).filter(({ from }) => from.year !== null);
	const days = first?.from.year ? daysOf(first, first.from.year) : null;
	if (toEndOfYear && days) return { from: days.from, to: schoolYearOf(days.from).to };
	if (!long || !start) return null;
	const years = Number(long[1]) || counted.indexOf(long[1] ?? '');
	const year = Number(start[3]);
	if (!start[2] || !days) return schoolYears(year, year + years);
	return days.from.endsWith('-09-01') ? schoolYears(year, year + years) : null;
}
const schoolYearOf = (day: string) => {
	const year = Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < 9 ? 1 : 0);
	return schoolYears(year, year + 1);
};

/** «до 31 августа 2026 года» tells how long at most, and nothing of a whole year. */
const isLimit = (year: string, words: string, spans: readonly Span[]) =>
	spans.some(({ until, to }) => until && String(to.year) === year) && words.split(year).length === 2;

const wordsOfTerms =
	/(?:январ|феврал|март|апрел|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]*|ма[йяе](?![а-я])|год[а-я]*|г\.?г\.|г\.|учебн[а-я]+|уч\.|полугоди[а-я]*|период[а-я]*|(?:на|в|с|со|по|за|до|и)(?![а-я])|(?<=\d)-?(?:е|ое|го|й|м)(?![а-я])/g;

/** «(сентябрь – декабрь 2025)», «09.2025 – 05.2026», «2025/2026»: a stretch of time with its year and no word beside it; no day of a paper. */
export const isTermAlone = (text: string) =>
	text.length < longestTerm &&
	/20\d\d/.test(text) &&
	/[-–—/]|\sпо\s|полугоди/.test(text) &&
	!/\p{L}/u.test(text.toLowerCase().replaceAll('ё', 'е').replace(wordsOfTerms, '')) &&
	readPeriod(text) !== null;
const longestTerm = 80;

/** The period a title states: school years from 1 September to 31 August, a calendar year, or the days it names; else null. */
export function readPeriod(title: string): Period | null {
	const written = oneStretch(normaliseDeadline(inFigures(glance(title))))
		.replace(/-\s*\/\s*|\s*(?:→|->)\s*/g, '-')
		.replace(/(20\d\d)\s?-?(?:й|го|м)(?![а-я])/g, '$1')
		.replace(otherPapers, ' ')
		.replace(imprint, ' ');
	const narrower = written.replace(widerPapers, ' ');
	const words = /20\d\d/.test(narrower) ? narrower : written;
	const lasting = byDuration(words);
	if (lasting) return lasting;
	const all = spansOf(tokensOf(words));
	const spans = all.filter((span) => !span.until && !isOneDay(span));
	const dated = spans.filter(({ from, to }) => from.year !== null || to.year !== null);
	const [span] = spreadYears(dated).map(/учебн|уч\./.test(words) ? (own) => own : withCalendarHalves);
	if (span?.from.year) return daysOf(span, span.from.year);
	const [part] = spans;
	const several = severalYears(words);
	if (several) return several;
	const range = fromTo.exec(words) ?? years.exec(words) ?? listOfYears.exec(words) ?? inFull(shortYears.exec(words));
	if (range?.[1] && range[2]) {
		const from = Number(range[1]);
		const to = range[2].length === 2 ? Number(range[1].slice(0, 2) + range[2]) : Number(range[2]);
		if (part && to === from + 1) return windowsInPeriod(part, schoolYears(from, to))[0] ?? schoolYears(from, to);
		return to > from ? schoolYears(from, to) : to === from ? calendarYear(from) : null;
	}
	const school = oneSchoolYear.exec(words);
	if (school) return schoolYears(Number(school[1]), Number(school[1]) + 1);
	const year = oneYear.exec(words)?.[1] ?? loneYear(words);
	if (!year || isLimit(year, words, all)) return null;
	const whole = calendarYear(Number(year));
	const own = part && !/учебн/.test(words) ? windowsInPeriod(part, whole)[0] : undefined;
	return own && own.from >= whole.from && own.to <= whole.to ? own : whole;
}

import { monthOf, monthPattern, yearTail } from './month-words';
import { feastOf, feastPattern, holidays, schoolQuarter, weekdays } from './school-days';
import { wordsInFull } from './words-in-full';

/** A day, month or longer stretch as it is written: the year may be missing. */
export type Atom = {
	/** Months 1–12 at both ends: equal for a month, three apart for a quarter. `years`: how many new years lie between. */
	fromMonth: number;
	toMonth: number;
	fromDay: number | null;
	toDay: number | null;
	/** Of the first month. */
	year: number | null;
	/** First or second half of a year: of a school year, unless the plan is of a calendar one. */
	half?: 1 | 2;
	/** «Первый понедельник», «последняя пятница» of its month; `order` -1: the last. */
	weekday?: { day: number; order: number };
};

export type Token =
	| { is: 'atom'; atom: Atom }
	| { is: 'years'; from: number; to: number; school: boolean }
	| { is: 'year'; year: number }
	| { is: 'until' | 'from' | 'to' | 'dash' | 'comma' | 'yearly' | 'year-start' | 'year-end' };

const romanOrDigit = '(iv|i{1,3}|[1-4])(?:\\s*-?\\s*(?:й|ый|ой|ая|я|го|ом|ем))?';
const ordinal = '(перв|втор|трет|четверт|последн|1|2|3|4)(?:[а-я]*|\\s*-\\s*[а-я]{1,2})';

const yearOf = (text: string | undefined) => (text ? Number(text) : null);
const atom = (
	fromMonth: number,
	toMonth = fromMonth,
	fromDay: number | null = null,
	toDay: number | null = null,
	year: number | null = null
): Token => ({
	is: 'atom',
	atom: { fromMonth, toMonth, fromDay, toDay, year }
});

const halfOfYear = (half: 1 | 2, year: number | null): Token => {
	const [fromMonth, toMonth] = half === 1 ? [9, 12] : [1, 5];
	return { is: 'atom', atom: { fromMonth, toMonth, fromDay: null, toDay: null, year, half } };
};

const weekdayOf = (month: number, weekday: Atom['weekday'], year: number | null): Token => ({
	is: 'atom',
	atom: { fromMonth: month, toMonth: month, fromDay: null, toDay: null, year, weekday }
});

const ordinals: Record<string, number> = {
	перв: 1,
	втор: 2,
	трет: 3,
	четверт: 4,
	'1': 1,
	'2': 2,
	'3': 3,
	'4': 4,
	i: 1,
	ii: 2,
	iii: 3,
	iv: 4
};
const orderOf = (word: string) => ordinals[word] ?? 0;
const fullYear = (text: string, before: string) =>
	text.length === 2 ? Number(before.slice(0, 2) + text) : Number(text);

type Rule = [pattern: RegExp, read: (found: RegExpExecArray) => Token | null];
const rule = (pattern: string, read: Rule[1]): Rule => [new RegExp(pattern, 'y'), read];

/** Tried in order at every place of the text: longer forms first. */
const rules: Rule[] = [
	// two numeric days of one month: 15-17.04.2026
	rule(
		'(\\d{1,2})\\s?-\\s?(\\d{1,2})\\.(0[1-9]|1[0-2])(?:\\.((?:20)?\\d\\d))?(?!\\d)(?:\\s*г(?:од[а-я]*|\\.)?)?',
		([, from = '', to = '', month = '', year]) =>
			validDay(Number(from), Number(month)) && validDay(Number(to), Number(month)) && Number(from) < Number(to)
				? atom(Number(month), Number(month), Number(from), Number(to), year ? fullYear(year, '2000') : null)
				: null
	),
	// numeric days: 15.10.2023, 15.10.23, 15.10
	rule(
		'(\\d{1,2})\\s?\\.\\s?(\\d{1,2})\\s?\\.\\s?((?:19|20)\\d\\d|\\d\\d)(?!\\d)(?:\\s*г(?:од[а-я]*|\\.)?)?',
		([, day = '', month = '', year = '']) =>
			validDay(Number(day), Number(month))
				? atom(Number(month), Number(month), Number(day), Number(day), fullYear(year, '2000'))
				: null
	),
	rule('(0?[1-9]|1[0-2])\\.((?:19|20)\\d\\d)(?!\\d)(?:\\s*г(?:од[а-я]*|\\.)?)?', ([, month = '', year = '']) =>
		atom(Number(month), Number(month), null, null, Number(year))
	),
	rule('(\\d{1,2})\\.(0[1-9]|1[0-2])(?![\\d.]*\\d)\\.?', ([, day = '', month = '']) =>
		validDay(Number(day), Number(month)) ? atom(Number(month), Number(month), Number(day), Number(day)) : null
	),
	// two days of one month: «1-5 сентября», «с 1 по 5 сентября» comes through the single day
	rule(`(\\d{1,2})\\s*-\\s*(\\d{1,2})\\s+(${monthPattern})${yearTail}`, ([, from = '', to = '', month = '', year]) =>
		atom(monthOf(month), monthOf(month), Number(from), Number(to), yearOf(year))
	),
	rule(`(\\d{1,2})(?:\\s*-?\\s*(?:го|е))?\\s+(${monthPattern})${yearTail}`, ([, day = '', month = '', year]) =>
		validDay(Number(day), monthOf(month))
			? atom(monthOf(month), monthOf(month), Number(day), Number(day), yearOf(year))
			: null
	),
	// «с 1 по 15 октября»: the first day borrows its month
	rule(`(\\d{1,2})(?=\\s+по\\s+\\d{1,2}\\s+(${monthPattern}))`, ([, day = '', month = '']) =>
		atom(monthOf(month), monthOf(month), Number(day), Number(day))
	),
	rule(
		`(?<=(?:^|[^а-я])(?:ко?|до|после|накануне|перед|в|на)\\s)(${feastPattern})(?![а-я])${yearTail}`,
		([, words = '', year]) => {
			const feast = feastOf(words);
			return feast ? atom(feast.month, feast.month, feast.day, feast.day, yearOf(year)) : null;
		}
	),
	// parts of a month
	rule(
		`(?:${ordinal}|${romanOrDigit})\\s+(${weekdays.join('|')})[а-я]*\\s+(${monthPattern})${yearTail}`,
		([, word, roman, name = '', month = '', year]) => {
			const order = word?.startsWith('последн') ? -1 : orderOf(word ?? roman ?? '');
			return weekdayOf(monthOf(month), { day: weekdays.indexOf(name) + 1, order }, yearOf(year));
		}
	),
	rule(`последн[а-я]*\\s+недел[а-я]*\\s+(${monthPattern})${yearTail}`, ([, month = '', year]) =>
		atom(monthOf(month), monthOf(month), -7, null, yearOf(year))
	),
	rule(
		`${romanOrDigit}\\s*(?:-|и)\\s*${romanOrDigit}\\s+недел[а-я]*\\s+(${monthPattern})${yearTail}`,
		([, from = '', to = '', month = '', year]) =>
			atom(monthOf(month), monthOf(month), (orderOf(from) - 1) * 7 + 1, orderOf(to) * 7, yearOf(year))
	),
	rule(
		`(?:${ordinal}|${romanOrDigit})\\s+недел[а-я]*\\s+(${monthPattern})${yearTail}`,
		([, word, roman, month = '', year]) => {
			const first = (orderOf(word ?? roman ?? '') - 1) * 7 + 1;
			return atom(monthOf(month), monthOf(month), first, first + 6, yearOf(year));
		}
	),
	rule(
		`${romanOrDigit}\\s*(?:-|и)\\s*${romanOrDigit}\\s+декад[а-я]*\\s+(${monthPattern})${yearTail}`,
		([, from = '', to = '', month = '', year]) =>
			atom(
				monthOf(month),
				monthOf(month),
				(orderOf(from) - 1) * 10 + 1,
				orderOf(to) === 3 ? null : orderOf(to) * 10,
				yearOf(year)
			)
	),
	rule(
		`(?:${ordinal}|${romanOrDigit})\\s+декад[а-я]*\\s+(${monthPattern})${yearTail}`,
		([, word, roman, month = '', year]) => {
			const order = word?.startsWith('последн') ? 3 : orderOf(word ?? roman ?? '');
			return atom(monthOf(month), monthOf(month), (order - 1) * 10 + 1, order === 3 ? null : order * 10, yearOf(year));
		}
	),
	rule(`(начал|середин|кон(?:ец|ц))[а-я]*\\s+(${monthPattern})${yearTail}`, ([, part = '', month = '', year]) => {
		const [from, to] = part === 'начал' ? [1, 10] : part === 'середин' ? [11, 20] : [21, null];
		return atom(monthOf(month), monthOf(month), from, to, yearOf(year));
	}),
	rule(
		`(перв|втор|1|2)(?:-?[а-я]+)?\\s+половин[а-я]*\\s+(${monthPattern})${yearTail}`,
		([, order = '', month = '', year]) =>
			orderOf(order) === 1
				? atom(monthOf(month), monthOf(month), 1, 15, yearOf(year))
				: atom(monthOf(month), monthOf(month), 16, null, yearOf(year))
	),
	// months
	rule(`(${monthPattern})${yearTail}`, ([, month = '', year]) =>
		atom(monthOf(month), monthOf(month), null, null, yearOf(year))
	),
	rule(
		`${romanOrDigit}\\s*-\\s*${romanOrDigit}\\s*(?:квартал[а-я]*|кв\\.)${yearTail}`,
		([, from = '', to = '', year]) => atom(orderOf(from) * 3 - 2, orderOf(to) * 3, null, null, yearOf(year))
	),
	// quarters and halves: of the calendar year; a «полугодие» of a school is half of its school year
	rule(`${romanOrDigit}\\s*(?:квартал[а-я]*|кв\\.)${yearTail}`, ([, order = '', year]) => {
		const last = orderOf(order) * 3;
		return atom(last - 2, last, null, null, yearOf(year));
	}),
	rule(`${ordinal}\\s+квартал[а-я]*${yearTail}`, ([, order = '', year]) => {
		const last = (order.startsWith('последн') ? 4 : orderOf(order)) * 3;
		return atom(last - 2, last, null, null, yearOf(year));
	}),
	rule(
		`(?:${ordinal}|${romanOrDigit})\\s+(?:учебн[а-я]*\\s+)?(?:полугоди[а-я]*|семестр[а-я]*)${yearTail}`,
		([, word, roman, year]) => halfOfYear(orderOf(word ?? roman ?? '') === 1 ? 1 : 2, yearOf(year))
	),
	rule(`(?:${ordinal}|${romanOrDigit})\\s+(?:учебн[а-я]*\\s+)?четверт[а-я]*${yearTail}`, ([, word, roman, year]) => {
		const [from, to] = schoolQuarter(orderOf(word ?? roman ?? ''));
		return atom(from, to, null, null, yearOf(year));
	}),
	rule(`${romanOrDigit}\\s*-\\s*${romanOrDigit}\\s*четверт[а-я]*${yearTail}`, ([, from = '', to = '', year]) =>
		atom(schoolQuarter(orderOf(from))[0], schoolQuarter(orderOf(to))[1], null, null, yearOf(year))
	),
	rule(`(?:${ordinal}|${romanOrDigit})\\s+триместр[а-я]*${yearTail}`, ([, word, roman, year]) => {
		const [from, to] = ([9, 12, 3] as const).map((first) => [first, ((first + 1) % 12) + 1] as const)[
			orderOf(word ?? roman ?? '') - 1
		] ?? [9, 11];
		return atom(from, to, null, null, yearOf(year));
	}),
	rule(`(осенн|зимн|весенн|летн)[а-я]+\\s+каникул[а-я]*${yearTail}`, ([, season = '', year]) => {
		const [from, fromDay, to, toDay] = holidays[season] ?? [6, 1, 8, 31];
		return atom(from, to, fromDay, toDay, yearOf(year));
	}),
	rule(
		`(осен|зим|весн|лет)(?:ь|ью|ой|ом|а|о|и|ний|няя)(?![а-я])(?!\\s*каникул)${yearTail}`,
		([, season = '', year]) => {
			const [from, to] = { осен: [9, 11], зим: [12, 2], весн: [3, 5], лет: [6, 8] }[season] ?? [9, 11];
			return atom(from as number, to as number, null, null, yearOf(year));
		}
	),
	// years
	rule(
		'(20\\d\\d)\\s*(?:г\\.?|год[а-я]*)?\\s*[-/]\\s*(20\\d\\d|\\d\\d(?!\\d))\\s*(уч)?',
		([, from = '', to = '', school]) => ({
			is: 'years',
			from: Number(from),
			to: fullYear(to, from),
			school: school !== undefined
		})
	),
	rule('(20\\d\\d)(?:\\s*(?:г\\.?|год[а-я]*))?', ([, year = '']) => ({ is: 'year', year: Number(year) })),
	rule('начал[а-я]*\\s+(?:нового\\s+)?(?:учебного\\s+)?года', () => ({ is: 'year-start' })),
	rule('кон(?:ец|ц)[а-я]*\\s+(?:учебного\\s+)?года', () => ({ is: 'year-end' })),
	rule('начиная\\s+с(?=\\s+20\\d\\d)', () => ({ is: 'yearly' })),
	rule(`кажд[а-я]+(?=\\s+(?:${monthPattern}))`, () => ({ is: 'yearly' })),
	rule('(?:ежегодно|кажд(?:ый|ого)\\s+(?:учебн(?:ый|ого)\\s+)?год[а-я]*)', () => ({ is: 'yearly' })),
	rule('(?:в\\s+срок\\s+)?(?:до|не\\s+позднее|не\\s+позже|ко?)(?![а-я])', () => ({ is: 'until' })),
	rule('(?:(?:начиная\\s+)?(?:с|со|от)|не\\s+ран(?:ее|ьше))(?![а-я])', () => ({ is: 'from' })),
	rule('(?<=^)по(?=\\s+\\d)', () => ({ is: 'until' })), // «по 30 мая»
	rule('по(?![а-я])', () => ({ is: 'to' })),
	rule('\\s-\\s|-', () => ({ is: 'dash' })),
	rule('[,;/\\n+]|и(?![а-я])', () => ({ is: 'comma' }))
];

const validDay = (day: number, month: number) =>
	day >= 1 && day <= (month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31) && month >= 1 && month <= 12;

/** Lower case, е for ё, one sort of dash, no footnote stars, short and misspelt words in full: what the rules above expect. */
export const normaliseDeadline = (text: string) =>
	wordsInFull(
		text
			.toLowerCase()
			.replaceAll('ё', 'е')
			.replace(/[–—−‒]/g, '-')
			.replace(/(\d)\*/g, '$1')
			.replace(/г\.\s*г\.?|гг\.?/g, 'г.')
			.replace(/\s+/g, ' ')
			.trim()
	);

/** Do the words say dates and nothing besides: «Сентябрь», «январь – февраль 2026 г.», «1-е полугодие»? */
export function onlyDates(normalised: string): boolean {
	const words = normalised.replace(/(?<![а-я])(?:учебн[а-я]*|уч|год[а-я]*|месяц[а-я]*|г)(?![а-я])/g, ' ');
	let dates = 0;
	for (let at = 0; at < words.length; ) {
		const { token, end } = tokenAt(words, at);
		if (!token && /[\p{L}\d]/u.test(words[at] ?? '')) return false;
		if (token?.is === 'atom') dates++;
		at = end;
	}
	return dates > 0;
}

/** The dates of a deadline with the words that join them; everything else is passed over. */
export function tokensOf(normalised: string): Token[] {
	const tokens: Token[] = [];
	let at = 0;
	while (at < normalised.length) {
		const next = tokenAt(normalised, at);
		if (next.token) tokens.push(next.token);
		at = next.end;
	}
	return tokens;
}

function tokenAt(text: string, at: number): { token: Token | null; end: number } {
	anyRule.lastIndex = at;
	if (!(at > 0 && isWithin(text, at)) && anyRule.test(text))
		for (const [pattern, read] of rules) {
			pattern.lastIndex = at;
			const found = pattern.exec(text);
			const token = found && read(found);
			if (found && token) return { token, end: at + Math.max(found[0].length, 1) };
		}
	return { token: null, end: at + 1 };
}

/** All rules in one: at most places none holds, and one look tells. */
const anyRule = new RegExp(rules.map(([{ source }]) => `(?:${source})`).join('|'), 'y');

/** Within a word or a number. */
const isWithin = (text: string, at: number) =>
	(letter.test(text[at] ?? '') && letter.test(text[at - 1] ?? '')) ||
	(digit.test(text[at] ?? '') && digit.test(text[at - 1] ?? ''));
const letter = /[а-яa-z]/;
const digit = /\d/;

import type { Cadence } from '../../rules/understanding';

const counts: Record<string, number> = {
	один: 1,
	одного: 1,
	одна: 1,
	одну: 1,
	одной: 1,
	два: 2,
	двух: 2,
	две: 2,
	три: 3,
	трех: 3,
	четыре: 4,
	четырех: 4,
	пять: 5,
	пяти: 5,
	шесть: 6,
	шести: 6,
	семь: 7,
	восемь: 8,
	девять: 9,
	десять: 10,
	полтора: 1
};
export const countOf = (word: string | undefined) => (word ? (counts[word] ?? (Number(word) || 1)) : 1);
export const countWord = `(\\d{1,2}|${Object.keys(counts).join('|')})?`;

const units: [RegExp, Cadence['unit'], number][] = [
	[/^(дн|ден)/, 'day', 1],
	[/^недел/, 'week', 1],
	[/^декад/, 'day', 10],
	[/^месяц/, 'month', 1],
	[/^(квартал|четверт)/, 'quarter', 1],
	[/^(полугод|семестр)/, 'half-year', 1],
	[/^триместр/, 'quarter', 1],
	[/^(учебн\S*\s+)?год/, 'year', 1]
];
const unitWord =
	'((?:учебн[а-я]*\\s+)?(?:дн|ден|недел|декад|месяц|квартал|четверт|полугод|семестр|триместр|год)[а-я]*)';

const times = new RegExp(
	`(?:не\\s+реже\\s+(?:чем\\s+)?)?(?:${countWord}\\s*)?раз[а-я]*\\s+(?:в|за)\\s+${countWord}(?:\\s*-\\s*(?:\\d{1,2}|${Object.keys(counts).join('|')}))?\\s*${unitWord}`
);
/** «Не менее двух уроков в месяц», «2 публикации в неделю»: so many of something. */
const timesOfSomething = new RegExp(
	`(?<![а-я\\d.])${countWord.slice(0, -1)}\\s+[а-я-]{3,}\\s+(?:в|за)\\s+(?:кажд[а-я]+\\s+)?${unitWord}`
);
const eachUnit = new RegExp(
	`кажд[а-я]+\\s+${countWord}\\s*(?:учебн[а-я]*\\s+)?(недел|месяц|квартал|четверт|полугод|семестр|триместр)[а-я]*`
);
const everyAdverbs: [RegExp, Cadence][] = [
	[/ежедневно|(?:в|по)\s+(?:рабочие|рабочим)\s+дн(?:и|ям)|по\s+будн(?:ям|им\s+дням)/, { every: 1, unit: 'day' }],
	[/через\s+недел[юи]|по\s+(?:не)?четным\s+недел/, { every: 2, unit: 'week' }],
	[
		/еженедельн|понедельно|кажд[а-я]+\s+(понедельник|вторник|сред|четверг|пятниц|суббот)|по\s+(понедельник|вторник|сред|четверг|пятниц|суббот)ам/,
		{ every: 1, unit: 'week' }
	],
	[
		/ежемесячн|помесячно|(?:недел[а-я]|день|числ[оа])\s+(?:кажд[а-я]+\s+)?месяца|кажд[а-я]+\s+(последн|перв|втор|трет|четверт)[а-я]+\s+(понедельник|вторник|сред[ауы]|четверг|пятниц[ауы]|суббот[ауы])|(последн|перв|втор|трет|четверт|\d)[а-я-]{0,6}(?:(?:,\s?|\sи\s)(?:последн|перв|втор|трет|четверт|\d)[а-я-]{0,6}){0,3}\s+(понедельник|вторник|сред[ауы]|четверг|пятниц[ауы]|суббот[ауы])\s+(кажд\S+\s+)?месяца|^(?:кажд[а-я]+\s+)?\d{1,2}(?:\s*(?:,|и)\s*\d{1,2})*\s+числ[оа]$/,
		{ every: 1, unit: 'month' }
	],
	[
		/ежеквартальн|поквартально|числ[оау]\s+(?:последн|перв|втор|треть)\S+\s+месяца\s+(?:кажд\S+\s+)?квартала/,
		{ every: 1, unit: 'quarter' }
	],
	[/(?<!\d\s?)по\s+полугодиям|по\s+семестрам/, { every: 1, unit: 'half-year' }],
	[/по\s+четвертям|по\s+триместрам/, { every: 1, unit: 'quarter' }]
];
/** «Вторник, 13.00–14.00», «понедельник и четверг»: the day of the week and nothing else. */
const weekday = '(?:понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау])';
const onWeekdays = new RegExp(
	`^(?:во?\\s+)?${weekday}(?:\\s*(?:,|и)\\s*(?:во?\\s+)?${weekday})*(?:,?\\s*(?:[св]\\s*)?\\d{1,2}(?:[.:]\\d\\d(?!\\.)|\\s*(?:до|по|-)\\s*\\d|\\s*час).*)?$`
);
/** «В конце четверти», «начало полугодия»: of each. */
const atEnds =
	/^(?:в\s+|к\s+)?(?:конец|конце|концу|начало|начале)\s+(четверт|полугод|триместр|семестр|месяц|квартал)[а-я]*$/;
const byDayOfMonth =
	/до\s+(\d{1,2})(?:-?го)?\s+числа\s+(?:следующего|текущего)?\s*месяца|до\s+(\d{1,2})(?:-?го)?\s+(?:числа\s+)?(?:кажд[а-я]+\s+месяца|ежемесячно)|^до\s+(\d{1,2})(?:-?го)?\s+числа$|ежемесячно,?\s*(?:в\s+срок\s+)?до\s+(\d{1,2})(?:-?го)?(?:\s+числа|(?!\s*[а-я]))/;

/** A quick first look at words in lower case, in short and misspelt too: whether they may say how often. Most titles do not. */
export const mayTellHowOften = (words: string) => signs.test(words);
const signs =
	/раз[а-яё]*\s+(?:в|за)\s|рабоч|будн|недел[юиь]|(?:^|\s)(?:в|за)\s+(?:уч|дн|ден|нед|дек|мес|кварт|четв|полуг|сем|трим|год)|кажд|еж[а-я]|квартальн|мес(?![а-я])|месяц|дважды|трижды|\d\s*р|понед|вторник|сред[ауы](?![а-я])|средам|четверг|пятн|суб|полуг|сем|трим|четверт|кон(?:ец|ц)|начал/;

/** How often, out of normalised words; null when they say nothing of the sort. «Ежегодно» is not read here. */
export function readCadence(text: string): { text: string; cadence: Cadence } | null {
	const byDay = byDayOfMonth.exec(text);
	if (byDay)
		return {
			text: byDay[0],
			cadence: { every: 1, unit: 'month', byDay: clampDay(Number(byDay[1] ?? byDay[2] ?? byDay[3] ?? byDay[4])) }
		};
	const found = times.exec(text);
	if (found) return { text: found[0], cadence: perUnit(countOf(found[1]), countOf(found[2]), found[3] ?? '') };
	const many = timesOfSomething.exec(text);
	if (many) return { text: many[0], cadence: perUnit(countOf(many[1]), 1, many[2] ?? '') };
	const each = eachUnit.exec(text);
	if (each) return { text: each[0], cadence: perUnit(1, countOf(each[1]), each[2] ?? '') };
	if (onWeekdays.test(text)) return { text, cadence: { every: 1, unit: 'week' } };
	const end = atEnds.exec(text);
	if (end) return { text, cadence: perUnit(1, 1, end[1] ?? '') };
	for (const [pattern, cadence] of everyAdverbs) {
		const adverb = pattern.exec(text);
		if (adverb) return { text: adverb[0], cadence };
	}
	return null;
}

const clampDay = (day: number) => Math.min(31, Math.max(1, day));

/** «2 раза в месяц» is every two weeks, «2 раза в год» every half-year: a whole number of the next smaller unit. */
function perUnit(timesIn: number, count: number, word: string): Cadence {
	const [, unit = 'month', size = 1] = units.find(([pattern]) => pattern.test(word)) ?? [];
	if (timesIn <= 1) return { every: count * size, unit };
	const days = { day: 1, week: 7, month: 30, quarter: 91, 'half-year': 182, year: 364 }[unit] * count * size;
	const each = Math.max(1, Math.round(days / timesIn));
	if (each === 182) return { every: 1, unit: 'half-year' };
	if (each >= 90 && each <= 92) return { every: 1, unit: 'quarter' };
	if (each >= 28 && each <= 31) return { every: 1, unit: 'month' };
	if (each === 15) return { every: 2, unit: 'week' };
	return each % 7 === 0 ? { every: each / 7, unit: 'week' } : { every: each, unit: 'day' };
}

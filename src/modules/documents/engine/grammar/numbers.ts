import { type Forms, months, plural } from '../../../../core/words';

const ones = [
	'',
	'один',
	'два',
	'три',
	'четыре',
	'пять',
	'шесть',
	'семь',
	'восемь',
	'девять',
	'десять',
	'одиннадцать',
	'двенадцать',
	'тринадцать',
	'четырнадцать',
	'пятнадцать',
	'шестнадцать',
	'семнадцать',
	'восемнадцать',
	'девятнадцать'
];
const tens = [
	'',
	'',
	'двадцать',
	'тридцать',
	'сорок',
	'пятьдесят',
	'шестьдесят',
	'семьдесят',
	'восемьдесят',
	'девяносто'
];
const hundreds = [
	'',
	'сто',
	'двести',
	'триста',
	'четыреста',
	'пятьсот',
	'шестьсот',
	'семьсот',
	'восемьсот',
	'девятьсот'
];
const groups = [
	{ size: 1_000_000_000, forms: ['миллиард', 'миллиарда', 'миллиардов'], gender: 'masculine' },
	{ size: 1_000_000, forms: ['миллион', 'миллиона', 'миллионов'], gender: 'masculine' },
	{ size: 1000, forms: ['тысяча', 'тысячи', 'тысяч'], gender: 'feminine' }
] as const;

export type Gender = 'masculine' | 'feminine' | 'neuter';
const firstTwo = { masculine: ['один', 'два'], feminine: ['одна', 'две'], neuter: ['одно', 'два'] } as const;

/** 5 → «пять», 21 (feminine) → «двадцать одна», 12 500 → «двенадцать тысяч пятьсот». Whole numbers below 10^12. */
export function inWords(count: number, gender: Gender = 'masculine'): string {
	if (!Number.isSafeInteger(count) || Math.abs(count) >= 1e12) throw new RangeError(`not a number for words: ${count}`);
	if (count === 0) return 'ноль';
	if (count < 0) return `минус ${inWords(-count, gender)}`;
	const words: string[] = [];
	let rest = count;
	for (const { size, forms, gender: of } of groups) {
		const many = Math.floor(rest / size);
		if (many > 0) words.push(belowThousand(many, of), plural(many, forms));
		rest %= size;
	}
	if (rest > 0) words.push(belowThousand(rest, gender));
	return words.join(' ');
}

function belowThousand(count: number, gender: Gender) {
	const low = count % 100;
	const unit = low < 20 ? low : low % 10;
	return [
		hundreds[Math.floor(count / 100)],
		low >= 20 ? tens[Math.floor(low / 10)] : '',
		unit === 1 || unit === 2 ? firstTwo[gender][unit - 1] : ones[unit]
	]
		.filter(Boolean)
		.join(' ');
}

/** 5000 → «5000 (пять тысяч) рублей»; a word of its gender agrees with the number. */
export const countedInWords = (count: number, forms: Forms, gender: Gender = 'masculine') =>
	`${count} (${inWords(count, gender)}) ${plural(count, forms)}`;

const ofDay = [
	'',
	'первого',
	'второго',
	'третьего',
	'четвёртого',
	'пятого',
	'шестого',
	'седьмого',
	'восьмого',
	'девятого',
	'десятого',
	'одиннадцатого',
	'двенадцатого',
	'тринадцатого',
	'четырнадцатого',
	'пятнадцатого',
	'шестнадцатого',
	'семнадцатого',
	'восемнадцатого',
	'девятнадцатого'
];
const ofTens = [
	'',
	'',
	'двадцатого',
	'тридцатого',
	'сорокового',
	'пятидесятого',
	'шестидесятого',
	'семидесятого',
	'восьмидесятого',
	'девяностого'
];

/** Which one, in the genitive: 5 → «пятого», 2026 → «две тысячи двадцать шестого», 2000 → «двухтысячного». */
export function ordinalGenitive(count: number): string {
	if (count === 2000) return 'двухтысячного';
	const low = count % 100;
	const before = count - low;
	const last =
		low < 20
			? (ofDay[low] ?? '')
			: low % 10 === 0
				? (ofTens[low / 10] ?? '')
				: `${tens[Math.floor(low / 10)]} ${ofDay[low % 10]}`;
	return [before > 0 ? inWords(before) : '', last].filter(Boolean).join(' ');
}

const split = (date: string) => date.split('-').map(Number) as [number, number, number];

/** '2026-10-05' → «5 октября 2026 г.»; no line ends inside the day or before «г.». */
export function dateText(date: string) {
	const known = said.get(date);
	if (known) return known;
	const [year, month, day] = split(date);
	const text = `${day}\u00a0${months[month - 1]} ${year}\u00a0г.`;
	if (said.size >= 1000) said.clear();
	said.set(date, text);
	return text;
}
/** Papers made together say the same few days again and again. */
const said = new Map<string, string>();

/** '2026-10-05' → «пятого октября две тысячи двадцать шестого года» */
export function dateInWords(date: string) {
	const [year, month, day] = split(date);
	return `${ordinalGenitive(day)} ${months[month - 1]} ${ordinalGenitive(year)} года`;
}

/** '2026-10-05' → «пятого октября» */
export function dayInWords(date: string) {
	const [, month, day] = split(date);
	return `${ordinalGenitive(day)} ${months[month - 1]}`;
}

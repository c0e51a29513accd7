import { listed, lower, syllables } from './cases';

/** Words that lose a vowel, with the stem that is left. What is not here and not by a rule below keeps its vowel. */
const stems: Record<string, string> = {
	лев: 'льв',
	павел: 'павл',
	петр: 'петр',
	заяц: 'зайц',
	соловей: 'соловь',
	воробей: 'воробь',
	муравей: 'муравь',
	орел: 'орл',
	козел: 'козл',
	осел: 'осл',
	хохол: 'хохл',
	котел: 'котл',
	дятел: 'дятл',
	щегол: 'щегл',
	посол: 'посл',
	узел: 'узл',
	пепел: 'пепл',
	ветер: 'ветр',
	бобер: 'бобр',
	шатер: 'шатр',
	костер: 'костр',
	ковер: 'ковр',
	лапоть: 'лапт',
	ноготь: 'ногт',
	коготь: 'когт',
	деготь: 'дёгт',
	локоть: 'локт',
	корень: 'корн',
	пень: 'пн',
	ремень: 'ремн',
	камень: 'камн',
	уголь: 'угл',
	огонь: 'огн',
	угорь: 'угр',
	огонек: 'огоньк',
	пенек: 'пеньк',
	конек: 'коньк',
	зверек: 'зверьк',
	кулек: 'кульк',
	хорек: 'хорьк',
	мотылек: 'мотыльк',
	василек: 'васильк',
	песок: 'песк',
	лесок: 'леск',
	сынок: 'сынк',
	коток: 'котк',
	зубок: 'зубк',
	голубок: 'голубк',
	колобок: 'колобк',
	воробышек: 'воробышк',
	горшок: 'горшк',
	чеснок: 'чеснок',
	мешок: 'мешк',
	кусок: 'куск',
	колосок: 'колоск',
	носок: 'носк',
	бычок: 'бычк',
	рынок: 'рынк',
	швец: 'швец'
};

/** Only the first letter of a name is large; the vowel that stays keeps its ё. */
const cased = (stem: string, word: string) =>
	word[0] === word[0]?.toUpperCase() ? stem[0]?.toUpperCase() + stem.slice(1) : stem;

/** «-ец» said without stress: «Немцем», not «Немцом». */
export const quietEnd = listed('немец палец перец коломиец горец месяц заяц европеец ирландец молодец');

/** The stem of a masculine name whose last vowel falls out; undefined where it stays. */
export function fleetingStem(word: string): string | undefined {
	const known = stems[lower(word)];
	if (known) return cased(known, word);
	if (syllables(word) < 2) return undefined;
	// «Скворец – Скворца», but «Кузнец – Кузнеца»: two consonants before «-ец» keep it
	if (/[аеёиоуыэюя]ец$/i.test(word)) return `${word.slice(0, -2)}йц`;
	if (/лец$/i.test(word) && !/[^аеёиоуыэюя]лец$/i.test(word)) return `${word.slice(0, -2)}ьц`;
	if (/[аеёиоуыэюя][бвгдзкмнпрстфх]ец$/i.test(word)) return `${word.slice(0, -2)}ц`;
	// «Волчок – Волчка», «Казачёнок – Казачёнка»
	if (/([чжш]|[еёо]н)ок$/i.test(word)) return `${word.slice(0, -2)}к`;
	return undefined;
}

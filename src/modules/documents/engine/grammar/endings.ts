import { type Cases, endings, unchanged } from './cases';

const hushing = /[жшчщц]$/i;
const back = /[гкхжшчщ]$/i;

/** A living masculine noun of the second declension: директор, учитель, Андрей. `stem` where a vowel falls out: Лев – Льв. */
export function masculine(word: string, { stressed = false, stem }: { stressed?: boolean; stem?: string } = {}): Cases {
	const base = stem ?? (/[йь]$/i.test(word) ? word.slice(0, -1) : word);
	if (/й$/i.test(word)) return endings(word, base, `я ю я ${stressed ? 'ём' : 'ем'} ${/и$/i.test(base) ? 'и' : 'е'}`);
	if (/ь$/i.test(word)) return endings(word, base, `я ю я ${stressed ? 'ём' : 'ем'} е`);
	return endings(word, base, `а у а ${hushing.test(base) && !stressed ? 'ем' : 'ом'} е`);
}

/** A noun in -а or -я of either sex: сестра, Илья, Гайда. */
export function inA(word: string, { stressed = false } = {}): Cases {
	const stem = word.slice(0, -1);
	if (/я$/i.test(word))
		return /и$/i.test(stem)
			? endings(word, stem, 'и и ю ей и')
			: endings(word, stem, `и е ю ${stressed ? 'ёй' : 'ей'} е`);
	const soft = hushing.test(stem) && !stressed;
	return endings(word, stem, `${back.test(stem) ? 'и' : 'ы'} е у ${soft ? 'ей' : 'ой'} е`);
}

/** A feminine noun or name in -ь: Любовь, Нинель. */
export const feminineSoft = (word: string): Cases => endings(word, word.slice(0, -1), 'и и ь ью и');

/** Учреждение, дело, училище: nouns of neither sex. */
export function neuter(word: string): Cases {
	const stem = word.slice(0, -1);
	if (/ие$/i.test(word)) return endings(word, stem, 'я ю е ем и');
	if (/ье$/i.test(word)) return endings(word, stem, 'я ю е ем е');
	return endings(word, stem, /о$/i.test(word) ? 'а у о ом е' : 'а у е ем е');
}

/** Школа-like nouns that are no persons take their accusative from -у; a masculine thing takes the nominative: детский сад. */
export const lifeless = (cases: Cases): Cases => [cases[0], cases[1], cases[2], cases[0], cases[4], cases[5]];

/** An adjective by its own ending: старший, Белый, Толстая, общеобразовательное, обучающийся. */
export function adjective(word: string): Cases {
	if (/ся$/i.test(word)) return adjective(word.slice(0, -2)).map((form) => `${form}ся`) as unknown as Cases;
	const stem = word.slice(0, -2);
	const ending = word.slice(-2).toLowerCase();
	const soft = /н$/i.test(stem) || /[жшчщ]$/i.test(stem);
	const dull = back.test(stem) ? 'им' : 'ым';
	if (ending === 'ий') return endings(word, stem, soft ? 'его ему его им ем' : `ого ому ого ${dull} ом`);
	if (ending === 'ый' || ending === 'ой') return endings(word, stem, `ого ому ого ${dull} ом`);
	if (ending === 'ая') return endings(word, stem, /[жшчщ]$/i.test(stem) ? 'ей ей ую ей ей' : 'ой ой ую ой ой');
	if (ending === 'яя') return endings(word, stem, 'ей ей юю ей ей');
	if (ending === 'ое') return endings(word, stem, `ого ому ое ${dull} ом`);
	if (ending === 'ее') return endings(word, stem, 'его ему ее им ем');
	return unchanged(word);
}

/** Иванов, Синицын: nouns that keep an adjective's ending in «кем». */
export const possessive = (word: string): Cases => endings(word, word, 'а у а ым е');
/** Иванова, Синицына of a woman. */
export const possessiveOfWoman = (word: string): Cases => endings(word, word.slice(0, -1), 'ой ой у ой ой');

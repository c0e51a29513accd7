export const caseNames = ['nominative', 'genitive', 'dative', 'accusative', 'instrumental', 'prepositional'] as const;
export type Case = (typeof caseNames)[number];

/** One word or phrase in all six cases, in the order of `caseNames`: «кто, кого, кому, кого, кем, о ком». */
export type Cases = readonly [string, string, string, string, string, string];

export const inCase = (cases: Cases, name: Case): string => cases[caseNames.indexOf(name)] ?? cases[0];

export const unchanged = (word: string): Cases => [word, word, word, word, word, word];

/** A stem with its five endings: endings('Иван', 'Иван', 'а у а ом е'); «-» stands for none. */
export function endings(nominative: string, stem: string, five: string): Cases {
	const [genitive, dative, accusative, instrumental, prepositional] = five
		.split(' ')
		.map((ending) => stem + (ending === '-' ? '' : ending)) as [string, string, string, string, string];
	return [nominative, genitive, dative, accusative, instrumental, prepositional];
}

/** Parts declined one by one are one word again; each is followed by what stood after it. */
export const joined = (parts: readonly { cases: Cases; after: string }[]): Cases =>
	caseNames.map((_, at) => parts.map(({ cases, after }) => (cases[at] ?? '') + after).join('')) as unknown as Cases;

/** «Кузьмин-Караваев» → [Кузьмин, «-»], [Караваев, «»]. */
export const partsOf = (text: string) =>
	[...text.matchAll(/([^\s-]+)([\s-]*)/g)].map(([, word = '', after = '']) => ({ word, after }));

export const lower = (word: string) => word.toLowerCase().replaceAll('ё', 'е');

/** Words separated by spaces, compared without capitals and ё. */
export const listed = (words: string) => {
	const set = new Set(lower(words).trim().split(/\s+/));
	return (word: string) => set.has(lower(word));
};

export const syllables = (word: string) => (word.match(/[аеёиоуыэюя]/gi) ?? []).length;

/** What was declined once is looked up the next time; a few thousand words are kept. */
export function remembered(decline: (word: string) => Cases): (word: string) => Cases {
	const known = new Map<string, Cases>();
	return (word) => {
		const found = known.get(word);
		if (found) return found;
		if (known.size >= 5000) known.clear();
		const cases = decline(word);
		known.set(word, cases);
		return cases;
	};
}

/** Letters, figures and single spaces are written in one way already, but for ё. */
const isPlain = /^[а-я0-9]+(?: [а-я0-9]+)*$/;

/** Two ways of writing the same are one: ё and е, kinds of dashes and quotation marks, case, spaces, the stop at the end. */
export function plainWords(text: string) {
	const small = text.toLowerCase().replaceAll('ё', 'е');
	if (isPlain.test(small)) return small;
	return small
		.normalize('NFC')
		.replaceAll('ё', 'е') // once more: it may have been written as е with two dots
		.replaceAll('\u00ad', '')
		.replace(/\s*[-‐‑‒–—−]\s*/g, '-')
		.replace(/[«»„“”"]/g, '"')
		.replace(/\s+/g, ' ')
		.replace(/(?<![\s.;,])[\s.;,]+$/, '')
		.trim();
}

export const sameText = (a: string | null, b: string | null) => a === b || plainWords(a ?? '') === plainWords(b ?? '');

/** The same things said, in whatever order. */
export const sameList = (a: readonly string[], b: readonly string[]) => listKey(a) === listKey(b);

/** A list as one text: equal when it says the same things. */
export const listKey = (texts: readonly string[]) => texts.map(plainWords).filter(Boolean).sort().join('\n');

/** Enough of a Russian word to know it in another case or number: «анкетирование», «анкетирования». */
const stemLength = 6;

/** The different words of a text without their endings. */
export function stems(text: string): Set<string> {
	const words = plainWords(text).match(/[\p{L}\p{N}]+/gu) ?? [];
	return new Set(words.map((word) => word.slice(0, stemLength)));
}

export type Mark = { kind: 'same' | 'gone' | 'new'; text: string };

/** More words on each side are not compared one by one: nobody reads such a marking. */
const longest = 500;

/** Word by word what became of a text: what stayed, what went, what came. */
export function markWords(was: string, became: string): Mark[] {
	const [before, after] = [was, became].map((text) => text.split(/\s+/).filter(Boolean)) as [string[], string[]];
	if (before.length > longest || after.length > longest)
		return marks([
			['gone', before],
			['new', after]
		]);
	const length = commonLengths(before.map(plainWords), after.map(plainWords));
	const runs: [Mark['kind'], string[]][] = [];
	const put = (kind: Mark['kind'], word: string | undefined) => {
		if (word !== undefined) runs.push([kind, [word]]);
	};
	let [i, j] = [0, 0];
	while (i < before.length || j < after.length) {
		const [gone, come] = [length[i + 1]?.[j] ?? -1, length[i]?.[j + 1] ?? -1];
		if (i < before.length && j < after.length && plainWords(before[i] ?? '') === plainWords(after[j] ?? '')) {
			put('same', after[j]);
			i += 1;
			j += 1;
		} else if (j >= after.length || (i < before.length && gone >= come)) {
			put('gone', before[i]);
			i += 1;
		} else {
			put('new', after[j]);
			j += 1;
		}
	}
	return marks(runs);
}

/** Neighbours of one kind are one piece. */
function marks(runs: readonly [Mark['kind'], string[]][]): Mark[] {
	const joined: { kind: Mark['kind']; words: string[] }[] = [];
	for (const [kind, words] of runs) {
		const last = joined.at(-1);
		if (last?.kind === kind) last.words.push(...words);
		else if (words.length > 0) joined.push({ kind, words: [...words] });
	}
	return joined.map(({ kind, words }) => ({ kind, text: words.join(' ') }));
}

/** length[i][j]: how many words the texts from there on have in common, in their order. */
function commonLengths(a: readonly string[], b: readonly string[]) {
	const length = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
	for (let i = a.length - 1; i >= 0; i--) {
		const [row, below] = [length[i], length[i + 1]];
		if (!row || !below) continue;
		for (let j = b.length - 1; j >= 0; j--) {
			row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
		}
	}
	return length;
}

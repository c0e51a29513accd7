import { type Run, wordGap } from './page-marks';

/** A word where it stands on the page; y grows upwards. */
export type Word = { text: string; left: number; right: number; y: number; height: number };

/** Ligatures and other letters of one's own code for what is written with ordinary ones. */
const compound = /[\ufb00-\ufb06\u2000-\u200a\u00a0]/;
const compounds = new RegExp(compound, 'g');

/**
 * Words out of runs of letters: runs that touch are one word, however the file draws them (letter by letter, twice over
 * for boldness); rows of single letters far apart are words in spaced type.
 */
export function wordsOf(runs: readonly Run[]): Word[] {
	return rowsOf(runs).flatMap((row) => joinSpacedLetters(joinTouching(row)));
}

/** What stands on one height, from left to right. */
export function rowsOf<T extends { left: number; y: number; height: number }>(marks: readonly T[]): T[][] {
	const rows: T[][] = [];
	for (const mark of [...marks].sort((a, b) => b.y - a.y || a.left - b.left)) {
		const last = rows.at(-1);
		if (last?.[0] && Math.abs(last[0].y - mark.y) < Math.max(2, Math.min(mark.height, last[0].height) * 0.4))
			last.push(mark);
		else rows.push([mark]);
	}
	for (const row of rows) row.sort((a, b) => a.left - b.left);
	return rows;
}

function joinTouching(row: readonly Run[]): Word[] {
	const words: Word[] = [];
	for (const run of row) {
		const text = compound.test(run.text) ? run.text.replace(compounds, (one) => one.normalize('NFKC')) : run.text;
		const last = words.at(-1);
		if (last && isShadow(last, run, text)) continue;
		if (last && !run.apart && run.left - last.right <= run.height * wordGap && run.right > last.right) {
			last.text += text;
			last.right = run.right;
		} else words.push({ text, left: run.left, right: run.right, y: run.y, height: run.height });
	}
	return words;
}

/** The same letters once more, a hair's breadth away: a way to draw bold type. */
const isShadow = (word: Word, run: Run, text: string) =>
	word.text.endsWith(text) &&
	Math.abs(word.right - run.right) < run.height * 0.12 &&
	run.left >= word.left - run.height * 0.12;

/** «П Р И К А З»: four single letters or more, evenly apart. */
function joinSpacedLetters(words: readonly Word[]): Word[] {
	const joined: Word[] = [];
	for (let at = 0; at < words.length; ) {
		let end = at + 1;
		const first = words[at] as Word;
		const gap = (words[end]?.left ?? 0) - first.right;
		while (end < words.length && isNextLetter(words[end - 1] as Word, words[end] as Word, gap)) end++;
		if (end - at >= 4 && first.text.length === 1) {
			const spelt = words.slice(at, end);
			joined.push({ ...first, text: spelt.map(({ text }) => text).join(''), right: (spelt.at(-1) as Word).right });
			at = end;
		} else {
			joined.push(first);
			at++;
		}
	}
	return joined;
}

const isNextLetter = (before: Word, word: Word, gap: number) =>
	/^\p{L}$/u.test(before.text) &&
	/^\p{L}$/u.test(word.text) &&
	word.left - before.right < before.height &&
	Math.abs(word.left - before.right - gap) < before.height * 0.12;

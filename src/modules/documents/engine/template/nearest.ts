import { plain } from '../../../../core/plain';

/** The candidate that differs least from what was written: by a letter or two, or by a third of a long word. */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
	const word = plain(written);
	let best: { candidate: string; cost: number } | undefined;
	for (const candidate of candidates) {
		const cost = edits(word, plain(candidate));
		if (cost < (best?.cost ?? Math.max(3, Math.ceil(word.length / 3) + 1))) best = { candidate, cost };
	}
	return best?.candidate;
}

/** Letters put in, left out, changed, or two neighbours swapped. */
function edits(a: string, b: string): number {
	let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const change = a[i - 1] === b[j - 1] ? 0 : 1;
			let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
			row.push(cost);
		}
		[before, last] = [last, row];
	}
	return last[b.length] ?? 0;
}

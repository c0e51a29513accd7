import type { RunPair, RunResult } from './reckon';

/** Who would have another mentor; `to` or `from` empty: none. */
export type Shift = { mentee: string; from: readonly string[]; to: readonly string[] };
export type Comparison = {
	pairs: readonly [number, number];
	alone: readonly [number, number];
	shifts: readonly Shift[];
};

/** Two results beside each other: what the second would change in the first. */
export function compare(one: RunResult, other: RunResult): Comparison {
	const [before, after] = [byMentee(one.pairs), byMentee(other.pairs)];
	const mentees = [...new Set([...before.keys(), ...after.keys()])].sort();
	return {
		pairs: [one.pairs.length, other.pairs.length],
		alone: [one.unmatched.length, other.unmatched.length],
		shifts: mentees.flatMap((mentee) => {
			const [from, to] = [before.get(mentee) ?? [], after.get(mentee) ?? []];
			return from.join() === to.join() ? [] : [{ mentee, from, to }];
		})
	};
}

const byMentee = (pairs: readonly RunPair[]) =>
	new Map(
		[...Map.groupBy(pairs, ({ mentee }) => mentee)].map(([mentee, of]) => [
			mentee,
			of.map(({ mentor }) => mentor).sort()
		])
	);

import type { MatchingInput } from '../input';

/** The solver's input as it is kept with a run: rows instead of columns of numbers. */
export type StoredProblem = Omit<MatchingInput, 'candidates'> & {
	candidates: readonly (readonly [mentee: number, mentor: number, score: number])[];
};

export const stored = ({ candidates: { mentee, mentor, score }, ...rest }: MatchingInput): StoredProblem => ({
	...rest,
	candidates: Array.from(mentee, (i, at) => [i, mentor[at]!, score[at]!] as const)
});

export const revived = ({ candidates, ...rest }: StoredProblem): MatchingInput => ({
	...rest,
	candidates: {
		mentee: Int32Array.from(candidates, ([mentee]) => mentee),
		mentor: Int32Array.from(candidates, ([, mentor]) => mentor),
		score: Int32Array.from(candidates, ([, , score]) => score)
	}
});

/** The same words for the same value, in whatever order its keys stand: what is hashed and compared. */
export function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (value && typeof value === 'object')
		return `{${Object.entries(value)
			.filter(([, one]) => one !== undefined)
			.sort(([one], [other]) => (one < other ? -1 : 1))
			.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`)
			.join(',')}}`;
	return JSON.stringify(value ?? null);
}

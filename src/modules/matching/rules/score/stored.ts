import type { Candidates, MatchingInput } from '../input';

/** The solver's input as it is kept with a run: rows instead of columns of numbers. */
export type StoredProblem = Omit<MatchingInput, 'candidates' | 'roleCandidates'> & {
	candidates: readonly (readonly [mentee: number, mentor: number, score: number])[];
	roleCandidates?: readonly (readonly [mentee: number, mentor: number, score: number, role: number])[];
};

export const stored = ({ candidates, roleCandidates, ...rest }: MatchingInput): StoredProblem => ({
	...rest,
	candidates: rowsOf(candidates),
	...(roleCandidates && {
		roleCandidates: rowsOf(roleCandidates).map((row, at) => [...row, roleCandidates.role[at]!] as const)
	})
});

const rowsOf = ({ mentee, mentor, score }: Candidates) =>
	Array.from(mentee, (i, at) => [i, mentor[at]!, score[at]!] as const);

export const revived = ({ candidates, roleCandidates, ...rest }: StoredProblem): MatchingInput => ({
	...rest,
	candidates: columnsOf(candidates),
	...(roleCandidates && {
		roleCandidates: { ...columnsOf(roleCandidates), role: Int32Array.from(roleCandidates, ([, , , role]) => role) }
	})
});

/** Rows as columns of numbers. */
export const columnsOf = (rows: readonly (readonly [number, number, number, ...number[]])[]): Candidates => ({
	mentee: Int32Array.from(rows, ([mentee]) => mentee),
	mentor: Int32Array.from(rows, ([, mentor]) => mentor),
	score: Int32Array.from(rows, ([, , score]) => score)
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

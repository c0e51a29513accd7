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
export const columnsOf = (rows: readonly (readonly [number, number, number, ...number[]])[]): Candidates => {
	const [mentee, mentor, score] = [
		new Int32Array(rows.length),
		new Int32Array(rows.length),
		new Int32Array(rows.length)
	];
	// by place: taking each row apart by its iterator was most of what showing a run took
	for (let at = 0; at < rows.length; at++) {
		const row = rows[at]!;
		mentee[at] = row[0];
		mentor[at] = row[1];
		score[at] = row[2];
	}
	return { mentee, mentor, score };
};

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

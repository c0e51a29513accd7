import type { MatchingInput, Pair } from './input';

/** Candidates in canonical order: by mentee, then by mentor. Each is an edge, by its place in that order. */
export type Rows = {
	/** Candidates of mentee i are edges rowStart[i] … rowStart[i + 1] − 1. */
	readonly rowStart: Int32Array;
	readonly mentee: Int32Array;
	readonly mentor: Int32Array;
	readonly score: Int32Array;
	/** Those of mentor j, by mentee, are columnEdge[columnStart[j]] … columnEdge[columnStart[j + 1] − 1]. */
	readonly columnStart: Int32Array;
	readonly columnEdge: Int32Array;
};

/** Two passes of counting, by mentor and by mentee, so that rows come out in order of mentors; then the columns. */
export function rowsOf(
	{ candidates, mentees, mentors }: MatchingInput,
	menteeNumber: Int32Array,
	mentorNumber: Int32Array
): Rows | { twice: Pair } {
	const size = candidates.score.length;
	const column = startsOf(candidates.mentor, mentors.length, mentorNumber);
	const byMentor = new Int32Array(size);
	for (let at = 0; at < size; at++) byMentor[column[mentorNumber[candidates.mentor[at]!]!]!++] = at;
	const next = startsOf(candidates.mentee, mentees.length, menteeNumber);
	const rowStart = next.slice();
	const mentor = new Int32Array(size);
	const score = new Int32Array(size);
	for (const at of byMentor) {
		const i = menteeNumber[candidates.mentee[at]!]!;
		const j = mentorNumber[candidates.mentor[at]!]!;
		const e = next[i]!++;
		if (e > rowStart[i]! && mentor[e - 1] === j) return { twice: [i, j] };
		mentor[e] = j;
		score[e] = candidates.score[at]!;
	}
	return withColumns({ rowStart, mentor, score }, mentors.length);
}

/** Rows that are in order, with their columns. */
export function withColumns(rows: Pick<Rows, 'rowStart' | 'mentor' | 'score'>, mentors: number): Rows {
	const { rowStart, mentor } = rows;
	const mentee = new Int32Array(mentor.length);
	const columnEdge = new Int32Array(mentor.length);
	const columnStart = startsOf(mentor, mentors);
	const next = columnStart.slice();
	for (let i = 0; i + 1 < rowStart.length; i++)
		for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
			mentee[e] = i;
			columnEdge[next[mentor[e]!]!++] = e;
		}
	return { ...rows, mentee, columnStart, columnEdge };
}

/** The candidate of these two, −1 when they are none. */
export function edgeBetween({ rowStart, mentor }: Rows, i: number, j: number): number {
	for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) if (mentor[e] === j) return e;
	return -1;
}

/** Where the rows of each begin: counts summed up, one longer than the people. Keys are numbers, or get one. */
function startsOf(keys: Int32Array, people: number, number?: Int32Array): Int32Array {
	const starts = new Int32Array(people + 1);
	for (const key of keys) starts[(number ? number[key]! : key) + 1]! += 1;
	for (let at = 0; at < people; at++) starts[at + 1]! += starts[at]!;
	return starts;
}

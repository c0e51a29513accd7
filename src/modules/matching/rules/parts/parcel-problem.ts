import { mostScore } from '../input';
import type { LockedPair, Problem } from '../problem';
import { edgeBetween, withColumns } from '../rows';
import type { Frame, Pairs } from './frame';
import { listOf } from './shared';

/** A parcel as a problem of its own, with the measures of the whole: its pairs are those the whole would have there. */
export function problemOfParcel(frame: Frame, parcel: number): Problem {
	const { ranges, rankOf, needs, together, penalty, menteeNumber, capacity, smallest, mentorNumber, costs, ids } =
		frame;
	const who = listOf(frame.mentees, parcel);
	const whose = listOf(frame.mentors, parcel);
	const numbersOfMentees = who.map((i) => menteeNumber[i]!);
	const numbersOfMentors = whose.map((j) => mentorNumber[j]!);
	const menteeAt = inverse(numbersOfMentees);
	const mentorAt = inverse(numbersOfMentors);
	const mentee = (number: number) => who[menteeAt[number]!]!;
	const mentor = (number: number) => whose[mentorAt[number]!]!;
	const rows = withColumns(edgesOf(frame, who.length, mentee), whose.length);
	const edgesOfPairs = (pairs: Pairs) => pairsIn(frame, pairs, parcel).map(([i, j]) => edgeBetween(rows, i, j));
	const problem: Problem = {
		menteeIds: Array.from(who, (_, number) => ids?.mentees[mentee(number)] ?? ''),
		mentorIds: Array.from(whose, (_, number) => ids?.mentors[mentor(number)] ?? ''),
		menteeAt,
		mentorAt,
		menteeNumber: numbersOfMentees,
		mentorNumber: numbersOfMentors,
		needs: Uint8Array.from(who, (_, number) => needs[mentee(number)]!),
		together: Uint8Array.from(who, (_, number) => together[mentee(number)]!),
		penalty: Float64Array.from(who, (_, number) => penalty[mentee(number)]!),
		capacity: Int32Array.from(whose, (_, number) => capacity[mentor(number)]!),
		smallest: Int32Array.from(whose, (_, number) => smallest[mentor(number)]!),
		slotCosts: Array.from(whose, (_, number) => {
			const own = listOf(costs, mentor(number));
			return own.length > 0 ? [...own] : undefined;
		}),
		...rows,
		menteeHash: Int32Array.from(who, (_, number) => frame.menteeHash[mentee(number)]!),
		mentorHash: Int32Array.from(whose, (_, number) => frame.mentorHash[mentor(number)]!),
		today: new Set(edgesOfPairs(frame.current)),
		locked: pairsIn(frame, frame.locked, parcel).map(([i, j]): LockedPair => {
			const edge = edgeBetween(rows, i, j);
			return { mentee: i, mentor: j, edge, score: rows.score[edge] ?? 0 };
		}),
		forbidden: edgesOfPairs(frame.forbidden).filter((e) => e >= 0),
		rankOf,
		ranges
	};
	for (const pair of problem.locked) {
		problem.needs[pair.mentee]! -= 1;
		problem.capacity[pair.mentor]! -= 1;
	}
	return problem;
}

function inverse(numbers: Int32Array): Int32Array {
	const back = new Int32Array(numbers.length);
	for (let at = 0; at < numbers.length; at++) back[numbers[at]!] = at;
	return back;
}

/** Pairs of the parcel, by numbers in it; a pair whose mentor is in another parcel is none. */
function pairsIn({ menteeNumber, mentorNumber, mentors }: Frame, { pair, of }: Pairs, parcel: number) {
	const here = new Set<number>();
	const list = listOf(of, parcel);
	if (list.length > 0) for (const j of listOf(mentors, parcel)) here.add(j);
	return Array.from(list)
		.filter((at) => here.has(pair[2 * at + 1]!))
		.map((at) => [menteeNumber[pair[2 * at]!]!, mentorNumber[pair[2 * at + 1]!]!] as const);
}

type Edges = Pick<Problem, 'rowStart' | 'mentor' | 'score'>;

/** Rows of the parcel, by number, each in order of mentors. */
function edgesOf(frame: Frame, mentees: number, menteePlace: (number: number) => number): Edges {
	const { rows, mentorNumber } = frame;
	const rowStart = new Int32Array(mentees + 1);
	for (let i = 0; i < mentees; i++) {
		const place = menteePlace(i);
		rowStart[i + 1] = rowStart[i]! + rows.start[place + 1]! - rows.start[place]!;
	}
	const size = rowStart[mentees]!;
	const [mentor, score] = [new Int32Array(size), new Int32Array(size)];
	for (let i = 0; i < mentees; i++) {
		const from = rowStart[i]!;
		const shift = rows.start[menteePlace(i)]! - from;
		if (rowStart[i + 1]! - from > mostToInsert) {
			sortRow(rows, mentorNumber, from + shift, mentor.subarray(from, rowStart[i + 1]!), score.subarray(from));
			continue;
		}
		for (let e = from; e < rowStart[i + 1]!; e++) {
			const j = mentorNumber[rows.mentor[e + shift]!]!;
			let to = e;
			for (; to > from && mentor[to - 1]! > j; to--) {
				mentor[to] = mentor[to - 1]!;
				score[to] = score[to - 1]!;
			}
			mentor[to] = j;
			score[to] = rows.score[e + shift]!;
		}
	}
	return { rowStart, mentor, score };
}

/** Up to so long a row is put in order one by one, the next to its place: quicker than anything cleverer. */
const mostToInsert = 100;

/** A long row: sorted as numbers of mentor and points together. */
function sortRow(rows: Frame['rows'], mentorNumber: Int32Array, start: number, mentor: Int32Array, score: Int32Array) {
	const room = mostScore + 1;
	const keys = new Float64Array(mentor.length);
	for (let at = 0; at < keys.length; at++)
		keys[at] = mentorNumber[rows.mentor[start + at]!]! * room + rows.score[start + at]!;
	for (const [at, key] of keys.sort().entries()) {
		mentor[at] = Math.floor(key / room);
		score[at] = key % room;
	}
}

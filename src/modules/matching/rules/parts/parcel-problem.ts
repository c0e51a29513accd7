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
	const rows = withColumns(edgesOf(frame, who.length, whose.length, mentee), whose.length);
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
function edgesOf(frame: Frame, mentees: number, mentors: number, menteePlace: (number: number) => number): Edges {
	const { rows, mentorNumber } = frame;
	const rowStart = new Int32Array(mentees + 1);
	for (let i = 0; i < mentees; i++) {
		const place = menteePlace(i);
		rowStart[i + 1] = rowStart[i]! + rows.start[place + 1]! - rows.start[place]!;
	}
	const size = rowStart[mentees]!;
	const [mentor, score] = [new Int32Array(size), new Int32Array(size)];
	let inOrder = true;
	for (let i = 0; i < mentees; i++) {
		const shift = rows.start[menteePlace(i)]! - rowStart[i]!;
		let before = -1;
		for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
			const j = mentorNumber[rows.mentor[e + shift]!]!;
			inOrder &&= before < j;
			before = j;
			mentor[e] = j;
			score[e] = rows.score[e + shift]!;
		}
	}
	return inOrder ? { rowStart, mentor, score } : sorted({ rowStart, mentor, score }, mentors);
}

/** By mentor first, by mentee then: two passes of counting. */
function sorted({ rowStart, mentor, score }: Edges, mentors: number): Edges {
	const column = new Int32Array(mentors + 1);
	for (const j of mentor) column[j + 1]! += 1;
	for (let j = 0; j < mentors; j++) column[j + 1]! += column[j]!;
	const byMentor = new Int32Array(mentor.length);
	const menteeOf = new Int32Array(mentor.length);
	for (let i = 0; i + 1 < rowStart.length; i++)
		for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
			menteeOf[e] = i;
			byMentor[column[mentor[e]!]!++] = e;
		}
	const next = rowStart.slice();
	const inOrder = { rowStart, mentor: new Int32Array(mentor.length), score: new Int32Array(mentor.length) };
	for (const e of byMentor) {
		const to = next[menteeOf[e]!]!++;
		inOrder.mentor[to] = mentor[e]!;
		inOrder.score[to] = score[e]!;
	}
	return inOrder;
}

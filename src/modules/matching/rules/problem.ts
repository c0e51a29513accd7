import { type MatchingInput, type Pair, wrongCandidates, wrongPeople } from './input';
import { measuresOf, type Ranges, tooManyPeople, weightOf } from './ranges';
import { edgeBetween, type Rows, rowsOf } from './rows';
import { hashOfId, seedOfMentees, seedOfMentors } from './tie';

/**
 * The input in its one canonical order: people by id, candidates by mentee and then by mentor, so that no order of entry
 * can be felt. A pair's worth has two parts, compared one after the other: `score`, then `low` (today's pair kept, then
 * the lot). A place's cost is `low` too. Being left without a mentor costs `penalty` of the first part for each mentor missed.
 */
export type Problem = {
	readonly menteeIds: readonly string[];
	readonly mentorIds: readonly string[];
	/** From canonical numbers to places in the input, and back. */
	readonly menteeAt: Int32Array;
	readonly mentorAt: Int32Array;
	readonly menteeNumber: Int32Array;
	readonly mentorNumber: Int32Array;
	readonly needs: Uint8Array;
	readonly together: Uint8Array;
	/** Who is served only with whom, −1: nobody (roles/expand.ts). */
	readonly partner?: Int32Array;
	readonly penalty: Float64Array;
	readonly capacity: Int32Array;
	readonly smallest: Int32Array;
	/** Own costs of a mentor's places, in steps; where there are none the k-th costs k − 1. */
	readonly slotCosts: readonly (readonly number[] | undefined)[];
	/** Hashes of ids, of which lots are made, and edges of today's pairs. */
	readonly menteeHash: Int32Array;
	readonly mentorHash: Int32Array;
	readonly today: ReadonlySet<number>;
	/** Pairs that stand, in canonical numbers. They are counted off from needs and capacities. */
	readonly locked: readonly LockedPair[];
	/** Edges of forbidden pairs. */
	readonly forbidden: readonly number[];
	/** What a queue weighs in `penalty`, by weightOf: see ranksOf. */
	readonly rankOf: ReadonlyMap<number, number>;
	readonly ranges: Ranges;
} & Rows;

/** `edge` is −1 where the pair is no candidate; it then scores 0. */
export type LockedPair = { mentee: number; mentor: number; edge: number; score: number };

export type Compiled = { ok: true; problem: Problem } | { ok: false; message: string };

/** Checks the input and puts it in canonical order; O(people · log people + candidates). A mistake is one Russian sentence. */
export function compile(input: MatchingInput): Compiled {
	const message = wrongPeople(input) ?? wrongCandidates(input);
	if (message) return { ok: false, message };
	const menteeAt = orderOf(input.mentees);
	const mentorAt = orderOf(input.mentors);
	const menteeNumber = inverse(menteeAt);
	const mentorNumber = inverse(mentorAt);
	const mentees = Array.from(menteeAt, (at) => input.mentees[at]!);
	const mentors = Array.from(mentorAt, (at) => input.mentors[at]!);
	const number = ([mentee, mentor]: Pair) => [menteeNumber[mentee]!, mentorNumber[mentor]!] as const;

	const rows = rowsOf(input, menteeNumber, mentorNumber);
	if ('twice' in rows)
		return {
			ok: false,
			message: `Кандидат назван дважды: «${mentees[rows.twice[0]]!.id}» – «${mentors[rows.twice[1]]!.id}». Оставьте одну строку с одной оценкой.`
		};
	const edgeOf = (pair: Pair) => edgeBetween(rows, ...number(pair));
	const locked = (input.locked ?? []).map((pair) => {
		const edge = edgeOf(pair);
		const [mentee, mentor] = number(pair);
		return { mentee, mentor, edge, score: rows.score[edge] ?? 0 };
	});

	const needs = Uint8Array.from(mentees, (one) => one.needs);
	const capacity = Int32Array.from(mentors, (one) => one.capacity);
	const measures = measuresOf(input);
	if (!measures) return { ok: false, message: tooManyPeople };
	const { rankOf, ranges } = measures;
	for (const { mentee, mentor } of locked) {
		needs[mentee]! -= 1;
		capacity[mentor]! -= 1;
	}
	const partner = Int32Array.from(mentees, ({ alongside }) =>
		alongside === undefined ? -1 : menteeNumber[alongside]!
	);
	return {
		ok: true,
		problem: {
			...(partner.some((one) => one >= 0) && { partner }),
			menteeIds: mentees.map(({ id }) => id),
			mentorIds: mentors.map(({ id }) => id),
			menteeAt,
			mentorAt,
			menteeNumber,
			mentorNumber,
			needs,
			together: Uint8Array.from(mentees, (one) => (one.needs === 2 && one.together ? 1 : 0)),
			penalty: Float64Array.from(mentees, (one) => rankOf.get(weightOf(one))! * ranges.person),
			capacity,
			smallest: Int32Array.from(mentors, (one) => one.smallest ?? 0),
			slotCosts: mentors.map((one) => one.slotCosts),
			...rows,
			menteeHash: Int32Array.from(mentees, ({ id }) => hashOfId(id, seedOfMentees)),
			mentorHash: Int32Array.from(mentors, ({ id }) => hashOfId(id, seedOfMentors)),
			today: new Set((input.current ?? []).map(edgeOf)),
			locked,
			forbidden: (input.forbidden ?? []).map(edgeOf).filter((edge) => edge >= 0),
			rankOf,
			ranges
		}
	};
}

function orderOf(people: readonly { id: string }[]): Int32Array {
	const ids = people.map(({ id }) => id);
	return Int32Array.from(people.keys()).sort((one, other) => (ids[one]! < ids[other]! ? -1 : 1));
}

function inverse(order: Int32Array): Int32Array {
	const back = new Int32Array(order.length);
	for (const [number, at] of order.entries()) back[at] = number;
	return back;
}

import { type MatchingInput, mostScore, type Pair, wrongCandidates, wrongPeople } from './input';
import { hashOfId, lotOfPair, seedOfMentees, seedOfMentors } from './tie';

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
	readonly penalty: Float64Array;
	readonly capacity: Int32Array;
	readonly smallest: Int32Array;
	/** Own costs of a mentor's places, in steps; where there are none the k-th costs k − 1. */
	readonly slotCosts: readonly (readonly number[] | undefined)[];
	/** Candidates of mentee i are edges rowStart[i] … rowStart[i + 1] − 1. */
	readonly rowStart: Int32Array;
	readonly mentor: Int32Array;
	readonly score: Int32Array;
	readonly low: Float64Array;
	/** Pairs that stand, in canonical numbers. They are counted off from needs and capacities. */
	readonly locked: readonly LockedPair[];
	/** Edges of forbidden pairs. */
	readonly forbidden: readonly number[];
	/** What a queue weighs in `penalty`, by weightOf: see ranksOf. */
	readonly rankOf: ReadonlyMap<number, number>;
	readonly ranges: Ranges;
};

/** `edge` is −1 where the pair is no candidate; it then scores 0. */
export type LockedPair = { mentee: number; mentor: number; edge: number; score: number };

/** How the parts of a worth are kept from running into each other; all whole and within 2^52. */
export type Ranges = {
	/** More than all scores together: one more person matched outweighs them. */
	readonly person: number;
	/** One step of the third level (load, today's pair) in units of `low`: outweighs all lots together. */
	readonly step: number;
	readonly lotBits: number;
	readonly stay: number;
	/** Outweighs every person: for what is tried by force. */
	readonly force: number;
};

export type Compiled = { ok: true; problem: Problem } | { ok: false; message: string };

const exact = 2 ** 52;
/** Where a mentor has no costs of their own, the load is felt up to so many mentees; further ones cost as much as this one. */
export const mostOwnStep = 100;
/** People who may join later, reckoned in from the start so that ranges hold for them too. */
const spare = 256;

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

	const edges = sortCandidates(input, menteeNumber, mentorNumber);
	if (edges.twice)
		return {
			ok: false,
			message: `Кандидат назван дважды: «${mentees[edges.twice[0]]!.id}» – «${mentors[edges.twice[1]]!.id}». Оставьте одну строку с одной оценкой.`
		};
	const keyOf = (mentee: number, mentor: number) => mentee * mentors.length + mentor;
	const current = new Set((input.current ?? []).map((pair) => keyOf(...number(pair))));
	const { rowStart, mentor, score } = edges;
	const edgeOf = (pair: Pair) => edgeBetween(edges, ...number(pair));
	const locked = (input.locked ?? []).map((pair) => {
		const edge = edgeOf(pair);
		const [mentee, mentor] = number(pair);
		return { mentee, mentor, edge, score: score[edge] ?? 0 };
	});

	const needs = Uint8Array.from(mentees, (one) => one.needs);
	const capacity = Int32Array.from(mentors, (one) => one.capacity);
	const measures = measuresOf(input);
	if (!measures) return { ok: false, message: tooManyPeople };
	const { rankOf, ranges } = measures;
	const low = new Float64Array(mentor.length);
	const menteeHash = mentees.map(({ id }) => hashOfId(id, seedOfMentees));
	const mentorHash = Int32Array.from(mentors, ({ id }) => hashOfId(id, seedOfMentors));
	for (let i = 0; i < mentees.length; i++)
		for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
			const j = mentor[e]!;
			low[e] =
				lotOfPair(menteeHash[i]!, mentorHash[j]!, ranges.lotBits) +
				(current.size > 0 && current.has(keyOf(i, j)) ? ranges.stay * ranges.step : 0);
		}
	for (const { mentee, mentor } of locked) {
		needs[mentee]! -= 1;
		capacity[mentor]! -= 1;
	}
	return {
		ok: true,
		problem: {
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
			rowStart,
			mentor,
			score,
			low,
			locked,
			forbidden: (input.forbidden ?? []).map(edgeOf).filter((edge) => edge >= 0),
			rankOf,
			ranges
		}
	};
}

export const tooManyPeople =
	'Людей и цен мест слишком много, чтобы считать точно. Разделите задачу, например по округам.';

/** What queues weigh, and how the parts of a worth are kept apart: of all people together, whichever part is solved. */
export function measuresOf(input: MatchingInput): Pick<Problem, 'rankOf' | 'ranges'> | undefined {
	const { mentees, mentors } = input;
	const rankOf = hasWholes(input) ? weightsOf(mentees) : ranksOf(mentees);
	const served = mentees.reduce((sum, one) => sum + one.needs * rankOf.get(weightOf(one))!, 1);
	const ranges = rangesOf({
		needed: mentees.reduce((sum, { needs }) => sum + needs, 0),
		offered: mentors.reduce((sum, { capacity }) => sum + capacity, 0),
		heaviest: Array.from(rankOf.values()).reduce((most, one) => Math.max(most, one), 1),
		served,
		...thirdLevel(input)
	});
	return ranges && { rankOf, ranges };
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

type Edges = Pick<Problem, 'rowStart' | 'mentor' | 'score'> & { twice?: Pair };

/** Two passes of counting, first by mentor, then by mentee: rows come out in order of mentors. */
function sortCandidates(
	{ candidates, mentees, mentors }: MatchingInput,
	menteeNumber: Int32Array,
	mentorNumber: Int32Array
): Edges {
	const size = candidates.score.length;
	const column = startsOf(candidates.mentor, mentorNumber, mentors.length);
	const byMentor = new Int32Array(size);
	for (let at = 0; at < size; at++) byMentor[column[mentorNumber[candidates.mentor[at]!]!]!++] = at;
	const next = startsOf(candidates.mentee, menteeNumber, mentees.length);
	const rowStart = next.slice();
	const mentor = new Int32Array(size);
	const score = new Int32Array(size);
	for (const at of byMentor) {
		const i = menteeNumber[candidates.mentee[at]!]!;
		const j = mentorNumber[candidates.mentor[at]!]!;
		const e = next[i]!++;
		if (e > rowStart[i]! && mentor[e - 1] === j) return { rowStart, mentor, score, twice: [i, j] };
		mentor[e] = j;
		score[e] = candidates.score[at]!;
	}
	return { rowStart, mentor, score };
}

/** The candidate of these two, −1 when they are none. */
function edgeBetween({ rowStart, mentor }: Edges, i: number, j: number): number {
	for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) if (mentor[e] === j) return e;
	return -1;
}

/** Where the rows of each begin: counts summed up, one longer than the people. */
function startsOf(keys: Int32Array, number: Int32Array, people: number): Int32Array {
	const starts = new Int32Array(people + 1);
	for (const key of keys) starts[number[key]! + 1]! += 1;
	for (let at = 0; at < people; at++) starts[at + 1]! += starts[at]!;
	return starts;
}

/**
 * Queues as ranks 1, 2, …: of what one mentor for this person weighs, priority / needs, only the order matters (sets of
 * people that can be served form a polymatroid, so the greedy one is best for every weighting of the same order).
 * Priority 0 comes after all others and still counts.
 */
function ranksOf(mentees: readonly Queued[]): ReadonlyMap<number, number> {
	const weights = [...new Set(mentees.map(weightOf))].sort((one, other) => one - other);
	return new Map(weights.map((weight, at) => [weight, at + 1]));
}

/** Where «both or none» or the size of groups plays, sizes matter as well: eighths of the priority itself. */
const weightsOf = (mentees: readonly Queued[]): ReadonlyMap<number, number> =>
	new Map(mentees.map((one) => [weightOf(one), 8 * weightOf(one)]));

/** Whether the input has rules that prices alone cannot keep (whole.ts). */
export const hasWholes = ({ mentors, mentees }: MatchingInput) =>
	mentors.some(({ smallest = 0 }) => smallest > 1) || mentees.some(({ together }) => together);

type Queued = { priority: number; needs: number };

/** What one mentor for this person weighs in the first place. */
export const weightOf = ({ priority, needs }: Queued) => (priority || 1 / 4) / needs;

/** The most that one pair may weigh in steps of the third level, and what keeping today's pair weighs. */
function thirdLevel({ mentors, mentees, current, stayBonus = 1 }: MatchingInput) {
	const stay = current?.length ? stayBonus : 0;
	let most = 0;
	for (const { capacity, slotCosts } of mentors)
		most = Math.max(most, slotCosts ? (slotCosts.at(-1) ?? 0) : Math.min(capacity, mentees.length, mostOwnStep));
	return { stay, most: most + stay };
}

function rangesOf(of: {
	needed: number;
	offered: number;
	heaviest: number;
	served: number;
	stay: number;
	most: number;
}): Ranges | undefined {
	const units = Math.min(of.needed, of.offered) + spare;
	const person = mostScore * units + 1;
	const force = person * of.served;
	let lotBits = 30;
	const step = () => units * 2 ** lotBits + 1;
	while (lotBits > 0 && 4 * units * (of.most * step() + 2 ** lotBits) > exact) lotBits--;
	if (lotBits === 0 || 4 * person * (of.heaviest + 1) > exact) return undefined;
	return { person, step: step(), lotBits, stay: of.stay, force: force * 4 > exact ? Number.NaN : force };
}

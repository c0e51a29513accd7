import type { MatchingInput, MenteeInput } from './input';
import { compile } from './problem';
import { matchingOf, solve } from './result';
import type { Tie } from './score/people';
import type { WishMove } from './score/reckon';
import { verify } from './verify';
import { inChain } from './what-if';
import { keepWhole } from './whole';

export type Placed = { mentee: string; mentor: string };
export const keyOf = ({ mentee, mentor }: Placed) => `${mentee} ${mentor}`;

/** A run's problem as a proposal of it is looked at: points of pairs by people, and which conditions a pair fails. */
export function tableOf(problem: MatchingInput) {
	const { mentees, mentors, candidates, missing = [] } = problem;
	const [menteeAt, mentorAt] = [mentees, mentors].map((list) => new Map(list.map(({ id }, at) => [id, at])));
	const [points, failed] = [new Map<number, number>(), new Map<number, readonly string[]>()];
	const number = (i: number, j: number) => i * mentors.length + j;
	for (let at = 0; at < candidates.score.length; at++)
		points.set(number(candidates.mentee[at]!, candidates.mentor[at]!), candidates.score[at]!);
	for (const { mentee, mentor, filters } of missing) failed.set(number(mentee, mentor), filters);
	const of = ({ mentee, mentor }: Placed) => {
		const [i, j] = [menteeAt?.get(mentee), mentorAt?.get(mentor)];
		return i === undefined || j === undefined ? -1 : number(i, j);
	};
	return {
		points: (pair: Placed) => points.get(of(pair)) ?? 0,
		failed: (pair: Placed) => failed.get(of(pair)) ?? [],
		knows: (pair: Placed) => of(pair) >= 0,
		place: (pair: Placed) => [menteeAt?.get(pair.mentee) ?? -1, mentorAt?.get(pair.mentor) ?? -1] as const
	};
}
export type PointsTable = ReturnType<typeof tableOf>;

/** How a board stands. */
export type Standing = {
	/** Mentees who have as many mentors as they need, of all. */
	served: number;
	mentees: number;
	points: number;
	/** Who lacks whom, in the order of the problem. */
	lacking: { mentee: string; by: number }[];
	/** Mentors with more mentees than places. */
	over: { mentor: string; by: number }[];
};

export function standingOf(problem: MatchingInput, table: PointsTable, pairs: readonly Placed[]): Standing {
	const count = (of: 'mentee' | 'mentor') => Map.groupBy(pairs, (pair) => pair[of]);
	const [got, load] = [count('mentee'), count('mentor')];
	const lacking = problem.mentees
		.map(({ id, needs }) => ({ mentee: id, by: needs - (got.get(id)?.length ?? 0) }))
		.filter(({ by }) => by > 0);
	return {
		served: problem.mentees.length - lacking.length,
		mentees: problem.mentees.length,
		points: pairs.reduce((sum, pair) => sum + table.points(pair), 0),
		lacking,
		over: problem.mentors
			.map(({ id, capacity }) => ({ mentor: id, by: (load.get(id)?.length ?? 0) - capacity }))
			.filter(({ by }) => by > 0)
	};
}

/** What a change has cost: points, and who is without a mentor since, or has one. */
export type Cost = { points: number; left: string[]; found: string[]; over: { mentor: string; by: number }[] };

export function costOf(before: Standing, after: Standing): Cost {
	const [had, has] = [before, after].map(({ lacking }) => new Map(lacking.map(({ mentee, by }) => [mentee, by])));
	const more = (one = new Map<string, number>(), other = new Map<string, number>()) =>
		[...one].flatMap(([mentee, by]) => (by > (other.get(mentee) ?? 0) ? [mentee] : []));
	return {
		points: after.points - before.points,
		left: more(has, had),
		found: more(had, has),
		over: after.over.filter(({ mentor, by }) => by > (before.over.find((one) => one.mentor === mentor)?.by ?? 0))
	};
}

/** The best that can be made of the board when what is kept stays: who would move, and what it would bring. */
export type Better = { pairs: Placed[]; moves: WishMove[]; cost: Cost; exact: boolean };

/**
 * Solved anew, exactly, and verified. A mentor with more kept mentees than places is given those places: a person has decided so; whom a
 * mentor of outside leads needs so many fewer. Two who are not put together since are not candidates any more. Undefined: what is kept contradicts itself.
 */
export function betterThan(
	problem: MatchingInput,
	pairs: readonly Placed[],
	kept: readonly Placed[],
	ties: readonly Tie[]
): Better | undefined {
	const table = tableOf(problem);
	const held = new Map<string, Placed>();
	const outside: Placed[] = []; // not of this run, or more than are needed: they only take a place
	const of = new Map<string, number>();
	for (const pair of kept) {
		const many = of.get(pair.mentee) ?? 0;
		if (!table.knows(pair) || many === 2) outside.push(pair);
		else if (!held.has(keyOf(pair))) {
			held.set(keyOf(pair), pair);
			of.set(pair.mentee, many + 1);
		}
	}
	const strangers = pairs.filter((pair) => !table.knows(pair));
	const beside = once([...outside, ...strangers]);
	const taken = Map.groupBy(beside, ({ mentor }) => mentor);
	const others = Map.groupBy(beside, ({ mentee }) => mentee);
	const loads = Map.groupBy(held.values(), ({ mentor }) => mentor);
	const apart = ties.filter(({ kind }) => kind === 'apart').flatMap(bothWays);
	const wanted = (one: MenteeInput) => Math.max(one.needs - (others.get(one.id)?.length ?? 0), of.get(one.id) ?? 0);
	const mentees = problem.mentees.map((one) => ({ ...one, needs: Math.max(1, wanted(one)) as 1 | 2 }));
	const settled = problem.mentees
		.filter((one) => wanted(one) === 0)
		.flatMap(({ id }) => problem.mentors.map((mentor) => ({ mentee: id, mentor: mentor.id })));
	const forbidden = [...apart, ...settled].filter((pair) => table.knows(pair) && !held.has(keyOf(pair)));
	const mentors = problem.mentors.map((one) => ({
		...one,
		capacity: Math.max(one.capacity - (taken.get(one.id)?.length ?? 0), loads.get(one.id)?.length ?? 0)
	}));
	const input: MatchingInput = {
		...problem,
		mentees,
		mentors: mentors.map((one) => ({
			...one,
			...(one.smallest && { smallest: Math.min(one.smallest, one.capacity) })
		})),
		locked: [...held.values()].map(table.place),
		forbidden: once(forbidden).map(table.place),
		current: once(pairs.filter(table.knows)).map(table.place)
	};
	const compiled = compile(input);
	if (!compiled.ok) return undefined;
	const market = solve(compiled.problem);
	const { choices, exact } = keepWhole(market);
	const matching = matchingOf(market, choices);
	const checked = verify(input, matching);
	if (!checked.ok) throw new Error(`Перестановка не прошла проверку и не показана: ${checked.where}.`);
	const best = matching.pairs.map(([i, j]) => ({ mentee: mentees[i]!.id, mentor: mentors[j]!.id }));
	const after = [...best, ...beside];
	return {
		exact,
		pairs: after,
		moves: movesBetween(pairs, after, table),
		cost: costOf(standingOf(problem, table, pairs), standingOf(problem, table, after))
	};
}

const once = (pairs: readonly Placed[]) => [...new Map(pairs.map((pair) => [keyOf(pair), pair])).values()];

const bothWays = ({ mentee, mentor }: Placed): Placed[] => [
	{ mentee, mentor },
	{ mentee: mentor, mentor: mentee }
];

/** Who moves from whom to whom, one after another where one takes the place of the next. */
export function movesBetween(before: readonly Placed[], after: readonly Placed[], table: PointsTable): WishMove[] {
	const [was, is] = [before, after].map((pairs) => new Set(pairs.map(keyOf)));
	const mentees = [...new Set([...before, ...after].map(({ mentee }) => mentee))].sort();
	const of = (pairs: readonly Placed[], mentee: string, other = new Set<string>()) =>
		pairs.filter((pair) => pair.mentee === mentee && !other.has(keyOf(pair))).map(({ mentor }) => mentor);
	const moves = mentees
		.map((mentee) => ({ mentee, from: of(before, mentee, is), to: of(after, mentee, was) }))
		.filter(({ from, to }) => from.length + to.length > 0);
	return inChain(moves).flatMap(({ mentee, from, to }) =>
		Array.from({ length: Math.max(from.length, to.length) }, (_, at) => {
			const [left, came] = [from[at] ?? null, to[at] ?? null];
			const worth = (mentor: string | null) => (mentor ? table.points({ mentee, mentor }) : 0);
			return { mentee, from: left, to: came, points: worth(came) - worth(left) };
		})
	);
}

import type { MatchingInput } from './input';
import type { WishMove } from './score/prices';
import { type Role, roles } from './score/roles';
import { inChain } from './what-if';

/** `role`: in which of the mentee's roles; none where there are none. */
export type Placed = { mentee: string; mentor: string; role?: Role | '' };
export const keyOf = ({ mentee, mentor }: Placed) => `${mentee} ${mentor}`;
/** Two with one mentee may change roles: then both pairs are others. */
export const seatOf = ({ role = '', ...pair }: Placed) => `${keyOf(pair)} ${role}`;

/** A run's problem as a proposal of it is looked at: points of pairs by people, and which conditions a pair fails. */
export function tableOf(problem: MatchingInput) {
	const { mentees, mentors, candidates, roleCandidates, missing = [] } = problem;
	const [menteeAt, mentorAt] = [mentees, mentors].map((list) => new Map(list.map(({ id }, at) => [id, at])));
	const [points, failed] = [new Map<number, number>(), new Map<number, readonly string[]>()];
	// numbers, not words: there are tens of thousands of pairs, and the board is made anew at each showing
	const inEach = 1 + Math.max(0, ...mentees.map(({ roles: names }) => names?.length ?? 0));
	const key = (i: number, j: number, role = -1) => (i < 0 || j < 0 ? -1 : (i * mentors.length + j) * inEach + role + 1);
	for (let at = 0; at < candidates.score.length; at++)
		points.set(key(candidates.mentee[at]!, candidates.mentor[at]!), candidates.score[at]!);
	for (let at = 0; at < (roleCandidates?.score.length ?? 0); at++)
		points.set(
			key(roleCandidates!.mentee[at]!, roleCandidates!.mentor[at]!, roleCandidates!.role[at]!),
			roleCandidates!.score[at]!
		);
	for (const { mentee, mentor, role, filters } of missing) failed.set(key(mentee, mentor, role), filters);
	const place = (pair: Placed) => [menteeAt?.get(pair.mentee) ?? -1, mentorAt?.get(pair.mentor) ?? -1] as const;
	/** The pair in its role; where that is not known, in each it might be in. */
	const keys = (pair: Placed) => {
		const [i, j] = place(pair);
		const names = mentees[i]?.roles;
		const at = pair.role ? (names?.indexOf(roles[pair.role]) ?? -1) : -1;
		return names && at < 0 ? names.map((_, role) => key(i, j, role)) : [key(i, j, at)];
	};
	return {
		points: (pair: Placed) => Math.max(0, ...keys(pair).map((one) => points.get(one) ?? 0)),
		failed: (pair: Placed) =>
			keys(pair).flatMap((one, at, all) => (at === 0 || !points.has(all[0]!) ? (failed.get(one) ?? []) : [])),
		knows: (pair: Placed) => place(pair).every((at) => at >= 0),
		place
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

/** Who moves from whom to whom, one after another where one takes the place of the next. */
export function movesBetween(before: readonly Placed[], after: readonly Placed[], table: PointsTable): WishMove[] {
	const [was, is] = [before, after].map((pairs) => new Set(pairs.map(seatOf)));
	const mentees = [...new Set([...before, ...after].map(({ mentee }) => mentee))].sort();
	const of = (pairs: readonly Placed[], mentee: string, other = new Set<string>()) =>
		pairs.filter((pair) => pair.mentee === mentee && !other.has(seatOf(pair)));
	const moves = mentees
		.map((mentee) => ({ mentee, gone: of(before, mentee, is), came: of(after, mentee, was) }))
		.map((move) => ({ ...move, from: mentorsOf(move.gone), to: mentorsOf(move.came) }))
		.filter(({ from, to }) => from.length + to.length > 0);
	const worth = (pair: Placed | undefined) => (pair ? table.points(pair) : 0);
	return inChain(moves).flatMap(({ mentee, gone, came }) =>
		Array.from({ length: Math.max(gone.length, came.length) }, (_, at) => ({
			mentee,
			from: gone[at]?.mentor ?? null,
			to: came[at]?.mentor ?? null,
			points: worth(came[at]) - worth(gone[at])
		}))
	);
}

const mentorsOf = (pairs: readonly Placed[]) => pairs.map(({ mentor }) => mentor);

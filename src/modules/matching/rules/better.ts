import { bestOf } from './best';
import { type Cost, costOf, keyOf, movesBetween, type Placed, standingOf, tableOf } from './board';
import type { MatchingInput, MenteeInput, MentorInput, Pair } from './input';
import type { Tie } from './score/people';
import type { WishMove } from './score/prices';
import { type Role, roleNamed, roles } from './score/roles';

/** The best that can be made of the board when what is kept stays: who would move, and what it would bring. */
export type Better = { pairs: Placed[]; moves: WishMove[]; cost: Cost; exact: boolean };

/**
 * Solved anew, exactly, and verified. A mentor with more kept mentees than places is given those places: a person has decided so. A mentor of
 * outside stands as a mentor with just these people: the half of a queue that is left weighs a half. Two who are not put together since are not
 * candidates any more. Undefined: what is kept contradicts itself.
 */
export function betterThan(
	problem: MatchingInput,
	pairs: readonly Placed[],
	kept: readonly Placed[],
	ties: readonly Tie[],
	table = tableOf(problem)
): Better | undefined {
	const isOurs = ({ mentee }: Placed) => table.place({ mentee, mentor: '' })[0] >= 0;
	const strangers = once(pairs.filter((pair) => !table.knows(pair)));
	const held = new Map<string, Placed>();
	const beside: Placed[] = []; // not of this run, or more than are needed: they only take a place
	const of = new Map<string, number>();
	for (const pair of once([...strangers.filter(isOurs), ...kept.filter(table.knows)])) {
		const many = of.get(pair.mentee) ?? 0;
		const { needs, roles: names } = problem.mentees[table.place(pair)[0]]!;
		if (many === 2 || (many === needs && (names || !table.knows(pair)))) beside.push(pair);
		else {
			held.set(keyOf(pair), pair);
			of.set(pair.mentee, many + 1);
		}
	}
	beside.push(...strangers.filter((pair) => !isOurs(pair)));
	const taken = Map.groupBy(beside, ({ mentor }) => mentor);
	const loads = Map.groupBy(held.values(), ({ mentor }) => mentor);
	const known = new Set(problem.mentors.map(({ id }) => id));
	const guests = [...loads.keys()].filter((id) => !known.has(id)).map((id): MentorInput => ({ id, capacity: 0 }));
	const mentors = [...problem.mentors, ...guests].map((one) => {
		const capacity = Math.max(one.capacity - (taken.get(one.id)?.length ?? 0), loads.get(one.id)?.length ?? 0);
		return { ...one, capacity, ...(one.smallest && { smallest: Math.min(one.smallest, capacity) }) };
	});
	const mentees = problem.mentees.map((one) => ({ ...one, needs: Math.max(one.needs, of.get(one.id) ?? 0) as 1 | 2 }));
	const at = new Map(mentors.map(({ id }, place) => [id, place]));
	const apart = once(ties.filter(({ kind }) => kind === 'apart').flatMap(bothWays));
	const forbidden = apart.filter((pair) => table.knows(pair) && !held.has(keyOf(pair)));
	const best = bestOf({
		...problem,
		mentees,
		mentors,
		locked: [...Map.groupBy(held.values(), ({ mentee }) => mentee).values()].flatMap((own) =>
			inRoles(own, problem.mentees[table.place(own[0]!)[0]]!).map(([{ mentee, mentor }, role]): Pair => {
				const [i, j] = [table.place({ mentee, mentor })[0], at.get(mentor)!];
				return role === undefined ? [i, j] : [i, j, role];
			})
		),
		forbidden: forbidden.map(table.place),
		current: once(pairs.filter(table.knows)).map(table.place)
	});
	if (!best) return undefined;
	const found = best.pairs.map(([i, j, role = -1]): Placed => {
		const name = roleNamed(mentees[i]!.roles?.[role]);
		return { mentee: mentees[i]!.id, mentor: mentors[j]!.id, ...(name && { role: name }) };
	});
	const after = [...found, ...beside];
	return {
		exact: best.exact,
		pairs: after,
		moves: movesBetween(pairs, after, table),
		cost: costOf(standingOf(problem, table, pairs), standingOf(problem, table, after))
	};
}

/** Who is kept stands in their role, or in one that is left. */
function inRoles(own: readonly Placed[], { roles: names }: MenteeInput): (readonly [pair: Placed, role?: number])[] {
	if (!names) return own.map((pair) => [pair] as const);
	const wanted = own.map(({ role }) => (role ? names.indexOf(roles[role]) : -1));
	const taken = new Set(wanted);
	const left = [...names.keys()].filter((role) => !taken.has(role));
	const used = new Set<number>();
	return own.map((pair, at) => {
		const named = wanted[at]!;
		const role = named >= 0 && !used.has(named) ? named : (left.shift() ?? 0);
		used.add(role);
		return [pair, role] as const;
	});
}

/** In which role somebody would come to this mentee: the one that is left, or, where both are, the one of more points. */
export function roleFor(
	problem: MatchingInput,
	pairs: readonly Placed[],
	{ mentee, mentor, from }: Placed & { from: string }
): Role | '' {
	const names = problem.mentees.find(({ id }) => id === mentee)?.roles;
	if (!names) return '';
	const table = tableOf(problem);
	const taken = pairs.filter((pair) => pair.mentee === mentee && pair.mentor !== from).map(({ role }) => role);
	const left = names.flatMap((name) => roleNamed(name) ?? []).filter((role) => !taken.includes(role));
	const points = (role: Role) => table.points({ mentee, mentor, role });
	return left.toSorted((one, other) => points(other) - points(one))[0] ?? '';
}

const once = (pairs: readonly Placed[]) => [...new Map(pairs.map((pair) => [keyOf(pair), pair])).values()];

const bothWays = ({ mentee, mentor }: Placed): Placed[] => [
	{ mentee, mentor },
	{ mentee: mentor, mentor: mentee }
];

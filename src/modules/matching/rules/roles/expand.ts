import type { MatchingInput, MenteeInput, MentorInput, Pair } from '../input';
import { hasWholes } from '../ranges';
import { noRoleCandidates } from './check';
import { roleId, standInOf } from './names';

/**
 * The same matching without roles, exactly: a flow stays a flow. A mentee in a role is a mentee of their own. A mentor j who might be had by
 * mentee i in either role may be had in one only; that is a node of capacity one between the roles and the mentor. In two columns: a seat
 * with one place, open to both roles, and a stand-in who must be served, by the seat or by j. Who takes the seat sends the stand-in to j,
 * and so takes one place there; both cannot.
 */
export type Expanded = {
	input: MatchingInput;
	/** Whose role each mentee of the expanded matching is; stand-ins come after them. `role` −1: a mentee without roles. */
	units: readonly Unit[];
	/** Where a mentee's units begin, by place in the input. */
	unitOf: Int32Array;
	/** Stand-in and seat, by place in the expanded input. */
	eithers: readonly Either[];
};
export type Unit = { mentee: number; role: number };
export type Either = { mentee: number; mentor: number; standIn: number; seat: number };

/** Eighths: halves and quarters of a queue stay whole. */
const finer = 8;

export function expandRoles(input: MatchingInput): Expanded {
	const { mentees, mentors, candidates, locked = [], forbidden = [], current = [] } = input;
	const { mentee: from, mentor: to, score, role } = input.roleCandidates ?? noRoleCandidates();
	const units: Unit[] = [];
	const unitOf = new Int32Array(mentees.length);
	for (const [i, { roles }] of mentees.entries()) {
		unitOf[i] = units.length;
		if (roles) for (const r of roles.keys()) units.push({ mentee: i, role: r });
		else units.push({ mentee: i, role: -1 });
	}
	const key = (i: number, j: number) => i * mentors.length + j;
	const apart = new Set(forbidden.map(([i, j]) => key(i, j)));
	const kept = new Map(locked.map(([i, j, r = -1]) => [key(i, j), r]));
	const listed = new Map<number, number>(); // in how many roles
	const isOpen = (at: number) => {
		const pair = key(from[at]!, to[at]!);
		return !apart.has(pair) && (kept.get(pair) ?? role[at]) === role[at]; // a locked mentor is not had in the other role too
	};
	for (let at = 0; at < from.length; at++)
		if (isOpen(at)) listed.set(key(from[at]!, to[at]!), (listed.get(key(from[at]!, to[at]!)) ?? 0) + 1);

	const exempt = new Set(locked.map(([i]) => i));
	const weights = weightsOf(input);
	const people: MenteeInput[] = units.map(({ mentee: i, role: r }, unit) => {
		const { id, needs, together, roles } = mentees[i]!;
		if (!roles) return { id, needs, priority: weights.of[i]! * needs, ...(together && { together }) };
		const other = roles.length === 2 && together && !exempt.has(i) ? unit + (r === 0 ? 1 : -1) : undefined;
		return {
			...{ id: roleId(id, roles[r]!), needs: 1, priority: weights.of[i]! },
			...(together && { together }), // of one mentor it asks nothing, but sizes of queues count where anybody wants it
			...(other !== undefined && { alongside: other })
		};
	});
	const places: MentorInput[] = [...mentors];
	const rows = { mentee: Array.from(candidates.mentee, (i) => unitOf[i]!), mentor: [...candidates.mentor] };
	const points = [...candidates.score];
	const today = new Set(current.map(([i, j]) => key(i, j)));
	const stays: Pair[] = current.filter(([i]) => !mentees[i]!.roles).map(([i, j]) => [unitOf[i]!, j]);
	const add = (unit: number, mentor: number, worth: number) => {
		rows.mentee.push(unit);
		rows.mentor.push(mentor);
		points.push(worth);
	};
	const eithers = new Map<number, Either>();
	const seatOf = (i: number, j: number) => {
		const known = eithers.get(key(i, j));
		if (known) return known.seat;
		const { standIn, seat } = standInOf(mentees[i]!.id, mentors[j]!.id);
		const one = { mentee: i, mentor: j, standIn: people.length, seat: places.length };
		people.push({ id: standIn, needs: 1, priority: weights.must });
		places.push({ id: seat, capacity: 1, slotCosts: [0] });
		add(one.standIn, one.seat, 0);
		add(one.standIn, j, 0);
		eithers.set(key(i, j), one);
		return one.seat;
	};
	for (let at = 0; at < from.length; at++) {
		if (!isOpen(at)) continue;
		const [i, j] = [from[at]!, to[at]!];
		const end = listed.get(key(i, j)) === 2 ? seatOf(i, j) : j;
		add(unitOf[i]! + role[at]!, end, score[at]!);
		if (today.has(key(i, j))) stays.push([unitOf[i]! + role[at]!, end]);
	}
	return {
		input: {
			mentors: places,
			mentees: people,
			candidates: {
				mentee: Int32Array.from(rows.mentee),
				mentor: Int32Array.from(rows.mentor),
				score: Int32Array.from(points)
			},
			locked: locked.map(([i, j, r = 0]): Pair => [unitOf[i]! + r, j]),
			forbidden: forbidden.flatMap(([i, j]): Pair[] => (mentees[i]!.roles ? [] : [[unitOf[i]!, j]])),
			current: stays,
			...(input.stayBonus !== undefined && { stayBonus: input.stayBonus })
		},
		units,
		unitOf,
		eithers: [...eithers.values()]
	};
}

/**
 * What one mentor for a mentee weighs, whole: ranks, where only the order matters (rules/ranges.ts), else the queue itself, finer. A stand-in
 * outweighs everybody it could be exchanged for: one person, or with «both or none» and groups all of them.
 */
function weightsOf(input: MatchingInput): { of: readonly number[]; must: number } {
	const own = input.mentees.map(({ priority, needs }) => (finer * (priority || 1 / 4)) / needs);
	if (hasWholes(input))
		return { of: own, must: 1 + input.mentees.reduce((sum, { needs }, i) => sum + needs * own[i]!, 0) };
	const order = [...new Set(own)].sort((one, other) => one - other);
	const rank = new Map(order.map((weight, at) => [weight, at + 1]));
	return { of: own.map((weight) => rank.get(weight)!), must: order.length + 1 };
}

import type { MatchingInput } from '../input';
import type { RoleMatching } from './fold';

/** Nothing was decided beyond prices. */
export const nothing: NonNullable<RoleMatching['certificate']['decided']> = {
	force: 0,
	serve: [],
	drop: [],
	open: [],
	close: []
};

/** One number for a pair, and one for a mentee in a role. */
export const pairKey = ({ mentors }: Pick<MatchingInput, 'mentors'>, i: number, j: number) => i * mentors.length + j;
export const slot = (i: number, r: number) => i * 2 + r;

/** Who is with whom in which role, if that is allowed at all; else a sentence. For verify-roles.ts. */
export function allowedRoles(input: MatchingInput, { pairs, certificate }: RoleMatching) {
	const { mentees, mentors, locked = [], forbidden = [] } = input;
	const { decided = nothing } = certificate;
	const key = (i: number, j: number) => pairKey(input, i, j);
	const kept = new Set(locked.map(([i, j]) => key(i, j)));
	const apart = new Set(forbidden.map(([i, j]) => key(i, j)));
	const dropped = new Set(decided.drop);
	const need = mentees.map(({ needs }, i) => (dropped.has(i) ? 0 : (needs as number)));
	const given = new Int32Array(mentees.length);
	for (const [i] of locked) given[i]! += 1;
	const [base, load] = [new Int32Array(mentors.length), new Int32Array(mentors.length)];
	const roleOf = new Map<number, number>();
	const filled = new Map<number, number>();
	const got = new Int32Array(mentees.length);
	const standing = new Map(locked.map(([i, j, r = -1]) => [key(i, j), r]));
	for (const [i, j, r = -1] of pairs) {
		const mentee = mentees[i];
		if (!mentee || !mentors[j]) return `pair ${i}–${j} has nobody in it`;
		const pair = key(i, j);
		if (roleOf.has(pair)) return `pair ${i}–${j} stands twice`;
		if (apart.has(pair)) return `pair ${i}–${j} is forbidden`;
		if (mentee.roles ? !mentee.roles[r] : r >= 0) return `pair ${i}–${j} is in no role of the mentee`;
		if (r >= 0 && filled.has(slot(i, r))) return `mentee ${i} has two in role ${r}`;
		roleOf.set(pair, r);
		if (r >= 0) filled.set(slot(i, r), j);
		got[i]! += 1;
		if (!kept.has(pair)) load[j]! += 1;
		else if (standing.get(pair) !== r) return `locked pair ${i}–${j} is in another role`;
		else {
			standing.delete(pair);
			base[j]! += 1;
		}
	}
	if (standing.size > 0) return 'a locked pair is not kept';
	for (const [i, { needs, together }] of mentees.entries()) {
		if (got[i]! > need[i]!) return `mentee ${i} has more mentors than needed`;
		if (together && needs === 2 && got[i] === 1 && given[i] === 0)
			return `mentee ${i} has one of two mentors, but wants both or none`;
	}
	const closed = new Set(decided.close);
	for (const [j, { capacity, smallest = 0 }] of mentors.entries()) {
		if (load[j]! + base[j]! > (closed.has(j) ? 0 : capacity)) return `mentor ${j} has more mentees than places`;
		if (base[j] === 0 && load[j]! > 0 && load[j]! < smallest) return `group ${j} is smaller than its smallest size`;
	}
	return { kept, apart, need, given, base, load, roleOf, filled, got, closed };
}

import type { MatchingInput } from '../input';

/** Which parcel everybody is in: connected parts, small ones together, so that each parcel is worth the trouble of a market. */
export type Parcels = { count: number; parts: number; ofMentee: Int32Array; ofMentor: Int32Array };

/** From how much on (candidates and people) a parcel is full. */
export const fullParcel = 60_000;

type Rows = { start: Int32Array; mentor: Int32Array };

/**
 * Two people are in one part if candidates, locked or sifted pairs lead from one to the other: what happens in a part, and
 * why, cannot be felt in another.
 */
export function parcelsOf(
	{ mentees, mentors, locked = [], missing = [] }: MatchingInput,
	rows: Rows,
	full: number
): Parcels {
	const shift = mentees.length;
	const above = new Int32Array(mentees.length + mentors.length);
	for (let node = 0; node < above.length; node++) above[node] = node;
	const top = (node: number) => {
		let at = node;
		while (above[at] !== at) {
			above[at] = above[above[at]!]!;
			at = above[at]!;
		}
		return at;
	};
	const tie = (mentee: number, mentor: number) => {
		const [one, other] = [top(mentee), top(shift + mentor)];
		if (one < other) above[other] = one;
		else above[one] = other;
	};
	for (let i = 0; i < mentees.length; i++)
		for (let e = rows.start[i]!; e < rows.start[i + 1]!; e++) tie(i, rows.mentor[e]!);
	for (const [mentee, mentor] of locked) tie(mentee, mentor);
	for (const { mentee, mentor } of missing) tie(mentee, mentor);
	return packed(above, top, rows, mentees.length, full);
}

/** The first of a part is above all of it: in the order of the first ones parts go into a parcel until it is full. */
function packed(
	above: Int32Array,
	top: (node: number) => number,
	{ start }: Rows,
	mentees: number,
	full: number
): Parcels {
	const weight = new Float64Array(above.length);
	for (let node = 0; node < above.length; node++)
		weight[top(node)]! += 1 + (node < mentees ? start[node + 1]! - start[node]! : 0);
	const parcelOf = new Int32Array(above.length);
	let [parcel, parts, filled] = [0, 0, 0];
	for (let node = 0; node < above.length; node++) {
		if (above[node] !== node) continue;
		if (filled > 0 && filled + weight[node]! > full) {
			parcel += 1;
			filled = 0;
		}
		parcelOf[node] = parcel;
		filled += weight[node]!;
		parts += 1;
	}
	for (let node = 0; node < above.length; node++) parcelOf[node] = parcelOf[top(node)]!;
	return {
		count: above.length > 0 ? parcel + 1 : 0,
		parts,
		ofMentee: parcelOf.subarray(0, mentees),
		ofMentor: parcelOf.subarray(mentees)
	};
}

import type { MatchingInput } from '../input';
import { newUnion, type Union } from '../union';

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
	const union = newUnion(mentees.length + mentors.length);
	for (let i = 0; i < mentees.length; i++)
		for (let e = rows.start[i]!; e < rows.start[i + 1]!; e++) union.join(i, shift + rows.mentor[e]!);
	for (const [mentee, mentor] of locked) union.join(mentee, shift + mentor);
	for (const { mentee, mentor } of missing) union.join(mentee, shift + mentor);
	return packed(union, rows, mentees.length, mentors.length, full);
}

/** In the order of the first ones parts go into a parcel until it is full. */
function packed({ firstOf }: Union, { start }: Rows, mentees: number, mentors: number, full: number): Parcels {
	const nodes = mentees + mentors;
	const weight = new Float64Array(nodes);
	for (let node = 0; node < nodes; node++)
		weight[firstOf(node)]! += 1 + (node < mentees ? start[node + 1]! - start[node]! : 0);
	const parcelOf = new Int32Array(nodes);
	let [parcel, parts, filled] = [0, 0, 0];
	for (let node = 0; node < nodes; node++) {
		if (firstOf(node) !== node) continue;
		if (filled > 0 && filled + weight[node]! > full) {
			parcel += 1;
			filled = 0;
		}
		parcelOf[node] = parcel;
		filled += weight[node]!;
		parts += 1;
	}
	for (let node = 0; node < nodes; node++) parcelOf[node] = parcelOf[firstOf(node)]!;
	return {
		count: nodes > 0 ? parcel + 1 : 0,
		parts,
		ofMentee: parcelOf.subarray(0, mentees),
		ofMentor: parcelOf.subarray(mentees)
	};
}

import type { MatchingInput, Pair } from '../input';
import type { Certificate, Matching } from '../result';
import type { Expanded } from './expand';
import { lotsOf } from './names';

/** Prices of roles, beside those of people: what a mentee has in each role, and what it is worth to have this very mentor in one role only. */
export type RolePrices = {
	/** [mentee, role, first part, second part], all roles of all. */
	utility: (readonly [mentee: number, role: number, high: number, low: number])[];
	/** [mentee, mentor, first part, second part]; the others are 0. */
	apart: (readonly [mentee: number, mentor: number, high: number, low: number])[];
};

export type RoleMatching = Matching & { certificate: Certificate & { roles: RolePrices } };

/** The matching of the expanded problem as one of the people it was made of. */
export function foldRoles(
	input: MatchingInput,
	expanded: Expanded,
	{ pairs, score, certificate }: Matching
): RoleMatching {
	const { units, unitOf, eithers } = expanded;
	const seats = new Map(eithers.map((one) => [one.seat, one.mentor]));
	const sent = new Set(pairs.flatMap(([unit, end]) => (units[unit] || seats.has(end) ? [] : [unit])));
	const folded = pairs.flatMap(([unit, end]): Pair[] => {
		const one = units[unit];
		if (!one) return [];
		const mentor = seats.get(end) ?? end;
		return [one.role < 0 ? [one.mentee, mentor] : [one.mentee, mentor, one.role]];
	});
	const { menteeUtility, menteeUtilityLow, mentorPrice, mentorPriceLow, decided, ...ranges } = certificate;
	const ofMentee = (list: readonly number[]) => input.mentees.map(({ roles }, i) => (roles ? 0 : list[unitOf[i]!]!));
	const ofMentors = (list: readonly number[]) => list.slice(0, input.mentors.length);
	const people = (list: readonly number[]) => [...new Set(list.map((unit) => units[unit]!.mentee))];
	return {
		pairs: folded.sort((one, other) => one[0] - other[0] || one[1] - other[1]),
		score,
		certificate: {
			...ranges,
			menteeUtility: ofMentee(menteeUtility),
			menteeUtilityLow: ofMentee(menteeUtilityLow),
			mentorPrice: ofMentors(mentorPrice),
			mentorPriceLow: ofMentors(mentorPriceLow),
			...(decided && { decided: { ...decided, serve: people(decided.serve), drop: people(decided.drop) } }),
			roles: {
				utility: units.flatMap(({ mentee, role }, unit) =>
					role < 0 ? [] : [[mentee, role, menteeUtility[unit]!, menteeUtilityLow[unit]!] as const]
				),
				apart: eithers.flatMap(({ mentee, mentor, standIn, seat }) => {
					// Where the stand-in keeps the seat nobody is kept from anything.
					if (!sent.has(standIn)) return [];
					const high = menteeUtility[standIn]! + mentorPrice[seat]!;
					const lots = lotsOf(input.mentees[mentee]!.id, input.mentors[mentor]!.id, certificate.lotBits);
					const low = menteeUtilityLow[standIn]! + mentorPriceLow[seat]! - lots.kept;
					return high > 0 || low > 0 ? [[mentee, mentor, high, low] as const] : [];
				})
			}
		}
	};
}

import { hashOfId, lotOfPair, seedOfMentees, seedOfMentors } from '../tie';

/** A sign that no id may hold: with it ids are made of those who are no people. */
export const sign = '\u0001';

/** A mentee in one role: matched as if they were a person of their own. */
export const roleId = (mentee: string, role: string) => `${mentee}${sign}${role}`;

/**
 * The stand-in and the seat of a mentor whom a mentee might have in either role (expand.ts). Named so that the lot of the two of them lies
 * in the upper half and that of the stand-in with the mentor in the lower quarter: with nothing at stake the stand-in stays on the seat.
 */
export function standInOf(mentee: string, mentor: string): { standIn: string; seat: string } {
	const mentorHash = hashOfId(mentor, seedOfMentors);
	const standIn = firstOf(`${mentee}${sign}${mentor}${sign}`, (id) => lotOfIds(id, mentorHash, 2) === 0);
	const ofStandIn = hashOfId(standIn, seedOfMentees);
	const seat = firstOf(
		`${mentee}${sign}${mentor}${sign}${sign}`,
		(id) => lotOfPair(ofStandIn, hashOfId(id, seedOfMentors), 1) === 1
	);
	return { standIn, seat };
}

/** Lots of a mentor who might be had in either role: of the stand-in on the seat, of the stand-in with the mentor; and of the mentee in a role with the seat. */
export function lotsOf(mentee: string, mentor: string, bits: number) {
	const { standIn, seat } = standInOf(mentee, mentor);
	const lot = (one: string, other: string) => lotOfIds(one, hashOfId(other, seedOfMentors), bits);
	return {
		kept: lot(standIn, seat),
		sent: lot(standIn, mentor),
		inRole: (role: string) => lot(roleId(mentee, role), seat)
	};
}

/** The lot of a mentee in a role with a mentor who is on the list of this role alone. */
export const lotInRole = (mentee: string, role: string, mentor: string, bits: number) =>
	lotOfIds(roleId(mentee, role), hashOfId(mentor, seedOfMentors), bits);

const lotOfIds = (mentee: string, mentorHash: number, bits: number) =>
	lotOfPair(hashOfId(mentee, seedOfMentees), mentorHash, bits);

function firstOf(text: string, fits: (id: string) => boolean): string {
	for (let at = 0; ; at++) if (fits(`${text}${at}`)) return `${text}${at}`;
}

import { type Role, roles } from '../../matching/rules/score/roles';
import { isOver, type Life, lifeOf, type Step } from './life';
import type { PersonRef } from './people';
import type { ActKind, Form, Kind, Reason, Series } from './words';

/** One who takes part, with what is looked at: what they do here, whether they work here, the consents that stand. */
export type Member = PersonRef & {
	post: string;
	worksHere: boolean;
	worksAt: string | null; // of a guest: the organisation that employs them
	consents: Partial<Record<'mentor' | 'mentee', string>>; // kind → the day it was given
};

/** Who leads whom; `to` is the last day of the term, or the day they parted. */
export type Pair = {
	id: string;
	mentor: Member;
	mentee: Member;
	role: Role | ''; // where the mentee has two, each for something of their own
	from: string;
	to: string;
	temporary: boolean;
	until: string | null; // of one who stands in: the day that was meant
	left: boolean;
	leftStep: string | null;
	first: boolean; // of the proposal itself
};

/** A step as the page tells it. */
export type StepLine = Step & {
	how: 'program' | 'words' | null;
	number: string;
	pay: string;
	reason: Reason | null;
	noticedOn: string | null;
	words: string;
	orderOn: string | null;
	actKind: ActKind | null;
	series: Series | null;
	person: string;
	at: string;
	who: string;
};

export type MentorshipRow = {
	id: string;
	kind: Kind;
	form: Form;
	content: string;
	inJobFunction: boolean;
	notEmployee: boolean;
	lastPosition: number; // of all its steps, the undone ones too
	inRegister: string[]; // of the mentees, those in their register
	pairs: Pair[];
	steps: StepLine[]; // that stand, in their order
};

export type Mentorship = MentorshipRow & { life: Life };

/** Reads how a mentorship stands out of its steps. */
export const withLife = (row: MentorshipRow): Mentorship => ({
	...row,
	life: lifeOf(row.steps, [
		...new Set(row.pairs.filter(({ first }) => first).flatMap(({ mentor, mentee }) => [mentor.id, mentee.id]))
	])
});

/** Still in it on a day: has not left, and stands in no longer than was meant. */
export const goesOn = ({ left, temporary, to }: Pick<Pair, 'left' | 'temporary' | 'to'>, today: string) =>
	!(left || temporary) || to >= today;

/** Whose word is still waited for: of a proposal, or of somebody who came later. */
export const awaits = ({ pairs, life }: Pick<Mentorship, 'pairs' | 'life'>, personId: string, today: string) =>
	!isOver(life.state) &&
	!life.accepted.has(personId) &&
	pairs.some((pair) => goesOn(pair, today) && [pair.mentor.id, pair.mentee.id].includes(personId));

/** The pairs that go on, or were the last ones of what is over. */
export function pairsNow({ pairs, life }: Pick<Mentorship, 'pairs' | 'life'>, today: string) {
	const standing = pairs.filter((pair) => goesOn(pair, today));
	return isOver(life.state) || standing.length === 0 ? pairs.filter(({ to }) => to === lastOf(pairs)) : standing;
}
const lastOf = (pairs: readonly Pair[]) => pairs.reduce((last, { to }) => (to > last ? to : last), '');

const once = (people: readonly Member[]) => [...new Map(people.map((one) => [one.id, one])).values()];
export const mentorsOf = (pairs: readonly Pair[]) => once(pairs.map(({ mentor }) => mentor));
export const menteesOf = (pairs: readonly Pair[]) => once(pairs.map(({ mentee }) => mentee));
export const membersOf = (pairs: readonly Pair[]) => once(pairs.flatMap(({ mentor, mentee }) => [mentor, mentee]));

const short = ({ name }: PersonRef) => {
	const [family = '', ...given] = name.split(' ');
	return [family, ...given.map((one) => `${one[0]}.`)].join(' ');
};

/** «предметный»; where it is another for another mentee, by name. Empty without roles. */
export function roleOf(pairs: readonly Pair[], mentorId: string) {
	const own = pairs.filter(({ mentor }) => mentor.id === mentorId);
	const told = own.flatMap(({ role, mentee }) => (role ? [{ word: roles[role], mentee }] : []));
	const words = [...new Set(told.map(({ word }) => word))];
	if (words.length === 0 || (words.length === 1 && told.length === own.length)) return words[0] ?? '';
	return told.map(({ word, mentee }) => `${word} – ${short(mentee)}`).join(', ');
}

/** «Белова А. С. – предметный, Жукова Н. Л. – методический»; empty without roles. */
export const rolesTold = (pairs: readonly Pair[]) =>
	mentorsOf(pairs)
		.flatMap((mentor) => roleOf(pairs, mentor.id) && `${short(mentor)} – ${roleOf(pairs, mentor.id)}`)
		.filter(Boolean)
		.join('; ');

const joined = (people: readonly PersonRef[]) => people.map(short).join(', ');

/** «Белова А. С. → Гусев Б. О.»; a chain names everybody once, in order. */
export function titleOf({ pairs, form }: Pick<Mentorship, 'pairs' | 'form'>) {
	if (pairs.length === 0) return 'Пара без участников';
	if (form === 'chain') return membersOf(pairs).map(short).join(' → ');
	return `${joined(mentorsOf(pairs))} → ${joined(menteesOf(pairs))}`;
}

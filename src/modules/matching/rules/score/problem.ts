import type { Format } from '../../../registry/rules/registers';
import { withHalves } from '../halves';
import type { MatchingInput, MenteeInput, Pair } from '../input';
import { apartOf, failedBy, tooSmall } from './filters';
import type { Facts, MenteeFacts, MentorFacts } from './people';
import { type Role, roles } from './roles';
import { leadsOf, type Scored, scorer } from './score';
import { columnsOf } from './stored';
import { type Terms, weightsFor } from './terms';

/** What one run reckons from. `review`: today's pairs are put to the question too; else they stand and take their places. */
export type RunInputs = { kind: Format; review: boolean; facts: Facts; terms: Terms };

/**
 * The solver's input: everybody who may still be given somebody, all pairs that may be. Candidates are all feasible pairs of a school
 * (some hundreds of people), so nobody is lost. `onMentee` is told how many of them have been looked at.
 */
export function problemOf(inputs: RunInputs, onMentee?: (done: number, of: number) => void): MatchingInput {
	const { kind, review, facts, terms } = inputs;
	const score = scorerOf(inputs);
	const given = Map.groupBy(review ? [] : facts.current, ({ mentee }) => mentee);
	const leads = review ? new Map<string, number>() : leadsOf(facts);
	const left = ({ id, mentors: wanted }: MenteeFacts) => wanted - (given.get(id)?.length ?? 0);
	const mentees = facts.mentees.filter((one) => left(one) > 0);
	const mentors = facts.mentors;
	const [menteeAt, mentorAt] = [places(mentees), places(mentors)];
	const apart = apartOf(facts);
	const key = ({ mentee, mentor }: Couple) => `${mentee} ${mentor}`;
	const taken = new Set(review ? [] : facts.current.map(key));
	const locks = [
		...new Map(
			facts.ties.filter((tie) => tie.kind === 'lock' && !taken.has(key(tie))).map((tie) => [key(tie), tie])
		).values()
	];
	const locked = new Set(locks.map(key));
	const rolesOf = rolesLeft(inputs, given, score);
	const [plain, inRoles]: [Row[], Row[]] = [[], []];
	const missing: { mentee: number; mentor: number; filters: string[]; role?: number }[] = [];
	for (const [i, mentee] of mentees.entries()) {
		onMentee?.(i, mentees.length);
		const wanted = rolesOf(mentee);
		for (const [j, mentor] of mentors.entries()) {
			const pair = key({ mentee: mentee.id, mentor: mentor.id });
			if (mentee.id === mentor.id || taken.has(pair)) continue;
			for (const [at, role] of wanted?.entries() ?? [[-1, undefined] as const]) {
				const failed = [
					...failedBy(mentee, mentor, terms.conditions, apart, role),
					...tooSmall(kind, mentor, leads.get(mentor.id))
				];
				// What a person has decided stands, with its points, whatever the conditions say.
				if (failed.length > 0 && !locked.has(pair))
					missing.push({ mentee: i, mentor: j, filters: failed, ...(role && { role: at }) });
				else (role ? inRoles : plain).push([i, j, score(mentee, mentor, role).score, at]);
			}
		}
	}
	const pairs = (list: readonly Couple[]) =>
		list.flatMap(({ mentee, mentor }): (readonly [number, number])[] => {
			const [i, j] = [menteeAt.get(mentee), mentorAt.get(mentor)];
			return i === undefined || j === undefined || mentee === mentor ? [] : [[i, j]];
		});
	const people = mentees.map((one): MenteeInput => {
		const wanted = rolesOf(one);
		const needs = left(one) as 1 | 2;
		return {
			...{ id: one.id, priority: one.queue, needs, ...(one.bothOrNone && needs === 2 && { together: true }) },
			...(wanted && { roles: wanted.map((role) => roles[role]) })
		};
	});
	return {
		mentors: mentors.map(({ id, capacity, smallest }) => {
			const led = leads.get(id) ?? 0;
			const free = Math.max(0, capacity - led);
			// The size is of the whole group: those who are in it already count.
			const asked = Math.min(Math.max(0, smallest - led), free);
			return { id, capacity: free, ...(kind === 'group' && { smallest: asked }) };
		}),
		mentees: withHalves(people, (_, at) => mentees[at]!.mentors),
		candidates: columnsOf(plain),
		...(inRoles.length > 0 && {
			roleCandidates: { ...columnsOf(inRoles), role: Int32Array.from(inRoles, ([, , , role]) => role) }
		}),
		locked: lockedIn(pairs(locks), mentees, mentors, rolesOf, score),
		current: review ? pairs(facts.current) : [],
		missing
	};
}

type Row = readonly [mentee: number, mentor: number, score: number, role: number];
type Couple = { mentee: string; mentor: string };
type RolesOf = (mentee: MenteeFacts) => readonly Role[] | undefined;
type Score = ReturnType<typeof scorer>;

const scorerOf = ({ kind, review, facts, terms }: RunInputs): Score =>
	scorer(review ? { ...facts, current: [] } : facts, kind, weightsFor(terms, kind));

/** In which roles a mentee still needs somebody: who has a mentor already has them in the role they are worth more in. A group has no roles. */
function rolesLeft({ kind, facts }: RunInputs, given: ReadonlyMap<string, readonly Couple[]>, score: Score): RolesOf {
	const mentors = new Map(facts.mentors.map((one) => [one.id, one]));
	return (mentee) => {
		if (!mentee.roles || kind === 'group') return undefined;
		const [today] = given.get(mentee.id) ?? [];
		if (!today) return mentee.roles;
		const mentor = mentors.get(today.mentor);
		const filled = mentor ? bestIn(mentee.roles, (role) => score(mentee, mentor, role).score) : mentee.roles[0];
		return mentee.roles.filter((role) => role !== filled);
	};
}

/** The role of most points, the first of equal ones. */
const bestIn = (of: readonly Role[], points: (role: Role) => number) =>
	of.reduce((most, role) => (points(role) > points(most) ? role : most));

/** A locked pair stands in the role it is worth more in; two with one mentee as they are worth most together. */
function lockedIn(
	pairs: readonly (readonly [number, number])[],
	mentees: readonly MenteeFacts[],
	mentors: readonly MentorFacts[],
	rolesOf: RolesOf,
	score: Score
): Pair[] {
	return [...Map.groupBy(pairs, ([i]) => i)].flatMap(([i, own]): Pair[] => {
		const mentee = mentees[i]!;
		const wanted = rolesOf(mentee);
		if (!wanted) return own.map(([, j]) => [i, j]);
		const points = (at: number, r: number) => {
			const [mentor, role] = [mentors[own[at]?.[1] ?? -1], wanted[r]];
			return mentor && role ? score(mentee, mentor, role).score : 0;
		};
		const crossed = points(0, 1) + points(1, 0) > points(0, 0) + points(1, 1);
		return own.map(([, j], at) => [i, j, Math.min(crossed ? 1 - at : at, wanted.length - 1)]);
	});
}

/** The score of two people of a run with its parts, whether or not they may be together. */
export function scoreIn(inputs: RunInputs, mentee: string, mentor: string, role?: Role): Scored | undefined {
	const { facts } = inputs;
	const [one, other] = [facts.mentees.find(({ id }) => id === mentee), facts.mentors.find(({ id }) => id === mentor)];
	if (!one || !other) return undefined;
	return scorerOf(inputs)(one, other, role);
}

const places = (people: readonly { id: string }[]) => new Map(people.map(({ id }, at) => [id, at]));

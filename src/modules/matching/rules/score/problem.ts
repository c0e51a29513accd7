import type { Format } from '../../../registry/rules/registers';
import type { MatchingInput, Pair } from '../input';
import { apartOf, failedBy } from './filters';
import type { Facts } from './people';
import { leadsOf, type Scored, scorer } from './score';
import { type Terms, weightsFor } from './terms';

/** What one run reckons from. `review`: today's pairs are put to the question too; else they stand and take their places. */
export type RunInputs = { kind: Format; review: boolean; facts: Facts; terms: Terms };

/**
 * The solver's input: everybody who may still be given somebody, all pairs that may be. Candidates are all feasible pairs of a school
 * (some hundreds of people), so nobody is lost.
 */
export function problemOf({ kind, review, facts, terms }: RunInputs): MatchingInput {
	const score = scorer(review ? { ...facts, current: [] } : facts, kind, weightsFor(terms, kind));
	const given = review ? new Map<string, number>() : countBy(facts.current.map(({ mentee }) => mentee));
	const leads = review ? new Map<string, number>() : leadsOf(facts);
	const mentees = facts.mentees.filter(({ id, mentors }) => (given.get(id) ?? 0) < mentors);
	const mentors = facts.mentors;
	const [menteeAt, mentorAt] = [places(mentees), places(mentors)];
	const apart = apartOf(facts);
	const key = ({ mentee, mentor }: { mentee: string; mentor: string }) => `${mentee} ${mentor}`;
	const taken = new Set(review ? [] : facts.current.map(key));
	const locks = facts.ties.filter((tie) => tie.kind === 'lock' && !taken.has(key(tie)));
	const locked = new Set(locks.map(key));
	const [from, to, points]: [number[], number[], number[]] = [[], [], []];
	const missing: { mentee: number; mentor: number; filters: string[] }[] = [];
	for (const [i, mentee] of mentees.entries())
		for (const [j, mentor] of mentors.entries()) {
			const pair = key({ mentee: mentee.id, mentor: mentor.id });
			if (mentee.id === mentor.id || taken.has(pair)) continue;
			const failed = failedBy(mentee, mentor, terms.conditions, apart);
			// What a person has decided stands, with its points, whatever the conditions say.
			if (failed.length > 0 && !locked.has(pair)) missing.push({ mentee: i, mentor: j, filters: failed });
			else {
				from.push(i);
				to.push(j);
				points.push(score(mentee, mentor).score);
			}
		}
	const pairs = (list: readonly { mentee: string; mentor: string }[]) =>
		list.flatMap(({ mentee, mentor }): Pair[] => {
			const [i, j] = [menteeAt.get(mentee), mentorAt.get(mentor)];
			return i === undefined || j === undefined || mentee === mentor ? [] : [[i, j]];
		});
	return {
		mentors: mentors.map(({ id, capacity, smallest }) => {
			const free = Math.max(0, capacity - (leads.get(id) ?? 0));
			return { id, capacity: free, ...(kind === 'group' && { smallest: Math.min(smallest, free) }) };
		}),
		mentees: mentees.map(({ id, queue, mentors: wanted, bothOrNone }) => {
			const needs = (wanted - (given.get(id) ?? 0)) as 1 | 2;
			return { id, priority: queue, needs, ...(bothOrNone && needs === 2 && { together: true }) };
		}),
		candidates: { mentee: Int32Array.from(from), mentor: Int32Array.from(to), score: Int32Array.from(points) },
		locked: pairs(locks.filter((one, at) => locks.findIndex((other) => key(other) === key(one)) === at)),
		current: review ? pairs(facts.current) : [],
		missing
	};
}

/** The score of two people of a run with its parts, whether or not they may be together. */
export function scoreIn({ kind, review, facts, terms }: RunInputs, mentee: string, mentor: string): Scored | undefined {
	const [one, other] = [facts.mentees.find(({ id }) => id === mentee), facts.mentors.find(({ id }) => id === mentor)];
	if (!one || !other) return undefined;
	return scorer(review ? { ...facts, current: [] } : facts, kind, weightsFor(terms, kind))(one, other);
}

const places = (people: readonly { id: string }[]) => new Map(people.map(({ id }, at) => [id, at]));

function countBy(ids: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
	return counts;
}

import type { Outcome } from '../../../interviews/rules/questions';
import { tenure } from '../../../people/rules/tenure';
import type { RegisterLine } from '../../../registry/rules/line';
import { pairingOf } from '../../../registry/rules/pairing';
import type { Choice } from '../../../surveys/rules/preferences';
import { hoursIn, isHour } from './hours';
import { ageOf, type Facts, type MenteeFacts, type MentorFacts, type Need, queueOf } from './people';
import type { Role } from './roles';

/** What other rooms know of one person, as the matching reads it. */
export type Known = {
	line: RegisterLine;
	details: {
		building: string;
		outside: string;
		managerId: string | null;
		hours: readonly string[];
		needs: 1 | 2;
		bothOrNone: boolean;
		queue: '' | 'first' | 'last';
		smallest: number;
		roles: readonly Role[];
		worksAs: readonly Role[];
	};
	lacks: readonly string[];
	outcome: string | undefined;
	choices: readonly Choice[];
	today: string;
};

const months = (since: string | null, today: string) => {
	const held = since ? tenure(since, today) : null;
	return held ? held.years * 12 + held.months : null;
};

function either({ line, details, lacks, outcome, choices, today }: Known, of: 'mentors' | 'mentees') {
	const told = details.hours.filter(isHour);
	return {
		id: line.personId,
		subjects: [...line.subjects].sort(),
		age: ageOf(line.post),
		months: months(line.teachingSince, today),
		building: details.building,
		hours: [...(told.length > 0 ? told : hoursIn(line.offer?.freeTime ?? ''))].sort(),
		named: choices.find((one) => one.personId === line.personId && one.of === of)?.named ?? null,
		interview: (outcome ?? null) as Outcome | null,
		lacks: [...lacks].sort(),
		managerId: details.managerId
	};
}

export function mentorFacts(known: Known): MentorFacts {
	const { line, details } = known;
	const offer = line.offer?.confirmed ? line.offer : null;
	return {
		...either(known, 'mentees'),
		competences: [...(offer?.competences ?? [])].sort(),
		offered: offer !== null,
		formats: [...(offer?.formats ?? [])].sort(),
		capacity: offer?.capacity ?? 1,
		smallest: details.smallest,
		outside: details.outside,
		rejected: line.decision?.decision === 'no',
		...(pairingOf(line.post) === 'head' && { head: true as const }),
		...(details.worksAs.length > 0 && { worksAs: [...details.worksAs].sort() })
	};
}

export function menteeFacts(known: Known): MenteeFacts {
	const { line, details, today } = known;
	const needs = needsOf(line);
	return {
		...either(known, 'mentors'),
		needs,
		formats: [
			...new Set(line.requests.flatMap(({ format, confirmed }) => (confirmed && format ? [format] : [])))
		].sort(),
		mentors: details.needs,
		bothOrNone: details.bothOrNone && details.needs === 2,
		...(details.needs === 2 && details.roles.length === 2 && { roles: [...details.roles] }),
		queue: queueOf({ wish: details.queue, months: months(line.teachingSince, today), needs })
	};
}

/** Each difficulty once, at its strongest and most urgent; a request without a difficulty still tells how urgent it is. */
function needsOf({ requests }: Pick<RegisterLine, 'requests'>): Need[] {
	const strongest = new Map<string, Need>();
	for (const { priority, deficits, confirmed } of requests)
		for (const { topic, level } of confirmed ? deficits : []) {
			const known = strongest.get(topic);
			const urgent = known && known.priority < priority ? known.priority : priority;
			if (level > 0) strongest.set(topic, { topic, level: Math.max(level, known?.level ?? 0), priority: urgent });
		}
	return [...strongest.values()].sort((one, other) => (one.topic < other.topic ? -1 : 1));
}

/** Everybody in the order of ids: two readings of the same data are the same to the letter. */
export const inOrder = (facts: Facts): Facts => ({
	mentors: facts.mentors.toSorted(byId),
	mentees: facts.mentees.toSorted(byId),
	ties: facts.ties.toSorted(byPair),
	current: facts.current.toSorted(byPair),
	topics: facts.topics
});

const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
const byPair = (one: { mentee: string; mentor: string }, other: { mentee: string; mentor: string }) =>
	`${one.mentee} ${one.mentor}` < `${other.mentee} ${other.mentor}` ? -1 : 1;

import { type Edit, EditRefused, edgeOf } from './edits';
import type { MatchingInput } from './input';
import { type Market, open } from './market';
import { commit } from './what-if';
import type { Choice } from './whole';

/** Why somebody has no mentor, or one of two, and what would help. Numbers of people are places in the input. */
export type Unmatched = {
	mentee: number;
	/** Mentors found, mentors needed. */
	got: number;
	needs: number;
	kind: 'no-candidate' | 'no-places' | 'shortage' | 'whole';
	/** One Russian sentence. */
	reason: string;
	/** With each of them the mentee gets one more mentor: it has been tried, or is so by itself. At most five, the nearest first. */
	wouldUnlock: Unlock[];
	/** How many mentors fail each hard rule, where the input says so. */
	failed?: Record<string, number>;
	/** The mentees who compete for these mentors' places; `more`: there are others further away. */
	shortage?: { rivals: number[]; mentors: number[]; places: number; more: boolean };
	/** The same of each role that is wanted and not filled (roles/why-roles.ts). */
	byRole?: RoleUnmatched[];
};

export type RoleUnmatched = Omit<Unmatched, 'mentee' | 'got' | 'needs' | 'byRole'> & { role: number };

/** `role`: in this role of the mentee, where there are any. */
export type Unlock =
	/** One more place; `kept`: if it is given to this very person, else somebody with more points would have it. */
	| { kind: 'place'; mentor: number; kept?: true; role?: number }
	/** These hard rules waived for this mentor. */
	| { kind: 'filters'; mentor: number; filters: string[]; role?: number };

/** Candidates that may be looked at for all advice together; afterwards only what needs no trial is advised. */
const mostVisitsForAdvice = 20_000_000;
const mostUnlocks = 5;
const mostTrials = 12;
const mostRivals = 200;

/** Everybody who lacks a mentor, in the order of the input. Leaves the market as it is. */
export function whyUnmatched(
	market: Market,
	input: MatchingInput,
	choices: readonly Choice[] = [],
	mostVisits = mostVisitsForAdvice
): Unmatched[] {
	const { problem, alone } = market;
	const dropped = new Set(choices.map((choice) => (choice.kind === 'drop' ? choice.mentee : -1)));
	const closed = new Set(choices.map((choice) => (choice.kind === 'close' ? choice.mentor : -1)));
	const until = market.search.visits + mostVisits;
	const missing = Map.groupBy(input.missing ?? [], ({ mentee }) => mentee);
	const answers: Unmatched[] = [];
	for (const [at, i] of problem.menteeNumber.entries())
		if (dropped.has(i)) answers.push(notBoth(at));
		else if (alone[i]! > 0) answers.push(whyOne(market, input, at, missing.get(at) ?? [], closed, until));
	return answers;
}

/** What would help is another search, not another price: nothing is promised. */
const notBoth = (mentee: number): Unmatched => ({
	mentee,
	got: 0,
	needs: 2,
	kind: 'whole',
	reason: 'Нужны оба наставника или ни одного, а двух мест сразу не нашлось: они нужнее другим или их нет.',
	wouldUnlock: []
});

function whyOne(
	market: Market,
	input: MatchingInput,
	mentee: number,
	missing: Missing,
	closed: ReadonlySet<number>,
	until: number
): Unmatched {
	const i = market.problem.menteeNumber[mentee]!;
	const needs = input.mentees[mentee]!.needs;
	const got = needs - market.alone[i]!;
	const candidates = openMentors(market, i);
	const withPlaces = candidates.filter((j) => market.capacity[j]! > 0);
	const failed = countFilters(missing);
	const base = { mentee, got, needs, ...(missing.length > 0 && { failed }) };
	const filters = filterUnlocks(market, i, missing, until);
	if (candidates.length === 0) {
		const reason = noCandidate(got, market, i, failed);
		return { ...base, kind: 'no-candidate', reason, wouldUnlock: filters };
	}
	const open = candidates.filter((j) => !closed.has(j));
	const groups = notGathered(candidates.length - open.length);
	if (groups && withPlaces.length === 0)
		return { ...base, kind: 'whole', reason: `${half(got)}${groups}`, wouldUnlock: filters };
	const wouldUnlock = [...placeUnlocks(market, i, open, until), ...filters].slice(0, mostUnlocks);
	if (withPlaces.length === 0)
		return {
			...base,
			kind: 'no-places',
			reason: `${half(got)}У подходящих наставников (${candidates.length}) нет свободных мест: мест нет вовсе или они закреплены.`,
			wouldUnlock
		};
	const shortage = competition(market, i);
	const rivals = shortage.rivals.length;
	const mentors = shortage.mentors.filter((at) => !closed.has(market.problem.mentorNumber[at]!)).length;
	const taken = shortage.more
		? `Мест не хватает во всей округе: за места подходящих наставников спорят больше ${rivals} человек, досталось другим по очереди и баллам.`
		: `Места заняты: подходящих наставников – ${mentors}, мест у них – ${shortage.places}, а желающих – ${rivals + 1}.`;
	const reason = `${half(got)}${taken}${groups && ` ${groups}`}`;
	return { ...base, kind: 'shortage', reason, wouldUnlock, shortage };
}

export const notGathered = (groups: number) =>
	groups > 0 ? `Группы подходящих наставников (${groups}) не открылись: людей в них меньше наименьшего размера.` : '';

type Missing = NonNullable<MatchingInput['missing']>[number][];

const half = (got: number) => (got > 0 ? 'Найден один наставник из двух. ' : '');

function noCandidate(got: number, market: Market, i: number, failed: Record<string, number>): string {
	const told = Object.entries(failed)
		.sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
		.map(([filter, mentors]) => `${filter} – ${mentors}`)
		.join(', ');
	const barred = market.rowEnd[i]! > market.rowStart[i]!;
	const head = got > 0 ? 'Найден один наставник из двух, второго подходящего нет' : 'Подходящего наставника нет';
	if (told) return `${head}. Сколько наставников и по какой причине не подходят: ${told}.`;
	return barred ? `${head}: пары с остальными запрещены или уже закреплены.` : `${head}.`;
}

/** Mentors with whom the mentee could be, and is not. */
function openMentors(market: Market, i: number): number[] {
	const { mentor, state, rowStart, rowEnd, laterOfMentee } = market;
	const mentors: number[] = [];
	for (let e = rowStart[i]!; e < rowEnd[i]!; e++) if (state[e] === open) mentors.push(mentor[e]!);
	for (const e of laterOfMentee.get(i) ?? []) if (state[e] === open) mentors.push(mentor[e]!);
	return mentors;
}

function countFilters(missing: Missing): Record<string, number> {
	const failed: Record<string, number> = {};
	for (const { filters } of missing) for (const filter of new Set(filters)) failed[filter] = (failed[filter] ?? 0) + 1;
	return failed;
}

/** Whether mentee i has one more mentor after these changes, which are taken back. */
function helps(market: Market, i: number, edits: readonly Edit[]): boolean {
	const alone = market.alone[i]!;
	try {
		const { undo } = commit(market, edits);
		const helped = market.alone[i]! < alone;
		undo();
		return helped;
	} catch (error) {
		if (error instanceof EditRefused) return false;
		throw error;
	}
}

/** Whose one more place would do; where it would go to others, it has to be kept for this person. */
function placeUnlocks(market: Market, mentee: number, candidates: readonly number[], until: number): Unlock[] {
	const { score, problem } = market;
	const points = (j: number) => score[edgeOf(market, mentee, j)]!;
	const nearest = candidates.toSorted((one, other) => points(other) - points(one) || one - other).slice(0, mostTrials);
	const enough = nearest.filter(
		(mentor) => market.search.visits < until && helps(market, mentee, [{ kind: 'capacity', mentor, by: 1 }])
	);
	// A place made and kept for this very person needs no trial: nobody else loses by it.
	return (enough.length > 0 ? enough : nearest).slice(0, mostUnlocks).map((mentor) => ({
		kind: 'place',
		mentor: problem.mentorAt[mentor]!,
		...(enough.length === 0 && { kept: true as const })
	}));
}

/** The smallest sets of hard rules that, waived for one mentor, give the mentee a place, even if the pair scores nothing. */
function filterUnlocks(market: Market, mentee: number, missing: Missing, until: number): Unlock[] {
	const { mentorNumber } = market.problem;
	const unlocks: Unlock[] = [];
	const nearest = missing.toSorted(
		(one, other) => one.filters.length - other.filters.length || one.mentor - other.mentor
	);
	for (const { mentor, filters } of nearest.slice(0, mostTrials)) {
		if (unlocks.length === mostUnlocks || market.search.visits > until) break;
		const edit: Edit = { kind: 'candidate', mentee, mentor: mentorNumber[mentor]!, score: 0 };
		if (helps(market, mentee, [edit])) unlocks.push({ kind: 'filters', mentor, filters: [...filters] });
	}
	return unlocks;
}

/**
 * Who competes with mentee i: everybody that can be reached by asking «who has the places of my mentors, and who those of
 * theirs». All these places are taken (else i would have one): a shortage that no exchange can mend (Hall's theorem).
 */
function competition(market: Market, i: number): NonNullable<Unmatched['shortage']> {
	const { problem, placed, seats, mentee, capacity } = market;
	const mentors = new Set<number>();
	const rivals = new Set([i]);
	let more = false;
	for (const one of rivals) {
		if (rivals.size > mostRivals) {
			more = true;
			break;
		}
		for (const j of openMentors(market, one)) {
			if (mentors.has(j)) continue;
			mentors.add(j);
			for (let seat = 0; seat < placed[j]!; seat++) rivals.add(mentee[seats[j]![seat]!]!);
		}
	}
	rivals.delete(i);
	return {
		rivals: Array.from(rivals, (one) => problem.menteeAt[one]!).sort((one, other) => one - other),
		mentors: Array.from(mentors, (one) => problem.mentorAt[one]!).sort((one, other) => one - other),
		places: Array.from(mentors).reduce((sum, one) => sum + capacity[one]!, 0),
		more
	};
}

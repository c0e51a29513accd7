import { barred, type Journal, type Market, takeBack, write } from './market';
import { hope, numbers, release, settle } from './settle';
import { newUnion } from './union';

/**
 * Rules that prices alone cannot keep: a mentee who wants both mentors or none, a group that opens with its smallest size
 * or not at all. Finding the best with them is NP-hard; here is a search over «served or not», «opened or not» with the
 * matching as its bound, each step incremental, part by connected part. What a curator has locked is exempt: that person
 * or group is decided already.
 */

/** One decision, by numbers of the market. */
export type Choice = { kind: 'serve' | 'drop'; mentee: number } | { kind: 'open' | 'close'; mentor: number };

export type Whole = {
	choices: Choice[];
	/** Whether the search was exhausted: then nothing better exists. */
	exact: boolean;
	steps: number;
	/** Where it was not: by how much, at most, something better could exist: priority served, and where that is 0, points. */
	gap?: { served: number; score: number };
};

/** How far one connected part is searched: steps, and candidates looked at. The same on every machine. */
export const mostSteps = 20_000;
const mostVisits = 200_000_000;

/** Makes an optimal market keep these rules, as well as can be found. */
export function keepWhole(market: Market, limit = mostSteps): Whole {
	const whole: Whole = { choices: [], exact: true, steps: 0 };
	const gap = { served: 0, score: 0 };
	for (const part of partsWithRules(market)) {
		if (!broken(market, part)) continue;
		const found = search(market, part, limit);
		for (const choice of found.choices) make(market, choice);
		whole.choices.push(...found.choices);
		whole.steps += found.steps;
		if (!found.bound) continue;
		whole.exact = false;
		gap.served += (found.best.penalty - found.bound.penalty) / market.problem.ranges.person / 8;
		gap.score += found.bound.score - found.best.score;
	}
	return whole.exact ? whole : { ...whole, gap };
}

/** Mentees and mentors with such rules in one connected part. */
type Part = { mentees: number[]; mentors: number[] };

/** What a matching is worth, first things first. */
type Value = { penalty: number; score: number; low: number };

const worthOf = ({ totals }: Market): Value => ({ penalty: totals[1]!, score: totals[0]!, low: totals[2]! });

/** Penalty and score are one number to the solver, so that people always outweigh points. */
const isBetter = (one: Value, other: Value) => {
	const high = one.score - one.penalty - (other.score - other.penalty);
	return high > 0 || (high === 0 && one.low > other.low);
};

/** The first rule that is not kept, as the two ways to keep it. */
function broken(market: Market, { mentees, mentors }: Part): [Choice, Choice] | undefined {
	const { placed, capacity, problem } = market;
	const mentee = mentees.find((i) => isHalf(market, i));
	if (mentee !== undefined)
		return [
			{ kind: 'serve', mentee },
			{ kind: 'drop', mentee }
		];
	const mentor = mentors.find((j) => capacity[j]! > 0 && placed[j]! > 0 && placed[j]! < problem.smallest[j]!);
	if (mentor === undefined) return undefined;
	return [
		{ kind: 'open', mentor },
		{ kind: 'close', mentor }
	];
}

/** Whether somebody has one of two, and wants both or none: as one mentee, or as two that are served together. */
function isHalf({ needs, alone, problem: { partner } }: Market, i: number) {
	const other = partner?.[i] ?? -1;
	return other < 0 ? needs[i] === 2 && alone[i] === 1 : needs[i] === 1 && alone[i] !== alone[other];
}

/** The mentee, and who is served only with them. */
function bothOf({ problem: { partner } }: Market, i: number) {
	const other = partner?.[i] ?? -1;
	return other < 0 ? [i] : [i, other];
}

function search(market: Market, part: Part, limit: number) {
	const canForce = !Number.isNaN(market.problem.ranges.force);
	const path: Choice[] = [];
	const visitsBefore = market.search.visits;
	let best: { value: Value; choices: Choice[] } | undefined;
	let bound: Value | undefined;
	let steps = 0;
	const skip = (value: Value) => {
		if (!bound || isBetter(value, bound)) bound = value;
	};

	const explore = () => {
		const value = worthOf(market);
		if (best && !isBetter(value, best.value)) return;
		const ways = broken(market, part);
		if (!ways) {
			best = { value, choices: [...path] };
			return;
		}
		const spent = steps >= limit || market.search.visits - visitsBefore > mostVisits;
		if (spent && best) return skip(value);
		const hurried = spent || !canForce; // giving up is always possible: straight down to a first answer
		if (hurried) skip(value);
		const tried = (hurried ? [ways[1]] : ways)
			.map((choice) => ({ choice, value: tryOut(market, [...path, choice], () => worthOf(market)) }))
			.filter((way): way is { choice: Choice; value: Value } => way.value !== undefined)
			.sort((one, other) => (isBetter(other.value, one.value) ? 1 : isBetter(one.value, other.value) ? -1 : 0));
		for (const { choice, value: promised } of tried) {
			if (best && !isBetter(promised, best.value)) continue;
			steps += 1;
			path.push(choice);
			tryOut(market, path, explore);
			path.pop();
		}
	};
	explore();
	if (!best) throw new Error('A group that cannot be given up');
	const left = bound && isBetter(bound, best.value) ? bound : undefined;
	return { choices: best.choices, best: best.value, bound: left, steps };
}

/** Makes the last choice of the path, does something with the market, takes it back. Nothing where the path cannot be. */
function tryOut<T>(market: Market, path: readonly Choice[], look: () => T): T | undefined {
	const outer = market.journal;
	const journal: Journal = [];
	market.journal = journal;
	make(market, path.at(-1)!);
	const kept = path.every((choice) => isKept(market, choice));
	const seen = kept ? look() : undefined;
	takeBack(journal);
	market.journal = outer;
	return seen;
}

function make(market: Market, choice: Choice) {
	const { needs, penalty, totals, capacity, forced, problem } = market;
	if (choice.kind === 'serve' || choice.kind === 'drop') {
		for (const i of bothOf(market, choice.mentee)) {
			const left = release(market, i);
			if (choice.kind === 'serve') write(market, penalty, i, problem.ranges.force);
			else {
				write(market, totals, 1, totals[1]! + needs[i]! * penalty[i]!);
				write(market, needs, i, 0);
			}
			hope(market, i);
			settle(market, [i], left);
		}
	} else if (choice.kind === 'open' || choice.kind === 'close') {
		const j = choice.mentor;
		if (choice.kind === 'open') write(market, forced, j, problem.smallest[j]!);
		else write(market, capacity, j, 0);
		settle(market, [], [j]);
	}
}

function isKept(market: Market, choice: Choice): boolean {
	if (choice.kind === 'serve') return bothOf(market, choice.mentee).every((i) => market.alone[i] === 0);
	if (choice.kind === 'open') return market.placed[choice.mentor]! >= market.problem.smallest[choice.mentor]!;
	return true;
}

/** Connected parts in which somebody has such a rule, in the order of their first mentee. */
function partsWithRules(market: Market): Part[] {
	const { problem, needs, base, mentee, mentor, state, edges } = market;
	const { partner } = problem;
	const mentees = numbers(problem.needs.length).filter(
		(i) => (problem.together[i] && needs[i] === 2) || (partner && partner[i]! > i)
	);
	const mentors = numbers(problem.capacity.length).filter((j) => problem.smallest[j]! > 1 && base[j] === 0);
	if (mentees.length + mentors.length === 0) return [];
	const shift = market.mentees;
	const { firstOf, join } = newUnion(market.mentees + market.mentors);
	for (let e = 0; e < edges; e++) {
		if (state[e] === barred) continue;
		join(mentee[e]!, shift + mentor[e]!);
	}
	for (const i of mentees) for (const other of bothOf(market, i)) join(i, other);
	const parts = new Map<number, Part>();
	const partOf = (node: number) => {
		const part = parts.get(firstOf(node)) ?? { mentees: [], mentors: [] };
		parts.set(firstOf(node), part);
		return part;
	};
	for (const i of mentees) partOf(i).mentees.push(i);
	for (const j of mentors) partOf(shift + j).mentors.push(j);
	return [...parts].sort(([one], [other]) => one - other).map(([, part]) => part);
}

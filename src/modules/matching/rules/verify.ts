import type { MatchingInput } from './input';
import { mostScore } from './input';
import type { Matching } from './result';
import { hashOfId, lotOfPair, seedOfMentees, seedOfMentors } from './tie';
import { flagsOf, keysOf, nothing, placesOf } from './verify-places';

/**
 * Says whether a matching is what it claims: allowed, and the best there is. Shares with the solver nothing but the lot of
 * a pair. One pass over the candidates; O(people + candidates). Answers with the first thing that is not so, in English:
 * it is meant for who keeps the program, users only learn that the matching is not shown.
 *
 * Why prices prove it: they tell the least worth of everybody's place; if no open pair is worth more than what its two
 * sides have, no matched one less, nobody went without for whom going without was dearer, and no place stands empty or
 * taken against its price, then no exchange of any number of people gains anything.
 */
export function verify(
	input: MatchingInput,
	{ pairs, score, certificate }: Matching
): { ok: true } | { ok: false; where: string } {
	const wrong = (where: string) => ({ ok: false, where }) as const;
	const { mentees, mentors, candidates } = input;
	const { person, step, lotBits, stay, decided = nothing } = certificate;
	const prices = pricesOf(input, certificate);
	if (typeof prices === 'string') return wrong(prices);
	const { u, uLow, y, yLow } = prices;
	const ranges = wrongRanges(input, certificate);
	if (ranges) return wrong(ranges);
	const places = placesOf(input, certificate, pairs);
	if (typeof places === 'string') return wrong(places);
	const { need, got, base, load, partners, kept, apart, hasOwn } = places;

	const current = keysOf(input, input.current);
	for (let i = 0; i < mentees.length; i++) if (need[i] === 0 && hasOwn[i] === 0) u[i] = Number.POSITIVE_INFINITY;
	const menteeHash = hashesOf(mentees, seedOfMentees);
	const mentorHash = hashesOf(mentors, seedOfMentors);
	let sum = 0;
	let found = 0;
	const said = firstWrong(candidates, u, y, hasOwn, (i, j, worth, high) => {
		const key = i * mentors.length + j;
		if (hasOwn[i] === 1) {
			if (kept.has(key)) sum += worth;
			if (high > 0 || need[i] === 0 || kept.has(key) || apart.has(key)) return undefined;
		}
		const lot = lotOfPair(menteeHash[i]!, mentorHash[j]!, lotBits);
		const isCurrent = current.size > 0 && current.has(key);
		const side = sign(high, uLow[i]! + yLow[j]! - (isCurrent ? lot + stay * step : lot));
		if (partners[i * 2] !== j && partners[i * 2 + 1] !== j)
			return side < 0 ? `pair ${i}–${j} would be worth more` : undefined;
		sum += worth;
		found += 1;
		return side > 0 ? `pair ${i}–${j} is worth less than its prices` : undefined;
	});
	if (said) return wrong(said);
	if (found + kept.size !== pairs.length) return wrong('a pair is no candidate, or worth less than its prices');
	if (sum !== score) return wrong(`the score is ${sum}, not ${score}`);

	const serve = flagsOf(mentees.length, decided.serve);
	const weights = weightsOf(input);
	for (let i = 0; i < mentees.length; i++) {
		if (u[i] === Number.POSITIVE_INFINITY) continue;
		const side = sign(u[i]! + (serve[i] === 1 ? decided.force : weights[i]! * person), uLow[i]!);
		if (got[i]! < need[i]! && side > 0) return wrong(`mentee ${i} goes without, though it costs more`);
		if (got[i]! > 0 && side < 0) return wrong(`mentee ${i} would rather go without`);
	}
	const opened = flagsOf(mentors.length, decided.open);
	const closed = flagsOf(mentors.length, decided.close);
	for (let j = 0; j < mentors.length; j++) {
		const { capacity, slotCosts, smallest = 0 } = mentors[j]!;
		const cost = (place: number) => (slotCosts ? slotCosts[place]! : Math.min(place, 100)) * step;
		const forced = (place: number) => (opened[j] === 1 && place < smallest ? -decided.force : 0);
		const all = base[j]! + load[j]!;
		if (load[j]! > 0 && sign(y[j]! - forced(all - 1), yLow[j]! - cost(all - 1)) < 0)
			return wrong(`mentor ${j}: the last place costs more than its price`);
		if (all < (closed[j] === 1 ? 0 : capacity) && sign(y[j]! - forced(all), yLow[j]! - cost(all)) > 0)
			return wrong(`mentor ${j}: a place stands empty, though it has a price`);
	}
	return { ok: true };
}

/**
 * The pass over all candidates: those that do not cost more than nothing, and those of mentees with pairs of their own, are judged;
 * the first complaint. A pair made all the same at a cost is missed in what was found.
 */
function firstWrong(
	{ mentee, mentor, score }: MatchingInput['candidates'],
	u: Float64Array,
	y: Float64Array,
	hasOwn: Uint8Array,
	judge: (i: number, j: number, worth: number, high: number) => string | undefined
): string | undefined {
	for (let at = 0; at < score.length; at++) {
		const i = mentee[at]!;
		const j = mentor[at]!;
		const worth = score[at]!;
		const high = u[i]! + y[j]! - worth;
		if (high > 0 && hasOwn[i] === 0) continue;
		const said = judge(i, j, worth, high);
		if (said) return said;
	}
	return undefined;
}

function hashesOf(people: readonly { id: string }[], seed: number): Int32Array {
	const hashes = new Int32Array(people.length);
	for (let at = 0; at < people.length; at++) hashes[at] = hashOfId(people[at]!.id, seed);
	return hashes;
}

/** The prices as columns; a sentence where they are none. */
function pricesOf({ mentees, mentors }: MatchingInput, certificate: Matching['certificate']) {
	const { menteeUtility, menteeUtilityLow, mentorPrice, mentorPriceLow } = certificate;
	const [u, uLow] = [new Float64Array(menteeUtility), new Float64Array(menteeUtilityLow)]; // read once, without a walk
	const [y, yLow] = [new Float64Array(mentorPrice), new Float64Array(mentorPriceLow)];
	if (
		[u, uLow].some(({ length }) => length !== mentees.length) ||
		[y, yLow].some(({ length }) => length !== mentors.length)
	)
		return 'prices are not those of these people';
	for (const list of [u, uLow, y, yLow])
		for (let at = 0; at < list.length; at++)
			if (!Number.isSafeInteger(list[at])) return 'a price is no exact whole number';
	return { u, uLow, y, yLow };
}

const sign = (high: number, low: number) => Math.sign(high || low);

/**
 * What one mentor for each mentee weighs: 1, 2, … in the order of priority / needs; where «both or none» or sizes of groups
 * play, eighths of priority / needs themselves. Priority 0 counts as a quarter, after all others.
 */
export function weightsOf({ mentees, mentors }: MatchingInput): Float64Array {
	const weights = new Float64Array(mentees.length);
	const different = new Set<number>();
	let together = false;
	for (let i = 0; i < weights.length; i++) {
		const { priority, needs, together: both } = mentees[i]!;
		weights[i] = (priority === 0 ? 0.25 : priority) / needs;
		different.add(weights[i]!);
		together ||= both === true;
	}
	if (together || mentors.some(({ smallest = 0 }) => smallest > 1)) return weights.map((weight) => weight * 8);
	const order = Float64Array.from(different).sort();
	const rank = new Map(Array.from(order, (weight, at) => [weight, at + 1]));
	for (let i = 0; i < weights.length; i++) weights[i] = rank.get(weights[i]!)!;
	return weights;
}

/** Levels must not run into each other: a person outweighs all scores, a step all lots. */
export function wrongRanges(
	{ mentees, mentors }: MatchingInput,
	{ person, step, lotBits, stay }: Matching['certificate']
): string | undefined {
	const needed = mentees.reduce((all, { needs }) => all + needs, 0);
	const offered = mentors.reduce((all, { capacity }) => all + capacity, 0);
	const most = Math.min(needed, offered);
	if (![person, step, stay].every(Number.isSafeInteger) || stay < 0) return 'ranges are no exact whole numbers';
	if (person <= mostScore * most) return 'a person does not outweigh all scores';
	if (!(lotBits >= 1 && lotBits <= 30) || step <= most * 2 ** lotBits) return 'a step does not outweigh all lots';
	return undefined;
}

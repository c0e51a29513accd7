import type { MatchingInput } from './input';
import { mostScore } from './input';
import type { Matching } from './result';
import { hashOfId, lotOfPair, seedOfMentees, seedOfMentors } from './tie';

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
	const { mentees, mentors, candidates, locked = [], forbidden = [] } = input;
	const { person, step, lotBits, stay, decided = nothing } = certificate;
	const prices = pricesOf(input, certificate);
	if (typeof prices === 'string') return wrong(prices);
	const { u, uLow, y, yLow } = prices;
	const ranges = wrongRanges(input, certificate);
	if (ranges) return wrong(ranges);
	const places = placesOf(input, certificate, pairs);
	if (typeof places === 'string') return wrong(places);
	const { need, got, base, load, partners, kept } = places;

	const apart = keysOf(input, forbidden);
	const current = keysOf(input, input.current);
	const hasOwn = new Uint8Array(mentees.length); // locked or forbidden pairs: to be looked up
	for (const [i] of [...locked, ...forbidden]) hasOwn[i] = 1;
	for (let i = 0; i < mentees.length; i++) if (need[i] === 0 && !hasOwn[i]) u[i] = Number.POSITIVE_INFINITY;
	const menteeHash = Int32Array.from(mentees, ({ id }) => hashOfId(id, seedOfMentees));
	const mentorHash = Int32Array.from(mentors, ({ id }) => hashOfId(id, seedOfMentors));
	const { mentee, mentor, score: points } = candidates;
	let sum = 0;
	let found = 0;
	for (let at = 0; at < points.length; at++) {
		const i = mentee[at]!;
		const j = mentor[at]!;
		const worth = points[at]!;
		const high = u[i]! + y[j]! - worth;
		if (high > 0 && hasOwn[i] === 0) continue; // a pair made all the same is missed in what was found
		const key = i * mentors.length + j;
		if (kept.has(key)) sum += worth;
		if (high > 0 || need[i] === 0 || kept.has(key) || apart.has(key)) continue;
		const lot = lotOfPair(menteeHash[i]!, mentorHash[j]!, lotBits) + (current.has(key) ? stay * step : 0);
		const side = sign(high, uLow[i]! + yLow[j]! - lot);
		if (partners[i * 2] === j || partners[i * 2 + 1] === j) {
			sum += worth;
			found += 1;
			if (side > 0) return wrong(`pair ${i}–${j} is worth less than its prices`);
		} else if (side < 0) return wrong(`pair ${i}–${j} would be worth more`);
	}
	if (found + kept.size !== pairs.length) return wrong('a pair is no candidate, or worth less than its prices');
	if (sum !== score) return wrong(`the score is ${sum}, not ${score}`);

	const serve = new Set(decided.serve);
	const weights = weightsOf(input);
	for (let i = 0; i < mentees.length; i++) {
		if (u[i] === Number.POSITIVE_INFINITY) continue;
		const side = sign(u[i]! + (serve.has(i) ? decided.force : weights[i]! * person), uLow[i]!);
		if (got[i]! < need[i]! && side > 0) return wrong(`mentee ${i} goes without, though it costs more`);
		if (got[i]! > 0 && side < 0) return wrong(`mentee ${i} would rather go without`);
	}
	const opened = new Set(decided.open);
	const closed = new Set(decided.close);
	for (const [j, { capacity, slotCosts, smallest = 0 }] of mentors.entries()) {
		const cost = (place: number) => (slotCosts ? slotCosts[place]! : Math.min(place, 100)) * step;
		const forced = (place: number) => (opened.has(j) && place < smallest ? -decided.force : 0);
		const all = base[j]! + load[j]!;
		if (load[j]! > 0 && sign(y[j]! - forced(all - 1), yLow[j]! - cost(all - 1)) < 0)
			return wrong(`mentor ${j}: the last place costs more than its price`);
		if (all < (closed.has(j) ? 0 : capacity) && sign(y[j]! - forced(all), yLow[j]! - cost(all)) > 0)
			return wrong(`mentor ${j}: a place stands empty, though it has a price`);
	}
	return { ok: true };
}

const nothing: NonNullable<Matching['certificate']['decided']> = { force: 0, serve: [], drop: [], open: [], close: [] };

const keysOf = ({ mentors }: MatchingInput, list: MatchingInput['locked']) =>
	new Set((list ?? []).map(([mentee, mentor]) => mentee * mentors.length + mentor));

/** The prices as columns; a sentence where they are none. */
function pricesOf({ mentees, mentors }: MatchingInput, certificate: Matching['certificate']) {
	const { menteeUtility, menteeUtilityLow, mentorPrice, mentorPriceLow } = certificate;
	const [u, uLow, y, yLow] = [menteeUtility, menteeUtilityLow, mentorPrice, mentorPriceLow].map((list) =>
		Float64Array.from(list)
	) as [Float64Array, Float64Array, Float64Array, Float64Array];
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

/** Who is with whom, and how many places that takes; a sentence where it is not allowed. `kept`: keys of locked pairs. */
function placesOf(input: MatchingInput, { decided = nothing }: Matching['certificate'], pairs: Matching['pairs']) {
	const { mentees, mentors } = input;
	const kept = keysOf(input, input.locked);
	const apart = keysOf(input, input.forbidden);
	const need = Int32Array.from(mentees, ({ needs }) => needs);
	for (const i of decided.drop) need[i] = 0;
	const got = new Int32Array(mentees.length);
	const base = new Int32Array(mentors.length);
	const load = new Int32Array(mentors.length);
	const partners = new Int32Array(mentees.length * 2).fill(-1);
	const seen = new Set<number>();
	for (const [i, j] of pairs) {
		if (!mentees[i] || !mentors[j]) return `pair ${i}–${j} has nobody in it`;
		const key = i * mentors.length + j;
		if (apart.has(key)) return `pair ${i}–${j} is forbidden`;
		if (kept.has(key)) {
			if (seen.has(key)) return `pair ${i}–${j} stands twice`;
			seen.add(key);
			need[i]! -= 1;
			base[j]! += 1;
			continue;
		}
		if (partners[i * 2] === j || partners[i * 2 + 1] === j) return `pair ${i}–${j} stands twice`;
		if (got[i] === 2) return `mentee ${i} has too many mentors`;
		partners[i * 2 + got[i]!] = j;
		got[i]! += 1;
		load[j]! += 1;
	}
	if (seen.size !== kept.size) return 'a locked pair is not kept';
	for (let i = 0; i < mentees.length; i++) if (got[i]! > need[i]!) return `mentee ${i} has more mentors than needed`;
	const closed = new Set(decided.close);
	for (let j = 0; j < mentors.length; j++)
		if (load[j]! + base[j]! > (closed.has(j) ? 0 : mentors[j]!.capacity))
			return `mentor ${j} has more mentees than places`;
	return brokenRule(input, load, base, got) ?? { need, got, base, load, partners, kept };
}

/** «Both or none» and the smallest size of a group, where nothing is locked. */
function brokenRule(
	{ mentees, mentors, locked = [] }: MatchingInput,
	load: Int32Array,
	base: Int32Array,
	got: Int32Array
) {
	const exempt = new Set(locked.map(([mentee]) => mentee));
	const one = mentees.findIndex(({ together, needs }, i) => together && needs === 2 && got[i] === 1 && !exempt.has(i));
	if (one >= 0) return `mentee ${one} has one of two mentors, but wants both or none`;
	const few = mentors.findIndex(({ smallest = 0 }, j) => base[j] === 0 && load[j]! > 0 && load[j]! < smallest);
	return few >= 0 ? `group ${few} is smaller than its smallest size` : undefined;
}

const sign = (high: number, low: number) => Math.sign(high || low);

/**
 * What one mentor for each mentee weighs: 1, 2, … in the order of priority / needs; where «both or none» or sizes of groups
 * play, eighths of priority / needs themselves. Priority 0 counts as a quarter, after all others.
 */
export function weightsOf({ mentees, mentors }: MatchingInput): number[] {
	const weights = mentees.map(({ priority, needs }) => (priority === 0 ? 0.25 : priority) / needs);
	if (mentees.some(({ together }) => together) || mentors.some(({ smallest = 0 }) => smallest > 1))
		return weights.map((weight) => weight * 8);
	const order = [...new Set(weights)].sort((one, other) => one - other);
	const rank = new Map(order.map((weight, at) => [weight, at + 1]));
	return weights.map((weight) => rank.get(weight)!);
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

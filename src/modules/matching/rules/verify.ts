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
	const { mentees, mentors, candidates } = input;
	const {
		menteeUtility: u,
		menteeUtilityLow: uLow,
		mentorPrice: y,
		mentorPriceLow: yLow,
		person,
		step,
		lotBits,
		stay
	} = certificate;
	for (const prices of [u, uLow, y, yLow])
		if (!prices.every(Number.isSafeInteger)) return wrong('a price is no exact whole number');
	if (
		u.length !== mentees.length ||
		uLow.length !== u.length ||
		y.length !== mentors.length ||
		yLow.length !== y.length
	)
		return wrong('prices are not those of these people');
	const ranges = wrongRanges(input, certificate);
	if (ranges) return wrong(ranges);

	const key = (mentee: number, mentor: number) => mentee * mentors.length + mentor;
	const keys = (list: MatchingInput['locked']) => new Set((list ?? []).map(([mentee, mentor]) => key(mentee, mentor)));
	const [locked, forbidden, current] = [keys(input.locked), keys(input.forbidden), keys(input.current)];
	const chosen = keys(pairs);
	if (chosen.size !== pairs.length) return wrong('a pair stands twice');
	for (const pair of locked) if (!chosen.has(pair)) return wrong('a locked pair is not kept');

	const decided = certificate.decided ?? { force: 0, serve: [], drop: [], open: [], close: [] };
	const [serve, drop, opened, closed] = [decided.serve, decided.drop, decided.open, decided.close].map(
		(list) => new Set(list)
	);
	const need = mentees.map(({ needs }, i) => (drop!.has(i) ? 0 : (needs as number)));
	const got = mentees.map(() => 0);
	const base = mentors.map(() => 0);
	const load = mentors.map(() => 0);
	const partners = new Int32Array(mentees.length * 2).fill(-1);
	for (const [i, j] of pairs) {
		if (!mentees[i] || !mentors[j]) return wrong(`pair ${i}–${j} has nobody in it`);
		if (forbidden.has(key(i, j))) return wrong(`pair ${i}–${j} is forbidden`);
		if (locked.has(key(i, j))) {
			need[i]! -= 1;
			base[j]! += 1;
			continue;
		}
		if (got[i] === 2) return wrong(`mentee ${i} has too many mentors`);
		partners[i * 2 + got[i]!] = j;
		got[i]! += 1;
		load[j]! += 1;
	}
	for (const [i, many] of got.entries()) if (many > need[i]!) return wrong(`mentee ${i} has more mentors than needed`);
	const places = mentors.map(({ capacity }, j) => (closed!.has(j) ? 0 : capacity));
	for (const [j, many] of places.entries())
		if (load[j]! + base[j]! > many) return wrong(`mentor ${j} has more mentees than places`);
	const rule = brokenRule(input, load, base, got);
	if (rule) return wrong(rule);

	const menteeHash = mentees.map(({ id }) => hashOfId(id, seedOfMentees));
	const mentorHash = mentors.map(({ id }) => hashOfId(id, seedOfMentors));
	const special = locked.size + forbidden.size > 0;
	let [sum, found] = [0, 0];
	for (let at = 0; at < candidates.score.length; at++) {
		const [i, j, worth] = [candidates.mentee[at]!, candidates.mentor[at]!, candidates.score[at]!];
		if (special) {
			if (locked.has(key(i, j))) sum += worth;
			if (locked.has(key(i, j)) || forbidden.has(key(i, j))) continue;
		}
		if (need[i] === 0) continue;
		const high = u[i]! + y[j]! - worth;
		const taken = partners[i * 2] === j || partners[i * 2 + 1] === j;
		if (high > 0 && !taken) continue;
		const lot = lotOfPair(menteeHash[i]!, mentorHash[j]!, lotBits) + (current.has(key(i, j)) ? stay * step : 0);
		const side = sign(high, uLow[i]! + yLow[j]! - lot);
		if (taken) {
			sum += worth;
			found += 1;
			if (side > 0) return wrong(`pair ${i}–${j} is worth less than its prices`);
		} else if (side < 0) return wrong(`pair ${i}–${j} would be worth more`);
	}
	if (found + locked.size !== pairs.length) return wrong('a pair is no candidate');
	if (sum !== score) return wrong(`the score is ${sum}, not ${score}`);

	const ranks = weightsOf(input);
	for (const i of mentees.keys()) {
		const side = sign(u[i]! + (serve!.has(i) ? decided.force : ranks[i]! * person), uLow[i]!);
		if (got[i]! < need[i]! && side > 0) return wrong(`mentee ${i} goes without, though it costs more`);
		if (got[i]! > 0 && side < 0) return wrong(`mentee ${i} would rather go without`);
	}
	for (const [j, { slotCosts, smallest = 0 }] of mentors.entries()) {
		const cost = (place: number) => (slotCosts ? slotCosts[place]! : Math.min(place, 100)) * step;
		const forced = (place: number) => (opened!.has(j) && place < smallest ? -decided.force : 0);
		const all = base[j]! + load[j]!;
		if (load[j]! > 0 && sign(y[j]! - forced(all - 1), yLow[j]! - cost(all - 1)) < 0)
			return wrong(`mentor ${j}: the last place costs more than its price`);
		if (all < places[j]! && sign(y[j]! - forced(all), yLow[j]! - cost(all)) > 0)
			return wrong(`mentor ${j}: a place stands empty, though it has a price`);
	}
	return { ok: true };
}

/** «Both or none» and the smallest size of a group, where nothing is locked. */
function brokenRule({ mentees, mentors, locked = [] }: MatchingInput, load: number[], base: number[], got: number[]) {
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
function weightsOf({ mentees, mentors }: MatchingInput): number[] {
	const weights = mentees.map(({ priority, needs }) => (priority === 0 ? 0.25 : priority) / needs);
	if (mentees.some(({ together }) => together) || mentors.some(({ smallest = 0 }) => smallest > 1))
		return weights.map((weight) => weight * 8);
	const order = [...new Set(weights)].sort((one, other) => one - other);
	const rank = new Map(order.map((weight, at) => [weight, at + 1]));
	return weights.map((weight) => rank.get(weight)!);
}

/** Levels must not run into each other: a person outweighs all scores, a step all lots. */
function wrongRanges(
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

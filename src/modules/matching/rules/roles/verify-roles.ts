import type { MatchingInput } from '../input';
import { hasWholes } from '../ranges';
import { hashOfId, lotOfPair, seedOfMentees, seedOfMentors } from '../tie';
import { weightsOf, wrongRanges } from '../verify';
import { allowedRoles, nothing, pairKey, slot } from './allowed';
import { noRoleCandidates } from './check';
import type { RoleMatching } from './fold';
import { lotInRole, lotsOf } from './names';

type Checked = { ok: true } | { ok: false; where: string };
type Price = readonly [high: number, low: number];
const sideOf = ([high, low]: Price) => Math.sign(high || low);
/** Who needs nobody is worth no pair. */
const never: Price = [Number.POSITIVE_INFINITY, 0];
/** Queues are reckoned finer where «both or none» or sizes of groups play, so that a half of one stays whole. */
const finer = 8;

/**
 * Says whether a matching with roles is what it claims, from the people themselves: knows nothing of how it was found but the names the lots
 * are drawn of. As rules/verify.ts, with one price more: what it is worth to a mentee to have this mentor in one role only (`apart`). It is
 * paid by both roles, so that one who might be had twice is taken once; and has to be 0 where the two are no pair. One pass over the candidates.
 */
export function verifyRoles(input: MatchingInput, matching: RoleMatching): Checked {
	const wrong = (where: string): Checked => ({ ok: false, where });
	const allowed = allowedRoles(input, matching);
	if (typeof allowed === 'string') return wrong(allowed);
	const prices = pricesOf(input, matching, allowed);
	if (typeof prices === 'string') return wrong(prices);
	const said =
		wrongPair(input, matching, allowed, prices) ??
		wrongPeople(input, matching, allowed, prices) ??
		wrongPlace(input, matching, allowed);
	return said ? wrong(said) : { ok: true };
}

type Allowed = Exclude<ReturnType<typeof allowedRoles>, string>;
type Prices = Exclude<ReturnType<typeof pricesOf>, string>;

/** What a mentee has in each role; −1: without roles. A sentence where prices and ranges are none. */
function pricesOf(input: MatchingInput, { certificate }: RoleMatching, { roleOf, kept }: Allowed) {
	const { menteeUtility, menteeUtilityLow, mentorPrice, mentorPriceLow, roles: prices } = certificate;
	if (menteeUtility.length !== input.mentees.length || mentorPrice.length !== input.mentors.length)
		return 'prices are not those of these people';
	const lists = [menteeUtility, menteeUtilityLow, mentorPrice, mentorPriceLow, ...prices.utility, ...prices.apart];
	if (!lists.every((list) => list.every(Number.isSafeInteger))) return 'a price is no exact whole number';
	const utility = new Map<number, Price>(prices.utility.map(([i, r, ...price]) => [slot(i, r), price]));
	const apart = new Map<number, Price>(prices.apart.map(([i, j, ...price]) => [pairKey(input, i, j), price]));
	for (const [pair, price] of apart) {
		if (sideOf(price) < 0) return 'a price of one role only is below 0';
		if (sideOf(price) > 0 && (!roleOf.has(pair) || kept.has(pair)))
			return 'no pair, though it has a price of one role only';
	}
	const of = (i: number, r: number): Price | undefined =>
		r < 0 ? [menteeUtility[i]!, menteeUtilityLow[i]!] : utility.get(slot(i, r));
	return wrongRanges(input, certificate) ?? { of, apart };
}

/** Whether a mentee still needs somebody (in this role) besides those who are locked. */
function isNeeded(input: MatchingInput, { need, given, filled, kept }: Allowed, i: number, r: number): boolean {
	if (r < 0) return need[i]! > given[i]!;
	const j = filled.get(slot(i, r));
	return need[i]! > 0 && !(j !== undefined && kept.has(pairKey(input, i, j)));
}

/** The first candidate that would be better taken, or is taken and should not be. */
function wrongPair(input: MatchingInput, matching: RoleMatching, allowed: Allowed, prices: Prices): string | undefined {
	const { mentees, mentors, candidates, current = [] } = input;
	const { kept, apart, roleOf } = allowed;
	const { mentorPrice, mentorPriceLow, step, stay, lotBits } = matching.certificate;
	const key = (i: number, j: number) => pairKey(input, i, j);
	const today = new Set(current.map(([i, j]) => key(i, j)));
	const listed = input.roleCandidates ?? noRoleCandidates();
	const times = new Map<number, number>(); // on how many lists of the mentee the mentor is
	for (const [at, i] of listed.mentee.entries()) {
		const pair = key(i, listed.mentor[at]!);
		if (!apart.has(pair) && !kept.has(pair)) times.set(pair, (times.get(pair) ?? 0) + 1);
	}
	const twice = [...times.values()].filter((count) => count === 2).length;
	const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, twice);
	const most = Math.min(sum(mentees.map(({ needs }) => needs)), sum(mentors.map(({ capacity }) => capacity)));
	if (step <= most * 2 ** lotBits) return 'a step does not outweigh all lots';

	const lotOf = (i: number, j: number, r: number): number => {
		const [mentee, mentor] = [mentees[i]!, mentors[j]!];
		if (r < 0) return lotOfPair(hashOfId(mentee.id, seedOfMentees), hashOfId(mentor.id, seedOfMentors), lotBits);
		if (times.get(key(i, j)) !== 2) return lotInRole(mentee.id, mentee.roles![r]!, mentor.id, lotBits);
		const lots = lotsOf(mentee.id, mentor.id, lotBits);
		return lots.inRole(mentee.roles![r]!) + lots.sent - lots.kept;
	};
	let [points, found] = [0, 0];
	const look = (i: number, j: number, r: number, worth: number): string | undefined => {
		const pair = key(i, j);
		const taken = roleOf.get(pair) === r;
		if (taken) points += worth;
		if (kept.has(pair) || apart.has(pair)) return undefined;
		const own = isNeeded(input, allowed, i, r) ? prices.of(i, r) : never;
		if (!own) return `mentee ${i} has no utility in role ${r}`;
		const extra = prices.apart.get(pair) ?? [0, 0];
		const high = own[0] + extra[0] + mentorPrice[j]! - worth;
		const low = () => lotOf(i, j, r) + (today.has(pair) ? stay * step : 0);
		const side = high === 0 ? sideOf([0, own[1] + extra[1] + mentorPriceLow[j]! - low()]) : Math.sign(high);
		if (taken) found += 1;
		if (taken) return side > 0 ? `pair ${i}–${j} is worth less than its prices` : undefined;
		return side < 0 ? `pair ${i}–${j} would be worth more` : undefined;
	};
	for (const [at, i] of candidates.mentee.entries()) {
		const said = look(i, candidates.mentor[at]!, -1, candidates.score[at]!);
		if (said) return said;
	}
	for (const [at, i] of listed.mentee.entries()) {
		const said = look(i, listed.mentor[at]!, listed.role[at]!, listed.score[at]!);
		if (said) return said;
	}
	if (found + kept.size !== matching.pairs.length) return 'a pair is no candidate';
	return points === matching.score ? undefined : `the score is ${points}, not ${matching.score}`;
}

/** The first mentee who goes without, or has somebody, against what it costs. */
function wrongPeople(input: MatchingInput, { certificate }: RoleMatching, allowed: Allowed, prices: Prices) {
	const { person, decided = nothing } = certificate;
	const { need, given, got, filled } = allowed;
	const serve = new Set(decided.serve);
	const weights = weightsOf(input);
	for (const [i, { roles }] of input.mentees.entries()) {
		const weight = serve.has(i) ? decided.force : weights[i]! * (hasWholes(input) ? finer : 1) * person;
		for (const r of roles?.keys() ?? [-1]) {
			if (!isNeeded(input, allowed, i, r)) continue;
			const own = prices.of(i, r);
			if (!own) return `mentee ${i} has no utility in role ${r}`;
			const [lacks, has] =
				r < 0 ? [got[i]! < need[i]!, got[i]! > given[i]!] : [!filled.has(slot(i, r)), filled.has(slot(i, r))];
			const side = sideOf([own[0] + weight, own[1]]);
			if (lacks && side > 0) return `mentee ${i} goes without, though it costs more`;
			if (has && side < 0) return `mentee ${i} would rather go without`;
		}
	}
	return undefined;
}

/** The first place that is taken, or stands empty, against its price. */
function wrongPlace({ mentors }: MatchingInput, { certificate }: RoleMatching, { base, load, closed }: Allowed) {
	const { step, mentorPrice, mentorPriceLow, decided = nothing } = certificate;
	const opened = new Set(decided.open);
	for (const [j, { capacity, slotCosts, smallest = 0 }] of mentors.entries()) {
		const all = base[j]! + load[j]!;
		const above = (place: number) => {
			const forced = opened.has(j) && place < smallest ? -decided.force : 0;
			return sideOf([
				mentorPrice[j]! - forced,
				mentorPriceLow[j]! - (slotCosts?.[place] ?? Math.min(place, 100)) * step
			]);
		};
		if (load[j]! > 0 && above(all - 1) < 0) return `mentor ${j}: the last place costs more than its price`;
		if (all < (closed.has(j) ? 0 : capacity) && above(all) > 0)
			return `mentor ${j}: a place stands empty, though it has a price`;
	}
	return undefined;
}

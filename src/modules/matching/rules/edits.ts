import { barred, lowOf, type Market, open, write } from './market';
import { weightOf } from './ranges';
import { hope, release, settle } from './settle';
import { hashOfId, seedOfMentees, seedOfMentors } from './tie';

/**
 * What may change after a matching is made. Mentees and mentors are numbers of the market (Problem.menteeNumber); who
 * joins gets the next number.
 */
export type Edit =
	| { kind: 'lock' | 'unlock' | 'forbid' | 'allow'; mentee: number; mentor: number }
	| { kind: 'candidate'; mentee: number; mentor: number; score: number }
	| { kind: 'mentee leaves'; mentee: number }
	| { kind: 'mentor leaves'; mentor: number }
	| { kind: 'capacity'; mentor: number; by: number }
	| { kind: 'mentee joins'; id: string; priority: number; needs: 1 | 2; candidates: readonly Offer[] }
	| { kind: 'mentor joins'; id: string; capacity: number; candidates: readonly Offer[] };

/** With whom (a number of the market), and for how many points. */
export type Offer = readonly [who: number, score: number];

/** Makes one change and the market optimal again. A change that cannot be is thrown as EditRefused, before anything is written. */
export function apply(market: Market, edit: Edit) {
	switch (edit.kind) {
		case 'lock':
			return lock(market, edit.mentee, edit.mentor);
		case 'unlock':
			return unlock(market, edit.mentee, edit.mentor);
		case 'forbid':
			return forbid(market, edit.mentee, edit.mentor);
		case 'allow':
			return allow(market, edit.mentee, edit.mentor);
		case 'candidate':
			return becomeCandidates(market, edit.mentee, edit.mentor, edit.score);
		case 'mentee leaves':
			return menteeLeaves(market, edit.mentee);
		case 'mentor leaves':
			return mentorLeaves(market, edit.mentor);
		case 'capacity':
			return changeCapacity(market, edit.mentor, edit.by);
		case 'mentee joins':
			return menteeJoins(market, edit);
		case 'mentor joins':
			return mentorJoins(market, edit);
	}
}

/** The sentence is for people. */
export class EditRefused extends Error {}

const refuse = (sentence: string): never => {
	throw new EditRefused(sentence);
};

/** The edge between two, −1 if they are no candidates. */
export function edgeOf(market: Market, i: number, j: number): number {
	const { mentor, rowStart, rowEnd } = market;
	for (let e = rowStart[i]!; e < rowEnd[i]!; e++) if (mentor[e] === j) return e;
	return market.laterOfMentee.get(i)?.find((e) => mentor[e] === j) ?? -1;
}

const lockedPair = (market: Market, i: number, j: number) =>
	market.locked.find(({ mentee, mentor }) => mentee === i && mentor === j);

function setLocked(market: Market, locked: Market['locked']) {
	const before = market.locked;
	market.journal?.push(() => {
		market.locked = before;
	});
	market.locked = locked;
}

function lock(market: Market, i: number, j: number) {
	if (lockedPair(market, i, j)) refuse('Эта пара уже закреплена.');
	if (!market.needs[i]) refuse('За этим наставляемым закреплено уже столько наставников, сколько ему нужно.');
	if (!market.capacity[j]) refuse('Все места этого наставника уже закреплены.');
	const left = release(market, i);
	const edge = edgeOf(market, i, j);
	if (edge >= 0) write(market, market.state, edge, barred);
	write(market, market.needs, i, market.needs[i]! - 1);
	write(market, market.capacity, j, market.capacity[j]! - 1);
	write(market, market.base, j, market.base[j]! + 1);
	const pair = { mentee: i, mentor: j, edge, score: market.score[edge] ?? 0 };
	setLocked(market, [...market.locked, pair]);
	settle(market, [i], [...left, j]);
}

/** Lets the pair go from what stands; whether it stays together is then reckoned. */
function loosen(market: Market, pair: Market['locked'][number]) {
	const { mentee: i, mentor: j, edge } = pair;
	setLocked(
		market,
		market.locked.filter((one) => one !== pair)
	);
	if (edge >= 0) write(market, market.state, edge, open);
	write(market, market.needs, i, market.needs[i]! + 1);
	write(market, market.capacity, j, market.capacity[j]! + 1);
	write(market, market.base, j, market.base[j]! - 1);
	return release(market, i);
}

function unlock(market: Market, i: number, j: number) {
	const pair = lockedPair(market, i, j) ?? refuse('Эта пара не закреплена.');
	settle(market, [i], [...loosen(market, pair), j]);
}

function forbid(market: Market, i: number, j: number) {
	if (lockedPair(market, i, j)) refuse('Пара закреплена. Сначала снимите закрепление.');
	const edge = edgeOf(market, i, j);
	if (edge < 0 || market.state[edge] === barred) return;
	if (market.state[edge] === open) return write(market, market.state, edge, barred);
	const left = release(market, i);
	write(market, market.state, edge, barred);
	hope(market, i);
	settle(market, [i], left);
}

function allow(market: Market, i: number, j: number) {
	const edge = edgeOf(market, i, j);
	if (edge < 0 || market.state[edge] !== barred || lockedPair(market, i, j)) return;
	write(market, market.state, edge, open);
	settle(market, [i], release(market, i));
}

function menteeLeaves(market: Market, i: number) {
	const left: number[] = [];
	for (const pair of market.locked.filter(({ mentee }) => mentee === i))
		left.push(...loosen(market, pair), pair.mentor);
	left.push(...release(market, i));
	write(market, market.needs, i, 0);
	settle(market, [], left);
}

function mentorLeaves(market: Market, j: number) {
	const mentees: number[] = [];
	const left: number[] = [j];
	for (const pair of market.locked.filter(({ mentor }) => mentor === j)) {
		left.push(...loosen(market, pair));
		mentees.push(pair.mentee);
	}
	write(market, market.capacity, j, 0);
	settle(market, mentees, left);
}

function changeCapacity(market: Market, j: number, by: number) {
	const capacity = market.capacity[j]! + by;
	if (!Number.isInteger(capacity)) refuse('Число мест должно быть целым.');
	if (capacity < 0)
		refuse(market.base[j] ? 'Столько мест убрать нельзя: они закреплены.' : 'Столько мест у наставника нет.');
	write(market, market.capacity, j, capacity);
	settle(market, [], [j]);
}

const noRoom = 'Добавлено уже слишком много людей: пересчитайте подбор заново.';

function addEdge(market: Market, i: number, j: number, score: number): number {
	const e = market.edges;
	market.journal?.push(() => {
		market.edges -= 1;
	});
	market.edges += 1;
	write(market, market.mentee, e, i);
	write(market, market.mentor, e, j);
	write(market, market.score, e, score);
	write(market, market.state, e, open);
	return e;
}

function addLater(market: Market, later: Map<number, number[]>, who: number, e: number) {
	const list = later.get(who) ?? [];
	later.set(who, [...list, e]);
	market.journal?.push(() => void (list.length ? later.set(who, list) : later.delete(who)));
}

function becomeCandidates(market: Market, i: number, j: number, score: number) {
	if (edgeOf(market, i, j) >= 0) refuse('Эта пара уже среди кандидатов.');
	if (lockedPair(market, i, j)) refuse('Эта пара уже закреплена.');
	if (market.edges >= market.mentor.length) refuse(noRoom);
	const e = addEdge(market, i, j, score);
	addLater(market, market.laterOfMentee, i, e);
	addLater(market, market.laterOfMentor, j, e);
	settle(market, [i], release(market, i));
}

type Joins<Kind> = Extract<Edit, { kind: Kind }>;

function menteeJoins(market: Market, { id, priority, needs, candidates }: Joins<'mentee joins'>) {
	const i = market.mentees;
	const rank = market.problem.rankOf.get(weightOf({ priority, needs }));
	if (rank === undefined) return refuse('Такой очереди среди наставляемых ещё не было: пересчитайте подбор заново.');
	if (i >= market.needs.length || market.edges + candidates.length > market.mentor.length) refuse(noRoom);
	if (market.menteeIds.includes(id)) refuse(`Наставляемый «${id}» уже есть.`);
	market.menteeIds.push(id);
	market.mentees += 1;
	market.journal?.push(() => {
		market.mentees -= 1;
		market.menteeIds.pop();
	});
	write(market, market.menteeHash, i, hashOfId(id, seedOfMentees));
	write(market, market.needs, i, needs);
	write(market, market.alone, i, 0);
	write(market, market.penalty, i, rank * market.problem.ranges.person);
	write(market, market.rowStart, i, market.edges);
	for (const [j, score] of candidates) addLater(market, market.laterOfMentor, j, addEdge(market, i, j, score));
	write(market, market.rowEnd, i, market.edges);
	hope(market, i);
	settle(market, [i], []);
}

function mentorJoins(market: Market, { id, capacity, candidates }: Joins<'mentor joins'>) {
	const j = market.mentors;
	if (j >= market.capacity.length || market.edges + candidates.length > market.mentor.length) refuse(noRoom);
	if (market.mentorIds.includes(id)) refuse(`Наставник «${id}» уже есть.`);
	market.mentorIds.push(id);
	market.mentors += 1;
	market.journal?.push(() => {
		market.mentors -= 1;
		market.mentorIds.pop();
	});
	write(market, market.mentorHash, j, hashOfId(id, seedOfMentors));
	write(market, market.capacity, j, capacity);
	let [high, lower] = [0, 0]; // the price at which nobody would rather come
	for (const [i, score] of candidates) {
		const e = addEdge(market, i, j, score);
		addLater(market, market.laterOfMentee, i, e);
		addLater(market, market.laterOfMentor, j, e);
		const [worth, worthLow] = [score - market.utility[i]!, lowOf(market, e) - market.utilityLow[i]!];
		if (worth > high || (worth === high && worthLow > lower)) [high, lower] = [worth, worthLow];
	}
	write(market, market.price, j, high);
	write(market, market.priceLow, j, lower);
	settle(market, [], [j]);
}

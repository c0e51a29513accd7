import type { LockedPair, Problem } from './problem';
import { mostOwnStep } from './ranges';
import { newSearch, type Search } from './search';
import { lotOfPair } from './tie';

/** What a pair is at the moment. */
export const open = 0;
export const matched = 1;
/** Forbidden, or locked and thus out of the reckoning. */
export const barred = 2;

/**
 * A matching with its prices, at work. Between two acts it is optimal, and the prices prove it: for each open pair
 * utility + price ≥ worth, for each matched one ≤; a mentee left alone has utility −penalty; a mentor's price lies between
 * the cost of the last place taken and of the next one. Numbers have two parts (see Problem): `…Low` is the second.
 */
export type Market = {
	readonly problem: Problem;
	mentees: number;
	mentors: number;
	edges: number;
	/** Mentors that the mentee still needs (locked ones are counted off), and how many of them are given up. */
	readonly needs: Uint8Array;
	readonly alone: Uint8Array;
	readonly penalty: Float64Array;
	/** Edges by which the mentee is matched, −1 for none. */
	readonly first: Int32Array;
	readonly second: Int32Array;
	readonly utility: Float64Array;
	readonly utilityLow: Float64Array;
	/** Places besides locked ones; `base` of them are locked. */
	readonly capacity: Int32Array;
	readonly base: Int32Array;
	/** Mentees on places, and places held empty for whoever a search finds. */
	readonly placed: Int32Array;
	readonly held: Int32Array;
	/** So many first places are filled at any cost (a group that is tried open). */
	readonly forced: Int32Array;
	readonly seats: number[][];
	readonly price: Float64Array;
	readonly priceLow: Float64Array;
	readonly rowStart: Int32Array;
	readonly rowEnd: Int32Array;
	readonly mentor: Int32Array;
	readonly mentee: Int32Array;
	readonly score: Int32Array;
	/** Hashes of ids, of which lots are made, and edges of today's pairs. */
	readonly menteeHash: Int32Array;
	readonly mentorHash: Int32Array;
	readonly today: ReadonlySet<number>;
	readonly state: Uint8Array;
	readonly columnStart: Int32Array;
	readonly columnEdge: Int32Array;
	/** Edges of those who joined later, beside rows and columns. */
	readonly laterOfMentee: Map<number, number[]>;
	readonly laterOfMentor: Map<number, number[]>;
	/** Sum of scores, of penalties, of the second part (places paid), number of pairs: locked ones are not in it. */
	readonly totals: Float64Array;
	readonly search: Search;
	/** One step of load in the second part (Ranges); 0 while a first matching looks at first parts only. */
	step: number;
	/** Pairs that stand outside the reckoning. */
	locked: readonly LockedPair[];
	/** Names of all, those who joined later at the end. */
	readonly menteeIds: string[];
	readonly mentorIds: string[];
	journal: Journal | undefined;
};

/** What was written, to be taken back: array, index, what stood there; or an act that undoes. */
export type Journal = (Written | (() => void))[];
type Numbers = Float64Array | Int32Array | Uint8Array | number[];
type Written = { array: Numbers; index: number; old: number };

/** Room for those who join later. */
export const roomFor = { mentees: 64, mentors: 64, edges: 2048 };

export function newMarket(problem: Problem): Market {
	const { rowStart } = problem;
	const [mentees, mentors, edges] = [problem.needs.length, problem.capacity.length, problem.mentor.length];
	const menteeRoom = mentees + roomFor.mentees;
	const mentorRoom = mentors + roomFor.mentors;
	const edgeRoom = edges + roomFor.edges;
	const base = new Int32Array(mentorRoom);
	for (const pair of problem.locked) base[pair.mentor]! += 1;
	return {
		problem,
		mentees,
		mentors,
		edges,
		needs: wider(problem.needs, new Uint8Array(menteeRoom)),
		alone: new Uint8Array(menteeRoom),
		penalty: wider(problem.penalty, new Float64Array(menteeRoom)),
		first: new Int32Array(menteeRoom).fill(-1),
		second: new Int32Array(menteeRoom).fill(-1),
		utility: new Float64Array(menteeRoom),
		utilityLow: new Float64Array(menteeRoom),
		capacity: wider(problem.capacity, new Int32Array(mentorRoom)),
		base,
		placed: new Int32Array(mentorRoom),
		held: new Int32Array(mentorRoom),
		forced: new Int32Array(mentorRoom),
		seats: Array.from({ length: mentorRoom }, () => []),
		price: new Float64Array(mentorRoom),
		priceLow: new Float64Array(mentorRoom),
		rowStart: wider(rowStart.subarray(0, mentees), new Int32Array(menteeRoom)),
		rowEnd: wider(rowStart.subarray(1), new Int32Array(menteeRoom)),
		mentor: wider(problem.mentor, new Int32Array(edgeRoom)),
		mentee: wider(problem.mentee, new Int32Array(edgeRoom)),
		score: wider(problem.score, new Int32Array(edgeRoom)),
		menteeHash: wider(problem.menteeHash, new Int32Array(menteeRoom)),
		mentorHash: wider(problem.mentorHash, new Int32Array(mentorRoom)),
		today: problem.today,
		state: statesOf(problem, edgeRoom),
		columnStart: wider(problem.columnStart, new Int32Array(mentorRoom + 1).fill(edges)),
		columnEdge: problem.columnEdge,
		laterOfMentee: new Map(),
		laterOfMentor: new Map(),
		totals: new Float64Array(4),
		search: newSearch(mentorRoom, menteeRoom),
		step: problem.ranges.step,
		locked: problem.locked,
		menteeIds: [...problem.menteeIds],
		mentorIds: [...problem.mentorIds],
		journal: undefined
	};
}

function statesOf({ locked, forbidden }: Problem, edgeRoom: number) {
	const state = new Uint8Array(edgeRoom);
	for (const e of forbidden) state[e] = barred;
	for (const { edge } of locked) if (edge >= 0) state[edge] = barred;
	return state;
}

function wider<T extends Float64Array | Int32Array | Uint8Array>(from: ArrayLike<number>, to: T): T {
	to.set(from);
	return to;
}

/** Every change of the market goes through here, so that it can be taken back. */
export function write(market: Market, array: Numbers, index: number, value: number) {
	note(market, array, index);
	array[index] = value;
}

/** What stands in the array before the caller changes it. Where it is done a million times, this is quicker than `write`. */
export function note({ journal }: Market, array: Numbers, index: number) {
	if (journal) journal.push({ array, index, old: array[index] ?? 0 });
}

/** Takes back what the journal holds, latest first. */
export function takeBack(journal: Journal) {
	for (let at = journal.length - 1; at >= 0; at--) {
		const entry = journal[at]!;
		if (typeof entry === 'function') entry();
		else entry.array[entry.index] = entry.old;
	}
	journal.length = 0;
}

/** First part of the cost of mentor j's place number `place`, counted from 0 beside locked ones. */
export function seatCost({ forced, base, problem }: Market, j: number, place: number): number {
	return base[j]! + place < forced[j]! ? -problem.ranges.force : 0;
}

/** Second part of it: the load. */
export function seatCostLow({ base, problem, step }: Market, j: number, place: number): number {
	const number = base[j]! + place;
	const own = problem.slotCosts[j];
	return (own ? (own[number] ?? own.at(-1) ?? 0) : Math.min(number, mostOwnStep)) * step;
}

/** Second part of what the pair is worth: today's pair is kept, then the lot; nothing while only first parts are looked at. */
export function lowOf(market: Market, e: number): number {
	const { menteeHash, mentorHash, mentee, mentor, today, problem, step } = market;
	if (step === 0) return 0;
	const lot = lotOfPair(menteeHash[mentee[e]!]!, mentorHash[mentor[e]!]!, problem.ranges.lotBits);
	return today.size > 0 && today.has(e) ? lot + problem.ranges.stay * step : lot;
}

/** Places that are taken or held. */
export const loadOf = ({ placed, held }: Market, j: number) => placed[j]! + held[j]!;

/** Mentors that the mentee is yet to be given, or to give up. */
export const unsettled = ({ needs, alone, first, second }: Market, i: number) =>
	needs[i]! - alone[i]! - (first[i]! >= 0 ? 1 : 0) - (second[i]! >= 0 ? 1 : 0);

/** Matches along edge e; its mentor's seat is the caller's. */
export function join(market: Market, e: number) {
	const { first, second, state } = market;
	const i = market.mentee[e]!;
	const slot = first[i]! < 0 ? first : second;
	note(market, slot, i);
	slot[i] = e;
	note(market, state, e);
	state[e] = matched;
	count(market, e, 1);
}

/** Parts along edge e; the seat is the caller's. */
export function part(market: Market, e: number) {
	const { first, second, state } = market;
	const i = market.mentee[e]!;
	const slot = first[i] === e ? first : second;
	note(market, slot, i);
	slot[i] = -1;
	note(market, state, e);
	state[e] = open;
	count(market, e, -1);
}

function count(market: Market, e: number, by: 1 | -1) {
	add(market, 0, by * market.score[e]!);
	add(market, 2, by * lowOf(market, e));
	add(market, 3, by);
}

function add(market: Market, total: number, by: number) {
	const { totals } = market;
	note(market, totals, total);
	totals[total]! += by;
}

/** The mentee goes without `by` more mentors. */
export function giveUp(market: Market, i: number, by: number) {
	if (by === 0) return;
	write(market, market.alone, i, market.alone[i]! + by);
	add(market, 1, by * market.penalty[i]!);
}

export function takeSeat(market: Market, j: number, e: number) {
	const { placed, seats } = market;
	const next = placed[j]!;
	note(market, seats[j]!, next);
	seats[j]![next] = e;
	note(market, placed, j);
	placed[j] = next + 1;
	add(market, 2, -seatCostLow(market, j, next));
}

export function leaveSeat(market: Market, j: number, e: number) {
	const { placed, seats } = market;
	const last = placed[j]! - 1;
	changeSeat(market, j, e, seats[j]![last]!);
	note(market, placed, j);
	placed[j] = last;
	add(market, 2, seatCostLow(market, j, last));
}

export function changeSeat(market: Market, j: number, from: number, to: number) {
	const seats = market.seats[j]!;
	const seat = seats.indexOf(from);
	note(market, seats, seat);
	seats[seat] = to;
}

/** Adds to the price of mentor j, both parts. */
export function raisePrice(market: Market, j: number, high: number, low: number) {
	const { price, priceLow } = market;
	note(market, price, j);
	price[j]! += high;
	note(market, priceLow, j);
	priceLow[j]! += low;
}

/** Adds to the utility of mentee i, both parts. */
export function raiseUtility(market: Market, i: number, high: number, low: number) {
	const { utility, utilityLow } = market;
	note(market, utility, i);
	utility[i]! += high;
	note(market, utilityLow, i);
	utilityLow[i]! += low;
}

import { auction } from './auction';
import { barred, giveUp, leaveSeat, lowOf, type Market, part, seatCostLow } from './market';
import { newPlaces } from './places';
import { type Columns, newTrade, type Trade } from './trade/trade';

/** Candidates that are as good as can be by people and points: only the second parts of worths decide among them. */
export type Ties = {
	/** Mentee i has those from start[i] to start[i + 1]. */
	readonly start: Int32Array;
	readonly edge: Int32Array;
	readonly mentor: Int32Array;
	readonly mentee: Int32Array;
	readonly low: Float64Array;
};

/** Of all mentees who need one mentor; one pass over the candidates. */
export function tiesOf(market: Market): Ties {
	const { mentees, needs, rowStart, rowEnd, mentor, score, price, utility, state } = market;
	const start = new Int32Array(mentees + 1);
	const edges: number[] = [];
	for (let i = 0; i < mentees; i++) {
		const end = needs[i] === 1 ? rowEnd[i]! : 0;
		const least = utility[i]!;
		for (let e = rowStart[i]!; e < end; e++)
			if (score[e]! - price[mentor[e]!]! >= least && state[e] !== barred) edges.push(e);
		start[i + 1] = edges.length;
	}
	market.search.visits += market.edges;
	const edge = Int32Array.from(edges);
	const [mentorOf, menteeOf] = [edge.map((e) => mentor[e]!), edge.map((e) => market.mentee[e]!)];
	return { start, edge, mentor: mentorOf, mentee: menteeOf, low: Float64Array.from(edges, (e) => lowOf(market, e)) };
}

/** Raises go from a part of the dearest place down to a part of the lots, each a part of the one before. */
const [coarsest, finest, ratio] = [1 / 4, 1 / 256, 1 / 8];

/**
 * Second parts of prices, near the best ones, from an auction of the ties. A mentor whose price is above zero has to be full,
 * a mentee who has more than going without has to be placed.
 */
export function auctionTies(market: Market, ties: Ties): Trade {
	const { mentees, mentors, needs, penalty, utility, capacity, price, problem } = market;
	vacate(market);
	const columns = columnsOf(ties, mentors);
	const lots = 2 ** problem.ranges.lotBits;
	const wanted = new Int32Array(mentors);
	let dearest = lots;
	for (let j = 0; j < mentors; j++) {
		wanted[j] = Math.min(capacity[j]!, columns.columnStart[j + 1]! - columns.columnStart[j]!);
		if (wanted[j]! > 0 && price[j] === 0) dearest = Math.max(dearest, seatCostLow(market, j, wanted[j]! - 1));
	}
	const alone = new Float64Array(mentees).fill(Number.POSITIVE_INFINITY);
	for (let i = 0; i < mentees; i++)
		if (needs[i] === 1) alone[i] = utility[i] === -penalty[i]! ? 0 : Number.NEGATIVE_INFINITY;
	const raises: number[] = [];
	for (let raise = dearest * coarsest; raise > Math.max(1, lots * finest); raise *= ratio) raises.push(raise);
	const places = newPlaces(wanted, (j, place) => (price[j]! > 0 ? -2 * dearest : seatCostLow(market, j, place)));
	const sale = {
		rowStart: ties.start,
		rowEnd: ties.start.subarray(1),
		mentor: ties.mentor,
		worth: ties.low,
		state: new Uint8Array(ties.edge.length),
		alone,
		places,
		spread: 2 * dearest,
		rounds: 1 // floors lie deep: what nobody bought is left to the exact searches
	};
	const sold = auction(sale, raises);
	for (let j = 0; j < mentors; j++) {
		sold.price[j] = Math.floor(sold.price[j]!);
		if (price[j]! > 0) places.floor.fill(Number.NEGATIVE_INFINITY, places.start[j], places.start[j + 1]);
	}
	const trade = newTrade(sale, columns, sold.price, sold.placed);
	trade.visits += sold.visits;
	return trade;
}

function columnsOf({ mentor, mentee }: Ties, mentors: number): Columns {
	const columnStart = new Int32Array(mentors + 1);
	for (const j of mentor) columnStart[j + 1]! += 1;
	for (let j = 0; j < mentors; j++) columnStart[j + 1]! += columnStart[j]!;
	const next = columnStart.slice();
	const columnEdge = new Int32Array(mentor.length);
	for (let e = 0; e < mentor.length; e++) columnEdge[next[mentor[e]!]!++] = e;
	return { mentee, columnStart, columnEdge };
}

/** Nobody who needs one mentor has one, or has given up. */
function vacate(market: Market) {
	const { mentees, needs, first, second, mentor, alone } = market;
	for (let i = 0; i < mentees; i++) {
		if (needs[i] !== 1) continue;
		giveUp(market, i, -alone[i]!);
		const e = Math.max(first[i]!, second[i]!);
		if (e < 0) continue;
		part(market, e);
		leaveSeat(market, mentor[e]!, e);
	}
}

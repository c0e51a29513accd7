import { auction } from './auction';
import { barred, giveUp, leaveSeat, lowOf, type Market, part, seatCostLow } from './market';
import { newPlaces } from './places';

/** Candidates that are as good as can be by people and points: only the second parts of worths decide among them. */
export type Ties = {
	/** Mentee i has those from start[i] to start[i + 1]. */
	readonly start: Int32Array;
	readonly edge: Int32Array;
	readonly mentor: Int32Array;
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
	return { start, edge, mentor: edge.map((e) => mentor[e]!), low: Float64Array.from(edges, (e) => lowOf(market, e)) };
}

/** Raises go from a part of the dearest place down to a part of the lots, each a part of the one before. */
const [coarsest, finest, ratio] = [1 / 4, 1 / 256, 1 / 8];

/**
 * Where ties are many, a matching found by people and points is far from the best by the rest: nobody keeps their place,
 * and second parts of prices come from an auction of the ties. A mentor whose price is above zero has to be full, a mentee
 * who has more than going without has to be placed.
 * @returns by which edge each mentee is placed (−1 for none)
 */
export function auctionTies(market: Market, ties: Ties): Int32Array {
	const { mentees, mentors, needs, penalty, utility, capacity, price, priceLow, problem } = market;
	vacate(market);
	const lots = 2 ** problem.ranges.lotBits;
	const wanted = new Int32Array(mentors);
	for (const j of ties.mentor) if (wanted[j]! < capacity[j]!) wanted[j]! += 1;
	let dearest = lots;
	for (let j = 0; j < mentors; j++)
		if (wanted[j]! > 0) dearest = Math.max(dearest, seatCostLow(market, j, wanted[j]! - 1));
	const alone = new Float64Array(mentees).fill(Number.POSITIVE_INFINITY);
	for (let i = 0; i < mentees; i++)
		if (needs[i] === 1) alone[i] = utility[i] === -penalty[i]! ? 0 : Number.NEGATIVE_INFINITY;
	const raises: number[] = [];
	for (let raise = dearest * coarsest; raise > Math.max(1, lots * finest); raise *= ratio) raises.push(raise);
	const sold = auction(
		{
			rowStart: ties.start,
			rowEnd: ties.start.subarray(1),
			mentor: ties.mentor,
			worth: ties.low,
			state: new Uint8Array(ties.edge.length),
			alone,
			places: newPlaces(wanted, (j, place) => (price[j]! > 0 ? -2 * dearest : seatCostLow(market, j, place))),
			spread: 2 * dearest,
			rounds: 1 // floors lie deep: what nobody bought is left to settle()
		},
		raises
	);
	market.search.visits += sold.visits;
	for (let j = 0; j < mentors; j++) if (wanted[j]! > 0) priceLow[j] = Math.floor(sold.price[j]!);
	return sold.placed.map((at) => ties.edge[at] ?? -1);
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

import { lowOf, type Market, seatCostLow } from './market';
import { finerTrade, type Measure } from './trade/finer';
import type { Trade } from './trade/trade';

/** Second parts of prices and utilities, and by which edge of the market each mentee is placed, −1 for none. */
export type SecondParts = {
	price: Float64Array;
	utility: Float64Array;
	placed: Int32Array;
	/** Whether no sum of lots is as much as a step: else it is only a start. */
	isSafe: boolean;
	visits: number;
};

/** Steps of raising of lots, from coarse to fine, as parts of all lots. */
const [coarsest, finest, ratio] = [1 / 4, 1 / 256, 1 / 8];

/**
 * Among all matchings that are the best by people and points: first the steps (load, today's pairs), then, among those that
 * are the best by these as well, the lots.
 */
export function secondPartsOf(market: Market, points: Trade): SecondParts {
	const { problem, today } = market;
	const { step, stay, lotBits } = problem.ranges;
	const { places } = points.sale;
	let dearest = today.size > 0 ? stay : 0;
	for (let j = 0; j < market.mentors; j++) {
		const last = places.start[j + 1]! - places.start[j]! - 1;
		if (last >= 0 && points.price[j] === 0) dearest = Math.max(dearest, seatCostLow(market, j, last) / step);
	}
	const steps = dearest === 0 ? undefined : finerTrade(points, stepsOf(market, dearest));
	const edgeOf = (e: number) => (steps ? steps.edge[e]! : e);
	const all = 2 ** lotBits;
	const raises: number[] = [];
	for (let raise = all * coarsest; raise > Math.max(1, all * finest); raise *= ratio) raises.push(raise);
	const worth = (e: number) => lowOf(market, edgeOf(e)) - (today.has(edgeOf(e)) ? stay * step : 0);
	const lots = finerTrade(steps?.trade ?? points, { worth, floor: () => 0, most: all, raises, coarse: false });
	const together = (high: Float64Array | undefined, low: Float64Array) =>
		low.map((value, at) => (high ? finite(high[at]!) * step : 0) + finite(value));
	return {
		price: together(steps?.trade.price, lots.trade.price),
		utility: together(steps?.trade.utility, lots.trade.utility),
		placed: lots.trade.placed.map((e) => (e < 0 ? -1 : edgeOf(lots.edge[e]!))),
		isSafe: [lots.trade.price, lots.trade.utility].every((list) =>
			list.every((value) => Math.abs(finite(value)) < step / 4)
		),
		visits: (steps?.trade.visits ?? 0) + lots.trade.visits
	};
}

/** Of who has no places, or takes no part. */
const finite = (value: number) => (Number.isFinite(value) ? value : 0);

function stepsOf(market: Market, most: number): Measure {
	const { step, stay } = market.problem.ranges;
	return {
		worth: (e) => (market.today.has(e) ? stay : 0),
		floor: (j, place) => seatCostLow(market, j, place) / step,
		most,
		raises: most > 16 ? [most / 4, 1] : [1],
		coarse: true
	};
}

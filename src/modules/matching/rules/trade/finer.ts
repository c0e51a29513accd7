import { auction, type Sale } from '../auction';
import { newPlaces } from '../places';
import { type Near, nearOf } from './near';
import { settleTrade } from './settle-trade';
import { newTrade, type Trade } from './trade';

/** What decides among candidates, and among places, that a settled trade leaves equal. */
export type Measure = {
	/** Of an edge of the settled trade. */
	readonly worth: (e: number) => number;
	readonly floor: (j: number, place: number) => number;
	/** The most that worths or floors differ by, and steps of raising prices. */
	readonly most: number;
	readonly raises: readonly number[];
	/** Whether worths are few whole numbers. */
	readonly coarse: boolean;
};

/**
 * The best by a finer measure of all that are equally good in a settled trade: only candidates that cost nothing, only places
 * that cost no more than the price. A place that costs less has to be taken, a mentee who has more than going without has to
 * be placed.
 */
export function finerTrade(settled: Trade, measure: Measure): { trade: Trade; edge: Int32Array } {
	const { utility, price } = settled;
	const { alone, places } = settled.sale;
	const near: Near = nearOf(settled, 0);
	const { sale, columns } = near.trade;
	const wanted = new Int32Array(price.length);
	for (let j = 0; j < price.length; j++) {
		const most = columns.columnStart[j + 1]! - columns.columnStart[j]! + 1; // as in tradeOfPoints()
		const from = places.start[j]!;
		while (wanted[j]! < most && isOpen(from + wanted[j]!, j)) wanted[j]! += 1;
	}
	const deep = -2 * measure.most;
	const finer = newPlaces(wanted, (j, place) => (isDue(j, place) ? deep : measure.floor(j, place)));
	const worth = near.edge.map(measure.worth);
	const deal: Sale = {
		...sale,
		worth,
		alone: alone.map((least, i) =>
			least === Number.POSITIVE_INFINITY ? least : utility[i]! > least ? Number.NEGATIVE_INFINITY : 0
		),
		places: finer,
		spread: 2 * measure.most,
		rounds: 1 // floors lie deep: what nobody bought is left to the exact searches
	};
	const sold = auction(deal, measure.raises);
	for (let j = 0; j < price.length; j++) {
		sold.price[j] = Math.floor(sold.price[j]!);
		for (let place = 0; place < wanted[j]!; place++)
			if (isDue(j, place)) finer.floor[finer.start[j]! + place] = Number.NEGATIVE_INFINITY;
	}
	const trade = newTrade(deal, columns, sold.price, sold.placed);
	settleTrade(trade, measure.coarse);
	trade.visits += sold.visits + near.trade.visits - settled.visits;
	return { trade, edge: near.edge };

	function isOpen(at: number, j: number): boolean {
		return at < places.start[j + 1]! && places.floor[at]! <= price[j]!;
	}

	function isDue(j: number, place: number): boolean {
		return places.floor[places.start[j]! + place]! < price[j]!;
	}
}

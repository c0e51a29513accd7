import { fillAtNoCost, fillNearest } from './fill-empty';
import { seatAtNoCost, seatNearest } from './seat-free';
import { isMissed, type Trade } from './trade';

/** A search for one that would look at more candidates is left for the rounds in which all that are left search together. */
const mostAlone = 3000;

/**
 * Makes a trade exact: whoever has no place finds the nearest, then every empty place that is worth something finds
 * somebody. Most do so after a few steps. The last ones would walk through everything, one after another; they go together:
 * one search from all of them tells how far the nearest is, prices follow, and then all exchanges that cost nothing are made.
 */
export function settleTrade(trade: Trade) {
	const { sale, placed, utility, price } = trade;
	let free: number[] = [];
	for (let i = 0; i < placed.length; i++)
		if (placed[i]! < 0 && utility[i]! > sale.alone[i]! && !seatNearest(trade, [i], mostAlone)) free.push(i);
	while (free.length > 0 && seatNearest(trade, free, Number.POSITIVE_INFINITY)) free = seatAtNoCost(trade, free.filter(stillFree));
	let empty: number[] = [];
	for (let j = 0; j < price.length; j++)
		while (isMissed(trade, j))
			if (!fillNearest(trade, [j], mostAlone)) {
				empty.push(j);
				break;
			}
	const stillMissed = (j: number) => isMissed(trade, j);
	empty = empty.filter(stillMissed);
	while (empty.length > 0 && fillNearest(trade, empty, Number.POSITIVE_INFINITY)) empty = fillAtNoCost(trade, empty.filter(stillMissed));

	function stillFree(i: number) {
		return placed[i]! < 0 && utility[i]! > sale.alone[i]!;
	}
}

import { fillAtNoCost, seatAtNoCost } from './at-no-cost';
import { fillEmpty } from './fill-empty';
import { type Find, type Forest, newForest, type Way } from './forest';
import { nearOf, takeOver } from './near';
import { seatFree } from './seat-free';
import { isFree, isMissed, type Trade } from './trade';

/** A search for one that would look at more candidates is put off. */
const mostAlone = 3000;
/** As parts of one look at all candidates: so much may be lost by searches put off, and so much may those cost that are tried once more. */
const [lost, again] = [1 / 2, 1 / 4];

const noLimit = Number.POSITIVE_INFINITY;
const eachOwn: Way = { one: false, mostFar: noLimit, mostVisits: noLimit };

/**
 * Makes a trade exact: whoever has no place finds the nearest, then every empty place that is worth something finds somebody.
 * Most do so after a few looks. Those left at the end would each walk through nearly everything, so they go together. Where
 * worths are points, distances are few and many exchanges cost nothing (`coarse`): they go in rounds, else each in a tree of
 * their own.
 */
export function settleTrade(trade: Trade, coarse: boolean) {
	const forest = newForest(trade);
	const seat = seatFree(forest);
	const free = putOff(trade, trade.placed.length, isFree, seat);
	if (coarse) inRounds(trade, free, seatFree, seatAtNoCost, isFree);
	else seat(free, eachOwn);
	const fill = fillEmpty(forest);
	let empty = putOff(trade, trade.price.length, isMissed, fill);
	if (coarse) inRounds(trade, empty, fillEmpty, fillAtNoCost, isMissed);
	else while (empty.length > 0 && fill(empty, eachOwn)) empty = empty.filter((j) => isMissed(trade, j));
}

type IsLeft = (trade: Trade, one: number) => boolean;

/** Searches for one after the other; @returns those whose search would have been too long */
function putOff(trade: Trade, many: number, isLeft: IsLeft, find: Find): number[] {
	const edges = trade.sale.worth.length;
	const tryAll = (some: readonly number[], mostVisits: number) => {
		const way = { one: true, mostFar: noLimit, mostVisits };
		const left: number[] = [];
		for (const one of some) {
			while (left.length * mostVisits <= lost * edges && isLeft(trade, one) && find([one], way));
			if (isLeft(trade, one)) left.push(one);
		}
		return left;
	};
	const all: number[] = [];
	for (let one = 0; one < many; one++) if (isLeft(trade, one)) all.push(one);
	const left = tryAll(all, mostAlone);
	const more = (again * edges) / left.length;
	return left.length > 0 && more > mostAlone ? tryAll(left, more) : left;
}

/** Within what distance candidates are kept at first, how much further then, and from where on all of them. */
const [firstSlack, moreSlack, allSlack] = [16, 8, 2000];

/**
 * One search from all that are left tells how far the nearest end is; prices follow, and then all exchanges that cost
 * nothing are made. It is walked through a few times, so only candidates near to costing nothing are looked at.
 */
function inRounds(
	trade: Trade,
	all: readonly number[],
	searchIn: (forest: Forest) => Find,
	atNoCost: (trade: Trade, left: readonly number[]) => void,
	isLeft: IsLeft
) {
	let left = all;
	for (let slack = firstSlack; left.length > 0; ) {
		const near = nearOf(trade, slack);
		const forest = newForest(near.trade);
		const toFirst = searchIn(forest);
		let far = 0;
		while (left.length > 0 && toFirst(left, { one: true, mostFar: slack - far, mostVisits: noLimit })) {
			far += forest.queue.now;
			left = left.filter((one) => isLeft(near.trade, one));
			atNoCost(near.trade, left);
			left = left.filter((one) => isLeft(near.trade, one));
		}
		takeOver(trade, near);
		if (slack === noLimit) return;
		if (far === 0) slack = slack * moreSlack > allSlack ? noLimit : slack * moreSlack;
	}
}

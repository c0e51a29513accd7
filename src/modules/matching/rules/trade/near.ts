import type { Columns, Trade } from './trade';

/** A trade of fewer candidates with the same people, prices and places; `edge` tells what each was in the whole one. */
export type Near = { readonly trade: Trade; readonly edge: Int32Array };

/** Only those candidates that are so near to costing nothing, and those matched: until prices have moved by so much no others matter. */
export function nearOf(trade: Trade, slack: number): Near {
	const { sale, price, utility, placed } = trade;
	const { rowStart, rowEnd, mentor, worth, state } = sale;
	const start = new Int32Array(placed.length + 1);
	const nearPlaced = new Int32Array(placed.length).fill(-1);
	const edges: number[] = [];
	const mentee: number[] = [];
	for (let i = 0; i < placed.length; i++) {
		for (let e = rowStart[i]!; e < rowEnd[i]!; e++) {
			if (utility[i]! + price[mentor[e]!]! - worth[e]! > slack || state[e] !== 0) continue;
			if (placed[i] === e) nearPlaced[i] = edges.length;
			edges.push(e);
			mentee.push(i);
		}
		start[i + 1] = edges.length;
	}
	const edge = Int32Array.from(edges);
	const mentorOf = edge.map((e) => mentor[e]!);
	const near: Trade = {
		...trade,
		sale: {
			...sale,
			rowStart: start,
			rowEnd: start.subarray(1),
			mentor: mentorOf,
			worth: edge.map((e) => worth[e]!),
			state: new Uint8Array(edge.length)
		},
		columns: columnsOf(Int32Array.from(mentee), mentorOf, price.length),
		placed: nearPlaced,
		visits: trade.visits + worth.length
	};
	return { trade: near, edge };
}

/** Takes over where everybody is placed. */
export function takeOver(trade: Trade, near: Near) {
	for (let i = 0; i < trade.placed.length; i++) trade.placed[i] = near.edge[near.trade.placed[i]!] ?? -1;
	trade.visits = near.trade.visits;
}

/** Edges, which are in order of mentees, by mentor. */
export function columnsOf(mentee: Int32Array, mentor: Int32Array, mentors: number): Columns {
	const columnStart = new Int32Array(mentors + 1);
	for (const j of mentor) columnStart[j + 1]! += 1;
	for (let j = 0; j < mentors; j++) columnStart[j + 1]! += columnStart[j]!;
	const next = columnStart.slice();
	const columnEdge = new Int32Array(mentor.length);
	for (let e = 0; e < mentor.length; e++) columnEdge[next[mentor[e]!]!++] = e;
	return { mentee, columnStart, columnEdge };
}

/** Columns in memory that threads share; what is not written yet costs nothing. */
export const sharedInts = (length: number) => new Int32Array(new SharedArrayBuffer(4 * length));
export const sharedDoubles = (length: number) => new Float64Array(new SharedArrayBuffer(8 * length));
export const sharedBytes = (length: number) => new Uint8Array(new SharedArrayBuffer(length));

/** Lists in one row: list k holds at[start[k]] … at[start[k + 1] − 1]. */
export type Lists = { start: Int32Array; at: Int32Array };

export const listOf = ({ start, at }: Lists, k: number) => at.subarray(start[k]!, start[k + 1]!);

/** Places 0 … count − 1 by the list each belongs to, in their order. */
export function listsBy(count: number, lists: number, listAt: (place: number) => number): Lists {
	const start = sharedInts(lists + 1);
	for (let place = 0; place < count; place++) start[listAt(place) + 1]! += 1;
	for (let k = 0; k < lists; k++) start[k + 1]! += start[k]!;
	const next = start.slice();
	const at = sharedInts(count);
	for (let place = 0; place < count; place++) at[next[listAt(place)]!++] = place;
	return { start, at };
}

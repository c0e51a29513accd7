/**
 * What a handful of numbers say. Quartiles lie between neighbours as `percentile_cont` of PostgreSQL puts them; the
 * deviation is of those who answered, not an estimate about others (`stddev_pop`).
 */
export type Spread = {
	count: number;
	mean: number;
	deviation: number;
	least: number;
	lower: number; // first quartile
	median: number;
	upper: number; // third quartile
	most: number;
};

/** Null where there is nothing to reckon from: «нет данных» is said, never a nought. */
export function spreadOf(values: readonly number[]): Spread | null {
	const inOrder = [...values].sort((a, b) => a - b);
	const [least, most] = [inOrder[0], inOrder.at(-1)];
	if (least === undefined || most === undefined) return null;
	const count = inOrder.length;
	const mean = inOrder.reduce((sum, value) => sum + value, 0) / count;
	const deviation = Math.sqrt(inOrder.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count);
	const [lower, median, upper] = [0.25, 0.5, 0.75].map((part) => quantile(inOrder, part)) as [number, number, number];
	return { count, mean, deviation, least, lower, median, upper, most };
}

function quantile(inOrder: readonly number[], part: number) {
	const place = (inOrder.length - 1) * part;
	const [below, above] = [inOrder[Math.floor(place)] ?? 0, inOrder[Math.ceil(place)] ?? 0];
	return below + (above - below) * (place - Math.floor(place));
}

/** As people read it: one figure after the comma, none where it is whole. */
export const rounded = (value: number, figures = 1) => {
	const by = 10 ** figures;
	const whole = Math.round(Math.abs(value) * by + 1e-9) / by; // 0,05 is not quite 0,05 to a machine
	return whole === 0 ? 0 : Math.sign(value) * whole;
};

/** A share of a whole in whole per cent; null where the whole is nothing. */
export const percentOf = (part: number, whole: number) => (whole === 0 ? null : Math.round((100 * part) / whole));

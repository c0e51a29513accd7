type Wrongness = (at: Float64Array) => { loss: number; slope: Float64Array };

const steps = 80;
const remembered = 8;

/** Goes down to where something smooth is least: by its slope, bent by what the last steps told of its shape (L-BFGS). */
export function descend(wrongness: Wrongness, from: Float64Array): Float64Array {
	let here = from;
	let { loss, slope } = wrongness(here);
	const moves: { step: Float64Array; bend: Float64Array; both: number }[] = [];
	for (let round = 0; round < steps; round++) {
		const way = bent(slope, moves);
		const fall = dot(way, slope);
		let [length, next] = [round === 0 ? 1 / Math.sqrt(dot(slope, slope)) : 1, here];
		let found: ReturnType<Wrongness> | undefined;
		for (let tried = 0; tried < 20 && !found; tried++, length /= 2) {
			next = here.map((value, at) => value - length * (way[at] as number));
			const there = wrongness(next);
			if (there.loss <= loss - 1e-4 * length * fall) found = there;
		}
		if (!found) break;
		const [step, bend] = [minus(next, here), minus(found.slope, slope)];
		const both = dot(step, bend);
		if (both > 1e-10) moves.push({ step, bend, both });
		if (moves.length > remembered) moves.shift();
		here = next;
		({ loss, slope } = found);
	}
	return here;
}

function bent(slope: Float64Array, moves: readonly { step: Float64Array; bend: Float64Array; both: number }[]) {
	const way = slope.slice();
	const shares = moves.map(() => 0);
	for (let at = moves.length - 1; at >= 0; at--) {
		const { step, bend, both } = moves[at] as (typeof moves)[number];
		shares[at] = dot(step, way) / both;
		add(way, bend, -(shares[at] as number));
	}
	const last = moves.at(-1);
	if (last) {
		const scale = last.both / dot(last.bend, last.bend);
		for (let at = 0; at < way.length; at++) way[at] = (way[at] as number) * scale;
	}
	for (const [at, { step, bend, both }] of moves.entries())
		add(way, step, (shares[at] as number) - dot(bend, way) / both);
	return way;
}

function dot(one: Float64Array, other: Float64Array) {
	let sum = 0;
	for (let at = 0; at < one.length; at++) sum += (one[at] as number) * (other[at] as number);
	return sum;
}

function add(to: Float64Array, what: Float64Array, times: number) {
	for (let at = 0; at < to.length; at++) to[at] = (to[at] as number) + times * (what[at] as number);
}

const minus = (one: Float64Array, other: Float64Array) => one.map((value, at) => value - (other[at] as number));

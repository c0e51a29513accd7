/** A source of repeatable chance: one seed, one document. */
export type Random = {
	(): number;
	upTo: (count: number) => number;
	pick: <T>(from: readonly T[]) => T;
	chance: (share: number) => boolean;
	some: <T>(from: readonly T[], count: number) => T[];
};

/** Mulberry32: small, even, the same everywhere. */
export function randomFrom(seed: number): Random {
	let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	const upTo = (count: number) => Math.floor(next() * count);
	return Object.assign(next, {
		upTo,
		pick: <T>(from: readonly T[]) => from[upTo(from.length)] as T,
		chance: (share: number) => next() < share,
		some: <T>(from: readonly T[], count: number) => {
			const left = [...from];
			return Array.from({ length: Math.min(count, left.length) }, () => left.splice(upTo(left.length), 1)[0] as T);
		}
	});
}

/** A picture of shades of grey, as `pdftoppm -gray` writes it (PGM). */
export type Grey = { width: number; height: number; at: (row: number, column: number) => number };

export function greyOf(pgm: Buffer): Grey {
	const [head = '', width = '', height = ''] = /^P5\s+(\d+)\s+(\d+)\s+\d+\s/.exec(pgm.toString('latin1', 0, 64)) ?? [];
	const wide = Number(width);
	return { width: wide, height: Number(height), at: (row, column) => pgm[head.length + row * wide + column] ?? 255 };
}

/** The words of the only QR code in a picture of nothing else. Read as a camera does it, but for the mending of spoilt dots. */
export function readQr(picture: Grey): string {
	const dark = darkModules(picture);
	const size = dark.length;
	const version = (size - 17) / 4;
	const free = freePlaces(size, version);
	// format: which mask lies over it, itself under 101 01…
	const mask = [2, 3, 4].reduce((sum, column) => sum * 2 + Number(dark[8]?.[column] ?? 0), 0) ^ 0b101;
	const masked = masks[mask] ?? (() => false);
	const bits = free.map(([row, column]) => Number((dark[row]?.[column] ?? false) !== masked(row, column)));
	const words = Array.from({ length: Math.floor(bits.length / 8) }, (_, at) =>
		numberOf(bits.slice(at * 8, at * 8 + 8))
	);
	const [blocks, each] = (blocksOfM[version] ?? [1, 0]) as [number, number];
	const data = Array.from({ length: blocks }, (_, block) =>
		Array.from({ length: each }, (_, at) => words[at * blocks + block] ?? 0)
	).flat();
	return textOf(data.flatMap((word) => [...word.toString(2).padStart(8, '0')].map(Number)));
}

const numberOf = (bits: readonly number[]) => bits.reduce((sum, bit) => sum * 2 + bit, 0);

/** Blocks of a version with correction M, and the bytes of data in each. */
const blocksOfM: Record<number, readonly [number, number]> = {
	2: [1, 28],
	3: [1, 44],
	4: [2, 32],
	5: [2, 43],
	6: [4, 27]
};

const masks: readonly ((row: number, column: number) => boolean)[] = [
	(r, c) => (r + c) % 2 === 0,
	(r) => r % 2 === 0,
	(_, c) => c % 3 === 0,
	(r, c) => (r + c) % 3 === 0,
	(r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
	(r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
	(r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
	(r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0
];

/** The square of dots: the corner's eye is seven wide, and tells how large a dot is. */
function darkModules({ width, height, at }: Grey): boolean[][] {
	const isDark = (row: number, column: number) => at(row, column) < 128;
	const rows = Array.from({ length: height }, (_, row) => row);
	const columns = Array.from({ length: width }, (_, column) => column);
	const top = rows.findIndex((row) => columns.some((column) => isDark(row, column)));
	const left = columns.findIndex((column) => rows.some((row) => isDark(row, column)));
	const right = columns.findLastIndex((column) => rows.some((row) => isDark(row, column)));
	if (top < 0 || left < 0) throw new Error('nothing in the picture');
	let eye = 0;
	while (isDark(top + 2, left + eye)) eye++; // the second line of dots would be broken: the first is taken a little lower
	const side = right - left + 1;
	const size = 17 + 4 * Math.round(((side * 7) / eye - 17) / 4);
	const dot = side / size;
	const middle = (from: number, place: number) => Math.floor(from + (place + 0.5) * dot);
	return Array.from({ length: size }, (_, row) =>
		Array.from({ length: size }, (_, column) => isDark(middle(top, row), middle(left, column)))
	);
}

/** Where data lie, in their order: two columns at a time from the right, up and down, past everything that only helps to find it. */
function freePlaces(size: number, version: number): [number, number][] {
	const taken = (row: number, column: number) =>
		row === 6 ||
		column === 6 ||
		(row < 9 && (column < 9 || column >= size - 8)) ||
		(row >= size - 8 && column < 9) ||
		(version > 1 && Math.abs(row - (size - 7)) < 3 && Math.abs(column - (size - 7)) < 3);
	const places: [number, number][] = [];
	let upwards = true;
	for (let right = size - 1; right > 0; right -= 2) {
		if (right === 6) right--;
		for (let step = 0; step < size; step++) {
			const row = upwards ? size - 1 - step : step;
			for (const column of [right, right - 1]) if (!taken(row, column)) places.push([row, column]);
		}
		upwards = !upwards;
	}
	return places;
}

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Pieces of figures, of capital letters, of bytes, one after another. */
function textOf(bits: number[]): string {
	let at = 0;
	const take = (count: number) => {
		at += count;
		return numberOf(bits.slice(at - count, at));
	};
	const bytes: number[] = [];
	const say = (text: string) => bytes.push(...Buffer.from(text));
	for (;;) {
		const mode = at + 4 > bits.length ? 0 : take(4);
		if (mode === 4) for (let left = take(8); left > 0; left--) bytes.push(take(8));
		else if (mode === 2) {
			for (let left = take(9); left > 0; left -= 2) {
				const pair = left > 1 ? take(11) : take(6);
				say(left > 1 ? `${letters[Math.floor(pair / 45)]}${letters[pair % 45]}` : `${letters[pair]}`);
			}
		} else if (mode === 1) {
			for (let left = take(10); left > 0; left -= 3) {
				const figures = Math.min(3, left);
				say(String(take([0, 4, 7, 10][figures] ?? 0)).padStart(figures, '0'));
			}
		} else return Buffer.from(bytes).toString();
	}
}

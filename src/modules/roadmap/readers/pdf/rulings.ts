import type { Matrix, OperatorCodes } from './page-marks';

/** A line drawn on the page: horizontal at `at` from `from` to `to` along x, or vertical along y. */
export type Ruling = { at: number; from: number; to: number };
export type Ground = { left: number; right: number; bottom: number; top: number };
/** `grounds`: boxes filled with a colour, too thick to be lines. */
export type Rulings = { across: Ruling[]; down: Ruling[]; grounds: Ground[] };

/** Borders are drawn as strokes or as thin boxes; thicker boxes are frames or fills. */
const thin = 3;
const shortest = 4;

type Point = readonly [number, number];
/** How many numbers follow each code of a path: move, line, curve, curve of two points, close. */
const lengths = [2, 2, 6, 4, 0];

/** Adds the straight lines of a path, however they are drawn. */
export function addPath(args: unknown, matrix: Matrix, rulings: Rulings, codes: OperatorCodes) {
	const [painting, [data]] = args as [number, [ArrayLike<number> | Record<string, number> | null]];
	if (!data || painting === codes.endPath) return; // a path that only clips is not seen
	const filled = painting === codes.fill || painting === codes.eoFill;
	const numbers = ArrayBuffer.isView(data) ? (data as unknown as ArrayLike<number>) : Object.values(data);
	let points: Point[] = [];
	const place = (x = 0, y = 0): Point => [
		matrix[0] * x + matrix[2] * y + matrix[4],
		matrix[1] * x + matrix[3] * y + matrix[5]
	];
	for (let at = 0; at < numbers.length; ) {
		const code = numbers[at] ?? 4;
		const count = lengths[code] ?? 0;
		if (code === 0) {
			addShape(points, filled, rulings);
			points = [place(numbers[at + 1], numbers[at + 2])];
		} else if (code === 1) points.push(place(numbers[at + 1], numbers[at + 2]));
		else if (code === 4 && points[0]) points.push(points[0]);
		at += 1 + count;
	}
	addShape(points, filled, rulings);
}

function addShape(points: readonly Point[], filled: boolean, rulings: Rulings) {
	if (points.length < 2) return;
	let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
	for (const [x, y] of points) {
		left = Math.min(left, x);
		right = Math.max(right, x);
		bottom = Math.min(bottom, y);
		top = Math.max(top, y);
	}
	if (top - bottom <= thin && right - left >= shortest)
		rulings.across.push({ at: (top + bottom) / 2, from: left, to: right });
	else if (right - left <= thin && top - bottom >= shortest)
		rulings.down.push({ at: (left + right) / 2, from: bottom, to: top });
	else if (filled) {
		if (right - left > thin && top - bottom > thin) rulings.grounds.push({ left, right, bottom, top });
	} else if (points.length > 2) {
		points.slice(1).forEach((point, index) => {
			const before = points[index] as Point;
			if (isStraight(before, point)) addShape([before, point], false, rulings);
		});
	}
}

const isStraight = ([x1, y1]: Point, [x2, y2]: Point) => Math.abs(x1 - x2) <= thin || Math.abs(y1 - y2) <= thin;

/** A line drawn on the page: horizontal at `at` from `from` to `to` along x, or vertical along y. */
export type Ruling = { at: number; from: number; to: number };
export type Rulings = { across: Ruling[]; down: Ruling[] };

type Matrix = readonly [number, number, number, number, number, number];
type Operators = { fnArray: readonly number[]; argsArray: readonly unknown[] };
export type OperatorCodes = Readonly<Record<'save' | 'restore' | 'transform' | 'constructPath' | 'endPath', number>>;

const identity: Matrix = [1, 0, 0, 1, 0, 0];
/** Borders are drawn as strokes or as thin boxes; thicker boxes are frames or fills. */
const thin = 3;
const shortest = 4;

/** The borders of tables: all straight lines of a page, however they are drawn. */
export function rulingsOf({ fnArray, argsArray }: Operators, codes: OperatorCodes): Rulings {
	const rulings: Rulings = { across: [], down: [] };
	const saved: Matrix[] = [];
	let matrix = identity;
	fnArray.forEach((code, index) => {
		if (code === codes.save) saved.push(matrix);
		else if (code === codes.restore) matrix = saved.pop() ?? identity;
		else if (code === codes.transform) matrix = multiply(matrix, argsArray[index] as Matrix);
		else if (code === codes.constructPath) addPath(argsArray[index], matrix, rulings, codes);
	});
	return rulings;
}

function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
	return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

type Point = readonly [number, number];
/** How many numbers follow each code of a path: move, line, curve, curve of two points, close. */
const lengths = [2, 2, 6, 4, 0];

function addPath(args: unknown, matrix: Matrix, rulings: Rulings, codes: OperatorCodes) {
	const [painting, [data]] = args as [number, [ArrayLike<number> | Record<string, number> | null]];
	if (!data || painting === codes.endPath) return; // a path that only clips is not seen
	const numbers = Array.from(Object.values(data) as number[]);
	let points: Point[] = [];
	const place = (x = 0, y = 0): Point => [
		matrix[0] * x + matrix[2] * y + matrix[4],
		matrix[1] * x + matrix[3] * y + matrix[5]
	];
	for (let at = 0; at < numbers.length; ) {
		const code = numbers[at] ?? 4;
		const count = lengths[code] ?? 0;
		if (code === 0) {
			addShape(points, rulings);
			points = [place(numbers[at + 1], numbers[at + 2])];
		} else if (code === 1) points.push(place(numbers[at + 1], numbers[at + 2]));
		else if (code === 4 && points[0]) points.push(points[0]);
		at += 1 + count;
	}
	addShape(points, rulings);
}

function addShape(points: readonly Point[], rulings: Rulings) {
	if (points.length < 2) return;
	const xs = points.map(([x]) => x);
	const ys = points.map(([, y]) => y);
	const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
	if (top - bottom <= thin && right - left >= shortest)
		rulings.across.push({ at: (top + bottom) / 2, from: left, to: right });
	else if (right - left <= thin && top - bottom >= shortest)
		rulings.down.push({ at: (left + right) / 2, from: bottom, to: top });
	else if (points.length > 2) {
		points.slice(1).forEach((point, index) => {
			const before = points[index] as Point;
			if (isStraight(before, point)) addShape([before, point], rulings);
		});
	}
}

const isStraight = ([x1, y1]: Point, [x2, y2]: Point) => Math.abs(x1 - x2) <= thin || Math.abs(y1 - y2) <= thin;

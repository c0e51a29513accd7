import { addPath, type Rulings } from './rulings';

export type Matrix = readonly [number, number, number, number, number, number];
type Operators = { fnArray: readonly number[]; argsArray: readonly unknown[] };
export type OperatorCodes = Readonly<Record<string, number>>;
/** Of a font only this much matters for where its letters stand. */
export type Font = { fontMatrix?: readonly number[]; vertical?: boolean };

/**
 * Letters drawn one after another without a gap: `left` to `right` on the baseline `y`, which grows upwards; in points.
 * `apart`: a space was drawn before it.
 */
export type Run = { text: string; left: number; right: number; y: number; height: number; apart: boolean };
/** Everything on a page that says something: letters, and the lines and grounds drawn around them. */
export type Marks = { runs: Run[]; rulings: Rulings; aslant: number };

type State = {
	matrix: Matrix;
	font: Font;
	size: number;
	letterSpace: number;
	wordSpace: number;
	stretch: number;
	leading: number;
	rise: number;
};
type Glyph = { unicode?: string; width?: number; isSpace?: boolean };

export function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
	return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

const identity: Matrix = [1, 0, 0, 1, 0, 0];
const thousandth = 0.001;
/** A gap wider than this part of a letter's height parts words; kerning is narrower. */
export const wordGap = 0.15;

/**
 * Follows the drawing of a page, once: text and lines come out of the same operators (asking the library for text beside
 * them costs as much again). `page` leads from the file's coordinates to those of the upright page.
 */
export function marksOf(
	{ fnArray, argsArray }: Operators,
	page: Matrix,
	codes: OperatorCodes,
	fontOf: (name: string) => Font
): Marks {
	const marks: Marks = { runs: [], rulings: { across: [], down: [], grounds: [] }, aslant: 0 };
	const saved: State[] = [];
	let state: State = {
		matrix: page,
		font: {},
		size: 0,
		letterSpace: 0,
		wordSpace: 0,
		stretch: 1,
		leading: 0,
		rise: 0
	};
	let line = identity;
	let x = 0;
	const moveLine = (right: number, up: number) => {
		line = multiply(line, [1, 0, 0, 1, right, up]);
		x = 0;
	};
	const restore = () => {
		state = saved.pop() ?? state;
	};
	const setFont = (name: string, size: number) => {
		state.font = fontOf(name);
		state.size = size;
	};
	const acts: Record<string, (args: never) => void> = {
		save: () => saved.push({ ...state }),
		restore,
		transform: (matrix: Matrix) => {
			state.matrix = multiply(state.matrix, matrix);
		},
		paintFormXObjectBegin: ([matrix]: [ArrayLike<number> | null]) => {
			saved.push({ ...state });
			if (matrix) state.matrix = multiply(state.matrix, Array.from(matrix) as unknown as Matrix);
		},
		paintFormXObjectEnd: restore,
		constructPath: (args: unknown) => addPath(args, state.matrix, marks.rulings, codes),
		beginText: () => {
			line = identity;
			x = 0;
		},
		setCharSpacing: ([value]: [number]) => {
			state.letterSpace = value;
		},
		setWordSpacing: ([value]: [number]) => {
			state.wordSpace = value;
		},
		setHScale: ([value]: [number]) => {
			state.stretch = value / 100;
		},
		setLeading: ([value]: [number]) => {
			state.leading = -value;
		},
		setFont: ([name, size]: [string, number]) => setFont(name, size),
		setGState: ([entries]: [readonly (readonly [string, unknown])[]]) => {
			for (const [key, value] of entries)
				if (key === 'Font' && Array.isArray(value)) setFont(value[0] as string, value[1] as number);
		},
		setTextRise: ([value]: [number]) => {
			state.rise = value;
		},
		moveText: ([right, up]: [number, number]) => moveLine(right, up),
		setLeadingMoveText: ([right, up]: [number, number]) => {
			state.leading = up;
			moveLine(right, up);
		},
		setTextMatrix: (args: unknown) => {
			line = matrixOf(args);
			x = 0;
		},
		nextLine: () => moveLine(0, state.leading),
		showText: ([glyphs]: [readonly (Glyph | number)[]]) => {
			x = show(glyphs, state, multiply(state.matrix, line), x, marks);
		}
	};
	const byCode = new Map(Object.entries(acts).map(([name, act]) => [codes[name], act as (args: unknown) => void]));
	for (let index = 0; index < fnArray.length; index++) byCode.get(fnArray[index])?.(argsArray[index]);
	return marks;
}

/** `[[a, b, …]]`, `[a, b, …]` or a typed array: the library has used each. */
function matrixOf(args: unknown): Matrix {
	const [first] = args as [unknown];
	return Array.from((typeof first === 'number' ? args : first) as ArrayLike<number>) as unknown as Matrix;
}

/** Most letters are told at a glance to be some. */
const isBlank = (text: string) =>
	!(text > '!' && text < '\u007f') && !(text >= 'А' && text <= 'я') && text.trim() === '';

/** Places the letters of one showing; gives back where the next ones begin. */
function show(glyphs: readonly (Glyph | number)[], state: State, place: Matrix, from: number, marks: Marks) {
	const { font, letterSpace, wordSpace, stretch } = state;
	const size = Math.abs(state.size);
	const turned = Math.sign(state.size) || 1;
	const advance = size * (font.fontMatrix?.[0] ?? thousandth);
	const [a, b, c, d, e, f] = place;
	const upright = Math.abs(b) <= Math.abs(a) * 0.1 && !font.vertical;
	const height = size * Math.hypot(c, d);
	const at = (x: number): number => a * x * stretch * turned + c * state.rise + e;
	const y = b * from * stretch + d * state.rise + f;
	let x = from;
	let open: Run | null = null;
	let end = from;
	let apart = false;
	for (const glyph of glyphs) {
		if (typeof glyph === 'number') {
			x -= (glyph * size) / 1000;
			continue;
		}
		const width = (glyph.width ?? 0) * advance;
		const text = glyph.unicode ?? '';
		if (!upright) marks.aslant++;
		else if (isBlank(text)) {
			open = null;
			apart = true;
		} else {
			if (open && x - end > size * wordGap + Math.max(0, letterSpace)) open = null;
			if (open) open.text += text;
			else {
				open = { text, left: at(x), right: 0, y, height, apart };
				marks.runs.push(open);
			}
			apart = false;
			end = x + width;
			open.right = at(end);
		}
		x += width + letterSpace + (glyph.isSpace ? wordSpace : 0);
	}
	return x;
}

import { plainLine, type Table, tidy } from '../../engine/grid';
import { Unreadable } from '../../rules/understanding';
import { maxCells, maxColumns, maxRows } from '../limits';
import { tooManyCells } from '../sentences';
import { type Attributes, attribute, walkXml } from '../xml';
import { type DateLook, showSerial } from './dates';

type Merge = { top: number; left: number; bottom: number; right: number };
type Sheet = { rows: Map<number, Map<number, string>>; merges: Merge[] };

const maxMerges = 20_000;
const lastSerial = 200_000;

/** A sheet as a table: empty rows and columns left out, merged cells known; undefined when it is empty. */
export function readSheet(
	part: Uint8Array,
	name: string,
	strings: readonly string[],
	dates: ReadonlyMap<number, DateLook>
): Table | undefined {
	const { rows, merges } = walkSheet(part, strings, dates);
	const known = new Set<number>();
	for (const row of rows.values()) for (const column of row.keys()) known.add(column);
	const columns = [...known].sort((a, b) => a - b);
	if (columns.length === 0) return undefined;
	if (columns.length * rows.size > maxCells) throw new Unreadable(tooManyCells);
	const covering = coverings(merges, rows);
	return {
		kind: 'table',
		width: columns.length,
		rows: [...rows.entries()]
			.sort(([a], [b]) => a - b)
			.map(([row, cells]) => ({
				afterBreak: false,
				cells: columns.map((column, index) => {
					const merge = covering.get(keyOf(row, column));
					const merged =
						!merge || (merge.top === row && merge.left === column) ? null : merge.left < column ? 'left' : 'above';
					const span =
						merge && merged === null
							? columns.filter((other) => other >= merge.left && other <= merge.right).length
							: 1;
					const text = merged === null ? (cells.get(column) ?? '') : '';
					return {
						lines: text === '' ? [] : text.split('\n').map(plainLine),
						place: { sheet: name, row, column: index + 1 },
						span,
						merged
					};
				})
			}))
	};
}

/** Which merge covers a cell, for the rows that hold anything. */
function coverings(merges: readonly Merge[], rows: ReadonlyMap<number, unknown>) {
	const covering = new Map<number, Merge>();
	const known = [...rows.keys()].sort((a, b) => a - b);
	for (const merge of merges) {
		if (covering.has(keyOf(merge.top, merge.left))) continue; // Excel lets none lie over another
		for (let at = firstFrom(known, merge.top); at < known.length && (known[at] as number) <= merge.bottom; at++)
			for (let column = merge.left; column <= Math.min(merge.right, merge.left + maxColumns); column++)
				covering.set(keyOf(known[at] as number, column), merge);
		if (covering.size > maxCells) throw new Unreadable(tooManyCells);
	}
	return covering;
}

/** A cell as one number: no sheet has more than 16,384 columns. */
const keyOf = (row: number, column: number) => row * 16_385 + column;

/** Where in ascending numbers those begin that are no less. */
function firstFrom(ascending: readonly number[], least: number) {
	let [low, high] = [0, ascending.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((ascending[middle] as number) < least) low = middle + 1;
		else high = middle;
	}
	return low;
}

function walkSheet(part: Uint8Array, strings: readonly string[], dates: ReadonlyMap<number, DateLook>): Sheet {
	const sheet: Sheet = { rows: new Map(), merges: [] };
	let at: { row: number; column: number } | undefined;
	let type = 'n';
	let style = 0;
	let value = '';
	let reading = false;
	let row = 0;
	let column = 0;
	walkXml(part, {
		open(name, attributes) {
			if (name === 'row') {
				row = Number(attribute(attributes, 'r')) || row + 1;
				column = 0;
			} else if (name === 'c') {
				at = placeOf(attribute(attributes, 'r')) ?? { row, column: column + 1 };
				column = at.column;
				[type, style, value] = [attribute(attributes, 't') ?? 'n', Number(attribute(attributes, 's')) || 0, ''];
			} else if (name === 'v' || name === 't') reading = true;
			else if (name === 'mergeCell') addMerge(sheet, attributes);
		},
		text(piece) {
			if (reading) value += piece;
		},
		close(name) {
			if (name === 'v' || name === 't') reading = false;
			if (name === 'c' && at) {
				put(sheet, at, show(value, type, style, strings, dates));
				at = undefined;
			}
		}
	});
	return sheet;
}

function show(
	value: string,
	type: string,
	style: number,
	strings: readonly string[],
	dates: ReadonlyMap<number, DateLook>
) {
	if (type === 's') return strings[Number(value)] ?? '';
	if (type === 'b') return value === '1' ? 'да' : 'нет';
	if (type === 'e') return '';
	const look = dates.get(style);
	const serial = Number(value);
	return type === 'n' && look && value !== '' && serial > 0 && serial < lastSerial ? showSerial(serial, look) : value;
}

function put(sheet: Sheet, { row, column }: { row: number; column: number }, text: string) {
	if (tidy(text) === '' || column > 1000) return;
	const cells = sheet.rows.get(row) ?? new Map<number, string>();
	cells.set(column, text);
	sheet.rows.set(row, cells);
	if (sheet.rows.size > maxRows)
		throw new Unreadable(
			'В таблице слишком много строк для дорожной карты. Оставьте в ней только план и загрузите ещё раз.'
		);
	if (cells.size > maxColumns)
		throw new Unreadable(
			'В таблице слишком много столбцов для дорожной карты. Оставьте в ней только план и загрузите ещё раз.'
		);
}

function addMerge(sheet: Sheet, attributes: Attributes) {
	const [from = '', to = ''] = (attribute(attributes, 'ref') ?? '').split(':');
	const [start, end] = [placeOf(from), placeOf(to)];
	if (start && end && sheet.merges.length < maxMerges)
		sheet.merges.push({ top: start.row, left: start.column, bottom: end.row, right: end.column });
}

/** «B12» → row 12, column 2. */
function placeOf(reference: string | undefined) {
	const found = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference ?? '');
	if (!found?.[1]) return undefined;
	return { row: Number(found[2]), column: [...found[1]].reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0) };
}

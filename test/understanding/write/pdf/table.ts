import type { DocumentRow, Invented } from '../../truth';
import { allRows } from '../text';
import { pdfOf, widthOf } from './file';
import { leadingOf, type Manner, margin, Pages, size, wrap } from './page';

const side = 5;
const shares = {
	number: 0.35,
	stage: 1.5,
	activity: 3,
	deadline: 1.3,
	responsible: 1.7,
	results: 2,
	mark: 1.1
} as const;

/** A cell laid out: its lines, how far down they begin. */
type Laid = { lines: string[]; x: number; column: number };

/** A roadmap as a PDF in one of many manners. */
export const pdf = (manner: Manner) => (plan: Invented) => {
	const pages = new Pages(manner);
	for (const text of plan.before) pages.paragraph(text, /^(?:ДОРОЖНАЯ|План мероприятий|по |в )/i.test(text));
	pages.y -= leadingOf;
	drawTable(plan, manner, pages);
	pages.y -= leadingOf;
	for (const text of plan.after) pages.paragraph(text, false);
	return pdfOf(pages.finished());
};

function drawTable(plan: Invented, manner: Manner, pages: Pages) {
	const whole = plan.columns.reduce((sum, role) => sum + shares[role], 0);
	const unit = (pages.width - 2 * margin) / whole;
	const edges = [margin];
	for (const role of plan.columns) edges.push((edges.at(-1) as number) + shares[role] * unit);
	const rows = allRows(plan);
	rows.forEach((row, index) => {
		let rest = laidOut(row, edges, manner);
		const height = Math.max(...rest.map(({ lines }) => lines.length)) * leadingOf + 2 * manner.padding;
		if (row.afterBreak && index > 0) turn(plan, manner, pages, edges, false);
		else if (height > pages.room() && !(manner.broken && pages.room() > 3 * leadingOf + 2 * manner.padding))
			turn(plan, manner, pages, edges, index > 0);
		for (;;) {
			const fit = Math.max(1, Math.floor((pages.room() - 2 * manner.padding) / leadingOf));
			const now = rest.map((cell) => ({ ...cell, lines: cell.lines.slice(0, fit) }));
			rest = rest.map((cell) => ({ ...cell, lines: cell.lines.slice(fit) }));
			drawRow(row, now, { edges, manner, pages, index, below: rows[index + 1] });
			if (rest.every(({ lines }) => lines.length === 0)) break;
			turn(plan, manner, pages, edges, true);
		}
	});
}

function turn(plan: Invented, manner: Manner, pages: Pages, edges: number[], repeats: boolean) {
	pages.turn();
	if (!manner.headAgain || !repeats) return;
	const head = { cells: plan.head };
	drawRow(head, laidOut(head, edges, manner), { edges, manner, pages, index: 0, below: undefined });
}

function laidOut(row: DocumentRow, edges: readonly number[], manner: Manner): Laid[] {
	const left = (column: number) => (edges[column] ?? 0) + side;
	if (row.across) {
		const width = (edges.at(-1) ?? 0) - (edges[0] ?? 0) - 2 * side;
		return [{ lines: wrap(row.cells[0] ?? '', width), x: left(0), column: 0 }];
	}
	const cells = row.cells.map((text, column) => ({
		lines: text === '' ? [] : wrap(text, (edges[column + 1] ?? 0) - left(column) - side),
		x: left(column),
		column
	}));
	if (!manner.middle) return cells;
	const most = Math.max(...cells.map(({ lines }) => lines.length));
	return cells.map((cell) =>
		/^\d+$/.test(cell.lines[0] ?? '')
			? { ...cell, lines: [...Array.from({ length: Math.floor((most - 1) / 2) }, () => ''), ...cell.lines] }
			: cell
	);
}

type About = {
	edges: readonly number[];
	manner: Manner;
	pages: Pages;
	index: number;
	below: DocumentRow | undefined;
};

function drawRow(row: DocumentRow, cells: readonly Laid[], { edges, manner, pages, index, below }: About) {
	const most = Math.max(...cells.map(({ lines }) => lines.length), 1);
	const top = pages.y;
	const bottom = top - most * leadingOf - 2 * manner.padding;
	for (const { lines, x } of cells)
		lines.forEach((line, at) => {
			const centre = row.across ? ((edges.at(-1) ?? 0) + (edges[0] ?? 0) - widthOf(line, size)) / 2 : x;
			pages.put(line, row.across ? centre : x, top - manner.padding - leadingOf * (at + 1) + 3);
		});
	const [left = 0, right = 0] = [edges[0], edges.at(-1)];
	const stroke = (x1: number, y1: number, x2: number, y2: number) =>
		pages.sheet.lines.push(`${x1.toFixed(1)} ${y1.toFixed(1)} m ${x2.toFixed(1)} ${y2.toFixed(1)} l S`);
	if (manner.drawn === 'grounds' && index % 2 === 0)
		pages.sheet.lines.push(
			`0.9 g ${left} ${bottom.toFixed(1)} ${(right - left).toFixed(1)} ${(top - bottom).toFixed(1)} re f 0 g`
		);
	if (manner.drawn === 'lines across' || (manner.drawn === 'grid' && row.across)) {
		stroke(left, top, right, top);
		stroke(left, bottom, right, bottom);
	} else if (manner.drawn === 'grid')
		edges.slice(0, -1).forEach((edge, column) => {
			const end = edges[column + 1] ?? right;
			if (!row.asAbove?.has(column)) stroke(edge, top, end, top);
			if (!below?.asAbove?.has(column)) stroke(edge, bottom, end, bottom);
		});
	if (manner.drawn === 'grid') for (const edge of row.across ? [left, right] : edges) stroke(edge, top, edge, bottom);
	pages.y = bottom;
}

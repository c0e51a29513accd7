import type { Columns } from '../columns';
import { type Grid, makeTable, type Paragraph, type Row } from '../grid';
import { dealOut } from './deal';
import { findLoneHead, type LoneHead, repeatsOf } from './head';
import { cellOf, textOf } from './words';

/**
 * A table whose lines and tabs were lost, every cell a paragraph of its own (a copied preview, a page without a table): the
 * head is told by its words, the rest is dealt out over its columns in the likeliest way. Undefined when there is no head.
 */
export function loneCellsAsTable(grid: Grid): Grid | undefined {
	const paragraphs = grid.blocks.filter((block): block is Paragraph => block.kind === 'paragraph');
	if (paragraphs.length !== grid.blocks.length) return undefined;
	const head = findLoneHead(paragraphs);
	if (!head) return undefined;
	const end = endOfBody(paragraphs, head.end);
	const body = paragraphs.slice(head.end, end);
	if (body.length < head.columns.length) return undefined;
	const headRow = { afterBreak: false, cells: head.cells.map((cell) => cellOf(cell)) };
	const rows = rowsOf(body, head);
	return {
		blocks: [
			...paragraphs.slice(0, head.start),
			makeTable([headRow, ...rows], head.columns.length),
			...paragraphs.slice(end)
		]
	};
}

/** Heads written again and «1 2 3 4 5» are rows as they stand; what lies between them is dealt out as one run. */
function rowsOf(body: readonly Paragraph[], head: LoneHead): Row[] {
	const fixed = repeatsOf(body, head);
	const taken = new Set(fixed.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)));
	const free = body.filter((_, index) => !taken.has(index));
	const dealt = dealOut(free, dealtColumns(head.columns));
	const placed = [
		...dealt,
		...fixed.map(({ from, cells }) => ({
			at: from,
			row: { afterBreak: false, cells: cells.map((cell) => cellOf(cell)) }
		}))
	];
	const order = new Map(body.map((paragraph, index) => [paragraph, index]));
	const placeOf = (one: (typeof placed)[number]) => ('first' in one ? (order.get(one.first) ?? 0) : one.at);
	return placed.sort((a, b) => placeOf(a) - placeOf(b)).map(({ row }) => row);
}

/** «Мероприятие» beside «Содержание»: the first is written once for several rows, as a stage is. */
const dealtColumns = (columns: Columns): Columns =>
	columns.includes('content') && !columns.includes('stage')
		? columns.map((role) => (role === 'activity' ? 'stage' : role === 'content' ? 'activity' : role))
		: columns;

const afterPlan =
	/_{4,}|^(?:приложение\s*(?:№\s*)?\d*$|исполнитель(?![а-яё])|(?:составил[аи]?|ознакомлен[аы]?)(?![а-яё])|документ\s+подписан|подписано\s|сведения о сертификате|сертификат\s)|^(?:директор|заведующ\S+)(?:\s\S+){0,6}\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+$/i;

function endOfBody(paragraphs: readonly Paragraph[], start: number) {
	const found = paragraphs.findIndex(
		(paragraph, index) => index > start + 3 && paragraph.gap && afterPlan.test(textOf(paragraph))
	);
	return found < 0 ? paragraphs.length : found;
}

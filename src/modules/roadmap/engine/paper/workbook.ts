import writeXlsxFile from 'write-excel-file/node';
import { type PaperChoice, type PaperColumn, type PaperPlan, stampLines } from '../../rules/paper';
import { headingLines, writable } from './heading';
import { type PaperRow, paperTable } from './table';

/** In signs of the usual font; together they fill a page on its side. */
const widths: Record<PaperColumn, number> = {
	number: 6,
	stage: 22,
	activity: 46,
	deadline: 20,
	responsible: 25,
	results: 28,
	mark: 28
};

/** Of the room of a sheet on its side: 180 mm of 267. */
const portraitShare = 0.67;

const lineHeight = 15.5;
const bordered = { borderStyle: 'thin', borderColor: '#000000' } as const;
type Cell = Record<string, unknown> | null;

/** Every cell is text: nothing in it can become a formula. */
const cell = (text: string, look: Record<string, unknown> = {}): Cell => ({
	value: writable(text),
	type: String,
	wrap: true,
	alignVertical: 'top',
	...look
});

/** Excel gives a merged cell no height of its own: lines of text, counted generously. */
const heightFor = (text: string, width: number) =>
	lineHeight * text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / width)), 0);

/** The plan as an Excel file: the same rows and columns as the Word one. */
export async function planInExcel(
	plan: PaperPlan,
	{ layout, sheet = 'landscape', annex, stamps }: PaperChoice
): Promise<Uint8Array> {
	const table = paperTable(plan, layout);
	const width = table.columns.length;
	const share = sheet === 'portrait' ? portraitShare : 1;
	const widthOf = (column: PaperColumn) => Math.round(widths[column] * share);
	const room = table.columns.reduce((sum, column) => sum + widthOf(column), 0);
	const rest = Array.from({ length: width - 1 }, () => null);
	const across = (text: string, look: Record<string, unknown> = {}) => [
		cell(text, { columnSpan: width, height: heightFor(text, room), ...look }),
		...rest
	];
	const { title, below } = headingLines(plan);
	const above = [
		...(annex ? [across(annex, { align: 'right' })] : []),
		...stamps.flatMap((stamp) => (stamp ? [across(stampLines(stamp).join('\n'), { align: 'right' })] : [])),
		across(title, { fontWeight: 'bold', fontSize: 14, align: 'center', height: heightFor(title, room * 0.75) * 1.3 }),
		...below.map((text) => across(text))
	];
	const head = table.head.map((text) =>
		cell(text, { ...bordered, fontWeight: 'bold', align: 'center', alignVertical: 'center' })
	);
	const body = table.rows.map((row) => bodyRow(row, table.columns, across));
	const bytes = await writeXlsxFile(
		[...above, head, ...body] as never,
		{
			sheet: 'План',
			...(sheet === 'landscape' && { orientation: sheet }),
			columns: table.columns.map((column) => ({ width: widthOf(column) }))
		},
		{ fontFamily: 'Times New Roman', fontSize: 12 }
	).toBuffer();
	return new Uint8Array(bytes);
}

function bodyRow(
	row: PaperRow,
	columns: readonly PaperColumn[],
	across: (text: string, look: Record<string, unknown>) => Cell[]
) {
	if (row.across === 'stage') return across(row.text, { ...bordered, fontWeight: 'bold', align: 'center' });
	if (row.across) return across(row.text, bordered);
	return row.cells.map(
		(one, at) =>
			one &&
			cell(one.lines.join('\n'), {
				...bordered,
				...(columns[at] === 'number' && { align: 'center' }),
				...(one.down > 1 && { rowSpan: one.down })
			})
	);
}

import {
	AlignmentType,
	BorderStyle,
	convertMillimetersToTwip,
	Document,
	Header,
	LineRuleType,
	Packer,
	PageNumber,
	PageOrientation,
	Paragraph,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	VerticalAlign,
	WidthType
} from 'docx';
import { type PaperChoice, type PaperColumn, type PaperPlan, type Sheet, stampLines } from '../../rules/paper';
import { headingLines, writable } from './heading';
import { type PaperRow, type PaperTable, paperTable } from './table';

const mm = convertMillimetersToTwip;
/** ГОСТ Р 7.0.97-2016, 3.3: at least 20 mm left, above and below, 10 mm right. */
const margins = { top: mm(20), bottom: mm(20), left: mm(20), right: mm(10) };
const page = { width: mm(210), height: mm(297) };
/** How wide a table may be on a sheet. */
const roomOn = (sheet: Sheet) => (sheet === 'portrait' ? page.width : page.height) - margins.left - margins.right;

const half = (points: number) => points * 2;
const single = { line: 240, lineRule: LineRuleType.AUTO };

type Look = {
	bold?: boolean;
	keepNext?: boolean;
	size?: number;
	align?: (typeof AlignmentType)[keyof typeof AlignmentType];
	after?: number;
};

export const wordLine = (
	text: string,
	{ bold = false, keepNext = false, size = 12, align = AlignmentType.LEFT, after = 0 }: Look = {}
) =>
	new Paragraph({
		alignment: align,
		keepNext,
		spacing: { ...single, before: 0, after },
		children: [new TextRun({ text: writable(text), bold, size: half(size) })]
	});

/** Widths in proportion over the whole page, in twentieths of a point. */
export function widthsOf(shares: readonly number[], sheet: Sheet = 'landscape') {
	const sum = shares.reduce((all, share) => all + share, 0);
	return shares.map((share) => Math.floor((roomOn(sheet) * share) / sum));
}

const nothing = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noBorders = {
	top: nothing,
	bottom: nothing,
	left: nothing,
	right: nothing,
	insideHorizontal: nothing,
	insideVertical: nothing
};
const gaps = { top: 40, bottom: 40, left: 85, right: 85, marginUnitType: WidthType.DXA };

/** Cells of the head stand in the middle, bold, and come again on every page. */
export const wordHead = (heads: readonly string[], widths: readonly number[], look: Look = {}) =>
	new TableRow({
		tableHeader: true,
		cantSplit: true,
		children: heads.map(
			(head, at) =>
				new TableCell({
					width: { size: widths[at] ?? 0, type: WidthType.DXA },
					margins: gaps,
					verticalAlign: VerticalAlign.CENTER,
					children: [wordLine(head, { ...look, bold: true, align: AlignmentType.CENTER })]
				})
		)
	});

type Cell = { lines: readonly string[]; width: number; down?: number; across?: number; look?: Look };

export const wordCell = ({ lines, width, down = 1, across = 1, look = {} }: Cell) =>
	new TableCell({
		width: { size: width, type: WidthType.DXA },
		margins: gaps,
		...(down > 1 && { rowSpan: down }),
		...(across > 1 && { columnSpan: across }),
		children: (lines.length > 0 ? lines : ['']).map((line) => wordLine(line, look))
	});

export const wordTable = (widths: readonly number[], rows: readonly TableRow[], borders?: typeof noBorders) =>
	new Table({
		width: { size: widths.reduce((all, width) => all + width, 0), type: WidthType.DXA },
		columnWidths: [...widths],
		layout: TableLayoutType.FIXED,
		...(borders && { borders }),
		rows: [...rows]
	});

/** A4, on its side unless said otherwise; the page's number in the middle above, but not on the first (ГОСТ Р 7.0.97-2016, 3.2). */
export function wordBytes(
	title: string,
	children: readonly (Paragraph | Table)[],
	sheet: Sheet = 'landscape'
): Promise<Uint8Array> {
	const orientation = sheet === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE;
	const number = new Paragraph({
		alignment: AlignmentType.CENTER,
		spacing: single,
		children: [new TextRun({ children: [PageNumber.CURRENT], size: half(12) })]
	});
	const document = new Document({
		title: writable(title),
		creator: 'Наставник',
		lastModifiedBy: 'Наставник',
		styles: {
			default: { document: { run: { font: 'Times New Roman', size: half(12), language: { value: 'ru-RU' } } } }
		},
		sections: [
			{
				properties: {
					titlePage: true,
					page: { size: { ...page, orientation }, margin: { ...margins, header: mm(10) } }
				},
				headers: { default: new Header({ children: [number] }), first: new Header({ children: [new Paragraph('')] }) },
				children: [...children]
			}
		]
	});
	return Packer.toBuffer(document).then((buffer) => new Uint8Array(buffer));
}

const shares: Record<PaperColumn, number> = {
	number: 5,
	stage: 17,
	activity: 40,
	deadline: 17,
	responsible: 20,
	results: 23,
	mark: 24
};

/** The plan as a Word file that goes to the site or to be signed. */
export function planInWord(plan: PaperPlan, { layout, sheet, annex, stamps }: PaperChoice): Promise<Uint8Array> {
	const { title, below } = headingLines(plan);
	const children = [
		...(annex ? [wordLine(annex, { align: AlignmentType.RIGHT, after: 120 })] : []),
		...(stamps.some(Boolean) ? [stampTable(stamps, sheet)] : []),
		wordLine(''),
		wordLine(title, { bold: true, size: 14, align: AlignmentType.CENTER, after: 120 }),
		...below.map((text) => wordLine(text, { align: AlignmentType.LEFT, after: 120 })),
		planTable(paperTable(plan, layout), sheet)
	];
	return wordBytes(title, children, sheet);
}

/** Side by side, each in its place. */
function stampTable(stamps: PaperChoice['stamps'], sheet?: Sheet) {
	const widths = widthsOf([1, 1, 1], sheet);
	const cells = widths.map((width, at) => {
		const stamp = stamps[at];
		return wordCell({ lines: stamp ? stampLines(stamp) : [], width });
	});
	return wordTable(widths, [new TableRow({ cantSplit: true, children: cells })], noBorders);
}

function planTable({ columns, head, rows }: PaperTable, sheet?: Sheet) {
	const widths = widthsOf(
		columns.map((column) => shares[column]),
		sheet
	);
	return wordTable(widths, [wordHead(head, widths), ...rows.map((row) => planRow(row, columns, widths))]);
}

function planRow(row: PaperRow, columns: readonly PaperColumn[], widths: readonly number[]) {
	if (row.across) {
		const look = row.across === 'stage' ? { bold: true, align: AlignmentType.CENTER } : {};
		// A stage's name never stays behind at the foot of a page.
		return new TableRow({
			cantSplit: true,
			children: [
				wordCell({
					lines: [row.text],
					width: widths.reduce((all, one) => all + one, 0),
					across: columns.length,
					look: { ...look, keepNext: true }
				})
			]
		});
	}
	return new TableRow({
		cantSplit: true,
		children: row.cells.flatMap((cell, at) => {
			const look = columns[at] === 'number' ? { align: AlignmentType.CENTER } : {};
			return cell ? [wordCell({ ...cell, width: widths[at] ?? 0, look })] : [];
		})
	});
}

import {
	AlignmentType,
	BorderStyle,
	convertMillimetersToTwip,
	Document,
	HeadingLevel,
	LineRuleType,
	Packer,
	Paragraph,
	ShadingType,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	VerticalAlign,
	WidthType
} from 'docx';
import type { Bar, Lines, Piece } from '../../rules/report';

export type Report = {
	organisation: string;
	title: string;
	facts: readonly (readonly [label: string, value: string])[];
	conclusion: string | null; // null: a paper without one
	answers: readonly { title: string; pieces: readonly Piece[] }[];
	tables: readonly { title: string; about: string; tables: readonly Lines[] }[];
	signature: string;
};

const mm = convertMillimetersToTwip;
const single = { line: 264, lineRule: LineRuleType.AUTO };
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot carry them
const writable = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').toWellFormed();
const run = (text: string, { bold = false, size = 24 } = {}) =>
	new TextRun({ text: writable(text), bold, size, color: '000000' });

const text = (words: string, after = 100) => new Paragraph({ spacing: { ...single, after }, children: [run(words)] });
const centred = (words: string, bold: boolean) =>
	new Paragraph({
		alignment: AlignmentType.CENTER,
		spacing: { ...single, before: bold ? 160 : 0, after: bold ? 200 : 0 },
		children: [run(words, { bold, size: bold ? 30 : 24 })]
	});
const heading = (words: string, level: 1 | 2) =>
	new Paragraph({
		heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
		keepNext: true,
		spacing: { ...single, before: level === 1 ? 280 : 200, after: level === 1 ? 120 : 60 },
		children: [run(words, { bold: true, size: level === 1 ? 28 : 24 })]
	});

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const thin = { style: BorderStyle.SINGLE, size: 4, color: '999999' };
/** A white line between bars. */
const apart = { style: BorderStyle.SINGLE, size: 18, color: 'FFFFFF' };
const around = <T>(line: T) => ({
	top: line,
	bottom: line,
	left: line,
	right: line,
	insideHorizontal: line,
	insideVertical: line
});

/** The page is 165 mm wide between its margins: the words, forty parts of a bar, the value. */
const parts = 40;
const widths = { label: mm(62), part: mm(1.75), value: mm(33) };
const columnWidths = [widths.label, ...Array<number>(parts).fill(widths.part), widths.value];

const cell = (words: string, width: number, { right = false, bold = false } = {}) =>
	new TableCell({
		width: { size: width, type: WidthType.DXA },
		verticalAlign: VerticalAlign.CENTER,
		margins: { top: 30, bottom: 30, left: 60, right: 60 },
		children: [
			new Paragraph({
				alignment: right ? AlignmentType.RIGHT : AlignmentType.LEFT,
				spacing: single,
				children: [run(words, { bold, size: 20 })]
			})
		]
	});

/** A part of a bar is a cell of so many columns, painted or pale: any program that shows tables shows it. */
const painted = (span: number, fill: string) =>
	new TableCell({
		columnSpan: span,
		width: { size: widths.part * span, type: WidthType.DXA },
		shading: { type: ShadingType.CLEAR, color: 'auto', fill },
		borders: { top: apart, bottom: apart },
		children: [new Paragraph({ spacing: { line: 200, lineRule: LineRuleType.EXACT }, children: [] })]
	});

function barRow({ label, share, value }: Bar) {
	const long = share <= 0 ? 0 : Math.max(1, Math.min(parts, Math.round(share * parts)));
	return new TableRow({
		cantSplit: true,
		children: [
			cell(label, widths.label),
			...(long > 0 ? [painted(long, '2F7F7A')] : []),
			...(long < parts ? [painted(parts - long, 'EEEAE0')] : []),
			cell(value, widths.value)
		]
	});
}

const bars = (all: readonly Bar[]) =>
	new Table({
		layout: TableLayoutType.FIXED,
		columnWidths,
		width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
		borders: around(none),
		rows: all.map(barRow)
	});

function lines({ headings, rows }: Lines) {
	const narrow = mm(26);
	const width = (at: number) => (at === 0 ? mm(165) - narrow * (headings.length - 1) : narrow);
	const row = (cells: readonly string[], bold: boolean) =>
		new TableRow({
			cantSplit: true,
			tableHeader: bold,
			children: cells.map((words, at) => cell(words, width(at), { right: at > 0, bold }))
		});
	return new Table({
		layout: TableLayoutType.FIXED,
		columnWidths: headings.map((_, at) => width(at)),
		width: { size: mm(165), type: WidthType.DXA },
		borders: around(thin),
		rows: [row(headings, true), ...rows.map((cells) => row(cells, false))]
	});
}

const piece = ({ title, sentence, bars: drawn, words, more }: Piece, at: number) => [
	heading(`${at + 1}. ${title}`, 2),
	text(sentence, 60),
	...(drawn.length > 0 ? [bars(drawn)] : []),
	...words.map(
		(said) => new Paragraph({ bullet: { level: 0 }, spacing: { ...single, after: 40 }, children: [run(said)] })
	),
	...(more > 0 ? [text(`И ещё ${more}: они есть в таблице ответов.`)] : [])
];

/** The report of a wave as a Word file: what was asked, the conclusion, question by question, two waves side by side. */
export async function reportInWord(report: Report): Promise<Uint8Array> {
	const { organisation, title, facts, conclusion, answers, tables, signature } = report;
	const paragraphs = (conclusion ?? '').split(/\n+/).filter((line) => line.trim());
	const children = [
		centred(organisation, false),
		centred(title, true),
		...facts.map(
			([label, value]) =>
				new Paragraph({ spacing: { ...single, after: 40 }, children: [run(`${label}: `, { bold: true }), run(value)] })
		),
		...(conclusion === null ? [] : [heading('Вывод', 1)]),
		...(conclusion === '' ? [text('Вывод не записан.')] : paragraphs.map((line) => text(line))),
		...answers.flatMap(({ title: name, pieces }) =>
			pieces.length > 0 ? [heading(name, 1), ...pieces.flatMap(piece)] : []
		),
		...tables.flatMap(({ title: name, about, tables: of }) => [
			heading(name, 1),
			...(about ? [text(about)] : []),
			...of.flatMap((one) => [heading(one.title, 2), lines(one)])
		]),
		new Paragraph({ spacing: { ...single, before: 480 }, keepLines: true, children: [run(signature)] })
	];
	const document = new Document({
		title: writable(title),
		creator: 'Наставник',
		lastModifiedBy: 'Наставник',
		styles: { default: { document: { run: { font: 'Times New Roman', size: 24, language: { value: 'ru-RU' } } } } },
		sections: [
			{
				properties: {
					page: {
						size: { width: mm(210), height: mm(297) },
						margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15) }
					}
				},
				children
			}
		]
	});
	return new Uint8Array(await Packer.toBuffer(document));
}

import {
	AlignmentType,
	BorderStyle,
	convertMillimetersToTwip,
	Document,
	LineRuleType,
	Packer,
	Paragraph,
	Table,
	TableCell,
	TableRow,
	TabStopType,
	TextRun,
	WidthType
} from 'docx';
import type { Questionnaire } from '../rules/questionnaire';
import { type PrintedQuestion, printedOf } from '../rules/sheet';

const mm = convertMillimetersToTwip;
const single = { line: 264, lineRule: LineRuleType.AUTO };
const width = 170; // mm between the margins
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot carry them
const writable = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').toWellFormed();

type Look = { bold?: boolean; italics?: boolean; size?: number };
const run = (text: string, { bold = false, italics = false, size = 24 }: Look = {}) =>
	new TextRun({ text: writable(text), bold, italics, size });
const line = (
	text: string,
	look: Look & { centred?: boolean; before?: number; indent?: number; keep?: boolean } = {}
) =>
	new Paragraph({
		...(look.centred && { alignment: AlignmentType.CENTER }),
		...(look.indent && { indent: { left: mm(look.indent) } }),
		keepNext: look.keep ?? false,
		spacing: { ...single, before: look.before ?? 0, after: 60 },
		children: [run(text, look)]
	});
/** A line to write on, to the right margin. */
const blank = (label: string) =>
	new Paragraph({
		tabStops: [{ type: TabStopType.RIGHT, position: mm(width), leader: 'underscore' }],
		spacing: { ...single, before: 120, after: 60 },
		children: [run(label ? `${label} ` : ''), new TextRun({ text: '\t', size: 24 })]
	});

const border = { style: BorderStyle.SINGLE, size: 4, color: '808080' };
const borders = { top: border, bottom: border, left: border, right: border };
const cell = (text: string, share: number, centred = false) =>
	new TableCell({
		borders,
		width: { size: share, type: WidthType.PERCENTAGE },
		margins: { top: 40, bottom: 40, left: 80, right: 80 },
		children: [
			new Paragraph({
				...(centred && { alignment: AlignmentType.CENTER }),
				spacing: single,
				children: [run(text, { size: 22 })]
			})
		]
	});
const table = (rows: readonly TableRow[]) =>
	new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [...rows] });

function marked({ marks }: PrintedQuestion): (Paragraph | Table)[] {
	switch (marks.as) {
		case 'list':
			return marks.options.map((option) => line(`${marks.mark} ${option}`, { indent: 8 }));
		case 'row': {
			const share = 100 / marks.options.length;
			return [
				table([new TableRow({ cantSplit: true, children: marks.options.map((one) => cell(`○ ${one}`, share, true)) })])
			];
		}
		case 'grid': {
			const share = 60 / marks.columns.length;
			const head = new TableRow({
				tableHeader: true,
				cantSplit: true,
				children: [cell('', 40), ...marks.columns.map((column) => cell(column, share, true))]
			});
			const rows = marks.rows.map(
				(text) =>
					new TableRow({
						cantSplit: true,
						children: [cell(text, 40), ...marks.columns.map(() => cell('○', share, true))]
					})
			);
			return [table([head, ...rows])];
		}
		case 'lines':
			return marks.labels.map(blank);
	}
}

/** A questionnaire on paper, as a file of Word. */
export async function sheetInWord(questionnaire: Questionnaire): Promise<Uint8Array> {
	const children = [
		line(questionnaire.title, { bold: true, centred: true, size: 28 }),
		...questionnaire.intro
			.split('\n')
			.filter(Boolean)
			.map((text) => line(text)),
		...printedOf(questionnaire).flatMap(({ title, about, questions }) => [
			...(title ? [line(title, { bold: true, before: 240, keep: true, size: 26 })] : []),
			...(about ? [line(about, { keep: true })] : []),
			...questions.flatMap((question) => [
				line(`${question.number}. ${question.text}`, { bold: true, before: 180, keep: true }),
				...question.notes.map((text) => line(text, { italics: true, keep: true, size: 22 })),
				...marked(question)
			])
		]),
		...questionnaire.thanks
			.split('\n')
			.filter(Boolean)
			.map((text) => line(text, { before: 240 }))
	];
	const document = new Document({
		title: writable(questionnaire.title),
		creator: 'Наставник',
		lastModifiedBy: 'Наставник',
		styles: { default: { document: { run: { font: 'Times New Roman', size: 24, language: { value: 'ru-RU' } } } } },
		sections: [
			{
				properties: {
					page: {
						size: { width: mm(210), height: mm(297) },
						margin: { top: mm(15), bottom: mm(15), left: mm(20), right: mm(20) }
					}
				},
				children
			}
		]
	});
	return new Uint8Array(await Packer.toBuffer(document));
}

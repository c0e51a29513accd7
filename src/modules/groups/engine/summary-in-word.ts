import {
	AlignmentType,
	convertMillimetersToTwip,
	Document,
	LineRuleType,
	Packer,
	PageOrientation,
	Paragraph,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	WidthType
} from 'docx';

const mm = convertMillimetersToTwip;
const single = { line: 240, lineRule: LineRuleType.AUTO };
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot carry them
const writable = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').toWellFormed();

const line = (text: string, look: { bold?: boolean; center?: boolean; after?: number } = {}) =>
	new Paragraph({
		alignment: look.center ? AlignmentType.CENTER : AlignmentType.LEFT,
		spacing: { ...single, after: look.after ?? 0 },
		children: [new TextRun({ text: writable(text), bold: look.bold ?? false, size: 22 })]
	});

export const summaryHeads = [
	'№',
	'Фамилия, имя, отчество',
	'Должность',
	'Самооценка',
	'Наблюдение',
	'Решение',
	'Основание'
];
const shares = [5, 26, 22, 10, 10, 12, 15];
const room = mm(297 - 30);
const widths = shares.map((share) => Math.floor((room * share) / 100));

const row = (cells: readonly string[], bold = false) =>
	new TableRow({
		tableHeader: bold,
		cantSplit: true,
		children: cells.map(
			(text, at) =>
				new TableCell({
					width: { size: widths[at] ?? 0, type: WidthType.DXA },
					margins: { top: 40, bottom: 40, left: 85, right: 85, marginUnitType: WidthType.DXA },
					children: [line(text, { bold })]
				})
		)
	});

/** `rows`: cells under `summaryHeads`. */
export type SummaryPaper = { organisation: string; title: string; words: string; rows: readonly (readonly string[])[] };

/** Who is in which group on a day, with what speaks for it, and a line for the signature. */
export async function summaryInWord({ organisation, title, words, rows }: SummaryPaper): Promise<Uint8Array> {
	const document = new Document({
		title: writable(title),
		creator: 'Наставник',
		lastModifiedBy: 'Наставник',
		styles: { default: { document: { run: { font: 'Times New Roman', size: 22, language: { value: 'ru-RU' } } } } },
		sections: [
			{
				properties: {
					page: {
						size: { width: mm(210), height: mm(297), orientation: PageOrientation.LANDSCAPE },
						margin: { top: mm(20), bottom: mm(20), left: mm(20), right: mm(10) }
					}
				},
				children: [
					line(organisation, { center: true, after: 120 }),
					line(title, { bold: true, center: true, after: 120 }),
					line(`${words}.`, { after: 120 }),
					new Table({
						width: { size: room, type: WidthType.DXA },
						columnWidths: widths,
						layout: TableLayoutType.FIXED,
						rows: [row(summaryHeads, true), ...rows.map((cells) => row(cells))]
					}),
					line(''),
					line('Куратор: ________________________________________ (подпись, фамилия)')
				]
			}
		]
	});
	return new Uint8Array(await Packer.toBuffer(document));
}

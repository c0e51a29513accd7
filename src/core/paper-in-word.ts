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
	TableRow,
	TextRun,
	WidthType
} from 'docx';

export type WordTable = {
	headings: readonly string[];
	rows: readonly (readonly string[])[];
	widths?: readonly number[];
};
export type WordPaper = {
	title: string;
	/** Above the title, at the right: who, approved by what. */
	stamp?: readonly string[];
	parts: readonly (string | { heading: string } | WordTable)[];
};

const mm = convertMillimetersToTwip;
const width = mm(297 - 20 - 15);
const single = { line: 240, lineRule: LineRuleType.AUTO };
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot carry them
const writable = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').toWellFormed();

const paragraph = (text: string, { bold = false, size = 24, align = 'left' as 'left' | 'center' | 'right' } = {}) =>
	new Paragraph({
		alignment: { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }[align],
		spacing: { ...single, after: 60 },
		children: writable(text)
			.split('\n')
			.map((line, at) => new TextRun({ text: line, bold, size, ...(at > 0 && { break: 1 }) }))
	});

function tableOf({ headings, rows, widths }: WordTable) {
	const shares = widths ?? headings.map((heading, at) => (at === 0 && heading === '№' ? 1 : 3));
	const whole = shares.reduce((sum, share) => sum + share, 0);
	const columnWidths = shares.map((share) => Math.floor((width * share) / whole));
	const cells = (row: readonly string[], bold: boolean) =>
		headings.map(
			(_, at) =>
				new TableCell({
					width: { size: columnWidths[at] ?? 0, type: WidthType.DXA },
					margins: { top: 30, bottom: 30, left: 60, right: 60 },
					children: [paragraph(row[at] ?? '', { bold, size: headings.length > 8 ? 15 : 20 })]
				})
		);
	return new Table({
		columnWidths,
		width: { size: width, type: WidthType.DXA },
		rows: [
			new TableRow({ tableHeader: true, children: cells(headings, true) }),
			...rows.map((row) => new TableRow({ cantSplit: true, children: cells(row, false) }))
		]
	});
}

/** A landscape paper of words and tables, to be mended in Word. */
export async function paperInWord({ title, stamp = [], parts }: WordPaper): Promise<Uint8Array> {
	const document = new Document({
		title: writable(title),
		creator: 'Наставник',
		lastModifiedBy: 'Наставник',
		styles: { default: { document: { run: { font: 'Times New Roman', size: 24, language: { value: 'ru-RU' } } } } },
		sections: [
			{
				properties: {
					page: {
						size: { width: mm(210), height: mm(297), orientation: PageOrientation.LANDSCAPE },
						margin: { top: mm(20), bottom: mm(15), left: mm(20), right: mm(15) }
					}
				},
				children: [
					...stamp.map((line) => paragraph(line, { align: 'right' })),
					paragraph(title, { bold: true, size: 28, align: 'center' }),
					...parts.map((part) => {
						if (typeof part === 'string') return paragraph(part);
						return 'heading' in part ? paragraph(part.heading, { bold: true }) : tableOf(part);
					})
				]
			}
		]
	});
	return new Uint8Array(await Packer.toBuffer(document));
}

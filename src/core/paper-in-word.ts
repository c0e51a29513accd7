import {
	AlignmentType,
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
	TableRow,
	TextRun,
	WidthType
} from 'docx';

export type WordTable = {
	headings: readonly string[];
	rows: readonly (readonly string[])[];
	widths?: readonly number[];
};
/** A line of its own look: a running text, a place to sign. */
export type WordLine = { line: string; align?: 'left' | 'center' | 'right' | 'both'; bold?: boolean; before?: number };
export type WordPaper = {
	title: string;
	/** Above the title, at the right: who, approved by what. */
	stamp?: readonly string[];
	/** Above the title, in the middle: whose paper it is. */
	head?: readonly string[];
	/** An upright sheet with numbers on its pages from the second (ГОСТ Р 7.0.97); a lying one when not given. */
	upright?: boolean;
	parts: readonly (string | { heading: string } | WordLine | WordTable)[];
};

const mm = convertMillimetersToTwip;
const widths = { lying: mm(297 - 20 - 15), upright: mm(210 - 25 - 15) };
const single = { line: 240, lineRule: LineRuleType.AUTO };
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot carry them
const writable = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').toWellFormed();

const alignments = {
	left: AlignmentType.LEFT,
	center: AlignmentType.CENTER,
	right: AlignmentType.RIGHT,
	both: AlignmentType.JUSTIFIED
};

const paragraph = (
	text: string,
	{ bold = false, size = 24, align = 'left' as keyof typeof alignments, before = 0 } = {}
) =>
	new Paragraph({
		alignment: alignments[align],
		spacing: { ...single, before, after: 60 },
		children: writable(text)
			.split('\n')
			.map((line, at) => new TextRun({ text: line, bold, size, ...(at > 0 && { break: 1 }) }))
	});

function tableOf({ headings, rows, widths: given }: WordTable, width: number) {
	const shares = given ?? headings.map((heading, at) => (at === 0 && heading === '№' ? 1 : 3));
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

const lyingPage = {
	size: { width: mm(210), height: mm(297), orientation: PageOrientation.LANDSCAPE },
	margin: { top: mm(20), bottom: mm(15), left: mm(20), right: mm(15) }
};
const uprightPage = {
	size: { width: mm(210), height: mm(297) },
	margin: { top: mm(20), bottom: mm(20), left: mm(25), right: mm(15) }
};

const numbered = () =>
	new Header({
		children: [
			new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT] })] })
		]
	});

/** A paper of words and tables, to be mended in Word. */
export async function paperInWord(paper: WordPaper): Promise<Uint8Array> {
	const { title, stamp = [], head = [], upright = false, parts } = paper;
	const width = upright ? widths.upright : widths.lying;
	const document = new Document({
		title: writable(title),
		creator: 'Наставник',
		lastModifiedBy: 'Наставник',
		styles: { default: { document: { run: { font: 'Times New Roman', size: 24, language: { value: 'ru-RU' } } } } },
		sections: [
			{
				properties: { titlePage: upright, page: upright ? uprightPage : lyingPage },
				...(upright && { headers: { default: numbered() } }),
				children: [
					...head.map((line) => paragraph(line, { align: 'center' })),
					...stamp.map((line) => paragraph(line, { align: 'right' })),
					paragraph(title, { bold: true, size: 28, align: 'center' }),
					...parts.map((part) => {
						if (typeof part === 'string') return paragraph(part);
						if ('line' in part) return paragraph(part.line, part);
						return 'heading' in part ? paragraph(part.heading, { bold: true }) : tableOf(part, width);
					})
				]
			}
		]
	});
	return new Uint8Array(await Packer.toBuffer(document));
}

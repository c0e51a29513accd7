import {
	AlignmentType,
	convertMillimetersToTwip,
	Document,
	LineRuleType,
	Packer,
	PageBreak,
	Paragraph,
	TextRun
} from 'docx';
import type { Sheet } from '../rules/sheet';

const mm = convertMillimetersToTwip;
const single = { line: 276, lineRule: LineRuleType.AUTO };
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot carry them
const writable = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').toWellFormed();

const run = (text: string, bold = false) => new TextRun({ text: writable(text), bold, size: 24 });
const line = (text: string, look: { bold?: boolean; align?: 'center' | 'both'; before?: number } = {}) =>
	new Paragraph({
		alignment: look.align === 'center' ? AlignmentType.CENTER : AlignmentType.JUSTIFIED,
		spacing: { ...single, before: look.before ?? 0, after: 80 },
		children: [run(text, look.bold)]
	});

/** Sheets to sign, each on a page of its own. */
export async function sheetsInWord(sheets: readonly Sheet[], operator: string): Promise<Uint8Array> {
	const children = sheets.flatMap((sheet, at) => [
		...(at > 0 ? [new Paragraph({ children: [new PageBreak()] })] : []),
		new Paragraph({ alignment: AlignmentType.RIGHT, spacing: single, children: [run(operator)] }),
		line(sheet.title, { bold: true, align: 'center', before: 240 }),
		...sheet.opening.map((text) => line(text)),
		...sheet.sections.map(
			({ label, text }) =>
				new Paragraph({
					alignment: AlignmentType.JUSTIFIED,
					spacing: { ...single, after: 80 },
					children: [run(`${label}. `, true), run(text)]
				})
		),
		line(sheet.signature, { before: 480 }),
		line('дата, подпись, расшифровка подписи')
	]);
	const document = new Document({
		title: writable(sheets[0]?.title ?? 'Согласия'),
		creator: 'Наставник',
		lastModifiedBy: 'Наставник',
		styles: {
			default: { document: { run: { font: 'Times New Roman', size: 24, language: { value: 'ru-RU' } } } }
		},
		sections: [
			{
				properties: {
					page: {
						size: { width: mm(210), height: mm(297) },
						margin: { top: mm(20), bottom: mm(20), left: mm(25), right: mm(15) }
					}
				},
				children
			}
		]
	});
	return new Uint8Array(await Packer.toBuffer(document));
}

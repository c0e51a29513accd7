import { AlignmentType, TableRow } from 'docx';
import { widthsOf, wordBytes, wordCell, wordHead, wordLine, wordTable } from './word';

/** `rows`: №, мероприятие, срок, ответственный. */
type Month = { title: string; organisation: string; headings: readonly string[]; rows: readonly (readonly string[])[] };

const shares = [5, 50, 20, 25];

/** The plan of a month as a Word table, to be copied into the school's own monthly plan. */
export function monthInWord({ title, organisation, headings, rows }: Month): Promise<Uint8Array> {
	const widths = widthsOf(shares);
	const middle = { align: AlignmentType.CENTER, after: 120 };
	const body = rows.map(
		(cells) =>
			new TableRow({
				cantSplit: true,
				children: cells.map((text, at) => wordCell({ lines: [text], width: widths[at] ?? 0 }))
			})
	);
	return wordBytes(title, [
		wordLine(title, { bold: true, size: 14, ...middle }),
		wordLine(organisation, middle),
		wordTable(widths, [wordHead(headings, widths), ...body])
	]);
}

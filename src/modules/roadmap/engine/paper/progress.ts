import { AlignmentType, TableRow } from 'docx';
import { showDate } from '../../../../core/dates';
import { progressHeadings } from '../../rules/progress';
import { widthsOf, wordBytes, wordCell, wordHead, wordLine, wordTable } from './word';

/** `rows`: cells under `progressHeadings`, several lines in a cell parted by line ends; `today`: YYYY-MM-DD. */
type Progress = { organisation: string; title: string; today: string; rows: readonly (readonly string[])[] };

/** № – этап – мероприятие – срок – кто – результат – сделано – дата – подтверждения – причина. */
const shares = [4, 13, 20, 11, 17, 14, 17, 11, 17, 14];
const small = { size: 10 };

/** «Информация о ходе выполнения дорожной карты» as a Word file, with a line for the signature below. */
export function progressInWord({ organisation, title, today, rows }: Progress): Promise<Uint8Array> {
	const widths = widthsOf(shares);
	const middle = { align: AlignmentType.CENTER, after: 120 };
	const body = rows.map(
		(cells) =>
			new TableRow({
				cantSplit: true,
				children: cells.map((text, at) => wordCell({ lines: text.split('\n'), width: widths[at] ?? 0, look: small }))
			})
	);
	return wordBytes(`Информация о ходе выполнения: ${title}`, [
		wordLine(`Информация о ходе выполнения на ${showDate(today)}`, { bold: true, size: 14, ...middle }),
		wordLine(title, middle),
		wordLine(organisation, middle),
		wordTable(widths, [wordHead(progressHeadings, widths, small), ...body]),
		wordLine(''),
		wordLine('Составил: ________________________________________ (должность, подпись, фамилия)')
	]);
}

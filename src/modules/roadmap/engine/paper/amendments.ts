import { AlignmentType, TableRow } from 'docx';
import { showDate } from '../../../../core/dates';
import type { Amendment } from '../../rules/amendments';
import { columnHeads, type PaperColumn } from '../../rules/paper';
import type { EditionRow } from '../../rules/plan-difference/edition';
import { widthsOf, wordBytes, wordCell, wordHead, wordLine, wordTable } from './word';

type Annex = {
	title: string;
	/** The order that approved the edition which is amended. */
	orderNumber: string;
	orderDay: string;
	amendments: readonly Amendment[];
};

const columns = ['number', 'activity', 'deadline', 'responsible', 'results'] as const satisfies readonly PaperColumn[];
const shares = [5, 40, 18, 20, 23];

/** «Изменения, которые вносятся в план»: the annex to an order whose number and day are not known yet. */
export function amendmentsInWord({ title, orderNumber, orderDay, amendments }: Annex): Promise<Uint8Array> {
	const widths = widthsOf(shares);
	const right = { align: AlignmentType.RIGHT };
	const middle = { align: AlignmentType.CENTER };
	const body = amendments.flatMap(({ text, row }, at) => {
		const whole = widths.reduce((all, width) => all + width, 0);
		const said = wordCell({
			lines: [`${at + 1}. ${text}`],
			width: whole,
			across: columns.length,
			look: { bold: true, keepNext: row !== null }
		});
		return [
			new TableRow({ cantSplit: true, children: [said] }),
			...(row ? [new TableRow({ cantSplit: true, children: cellsOf(row, widths) })] : [])
		];
	});
	return wordBytes(`Изменения в план: ${title}`, [
		wordLine('Приложение', right),
		wordLine('к приказу от ____________________ № __________', { ...right, after: 240 }),
		wordLine('Изменения, которые вносятся в план', { bold: true, size: 14, ...middle }),
		wordLine(`«${title}»,`, { bold: true, size: 14, ...middle }),
		wordLine(`утверждённый приказом от ${showDate(orderDay)} № ${orderNumber}`, { ...middle, after: 240 }),
		wordTable(widths, [
			wordHead(
				columns.map((column) => columnHeads[column]),
				widths
			),
			...body
		])
	]);
}

function cellsOf(row: EditionRow, widths: readonly number[]) {
	const lines = [
		[row.number ?? ''],
		[row.lead ? `${row.lead} ${row.title}` : row.title],
		[row.deadline ?? ''],
		row.responsible,
		row.results
	];
	return lines.map((text, at) => wordCell({ lines: text, width: widths[at] ?? 0 }));
}

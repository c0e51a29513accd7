import writeXlsxFile from 'write-excel-file/node';
import { contentsHeadings, contentsRow, type FolderEntry } from '../../rules/proof-folder';
import { writable } from './heading';

const widths = [8, 24, 44, 13, 60, 28, 12];
/** Excel takes no longer text inside a formula. */
const longestTarget = 255;

/** The sheet that lies on top of a proof folder: what proves what, each with a link that opens it. */
export async function contentsOfFolder(entries: readonly FolderEntry[], origin: string): Promise<Uint8Array> {
	const head = contentsHeadings.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
	const body = entries.map((entry) => {
		const { cells, target } = contentsRow(entry, origin);
		const words = cells.map((text) => ({ value: writable(text), type: String, wrap: true, alignVertical: 'top' }));
		return [...words, target.length > longestTarget ? null : linkTo(target)];
	});
	const bytes = await writeXlsxFile([head, ...body] as never, {
		sheet: 'Опись',
		orientation: 'landscape',
		columns: widths.map((width) => ({ width })),
		stickyRowsCount: 1
	}).toBuffer();
	return new Uint8Array(bytes);
}

/** Within a text of a formula a quotation mark is doubled: what stands in it stays text. */
const linkTo = (target: string) => ({
	value: `HYPERLINK("${writable(target).replaceAll('"', '""')}","Открыть")`,
	type: 'Formula',
	textColor: '#0b5c55',
	alignVertical: 'top'
});

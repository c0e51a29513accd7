import type { Columns, Header } from './headers';
import { findHeader } from './headers';
import type { ListRow } from './rows';
import { readRow } from './rows';
import { type Grid, UnreadableTable } from './table';

/** What is kept between the upload and its acceptance: the table as text, where the headings are, what each column means. */
export type Draft = { grid: Grid; header: Pick<Header, 'row' | 'height'>; columns: Columns };

/** The sheet that has headings of a staff list, the one that names the most columns. */
export function draftOf(sheets: readonly Grid[]): Draft {
	const found = sheets.flatMap((grid) => {
		const header = findHeader(grid);
		return header ? [{ grid, header, known: header.columns.filter(Boolean).length }] : [];
	});
	const best = found.sort((a, b) => b.known - a.known)[0];
	if (!best) {
		throw new UnreadableTable(
			'Не найдены заголовки столбцов. В таблице должна быть строка с заголовками: ФИО (или Фамилия, Имя, Отчество), Должность и другие. Возьмите за образец наш бланк.'
		);
	}
	const { row, height, columns } = best.header;
	return { grid: best.grid, header: { row, height }, columns };
}

/** The lines under the headings, as they are understood today. */
export const listRows = ({ grid, header, columns }: Draft, today: string): ListRow[] =>
	grid
		.slice(header.row + header.height)
		.map((cells, index) => readRow(cells, columns, header.row + header.height + index + 1, today));

/** The headings as they are written, for choosing what each column means. */
export function headingsOf({ grid, header, columns }: Draft): string[] {
	const rows = grid.slice(header.row, header.row + header.height);
	const width = Math.max(columns.length, ...grid.map((row) => row.length));
	return Array.from({ length: width }, (_, index) =>
		rows
			.map((row) => row[index] ?? '')
			.filter(Boolean)
			.join(' · ')
	);
}

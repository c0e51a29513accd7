/** A table as it came: rows of cells, every cell as the text a person would read. */
export type Grid = string[][];

/** A file that cannot be a staff list: the sentence says what is wrong with it and what to do. */
export class UnreadableTable extends Error {}

/** What a list may cost us. A big school's staff is some 200 rows of 20 columns; these leave tenfold room. */
export const limits = {
	fileBytes: 5 * 1024 * 1024,
	unpackedBytes: 60 * 1024 * 1024, // of all parts: pictures too
	sheetBytes: 8 * 1024 * 1024, // of what is read: sheets and their words
	parts: 500,
	rows: 3000,
	columns: 80,
	cell: 2000
} as const;

export const tooManyRows = `В таблице больше ${limits.rows} строк. Оставьте только список людей и загрузите ещё раз.`;

/** Rows and columns within the limits; blank ones at the ends cut off. */
export function tidyGrid(rows: readonly (readonly string[])[]): Grid {
	const blank = (row: readonly string[]) => row.every((cell) => cell.trim() === '');
	let end = rows.length;
	while (end > 0 && blank(rows[end - 1] ?? [])) end -= 1;
	if (end > limits.rows) throw new UnreadableTable(tooManyRows);
	const tidy = rows
		.slice(0, end)
		.map((row) =>
			row
				.slice(0, limits.columns)
				.map((cell) => cell.toWellFormed().replaceAll('\u0000', '').trim().slice(0, limits.cell))
		);
	if (tidy.length === 0) throw new UnreadableTable('В файле нет ни одной строки. Проверьте, тот ли это файл.');
	return tidy;
}

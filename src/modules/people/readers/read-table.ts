import { type Grid, limits, tidyGrid, UnreadableTable } from '../rules/staff-import/table';
import { readCsv } from './csv';
import { decodeTable } from './text';
import { readXlsx } from './xlsx';

const starts = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);

/** An archive: a table of Excel, or a bomb; such are opened in a process of their own. */
export const isArchive = (bytes: Uint8Array) => starts(bytes, 0x50, 0x4b);

/** The sheets of a file by what is in it, whatever it is called. Throws `UnreadableTable` with a sentence for people. */
export async function readTable(bytes: Uint8Array): Promise<Grid[]> {
	if (bytes.length === 0) throw new UnreadableTable('Файл пуст. Проверьте, тот ли это файл.');
	if (bytes.length > limits.fileBytes) {
		throw new UnreadableTable(
			'Файл больше 5 МБ. Оставьте в нём только список людей, без картинок, и загрузите ещё раз.'
		);
	}
	if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
		throw new UnreadableTable(
			'Файл старого формата (.xls) или защищён паролем. Откройте его в Excel, снимите пароль, если он есть (Файл → Сведения), сохраните как «Книга Excel (.xlsx)» и загрузите ещё раз.'
		);
	}
	if (isArchive(bytes)) return filled(await readXlsx(bytes));
	if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) {
		throw new UnreadableTable('Это PDF. Нужна таблица: .xlsx или .csv. Можно скопировать таблицу и вставить её ниже.');
	}
	const text = decodeTable(bytes);
	if (/\p{Cc}/u.test(text.slice(0, 4096).replace(/[\t\n\f\v]/g, ''))) {
		throw new UnreadableTable('Не удалось понять, что это за файл. Нужна таблица: .xlsx или .csv.');
	}
	return readPasted(text);
}

/** A table copied from Excel or Word, or the text of a CSV file. */
export const readPasted = (text: string): Grid[] => filled([readCsv(text.replace(/\r\n?/g, '\n'))]);

/** Blank sheets are passed over; a file of nothing else is told. */
function filled(sheets: readonly Grid[]): Grid[] {
	const written = sheets.filter((sheet) => sheet.some((row) => row.some((cell) => cell.trim() !== '')));
	if (written.length === 0) throw new UnreadableTable('В файле нет ни одной строки. Проверьте, тот ли это файл.');
	return written.map(tidyGrid);
}

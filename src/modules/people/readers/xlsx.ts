import { Unzip, UnzipInflate } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { type Grid, limits, tooManyRows, UnreadableTable } from '../rules/staff-import/table';

const broken =
	'Файл повреждён или это не таблица Excel. Откройте его в Excel, сохраните как «Книга Excel (.xlsx)» и загрузите ещё раз.';
const tooBig =
	'Таблица слишком велика. Оставьте в файле только список людей, без картинок и других листов, и загрузите ещё раз.';

/** The sheets of an Excel file as text; looked through first, so that a bomb is refused before it is opened. */
export async function readXlsx(bytes: Uint8Array): Promise<Grid[]> {
	const parts = inspect(bytes);
	if (!parts.has('xl/workbook.xml')) {
		throw new UnreadableTable(
			parts.has('mimetype')
				? 'Это таблица OpenDocument (.ods). Сохраните её как .xlsx (Файл → Сохранить как) и загрузите ещё раз.'
				: broken
		);
	}
	try {
		const sheets = await readExcelFile(Buffer.from(bytes), { trim: false });
		return sheets.map(({ data }) => data.map((row) => row.map(cellText)));
	} catch (error) {
		if (error instanceof UnreadableTable) throw error;
		throw new UnreadableTable(broken, { cause: error });
	}
}

/** Names of the parts of an archive; really unpacked to be measured, since what an archive says of itself may be a lie. */
function inspect(bytes: Uint8Array): Set<string> {
	const names = new Set<string>();
	let [unpacked, words] = [0, 0];
	let trouble: unknown; // what is thrown while a part is unpacked comes back as its error
	const unzip = new Unzip((part) => {
		names.add(part.name);
		if (names.size > limits.parts) throw new UnreadableTable(tooBig);
		const isSheet = /^xl\/worksheets\/[^/]+\.xml$/.test(part.name);
		let tail = '';
		const decoder = new TextDecoder();
		part.ondata = (error, chunk, final) => {
			if (error) {
				trouble ??= error;
				return;
			}
			unpacked += chunk.length;
			if (part.name.endsWith('.xml')) words += chunk.length;
			if (unpacked > limits.unpackedBytes || words > limits.sheetBytes) throw new UnreadableTable(tooBig);
			if (!isSheet) return;
			const text = tail + decoder.decode(chunk, { stream: !final });
			checkCells(text);
			tail = text.slice(-40);
		};
		part.start();
	});
	unzip.register(UnzipInflate);
	try {
		const step = 64 * 1024;
		for (let at = 0; at < bytes.length && !trouble; at += step) {
			unzip.push(bytes.subarray(at, at + step), at + step >= bytes.length);
		}
	} catch (error) {
		trouble ??= error;
	}
	if (trouble instanceof UnreadableTable) throw trouble;
	if (trouble) throw new UnreadableTable(broken, { cause: trouble });
	return names;
}

/** One cell far away at XFD1048576 would make a table of milliards of blank ones. */
function checkCells(xml: string) {
	for (const [, letters = '', row = ''] of xml.matchAll(/\br="([A-Z]{0,4})(\d{1,9})"/g)) {
		if (Number(row) > limits.rows * 20) throw new UnreadableTable(tooManyRows);
		if (columnOf(letters) > 2000) throw new UnreadableTable(tooBig);
	}
}

const columnOf = (letters: string) =>
	[...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);

/** A cell as a person reads it: dates ДД.ММ.ГГГГ, numbers without a decimal point of another language. */
function cellText(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (value instanceof Date) {
		if (Number.isNaN(value.getTime())) return '';
		const [year, month, day] = value.toISOString().slice(0, 10).split('-');
		return `${day}.${month}.${year}`;
	}
	if (typeof value === 'number') return Number.isInteger(value) ? String(value) : String(value).replace('.', ',');
	if (typeof value === 'boolean') return value ? 'да' : 'нет';
	return String(value);
}

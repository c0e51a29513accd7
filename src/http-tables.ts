import type { Context } from 'hono';
import writeXlsxFile from 'write-excel-file/node';
import type { Problems } from './core/forms';
import { toWindows1251 } from './core/windows-1251';
import type { World } from './http';
import { asAttachment, mediaTypeOf, tidyName } from './modules/files/rules';
import { csvCell } from './modules/journal/rules';
import { readInChild } from './modules/people/jobs/read-in-child';
import { isArchive, readPasted, readTable } from './modules/people/readers/read-table';
import { type Grid, limits, UnreadableTable } from './modules/people/rules/staff-import/table';

type Table = { name: string; headings: readonly string[]; rows: readonly (readonly string[])[] };

/** An Excel file: every cell is text, so that nothing in it can become a formula. */
export async function xlsxOf({ headings, rows }: Omit<Table, 'name'>): Promise<Uint8Array> {
	const head = headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
	const body = rows.map((row) => row.map((value) => ({ value, type: String, wrap: true })));
	return writeXlsxFile([head, ...body], {
		columns: headings.map((heading) => ({ width: Math.max(14, Math.min(40, heading.length + 4)) })),
		stickyRowsCount: 1
	}).toBuffer();
}

export const sendXlsx = async (c: Context, table: Table) => sendFile(c, `${table.name}.xlsx`, await xlsxOf(table));

/** A file made here, as a download; its name is made fit for any disk. */
export const sendFile = (c: Context, name: string, bytes: Uint8Array) => {
	const tidy = tidyName(name.replace(/[\\/:*?"<>|\s]+/g, ' '));
	return c.body(new Uint8Array(bytes), 200, {
		'content-type': mediaTypeOf(bytes, tidy),
		'content-disposition': asAttachment(tidy),
		'x-content-type-options': 'nosniff'
	});
};

export type CsvForm = { encoding: 'utf-8' | 'windows-1251'; delimiter: ';' | ',' };

/** A CSV file that Russian Excel opens by a double click: semicolons, a byte order mark, harmless cells; or as a receiver asks. */
export function sendCsv(c: Context, { name, headings, rows }: Table, form: Partial<CsvForm> = {}) {
	const { encoding = 'utf-8', delimiter = ';' } = form;
	const text = `${[headings, ...rows].map((row) => row.map(csvCell).join(delimiter)).join('\r\n')}\r\n`;
	return c.body(encoding === 'utf-8' ? `\uFEFF${text}` : toWindows1251(text), 200, {
		'content-type': `text/csv; charset=${encoding}`,
		'content-disposition': asAttachment(`${name}.csv`),
		'x-content-type-options': 'nosniff'
	});
}

/** A body that brings a table: the file and the form around it. */
export const tableLimit = limits.fileBytes + 1024 * 1024;

/**
 * The sheets of a table that somebody sent: a file, or what was pasted (`table` makes of them what the room needs). It is a stranger's:
 * what is packed is opened in a process of its own. A sentence for people when it is no table.
 */
export async function tableFrom<T>(
	file: FormDataEntryValue | null,
	pasted: string,
	{ cli }: World,
	table: (sheets: Grid[]) => T
): Promise<{ ok: true; name: string; table: T } | { ok: false; problems: Problems }> {
	try {
		if (file instanceof File && file.size > 0) {
			const bytes = new Uint8Array(await file.arrayBuffer());
			const small = bytes.length <= limits.fileBytes;
			const sheets = small && isArchive(bytes) ? await readInChild(bytes, cli) : await readTable(bytes);
			return { ok: true, name: file.name, table: table(sheets) };
		}
		if (pasted.trim()) return { ok: true, name: 'Вставленная таблица', table: table(readPasted(pasted)) };
		return { ok: false, problems: { file: 'Выберите файл или вставьте таблицу' } };
	} catch (error) {
		if (!(error instanceof UnreadableTable)) throw error;
		return { ok: false, problems: pasted.trim() ? { pasted: error.message } : { file: error.message } };
	}
}

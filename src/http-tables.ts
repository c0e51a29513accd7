import type { Context } from 'hono';
import writeXlsxFile from 'write-excel-file/node';
import { asAttachment, mediaTypeOf, tidyName } from './modules/files/rules';
import { csvCell } from './modules/journal/rules';

type Table = { name: string; headings: readonly string[]; rows: readonly (readonly string[])[] };

/** An Excel file: every cell is text, so that nothing in it can become a formula. */
export async function sendXlsx(c: Context, { name, headings, rows }: Table) {
	const head = headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
	const body = rows.map((row) => row.map((value) => ({ value, type: String, wrap: true })));
	const bytes = await writeXlsxFile([head, ...body], {
		columns: headings.map((heading) => ({ width: Math.max(14, Math.min(40, heading.length + 4)) })),
		stickyRowsCount: 1
	}).toBuffer();
	return sendFile(c, `${name}.xlsx`, bytes);
}

/** A file made here, as a download; its name is made fit for any disk. */
export const sendFile = (c: Context, name: string, bytes: Uint8Array) => {
	const tidy = tidyName(name.replace(/[\\/:*?"<>|\s]+/g, ' '));
	return c.body(new Uint8Array(bytes), 200, {
		'content-type': mediaTypeOf(bytes, tidy),
		'content-disposition': asAttachment(tidy),
		'x-content-type-options': 'nosniff'
	});
};

/** A CSV file that Russian Excel opens by a double click: semicolons, a byte order mark, harmless cells. */
export const sendCsv = (c: Context, { name, headings, rows }: Table) =>
	c.body(`\uFEFF${[headings, ...rows].map((row) => row.map(csvCell).join(';')).join('\r\n')}\r\n`, 200, {
		'content-type': 'text/csv; charset=utf-8',
		'content-disposition': asAttachment(`${name}.csv`),
		'x-content-type-options': 'nosniff'
	});

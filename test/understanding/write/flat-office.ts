import { strToU8, zipSync } from 'fflate';
import type { Invented } from '../truth';
import { allRows, widthOf } from './text';

const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** An OpenDocument text with a table. */
export function openDocument(plan: Invented): Uint8Array {
	const paragraph = (text: string) => `<text:p>${xml(text)}</text:p>`;
	const cell = (text: string, reach = 1) =>
		`<table:table-cell office:value-type="string"${reach > 1 ? ` table:number-columns-spanned="${reach}"` : ''}>${text.split('\n').map(paragraph).join('')}</table:table-cell>`;
	const rows = allRows(plan).map(({ cells, across }) =>
		across
			? `<table:table-row>${cell(cells[0] ?? '', widthOf(plan))}${'<table:covered-table-cell/>'.repeat(widthOf(plan) - 1)}</table:table-row>`
			: `<table:table-row>${cells.map((text) => cell(text)).join('')}</table:table-row>`
	);
	const body = `${plan.before.map(paragraph).join('')}<table:table table:name="T1"><table:table-column table:number-columns-repeated="${widthOf(plan)}"/>${rows.join('')}</table:table>${plan.after.map(paragraph).join('')}`;
	const space = (name: string) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`;
	return zipSync({
		mimetype: strToU8('application/vnd.oasis.opendocument.text'),
		'content.xml': strToU8(
			`<?xml version="1.0" encoding="UTF-8"?><office:document-content ${space('office')} ${space('text')} ${space('table')} office:version="1.2"><office:body><office:text>${body}</office:text></office:body></office:document-content>`
		)
	});
}

/** A rich text file with a table: letters written as \\u numbers, as word processors do. */
export function richText(plan: Invented): Uint8Array {
	const words = (text: string) =>
		Array.from(text, (sign) => {
			if (sign === '\n') return '\\par ';
			if ('\\{}'.includes(sign)) return `\\${sign}`;
			const code = sign.charCodeAt(0);
			return code < 128 ? sign : `\\u${code > 32_767 ? code - 65_536 : code}?`;
		}).join('');
	const row = (cells: readonly string[]) => {
		const edges = cells.map((_, at) => `\\cellx${Math.round(((at + 1) * 9600) / cells.length)}`).join('');
		return `\\trowd${edges}\\pard\\intbl ${cells.map((text) => `${words(text)}\\cell `).join('')}\\row\n`;
	};
	const paragraph = (text: string) => `\\pard ${words(text)}\\par\n`;
	const table = allRows(plan).map(({ cells, across }) => row(across ? [cells[0] ?? ''] : cells));
	return strToU8(
		`{\\rtf1\\ansi\\ansicpg1251\\uc1\n${plan.before.map(paragraph).join('')}${table.join('')}${plan.after.map(paragraph).join('')}}`
	);
}

import { SaxesParser } from 'saxes';
import { partTitle, placeText } from '../engine/template/problems';
import type { Piece } from '../rules/checker/paper';
import { readWord } from './word-file';

export type PaperRead = { ok: true; pieces: Piece[] } | { ok: false; reason: string };

/** More words than a paper has; what is beyond is not looked at. */
const mostPieces = 8000;
const longestPiece = 20_000;

/** The words of a Word file of a stranger, paragraph by paragraph and cell by cell, as one reads them. */
export function readPaper(bytes: Uint8Array): PaperRead {
	const read = readWord(bytes);
	if (!read.ok) return read;
	const { parts, names } = read;
	if (names.length === 0) return { ok: false, reason: 'В файле нет текста документа Word.' };
	return {
		ok: true,
		pieces: names.flatMap((name) => piecesOf(name, parts.get(name) as Uint8Array)).slice(0, mostPieces)
	};
}

type Open = { text: string };
type Cell = { table: number; row: number; column: number };

/** What is deleted in a tracked change, and the second copy of a shape, is not read. */
const unread = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:instrText']);
const instead: Record<string, string> = { 'w:tab': ' ', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '-' };

function piecesOf(name: string, bytes: Uint8Array): Piece[] {
	const pieces: Piece[] = [];
	const part = partTitle(name);
	const paragraphs: Open[] = [];
	const cells: { cell: Cell; text: string[] }[] = [];
	const tables: { number: number; row: number; column: number }[] = [];
	let [paragraph, table, skipped, inText] = [0, 0, 0, false];
	const push = (place: string, text: string, row: string | null) => {
		const tidy = text
			.replace(/[\u00a0\u202f]/g, ' ')
			.replace(/[\u00ad\u200b]/g, '')
			.replace(/\s+/g, (run) => (run.includes('\n') ? '\n' : ' ')) // thousands in a row would be gone through from each
			.trim();
		if (tidy && pieces.length < mostPieces) pieces.push({ place, text: tidy.slice(0, longestPiece), row });
	};
	const parser = new SaxesParser({ xmlns: false, position: false });
	parser.on('error', () => undefined);
	parser.on('opentag', ({ name: tag, isSelfClosing }) => {
		if (unread.has(tag) && !isSelfClosing) skipped++;
		if (skipped > 0) return;
		if (tag === 'w:p') {
			paragraph++;
			if (!isSelfClosing) paragraphs.push({ text: '' });
		} else if (tag === 'w:tbl') tables.push({ number: ++table, row: 0, column: 0 });
		else if (tag === 'w:tr') Object.assign(tables.at(-1) ?? {}, { row: (tables.at(-1)?.row ?? 0) + 1, column: 0 });
		else if (tag === 'w:tc') {
			const inside = tables.at(-1) ?? { number: 0, row: 0, column: 0 };
			inside.column++;
			cells.push({ cell: { table: inside.number, row: inside.row, column: inside.column }, text: [] });
		} else if (tag === 'w:t') inText = !isSelfClosing;
		else if (paragraphs.length > 0 && instead[tag]) (paragraphs.at(-1) as Open).text += instead[tag];
	});
	parser.on('text', (text) => {
		if (skipped === 0 && inText && paragraphs.length > 0) (paragraphs.at(-1) as Open).text += text;
	});
	parser.on('closetag', ({ name: tag, isSelfClosing }) => {
		if (unread.has(tag) && !isSelfClosing) {
			skipped = Math.max(0, skipped - 1);
			return;
		}
		if (skipped > 0 || isSelfClosing) return;
		if (tag === 'w:t') inText = false;
		else if (tag === 'w:p') {
			const text = paragraphs.pop()?.text ?? '';
			const cell = cells.at(-1);
			if (cell) cell.text.push(text);
			else push(placeText({ part, paragraph }), text, null);
		} else if (tag === 'w:tc') {
			const closed = cells.pop();
			if (!closed) return;
			const { cell, text } = closed;
			const at = { number: cell.table, row: cell.row, column: cell.column };
			push(placeText({ part, paragraph, table: at }), text.join('\n'), `${part} ${cell.table} ${cell.row}`);
		} else if (tag === 'w:tbl') tables.pop();
	});
	try {
		parser.write(new TextDecoder().decode(bytes)).close();
	} catch {
		// what was read until the fault is checked
	}
	return pieces;
}

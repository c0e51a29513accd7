import { broken, type Window } from './window';
import type { WordFile } from './word-file';

/** A stretch of text as it lies in the main stream: `at` in bytes, one or two of them a character. */
export type Piece = { at: number; length: number; width: 1 | 2 };

/** The pieces of the body in reading order [MS-DOC 2.8.35]; Word leaves edited text where it was and keeps a list. */
export function bodyPieces(file: WordFile): Piece[] {
	const table = pieceTable(file.part('pieces'));
	const count = Math.floor((table.length - 4) / 12);
	const pieces: Piece[] = [];
	let bytes = 0;
	for (let index = 0; index < count; index++) {
		const [from, to] = [table.u32(index * 4), Math.min(table.u32(index * 4 + 4), file.bodyLength)];
		if (to <= from) continue;
		const place = table.u32((count + 1) * 4 + index * 8 + 2);
		const width = place & 0x40000000 ? 1 : 2;
		const at = width === 1 ? (place & 0x3fffffff) >>> 1 : place & 0x3fffffff;
		const piece = { at, length: to - from, width } satisfies Piece;
		file.main.part(at, piece.length * width);
		bytes += piece.length * width;
		// Every piece has bytes of its own: more text than bytes is a bomb.
		if (bytes > file.main.length) throw broken();
		pieces.push(piece);
	}
	return pieces;
}

/** Before the list of pieces stand changes of format that nothing here needs. */
function pieceTable(part: Window | null): Window {
	if (!part) throw broken();
	let at = 0;
	while (part.u8(at) === 1) at += 3 + part.u16(at + 1);
	if (part.u8(at) !== 2) throw broken();
	return part.part(at + 5, part.u32(at + 1));
}

import { Unreadable } from '../../rules/understanding';
import type { Level, Numbers } from '../docx/numbering';
import type { Window } from './window';
import type { WordFile } from './word-file';

const formats = new Map([
	[1, 'upperRoman'],
	[2, 'lowerRoman'],
	[3, 'upperLetter'],
	[4, 'lowerLetter'],
	[23, 'bullet'],
	[58, 'russianLower'],
	[59, 'russianUpper'],
	[255, 'none']
]);
const levelHead = 28;

/**
 * The automatic lists of the document as Word's newer format has them: kinds of list, and uses of a kind
 * [MS-DOC 2.9.131, 2.9.149]. Lists wrongly told of cost their numbers, never the document.
 */
export function readLists(file: WordFile): Numbers {
	const numbers: Numbers = { abstracts: new Map(), lists: new Map() };
	try {
		const kinds = file.partAndAfter('lists');
		const uses = file.partAndAfter('listUses');
		if (kinds) readKinds(kinds, numbers);
		if (uses) readUses(uses, numbers);
	} catch (error) {
		if (!(error instanceof Unreadable)) throw error;
	}
	return numbers;
}

function readKinds(part: Window, { abstracts }: Numbers) {
	const count = part.u16(0);
	let at = 2 + count * 28;
	for (let index = 0; index < count; index++) {
		const head = 2 + index * 28;
		const levels = new Map<number, Level>();
		abstracts.set(String(part.u32(head)), levels);
		const last = part.u8(head + 26) & 1 ? 1 : 9;
		for (let level = 0; level < last; level++) at = readLevel(part, at, (read) => levels.set(level, read));
	}
}

/** @returns where the next level begins */
function readLevel(part: Window, at: number, keep: (level: Level) => void) {
	const text = at + levelHead + part.u8(at + 24) + part.u8(at + 25);
	const length = part.u16(text);
	const signs = new TextDecoder('utf-16le').decode(part.part(text + 2, length * 2).bytes);
	keep({
		start: part.u32(at) & 0x7fff,
		format: formats.get(part.u8(at + 4)) ?? 'decimal',
		text: Array.from(signs, (sign) => (sign.charCodeAt(0) < 9 ? `%${sign.charCodeAt(0) + 1}` : sign)).join('')
	});
	return text + 2 + length * 2;
}

function readUses(part: Window, { lists }: Numbers) {
	const count = Math.min(part.u32(0), 0xffff);
	let at = 4 + count * 16;
	for (let index = 0; index < count; index++) {
		const use = 4 + index * 16;
		const restarts = new Map<number, number>();
		lists.set(String(index + 1), { abstract: String(part.u32(use)), restarts });
		const changed = part.u8(use + 12);
		at += 4;
		for (let change = 0; change < changed; change++) {
			const flags = part.u32(at + 4);
			if (flags & 0x10) restarts.set(flags & 0xf, part.u32(at) & 0x7fff);
			at += 8;
			if (flags & 0x20) at = readLevel(part, at, () => {});
		}
	}
}

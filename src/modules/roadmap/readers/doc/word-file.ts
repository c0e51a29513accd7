import { Unreadable } from '../../rules/understanding';
import { locked } from '../sentences';
import { CompoundFile } from './compound-file';
import { broken, Window } from './window';

const veryOld =
	'Это документ Word 95 или ещё старше. Откройте его в Word, сохраните как «Документ Word (.docx)» и загрузите ещё раз.';

/** Where the parts of a document are told of in its head, FIB [MS-DOC 2.5.6]: pairs «offset, length» into the table stream. */
const pairs = { styles: 1, characters: 12, paragraphs: 13, pieces: 33, lists: 73, listUses: 74 } as const;
const firstPair = 154;
const oldestReadable = 0xc0;

/** The three streams of a Word 97–2003 document. */
export class WordFile {
	readonly main: Window;
	readonly table: Window;
	readonly data: Window;
	/** Characters of the body; after them come footnotes, headers, comments. */
	readonly bodyLength: number;

	/** @throws Unreadable when it is broken, locked or older. */
	constructor(bytes: Uint8Array) {
		const container = new CompoundFile(bytes);
		const main = container.read('WordDocument');
		if (main?.u16(0) !== 0xa5ec && main?.u16(0) !== 0xa5dc) throw broken();
		const flags = main.u16(10);
		if (flags & 0x100) throw new Unreadable(locked);
		if (main.u16(2) < oldestReadable) throw new Unreadable(veryOld);
		const table = container.read(flags & 0x200 ? '1Table' : '0Table');
		if (!table) throw broken();
		this.main = main;
		this.table = table;
		this.data = container.read('Data') ?? new Window(new Uint8Array());
		this.bodyLength = main.u32(76);
	}

	/** A part of the table stream; null when the document has none. */
	part(name: keyof typeof pairs): Window | null {
		const place = this.#place(name);
		return place && this.table.part(place.offset, place.length);
	}

	/** From where the part begins to the end of the stream: levels of lists follow their list uncounted. */
	partAndAfter(name: keyof typeof pairs): Window | null {
		const place = this.#place(name);
		return place && this.table.part(place.offset, this.table.length - place.offset);
	}

	#place(name: keyof typeof pairs) {
		const index = pairs[name];
		if (index >= this.main.u16(firstPair - 2)) return null;
		const [offset, length] = [this.main.u32(firstPair + index * 8), this.main.u32(firstPair + index * 8 + 4)];
		return length > 0 ? { offset, length } : null;
	}
}

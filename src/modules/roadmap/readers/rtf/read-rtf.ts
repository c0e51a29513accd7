import type { Grid } from '../../engine/grid';
import { FlowBuilder } from '../flow';

type State = { skip: boolean; codePage: string; unicodeSkip: number; inTable: boolean };
type Row = { merges: ('start' | 'under' | null)[]; spans: ('start' | 'left' | null)[] };

/** Groups that hold no text of the document. */
const unseen = new Set([
	'fonttbl',
	'colortbl',
	'stylesheet',
	'info',
	'pict',
	'object',
	'header',
	'headerl',
	'headerr',
	'headerf',
	'footer',
	'footerl',
	'footerr',
	'footerf',
	'listtable',
	'listoverridetable',
	'rsidtbl',
	'generator',
	'xmlnstbl',
	'themedata',
	'datastore',
	'latentstyles',
	'fldinst',
	'bkmkstart',
	'bkmkend',
	'footnote',
	'annotation',
	'revtbl',
	'pgptbl',
	'mmathPr',
	'shppict',
	'nonshppict'
]);
const spelled: Record<string, string> = {
	tab: ' ',
	line: '\n',
	emdash: '—',
	endash: '–',
	bullet: '•',
	lquote: '‘',
	rquote: '’',
	ldblquote: '“',
	rdblquote: '”',
	'~': ' ',
	_: '-',
	'-': ''
};

/** Rich text (.rtf): paragraphs and tables with merged cells. */
export function readRtf(bytes: Uint8Array): Grid {
	const source = new TextDecoder('latin1').decode(bytes);
	const reader = new RtfReader(/\\ansicpg(\d+)/.exec(source)?.[1] ?? '1251');
	const token = /\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)/gi;
	for (let found = token.exec(source); found; found = token.exec(source)) {
		const [, word, value, hex, sign, brace, text] = found;
		const binary = word === 'bin' ? Number(value) : 0; // so many bytes of a picture, whatever they look like
		if (binary > 0 && binary <= source.length - token.lastIndex) token.lastIndex += binary;
		else if (brace) reader.brace(brace);
		else if (word) reader.word(word, value === undefined ? undefined : Number(value));
		else if (hex) reader.byte(Number.parseInt(hex, 16));
		else if (sign) reader.sign(sign);
		else if (text) for (const letter of text) reader.byte(letter.charCodeAt(0));
	}
	reader.end();
	return { blocks: reader.flow.blocks };
}

class RtfReader {
	readonly flow = new FlowBuilder();
	readonly #stack: State[] = [];
	readonly #pages = new Map<string, string[]>();
	#state: State;
	#words = '';
	#toSkip = 0;
	#open = false;
	#cell: string[] = [];
	#cells: string[][] = [];
	#row: Row = { merges: [], spans: [] };
	#next: { merge: Row['merges'][number]; span: Row['spans'][number] } = { merge: null, span: null };

	constructor(codePage: string) {
		this.#state = { skip: false, codePage: `windows-${codePage}`, unicodeSkip: 1, inTable: false };
	}

	brace(sign: string) {
		if (sign === '{') this.#stack.push({ ...this.#state });
		else this.#state = this.#stack.pop() ?? this.#state;
	}

	sign(sign: string) {
		if (sign === '*') this.#state.skip = true;
		else this.#write(spelled[sign] ?? sign);
	}

	byte(code: number) {
		if (this.#toSkip > 0) this.#toSkip--;
		else this.#write(code < 128 ? String.fromCharCode(code) : (this.#letters()[code] ?? ''));
	}

	/** What each byte is in the code page of the place. */
	#letters() {
		const known = this.#pages.get(this.#state.codePage);
		if (known) return known;
		const decoder = decoderOf(this.#state.codePage);
		const letters = Array.from({ length: 256 }, (_, byte) => decoder.decode(Uint8Array.of(byte)));
		this.#pages.set(this.#state.codePage, letters);
		return letters;
	}

	word(word: string, value: number | undefined) {
		if (unseen.has(word)) this.#state.skip = true;
		else if (word === 'u' && value !== undefined) {
			this.#write(String.fromCharCode(value < 0 ? value + 65_536 : value));
			this.#toSkip = this.#state.unicodeSkip;
		} else if (word === 'uc') this.#state.unicodeSkip = value ?? 1;
		else if (word === 'listtext' || word === 'pntext') this.#state.skip = false;
		else if (spelled[word] !== undefined) this.#write(spelled[word] ?? '');
		else if (!this.#state.skip) this.#layout(word);
	}

	#layout(word: string) {
		if (word === 'par' || word === 'sect') this.#endParagraph();
		else if (word === 'pard') this.#state.inTable = false;
		else if (word === 'intbl') this.#state.inTable = true;
		else if (word === 'page') this.flow.breakPage();
		else if (word === 'trowd') this.#row = { merges: [], spans: [] };
		else if (word === 'clvmgf') this.#next.merge = 'start';
		else if (word === 'clvmrg') this.#next.merge = 'under';
		else if (word === 'clmgf') this.#next.span = 'start';
		else if (word === 'clmrg') this.#next.span = 'left';
		else if (word === 'cellx') {
			this.#row.merges.push(this.#next.merge);
			this.#row.spans.push(this.#next.span);
			this.#next = { merge: null, span: null };
		} else if (word === 'cell') {
			this.#cells.push([...this.#cell, this.#words]);
			this.#cell = [];
			this.#words = '';
		} else if (word === 'row') this.#endRow();
	}

	#write(text: string) {
		if (!this.#state.skip) this.#words += text;
	}

	#endParagraph() {
		if (this.#state.inTable) this.#cell.push(this.#words);
		else {
			this.#closeTable();
			this.flow.addParagraph(this.#words.split('\n').map(plain));
		}
		this.#words = '';
	}

	#endRow() {
		if (!this.#open) this.flow.beginTable();
		this.#open = true;
		this.flow.beginRow();
		this.#cells.forEach((paragraphs, index) => {
			if (this.#row.spans[index] === 'left') return;
			this.flow.beginCell();
			this.flow.spanCell(1 + countWhile(this.#row.spans, index + 1, 'left'));
			if (this.#row.merges[index]) this.flow.mergeCell(this.#row.merges[index] === 'under');
			for (const paragraph of paragraphs) this.flow.addParagraph(paragraph.split('\n').map(plain));
			this.flow.endCell();
		});
		this.flow.endRow();
		this.#cells = [];
	}

	#closeTable() {
		if (this.#open) this.flow.endTable();
		this.#open = false;
	}

	end() {
		this.#closeTable();
		if (this.#words.trim() !== '') this.flow.addParagraph(this.#words.split('\n').map(plain));
	}
}

function decoderOf(codePage: string) {
	try {
		return new TextDecoder(codePage);
	} catch {
		return new TextDecoder('windows-1251');
	}
}

const plain = (text: string) => ({ text, marker: null, level: 0 });

function countWhile(values: readonly unknown[], from: number, wanted: unknown) {
	let count = 0;
	while (values[from + count] === wanted) count++;
	return count;
}

import type { Grid } from '../../engine/grid';
import { ListCounter } from '../docx/numbering';
import { FlowBuilder } from '../flow';
import { maxTextLength } from '../limits';
import { Changes } from './changes';
import { isDeleted, type ParagraphFormat, paragraphFormat } from './format';
import { readLists } from './lists';
import { bodyPieces, type Piece } from './pieces';
import { type Run, Runs } from './runs';
import { Styles } from './styles';
import { OldTables } from './tables';
import { broken } from './window';
import { WordFile } from './word-file';

const sign = { cell: 7, tab: 9, line: 11, page: 12, paragraph: 13, column: 14 } as const;
const field = { begins: 19, shows: 20, ends: 21 } as const;
const spelled = new Map([
	[sign.tab as number, ' '],
	[sign.line as number, '\n'],
	[30, '-'],
	[31, '']
]);

/** A document of Word 97–2003 (.doc): paragraphs and tables with merged cells, automatic numbers drawn, deleted text left out. */
export function readDoc(bytes: Uint8Array): Grid {
	const file = new WordFile(bytes);
	if (file.bodyLength > maxTextLength) throw broken();
	const reader = new DocReader(file);
	for (const piece of bodyPieces(file)) reader.read(piece);
	return { blocks: reader.end() };
}

class DocReader {
	readonly #file: WordFile;
	readonly #changes: Changes;
	readonly #paragraphs: Runs;
	readonly #characters: Runs;
	readonly #styles: Styles;
	readonly #lists: ListCounter;
	readonly #flow = new FlowBuilder();
	readonly #tables = new OldTables(this.#flow);
	/** Of each field we are in: whether its code is over and its result goes on. */
	readonly #fields: boolean[] = [];
	#codes = 0;
	#words = '';
	#newPage = false;

	constructor(file: WordFile) {
		this.#file = file;
		this.#changes = new Changes(file.data);
		this.#paragraphs = new Runs(file.main, file.part('paragraphs'), 'paragraphs');
		this.#characters = new Runs(file.main, file.part('characters'), 'characters');
		this.#styles = new Styles(file.part('styles'), this.#changes);
		this.#lists = new ListCounter(readLists(file));
	}

	read({ at, length, width }: Piece) {
		const decoder = new TextDecoder(width === 1 ? 'windows-1252' : 'utf-16le', { ignoreBOM: true });
		const text = decoder.decode(this.#file.main.part(at, length * width).bytes);
		let run: Run | null = null;
		let deleted = false;
		for (let index = 0; index < text.length; index++) {
			const place = at + index * width;
			if (!run || place >= run.to) {
				run = this.#characters.at(place);
				deleted = isDeleted(run, this.#changes);
			}
			this.#take(text.charCodeAt(index), text[index] ?? '', place, deleted);
		}
	}

	#take(code: number, letter: string, place: number, deleted: boolean) {
		if (code === sign.paragraph || code === sign.cell) this.#endParagraph(code, place);
		else if (code === sign.page || code === sign.column) this.#endPage();
		else if (code >= field.begins && code <= field.ends) this.#walkField(code);
		else if (!deleted && this.#codes === 0) this.#words += spelled.get(code) ?? (code < 32 ? '' : letter);
	}

	/** A field is its code, unseen, then what it shows; fields stand within fields. */
	#walkField(code: number) {
		if (code === field.begins) {
			this.#fields.push(false);
			this.#codes++;
			return;
		}
		if (this.#fields.pop() === false) this.#codes--;
		if (code === field.shows) this.#fields.push(true);
	}

	/** A page or a section ends: what was written before it is a paragraph of its own. */
	#endPage() {
		if (this.#words.trim() !== '') this.#tables.add(0, this.#content(null), null, []);
		this.#newPage = true;
	}

	#endParagraph(code: number, place: number) {
		// A field never reaches over the end of a cell; an unclosed one must not swallow the rest.
		if (code === sign.cell) this.#fields.length = this.#codes = 0;
		const format = paragraphFormat(this.#paragraphs.at(place), this.#styles, this.#changes);
		this.#newPage ||= format.newPage;
		const depth = Math.max(format.depth, code === sign.cell ? 1 : 0);
		const ends = format.endsRow ? 'row' : code === sign.cell || format.endsInnerCell ? 'cell' : null;
		const content = ends === 'row' ? { lines: [], newPage: false } : this.#content(format);
		this.#tables.add(depth, content, depth > 0 ? ends : null, format.cells);
	}

	#content(format: ParagraphFormat | null) {
		const marker = format && format.list > 0 ? this.#lists.next(String(format.list), format.level) : null;
		const level = format?.level ?? 0;
		const [first = '', ...rest] = this.#words.split('\n');
		const content = {
			lines: [{ text: first, marker, level }, ...rest.map((text) => ({ text, marker: null, level }))],
			newPage: this.#newPage
		};
		this.#words = '';
		this.#newPage = false;
		return content;
	}

	end() {
		if (this.#words.trim() !== '') this.#tables.add(0, this.#content(null), null, []);
		this.#tables.end();
		return this.#flow.blocks;
	}
}

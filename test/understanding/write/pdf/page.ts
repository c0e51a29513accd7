import { type Drawn, type Sheet, widthOf } from './file';

export type Manner = {
	/** What is drawn around cells. */
	drawn: 'grid' | 'lines across' | 'grounds' | 'nothing';
	/** Room above and below the words of a cell, in points. */
	padding: number;
	/** How the words come one after another in the file. */
	order?: 'by cells' | 'by lines' | 'by letters';
	/** The head once more on every page. */
	headAgain?: boolean;
	/** Rows go on over the end of a page. */
	broken?: boolean;
	/** Numbers stand in the middle of their cell's height. */
	middle?: boolean;
	landscape?: boolean;
	/** A line at the head of every page and its number at the foot. */
	running?: string;
};

export const size = 10;
const leading = 12;
export const margin = 50;

/** Lines of a width, broken at spaces and after hyphens as word processors do; a word too long is broken anywhere. */
export function wrap(text: string, width: number): string[] {
	return text.split('\n').flatMap((paragraph) => {
		const lines: string[] = [];
		let line = '';
		for (const word of paragraph
			.split(/(?<=[а-яё\d][-–](?=[а-яё\d]))|[ \u00a0]+/i)
			.filter(Boolean)
			.flatMap((word) => pieces(word, width))) {
			const longer = line ? `${line}${/[а-яё\d][-–]$/i.test(line) ? '' : ' '}${word}` : word;
			if (line && widthOf(longer, size) > width) {
				lines.push(line);
				line = word;
			} else line = longer;
		}
		return [...lines, line];
	});
}

/** A word wider than its cell is broken wherever its edge comes. */
function pieces(word: string, width: number): string[] {
	if (widthOf(word, size) <= width) return [word];
	let fits = word.length;
	while (fits > 1 && widthOf(word.slice(0, fits), size) > width) fits--;
	return [word.slice(0, fits), ...pieces(word.slice(fits), width)];
}

/** Puts lines on pages from top to bottom. */
export class Pages {
	readonly sheets: { texts: Drawn[]; lines: string[] }[] = [];
	y = 0;
	readonly width: number;
	readonly height: number;
	readonly #manner: Manner;

	constructor(manner: Manner) {
		this.#manner = manner;
		[this.width, this.height] = manner.landscape ? [842, 595] : [595, 842];
		this.turn();
	}

	get sheet() {
		return this.sheets.at(-1) as { texts: Drawn[]; lines: string[] };
	}

	turn() {
		this.sheets.push({ texts: [], lines: [] });
		this.y = this.height - margin;
		const { running } = this.#manner;
		if (!running) return;
		const number = String(this.sheets.length);
		this.put(running, margin, this.height - 30);
		this.put(number, this.width / 2, 25);
	}

	put(text: string, x: number, y: number) {
		if (text.trim() !== '') this.sheet.texts.push({ text, x, y, size });
	}

	room() {
		return this.y - margin;
	}

	paragraph(text: string, centred: boolean) {
		const width = this.width - 2 * margin;
		for (const line of wrap(text, width)) {
			if (this.room() < leading) this.turn();
			this.y -= leading;
			this.put(line, centred ? (this.width - widthOf(line, size)) / 2 : margin, this.y + 3);
		}
	}

	finished(): Sheet[] {
		return this.sheets.map(({ texts, lines }) => ({
			width: this.width,
			height: this.height,
			turned: this.#manner.landscape === true,
			lines,
			texts: inOrder(texts, this.#manner.order ?? 'by cells')
		}));
	}
}

function inOrder(texts: readonly Drawn[], order: Manner['order']): Drawn[] {
	if (order === 'by lines') return [...texts].sort((a, b) => b.y - a.y || a.x - b.x);
	if (order !== 'by letters') return [...texts];
	return texts.flatMap((drawn) => {
		let x = drawn.x;
		return [...drawn.text].flatMap((letter) => {
			const at = x;
			x += widthOf(letter, drawn.size);
			return letter === ' ' ? [] : [{ ...drawn, text: letter, x: at }];
		});
	});
}

export const leadingOf = leading;

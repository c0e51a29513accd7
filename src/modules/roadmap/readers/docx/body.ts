import type { Block, Line } from '../../engine/grid';
import { Unreadable } from '../../rules/understanding';
import { type Content, FlowBuilder } from '../flow';
import { maxDepth } from '../limits';
import { tooDeep } from '../sentences';
import { type Attributes, attribute, type Visitor } from '../xml';
import type { ListCounter } from './numbering';

/** What Word keeps but does not show: deletions, field codes, the old state of a changed format, second copies of drawings. */
const unseen = new Set([
	'del',
	'moveFrom',
	'Fallback',
	'instrText',
	'delText',
	'pPrChange',
	'rPrChange',
	'tblPrChange',
	'trPrChange',
	'tcPrChange',
	'sectPrChange',
	'tblGridChange',
	'sdtPr',
	'sdtEndPr',
	'pict'
]);

type Open = { text: string; list: string | null; level: number; style: string | null };

/** Walks `word/document.xml` and builds its blocks. */
export class BodyReader implements Visitor {
	readonly #lists: ListCounter;
	readonly #styles: Map<string, { list: string; level: number }>;
	readonly #flow = new FlowBuilder();
	readonly #paragraphs: Open[] = [];
	#unseen = 0;
	#inText = false;
	#inNumbering = false;
	#depth = 0;

	constructor(lists: ListCounter, styles: Map<string, { list: string; level: number }>) {
		this.#lists = lists;
		this.#styles = styles;
	}

	get blocks(): Block[] {
		return this.#flow.blocks;
	}

	open = (name: string, attributes: Attributes) => {
		if (this.#unseen > 0 || unseen.has(name)) {
			if (unseen.has(name)) this.#unseen++;
			return;
		}
		this.#openTable(name, attributes);
		this.#openParagraph(name, attributes);
	};

	close = (name: string) => {
		if (unseen.has(name)) this.#unseen--;
		if (this.#unseen > 0 || unseen.has(name)) return;
		if (name === 't') this.#inText = false;
		else if (name === 'numPr') this.#inNumbering = false;
		else if (name === 'p') this.#endParagraph();
		else if (name === 'tc') this.#flow.endCell();
		else if (name === 'tr') this.#flow.endRow();
		else if (name === 'tbl') {
			this.#depth--;
			this.#flow.endTable();
		}
	};

	text = (text: string) => {
		if (this.#inText && this.#unseen === 0) this.#write(text);
	};

	#openTable(name: string, attributes: Attributes) {
		const value = () => attribute(attributes, 'val');
		if (name === 'tbl') {
			this.#depth++;
			if (this.#depth > maxDepth) throw new Unreadable(tooDeep);
			this.#flow.beginTable();
		} else if (name === 'tr') this.#flow.beginRow();
		else if (name === 'tc') this.#flow.beginCell();
		else if (name === 'gridBefore') this.#flow.skipColumns(Number(value()) || 0);
		else if (name === 'gridSpan') this.#flow.spanCell(Number(value()) || 1);
		else if (name === 'vMerge') this.#flow.mergeCell(value() !== 'restart');
	}

	#openParagraph(name: string, attributes: Attributes) {
		const paragraph = this.#paragraphs.at(-1);
		const value = () => attribute(attributes, 'val');
		if (name === 'p') this.#paragraphs.push({ text: '', list: null, level: 0, style: null });
		else if (name === 't') this.#inText = true;
		else if (name === 'tab') this.#write(' ');
		else if (name === 'noBreakHyphen') this.#write('-');
		else if (name === 'cr') this.#write('\n');
		else if (name === 'br') {
			if (attribute(attributes, 'type') === 'page') this.#flow.breakPage();
			else this.#write('\n');
		} else if (name === 'lastRenderedPageBreak' || name === 'pageBreakBefore') this.#flow.breakPage();
		else if (name === 'numPr') this.#inNumbering = true;
		else if (!paragraph) return;
		else if (name === 'numId' && this.#inNumbering) paragraph.list = value() ?? null;
		else if (name === 'ilvl' && this.#inNumbering) paragraph.level = Number(value()) || 0;
		else if (name === 'pStyle') paragraph.style = value() ?? null;
	}

	#write(text: string) {
		const paragraph = this.#paragraphs.at(-1);
		if (paragraph) paragraph.text += text;
	}

	#endParagraph() {
		const paragraph = this.#paragraphs.pop();
		if (!paragraph) return;
		const styled = paragraph.style ? this.#styles.get(paragraph.style) : undefined;
		const list = paragraph.list ?? styled?.list ?? null;
		const level = paragraph.list ? paragraph.level : (styled?.level ?? 0);
		const marker = list ? this.#lists.next(list, level) : null;
		const [first = '', ...rest] = paragraph.text.split('\n');
		const lines: Content[] = [
			{ text: first, marker, level },
			...rest.map((text): Line => ({ text, marker: null, level }))
		];
		this.#flow.addParagraph(lines);
	}
}

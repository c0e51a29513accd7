/** How papers of a school look (ГОСТ Р 7.0.97): millimetres and points. */
export type Layout = {
	font: string;
	size: number;
	tableSize: number;
	left: number;
	right: number;
	top: number;
	bottom: number;
	/** «►» before every place to sign: for papers that lie in a folder to be signed. */
	marks?: boolean;
	/** A code at the foot of the first page that leads to the page which verifies the paper. */
	check?: boolean;
};
/** The left margin is wide because orders are kept for decades and sewn. */
export const usualLayout: Layout = {
	font: 'Times New Roman',
	size: 13,
	tableSize: 10.5,
	left: 30,
	right: 15,
	top: 20,
	bottom: 20
};

export type Block =
	| { kind: 'paragraph'; style: StyleName; text: string; right?: string; keepNext?: boolean }
	| { kind: 'table'; widths: number[]; rows: string[][] }
	| { kind: 'signature'; left: string; right: string }
	| { kind: 'page' };

/** A template as we write it, line by line; the words before the colon say what a line is. */
const lines = {
	'вид: ': 'title',
	'заголовок: ': 'subject',
	'центр: ': 'centre',
	'гриф: ': 'stamp',
	'раздел: ': 'heading',
	'п. ': 'point',
	'пп. ': 'subpoint',
	'мелко: ': 'small',
	'строка: ': 'plain'
} as const;
export type StyleName = (typeof lines)[keyof typeof lines] | 'text' | 'tag';

/**
 * Reads a source: a line is a paragraph. «таблица: 8 40 40» begins a table whose rows stand in lines between «|»; the first
 * is its heading. «подпись: должность | имя» is the block under the text; «лист»: the next line begins a new page, and points begin anew. A line that is nothing but
 * {#…} or {/…} disappears from the paper.
 */
export function blocksOf(source: string): Block[] {
	const blocks: Block[] = [];
	for (const line of source.split('\n').map((one) => one.trim())) {
		const last = blocks.at(-1);
		if (line === '') continue;
		if (line === 'лист') blocks.push({ kind: 'page' });
		else if (line.startsWith('|')) {
			if (line.includes('| подпись')) keepTogether(blocks.slice(-3, -1)); // both sides sign in a table
			if (line.startsWith('| Кто | Подпись |')) keepTogether(blocks.slice(-3, -1));
			if (last?.kind === 'table')
				last.rows.push(
					line
						.replace(/^\||\|$/g, '')
						.split(/(?<!\|)\|(?![^{]*\})/)
						.map((cell) => cell.trim())
				);
		} else if (line.startsWith('таблица: ')) {
			if (last?.kind === 'paragraph') last.keepNext = true; // a table does not begin alone on a new page
			blocks.push({ kind: 'table', widths: line.slice(9).split(' ').map(Number), rows: [] });
		} else if (line.startsWith('подпись: ')) {
			const [left = '', right = ''] = line
				.slice(9)
				.split(/\|(?![^{]*\})/)
				.map((part) => part.trim());
			keepTogether(blocks.slice(-2));
			blocks.push({ kind: 'signature', left, right });
		} else blocks.push(paragraphOf(line));
	}
	return blocks;
}

/** A table where people sign one under another: it goes over the page whole. */
export const isSigning = (rows: readonly (readonly string[])[]) => rows[0]?.[0] === 'Кто' && rows[0][1] === 'Подпись';

/** The last lines of the text go over the page together with the signature. */
function keepTogether(blocks: readonly Block[]) {
	for (const one of blocks) if (one.kind === 'paragraph') one.keepNext = true;
}

function paragraphOf(line: string): Block {
	if (/^\{[#^/][^{}]*\}$/.test(line)) return { kind: 'paragraph', style: 'tag', text: line };
	const mark = (Object.keys(lines) as (keyof typeof lines)[]).find((one) => `${line} `.startsWith(one));
	const style = mark ? lines[mark] : 'text';
	const [text = '', right] = (mark ? line.slice(mark.length) : line).split(' → ');
	const heads = style === 'heading' || style === 'subject' || style === 'title';
	return { kind: 'paragraph', style, text, ...(right !== undefined && { right }), ...(heads && { keepNext: true }) };
}

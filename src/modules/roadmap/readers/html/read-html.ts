import { Parser } from 'htmlparser2';
import type { Grid } from '../../engine/grid';
import { Unreadable } from '../../rules/understanding';
import { FlowBuilder } from '../flow';
import { maxDepth, maxOpenElements } from '../limits';

const blocks = new Set([
	'p',
	'div',
	'h1',
	'h2',
	'h3',
	'h4',
	'h5',
	'h6',
	'li',
	'blockquote',
	'pre',
	'section',
	'article',
	'center',
	'caption',
	'dt',
	'dd',
	'td',
	'th',
	'tr',
	'table',
	'ul',
	'ol',
	'hr'
]);
/** What a saved page carries besides its text: menus, scripts, forms. */
const unseen = new Set([
	'script',
	'style',
	'nav',
	'footer',
	'head',
	'noscript',
	'template',
	'svg',
	'select',
	'button',
	'iframe',
	'aside',
	'form'
]);

/** White space that a page shows as one space. */
const blanks = /[^\S ]| {2}/;

const tooDeep =
	'Страница устроена слишком сложно: её части вложены друг в друга тысячами. Скопируйте таблицу плана в новый документ и загрузите его.';

/** A page saved from a site, or HTML pasted from Word, as paragraphs and tables. */
export function readHtml(text: string): Grid {
	const flow = new FlowBuilder();
	const lists: { ordered: boolean; count: number }[] = [];
	let hidden = 0;
	let depth = 0;
	let open = 0;
	let words = '';
	let marker: string | null = null;
	const flush = () => {
		if (words === '') return;
		if (words.trim() !== '') {
			const level = Math.max(0, lists.length - 1);
			const lines = words.includes('\n') ? words.split('\n').filter((line) => line.trim() !== '') : [words];
			const [first = '', ...rest] = lines;
			flow.addParagraph([{ text: first, marker, level }, ...rest.map((line) => ({ text: line, marker: null, level }))]);
			marker = null;
		}
		words = '';
	};
	const parser = new Parser({
		onopentag(name, attributes) {
			if (++open > maxOpenElements) throw new Unreadable(tooDeep);
			if (unseen.has(name)) hidden++;
			if (hidden > 0) return;
			if (blocks.has(name)) flush();
			if (name === 'br') words += '\n';
			else if (name === 'table') {
				depth++;
				if (depth > maxDepth)
					throw new Unreadable(
						'Таблицы вложены друг в друга слишком глубоко. Скопируйте таблицу плана в новый документ и загрузите его.'
					);
				flow.beginTable();
			} else if (name === 'tr') flow.beginRow();
			else if (name === 'td' || name === 'th') {
				flow.beginCell();
				flow.spanCell(Number(attributes.colspan) || 1);
				flow.hangCell(Number(attributes.rowspan) || 1);
			} else if (name === 'ul' || name === 'ol')
				lists.push({ ordered: name === 'ol', count: (Number(attributes.start) || 1) - 1 });
			else if (name === 'li') {
				const list = lists.at(-1);
				if (list) list.count++;
				marker = list?.ordered ? `${list.count}.` : '•';
			}
		},
		ontext(text) {
			if (hidden === 0) words += blanks.test(text) ? text.replace(/\s+/g, ' ') : text;
		},
		onclosetag(name) {
			open--;
			if (unseen.has(name)) hidden = Math.max(0, hidden - 1);
			if (hidden > 0 || unseen.has(name)) return;
			if (blocks.has(name)) flush();
			if (name === 'td' || name === 'th') flow.endCell();
			else if (name === 'tr') flow.endRow();
			else if (name === 'table') {
				depth--;
				flow.endTable();
			} else if (name === 'ul' || name === 'ol') lists.pop();
		}
	});
	parser.write(text);
	parser.end();
	flush();
	return { blocks: flow.blocks };
}

/** Does the text look like a page rather than like words? */
export const isHtml = (text: string) =>
	/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|div|p)[\s>]/i.test(
		text.slice(0, 4000)
	);

/** The encoding a page names for itself, when it does. */
export const declaredEncoding = (bytes: Uint8Array) =>
	/charset\s*=\s*["']?\s*([\w-]+)/i.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 2048)))?.[1];

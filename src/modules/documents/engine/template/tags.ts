import { type Place, placeText, type TemplateProblem } from './problems';
import { asText, decoded, type Token, tokensOf } from './xml';

export type TagKind = 'field' | 'section' | 'inverted' | 'end';
export type Tag = { kind: TagKind; text: string; written: string; place: Place };
export type Item = Token | { tag: Tag };
export const isTag = (item: Item | undefined): item is { tag: Tag } => item !== undefined && 'tag' in item;

export type Tagged = {
	items: Item[];
	problems: TemplateProblem[];
	/** Tags of docxtemplater that are not of our subset: `{@raw}`, `{-w:p loop}`, changed delimiters. */
	foreign: string[];
};

/** An order with its annexes has a hundred. */
const mostFields = 2000;
const mostInParagraph = 500;

type Segment = { at: number; text: string };
const foreignTag = /^[@%=-]|^\s*$/;
const kinds: Record<string, TagKind> = { '#': 'section', '^': 'inverted', '/': 'end' };

/**
 * Finds the tags of one part. Word cuts a tag into runs as it likes: the pieces are joined, the tag stands where its brace
 * was opened.
 */
export function tagsOf(xml: string, part: string): Tagged {
	const tokens = tokensOf(xml);
	const result: Tagged = { items: [], problems: [], foreign: [] };
	const replaced = new Map<number, Item[]>();
	const open: { segments: Segment[]; place: Place; keep: number[] }[] = [];
	const tables: { number: number; row: number; column: number }[] = [];
	let [paragraphs, tableCount] = [0, 0];
	let inText = false;
	for (const [at, { name, kind, xml: written }] of tokens.entries()) {
		const table = tables.at(-1);
		if (kind === 'text') {
			if (inText) open.at(-1)?.segments.push({ at, text: decoded(written) });
		} else if (name === 'w:t') inText = kind === 'open';
		else if (name === 'w:tbl' && kind === 'open') tables.push({ number: ++tableCount, row: 0, column: 0 });
		else if (name === 'w:tbl' && kind === 'close') tables.pop();
		else if (name === 'w:tr' && kind === 'open' && table) {
			table.row++;
			table.column = 0;
		} else if (name === 'w:tc' && kind === 'open' && table) table.column++;
		else if (name === 'w:p' && kind === 'open') {
			if (!table) paragraphs++;
			open.push({
				segments: [],
				keep: [],
				place: { part, paragraph: paragraphs, ...(table && { table: { ...table } }) }
			});
		} else if (name === 'w:p' && kind === 'close') {
			const paragraph = open.pop();
			if (paragraph) inParagraph(paragraph.segments, paragraph.place, replaced, result);
		}
	}
	const fields = [...replaced.values()].reduce((sum, items) => sum + items.filter(isTag).length, 0);
	if (fields > mostFields) {
		const place = placeText({ part, paragraph: 1 });
		const reason = `В шаблоне больше ${mostFields} полей. Разделите его на части.`;
		return { ...result, problems: [{ place, near: '', reason }] };
	}
	for (const [at, token] of tokens.entries()) {
		const next = replaced.get(at + 1);
		// blanks at the edges of a value are part of it
		if (next && token.name === 'w:t') result.items.push({ ...token, xml: '<w:t xml:space="preserve">' });
		else for (const item of replaced.get(at) ?? [token]) result.items.push(item);
	}
	return result;
}

function inParagraph(segments: Segment[], place: Place, replaced: Map<number, Item[]>, { problems, foreign }: Tagged) {
	const whole = segments.map(({ text }) => text).join('');
	if (!/[{}]/.test(whole)) return;
	const found: { from: number; to: number; tag: Tag }[] = [];
	const trouble = (near: string, reason: string) => problems.push({ place: placeText(place), near, reason });
	let from = -1;
	for (let at = 0; at < whole.length; at++) {
		if (whole[at] === '{') {
			if (from >= 0)
				trouble(whole.slice(from, at + 12), 'Скобка «{» открыта и не закрыта: поле пишется так: {название}.');
			from = at;
		} else if (whole[at] === '}') {
			if (from < 0)
				trouble(whole.slice(Math.max(0, at - 20), at + 1), 'Скобка «}» закрыта, а открытой «{» перед ней нет.');
			else {
				const written = whole.slice(from, at + 1);
				const inner = written.slice(1, -1);
				if (inner.trim() === '') trouble(written, 'В фигурных скобках ничего не написано: нужно название поля.');
				else if (foreignTag.test(inner)) foreign.push(written);
				const kind = kinds[inner.trim()[0] ?? ''] ?? 'field';
				const text = (kind === 'field' ? inner : inner.trim().slice(1)).replace(/[\s\u00a0]+/g, ' ').trim();
				found.push({ from, to: at + 1, tag: { kind, text, written, place } });
			}
			from = -1;
		}
	}
	if (found.length > mostInParagraph) {
		trouble('', `В одном абзаце больше ${mostInParagraph} полей. Разделите его.`);
		return;
	}
	if (from >= 0)
		trouble(
			whole.slice(from, from + 30),
			'Скобка «{» открыта и не закрыта до конца абзаца: поле пишется так: {название}.'
		);
	let start = 0;
	for (const { at, text } of segments) {
		const end = start + text.length;
		const here = found.filter((one) => one.from < end && one.to > start);
		if (here.length > 0) replaced.set(at, piecesOf(text, start, here));
		start = end;
	}
}

/** The text of one run, with the tags that begin in it; what of a tag stands in later runs is gone from them. */
function piecesOf(text: string, start: number, tags: readonly { from: number; to: number; tag: Tag }[]): Item[] {
	const items: Item[] = [];
	const push = (piece: string) => piece && items.push({ xml: asText(piece), name: '', kind: 'text' });
	let at = start;
	for (const { from, to, tag } of tags) {
		push(text.slice(at - start, Math.max(at, from) - start));
		if (from >= start) items.push({ tag });
		at = Math.max(at, to);
	}
	push(text.slice(at - start));
	return items;
}

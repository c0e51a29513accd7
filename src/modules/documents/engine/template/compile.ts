import { type Expression, parseExpression } from './expression';
import { placeText, type TemplateProblem } from './problems';
import { type Range, rangesOf } from './ranges';
import { type Item, isTag, type Tag, tagsOf } from './tags';

/** What a part of a template is made of. */
export type Node =
	| { kind: 'literal'; bytes: Uint8Array }
	| { kind: 'field'; expression: Expression; tag: Tag }
	| { kind: 'section'; inverted: boolean; path: readonly string[]; tag: Tag; nodes: Node[] }
	/** A cell left without a paragraph, a table without rows: Word would call the file broken. */
	| { kind: 'guard'; needs: string; otherwise: string; nodes: Node[] };

export type Compiled = { nodes: Node[]; problems: TemplateProblem[]; foreign: string[] };

/** One part of a Word file as literal pieces and fields. */
export function compilePart(xml: string, part: string): Compiled {
	const { items, problems, foreign } = tagsOf(xml, part);
	const found = rangesOf(items);
	const all = [...problems, ...found.problems];
	for (const item of items) {
		if (!isTag(item) || item.tag.kind === 'end') continue;
		const parsed = parseExpression(item.tag.text);
		if ('unknown' in parsed) {
			all.push({
				place: placeText(item.tag.place),
				near: item.tag.written,
				reason: `После «|» стоит «${parsed.unknown}»: такого преобразования нет. Список преобразований – в списке полей.`
			});
		}
	}
	return { nodes: all.length > 0 ? [] : build(items, found.ranges), problems: all, foreign };
}

function build(items: readonly Item[], ranges: readonly Range[]): Node[] {
	const sorted = ranges.toSorted((a, b) => a.from - b.from || b.to - a.to || a.order - b.order);
	let next = 0;
	const upTo = (from: number, to: number): Node[] => {
		const nodes: Node[] = [];
		let words = '';
		const flush = () => {
			if (words !== '') nodes.push({ kind: 'literal', bytes: Buffer.from(words) });
			words = '';
		};
		const add = (node: Node) => {
			flush();
			nodes.push(node);
		};
		for (let at = from; at < to; ) {
			const range = sorted[next];
			if (range && range.from === at && range.to <= to) {
				next++;
				const inside = upTo(range.bodyFrom, range.bodyTo);
				add(
					range.guard
						? { kind: 'guard', ...range.guard, nodes: inside }
						: {
								kind: 'section',
								inverted: range.tag.kind === 'inverted',
								path: pathOf(range.tag),
								tag: range.tag,
								nodes: inside
							}
				);
				at = range.to;
				continue;
			}
			const item = items[at++];
			if (!isTag(item)) words += item?.xml ?? '';
			else if (item.tag.kind === 'field')
				add({ kind: 'field', expression: parseExpression(item.tag.text) as Expression, tag: item.tag });
		}
		flush();
		return nodes;
	};
	return upTo(0, items.length);
}

const pathOf = (tag: Tag) => (parseExpression(tag.text) as Expression).path;

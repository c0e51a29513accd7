import { placeText, type TemplateProblem } from './problems';
import { type Item, isTag, type Tag } from './tags';

/** What a section repeats: `from`–`to` is taken out of the text, `bodyFrom`–`bodyTo` is put in as often as needed. */
export type Range = { from: number; to: number; bodyFrom: number; bodyTo: number; order: number } & (
	| { tag: Tag; guard?: undefined }
	| { tag?: undefined; guard: { needs: string; otherwise: string } }
);

/** Pairs beginnings and ends of sections, and grows them to whole rows and paragraphs as docxtemplater does (`paragraphLoop`). */
export function rangesOf(items: readonly Item[]): { ranges: Range[]; problems: TemplateProblem[] } {
	const problems: TemplateProblem[] = [];
	const ranges: Range[] = [];
	const open: { at: number; tag: Tag; order: number }[] = [];
	const trouble = (tag: Tag, reason: string) =>
		problems.push({ place: placeText(tag.place), near: tag.written, reason });
	let order = 0;
	for (const [at, item] of items.entries()) {
		if (!isTag(item) || item.tag.kind === 'field') continue;
		const { tag } = item;
		if (tag.kind !== 'end') {
			open.push({ at, tag, order: order++ });
			continue;
		}
		const begun = open.pop();
		if (!begun) trouble(tag, `Раздел закрыт, но не открыт: перед «${tag.written}» нет {#${tag.text}}.`);
		else if (tag.text !== '' && tag.text !== begun.tag.text)
			trouble(
				tag,
				`Закрыт раздел «${tag.text}», а последним открыт «${begun.tag.text}» (${placeText(begun.tag.place)}).`
			);
		else {
			const range = rangeOf(items, begun, at);
			if (range) ranges.push(range, ...guardsAround(items, range));
			else
				trouble(
					begun.tag,
					`Раздел «${begun.tag.text}» начинается в таблице, а кончается за её пределами (или наоборот): {#…} и {/…} ставят в одной таблице или оба вне её.`
				);
		}
	}
	for (const { tag } of open) trouble(tag, `Раздел открыт и не закрыт: нужен {/${tag.text}}.`);
	return { ranges: unique(ranges), problems };
}

function rangeOf(
	items: readonly Item[],
	{ at, tag, order }: { at: number; tag: Tag; order: number },
	end: number
): Range | undefined {
	const { closes, opens } = unbalanced(items, at + 1, end);
	const made = (from: number, to: number, bodyFrom = from, bodyTo = to) => ({ from, to, bodyFrom, bodyTo, order, tag });
	if (closes.includes('w:tc') && opens.includes('w:tc')) {
		const [from, to] = [outwards(items, at, 'w:tr', -1), outwards(items, end, 'w:tr', 1)];
		return from === undefined || to === undefined || !even(items, from, to + 1) ? undefined : made(from, to + 1);
	}
	if (closes.join(' ') !== opens.toReversed().join(' ')) return undefined;
	if (closes.includes('w:p')) {
		const [first, last] = [aloneIn(items, at), aloneIn(items, end)];
		if (first && last) {
			const body = [first.to + 1, last.from] as const;
			return even(items, ...body) ? made(first.from, last.to + 1, ...body) : undefined;
		}
	}
	return made(at, end + 1, at + 1, end);
}

/** Elements that end between two places without having begun there, and those that begin without ending. */
function unbalanced(items: readonly Item[], from: number, to: number) {
	const closes: string[] = [];
	const opens: string[] = [];
	for (let at = from; at < to; at++) {
		const item = items[at];
		if (!item || isTag(item)) continue;
		if (item.kind === 'open') opens.push(item.name);
		else if (item.kind === 'close') {
			if (opens.length > 0) opens.pop();
			else closes.push(item.name);
		}
	}
	return { closes, opens };
}

const even = (items: readonly Item[], from: number, to: number) => {
	const { closes, opens } = unbalanced(items, from, to);
	return closes.length === 0 && opens.length === 0;
};

/** The beginning (−1) or the end (1) of the nearest element of this name around a place. */
function outwards(items: readonly Item[], from: number, name: string, step: -1 | 1): number | undefined {
	const [wanted, other] = step < 0 ? (['open', 'close'] as const) : (['close', 'open'] as const);
	let depth = 0;
	for (let at = from; at >= 0 && at < items.length; at += step) {
		const item = items[at];
		if (!item || isTag(item) || item.name !== name) continue;
		if (item.kind === other) depth++;
		else if (item.kind === wanted && depth-- === 0) return at;
	}
	return undefined;
}

/** The paragraph of a tag, when nothing else is written in it. */
function aloneIn(items: readonly Item[], tagAt: number): { from: number; to: number } | undefined {
	const [from, to] = [outwards(items, tagAt, 'w:p', -1), outwards(items, tagAt, 'w:p', 1)];
	if (from === undefined || to === undefined) return undefined;
	const others = items.slice(from, to).some((item, at) => {
		if (isTag(item)) return from + at !== tagAt;
		return (item.kind === 'text' && item.xml.trim() !== '') || /^w:(drawing|pict|object|sectPr)$/.test(item.name);
	});
	return others ? undefined : { from, to };
}

/** A cell must keep a paragraph and a table a row, whatever a section leaves out. */
function guardsAround(items: readonly Item[], range: Range): Range[] {
	const guarded = (name: string, needs: string, otherwise: string): Range[] => {
		const [from, to] = [outwards(items, range.from - 1, name, -1), outwards(items, range.to, name, 1)];
		if (from === undefined || to === undefined) return [];
		const inside =
			name === 'w:tc'
				? { bodyFrom: from + 1, bodyTo: to, from: from + 1, to }
				: { bodyFrom: from, bodyTo: to + 1, from, to: to + 1 };
		return [{ ...inside, order: -1, guard: { needs, otherwise } }];
	};
	const first = items[range.from];
	const name = first && !isTag(first) ? first.name : '';
	if (name === 'w:tr') return guarded('w:tbl', '<w:tr', '');
	return name === 'w:p' ? guarded('w:tc', '<w:p', '<w:p></w:p>') : [];
}

const unique = (ranges: Range[]) => [
	...new Map(ranges.map((range) => [`${range.from} ${range.to} ${range.order}`, range])).values()
];

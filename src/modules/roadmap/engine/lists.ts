import { startsDeed } from './deeds';
import { type Line, tidy, withoutEnd } from './grid';

/** One thing to do out of a cell: its words, the words that led to it, the number it had in the list. */
export type Item = { text: string; lead: string | null; number: string | null };

type Marked = { text: string; marker: string | null; kind: string; level: number };

const bullet = /^([-–—−‒•·●○◦▪■□✓✔➢➤►☐☑☒❏❑▢◻⬜✅★☆◆◇❖➔➜→⇒▶*\uf0b7\uf0a7\uf0d8]|o(?=\s))\s*(?=\S)/u;
const numbered = /^(\d{1,2}(?:\.\d{1,2}){0,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}(?=\s)|[а-я]\))\s*(?=[\p{L}«"“(–-])/u;
const number = /^\d{1,2}(?:\.\d{1,2})*/;

/** Takes the bullet or number off a line: «1) Сбор» → marker «1)», text «Сбор». */
export function splitMarker(line: Line): Marked {
	const text = tidy(line.text);
	if (line.marker) return { text, marker: line.marker, kind: kindOf(line.marker), level: line.level };
	const found = bullet.exec(text) ?? numbered.exec(text);
	if (!found?.[1]) return { text, marker: null, kind: '', level: line.level };
	return { text: text.slice(found[0].length), marker: found[1], kind: kindOf(found[1]), level: line.level };
}

/** The sort of a marker: two of one sort stand on one level. Different dashes are one sort: people mix them. */
function kindOf(marker: string) {
	if (/^[-–—−‒]$/.test(marker)) return '-';
	if (/^\d/.test(marker))
		return `1${'.1'.repeat(marker.match(/\.\d/g)?.length ?? 0)}${marker.endsWith(')') ? ')' : '.'}`;
	if (/^[а-я]\)/.test(marker)) return 'а)';
	return marker;
}

/**
 * Reads a cell as the things to do in it. A cell without a list is one item; a list gives its innermost items; the words
 * before a list are its lead and no item.
 */
export function readItems(lines: readonly Line[]): Item[] {
	const marked = lines
		.map((line) => ({ ...line, text: tidy(line.text) }))
		.flatMap(unfoldInline)
		.map(splitMarker)
		.filter((line) => line.text !== '');
	const entries = joinContinuations(marked);
	const listed = entries.filter((entry) => entry.marker !== null);
	if (listed.length === 0 && marked.length > 1 && marked.every(beginsAnew))
		return marked.map(({ text }) => single(text, null));
	if (listed.length === 0) return entries.length ? [single(entries.map((entry) => entry.text).join(' '), null)] : [];
	const [first] = entries;
	if (listed.length === 1 && first && first.marker === null && !first.text.endsWith(':')) {
		return [single(`${first.text} ${listed[0]?.text}`, null)];
	}
	return innermost(entries);
}

/** A line that is something to do from its capital on, and after one that is whole. */
const beginsAnew = ({ text }: Marked, index: number, lines: readonly Marked[]) =>
	/^[«"]?[А-ЯЁ]/.test(text) &&
	text.length > 8 &&
	(index === 0 ||
		!/(?:[,:(–—-]|\s(?:и|в|с|по|на|для|о|об|при|к|из|или|от|за|без))$/i.test(lines[index - 1]?.text ?? '')) &&
	startsDeed(text);

const single = (text: string, lead: string | null, marker: string | null = null): Item => ({
	text: trimItem(text),
	lead,
	number: marker ? (number.exec(marker)?.[0] ?? null) : null
});

const trimItem = (text: string) => withoutEnd(tidy(text), ' ;,');

/** A line without a marker goes on with the line above it. */
function joinContinuations(marked: Marked[]) {
	const entries: Marked[] = [];
	for (const line of marked) {
		const above = entries.at(-1);
		if (above && line.marker === null) above.text = `${above.text} ${line.text}`;
		else entries.push({ ...line });
	}
	return entries;
}

function innermost(entries: Marked[]): Item[] {
	const items: Item[] = [];
	const open: { kind: string; level: number; text: string }[] = [];
	entries.forEach((entry, index) => {
		if (entry.marker === null) {
			open.push({ kind: '', level: -1, text: entry.text });
			return;
		}
		while (open.length && !holds(open.at(-1), entry)) open.pop();
		if (isLead(entry, entries[index + 1])) open.push(entry);
		else items.push(single(entry.text, open.at(-1)?.text ?? null, entry.marker));
	});
	return items;
}

/** Is the open lead above this entry, rather than beside it? */
function holds(lead: { kind: string; level: number } | undefined, entry: Marked) {
	return (
		lead !== undefined &&
		(lead.kind === '' || lead.level < entry.level || (lead.level === entry.level && lead.kind !== entry.kind))
	);
}

/** «Обучение наставников:» before entries of another sort or depth is no thing to do itself. */
function isLead(entry: Marked, next: Marked | undefined) {
	if (next?.marker == null) return false;
	if (next.level > entry.level) return true;
	return next.level === entry.level && next.kind !== entry.kind && /[:：]$/.test(entry.text);
}

/** A dash parts items only after a stop: it also stands in sentences. A round bullet stands nowhere else. */
const inlineBullet = /(?:(?<=[:;.])\s+[-–—−]|\s+[•·●▪])\s+(?=[\p{L}«"“])/gu;
const inlineNumber = /(?:^|(?<=[\s:;.,]))(\d{1,2})(\)|\.(?!\d))\s*(?=[\p{Lu}\p{Ll}«"“])/gu;

/** A list whose line breaks were lost: «…базой: - Положение; - Договор» or «1) Сбор. 2) Анализ». */
function unfoldInline(line: Line): Line[] {
	if (line.marker) return [line];
	const numbered = unfoldNumbers(line);
	return numbered.length > 1 ? numbered.flatMap(unfoldDashes) : unfoldDashes(line);
}

function unfoldDashes(line: Line): Line[] {
	const dashes = line.text.split(inlineBullet);
	const startsMarked = bullet.test(tidy(line.text));
	if (dashes.length > 2 || (dashes.length === 2 && (startsMarked || /:\s*$/.test(dashes[0] ?? '')))) {
		return dashes.map((text, index) => ({ ...line, text: index === 0 ? text : `- ${text}` }));
	}
	return [line];
}

/** Numbers count only when they run 1, 2, 3 …: «п. 2. Положения» alone is prose. */
function unfoldNumbers(line: Line): Line[] {
	if (!line.text.includes('1')) return [line];
	const runs = new Map<string, { at: number; value: number }[]>();
	for (const found of line.text.matchAll(inlineNumber)) {
		const run = runs.get(found[2] ?? '') ?? [];
		if (Number(found[1]) === run.length + 1) run.push({ at: found.index, value: Number(found[1]) });
		runs.set(found[2] ?? '', run);
	}
	const cuts = [...runs.values()].find((run) => run.length >= 2)?.map((cut) => cut.at);
	if (!cuts) return [line];
	const starts = cuts[0] === 0 ? cuts : [0, ...cuts];
	return starts.map((start, index) => ({ ...line, text: line.text.slice(start, starts[index + 1]) }));
}

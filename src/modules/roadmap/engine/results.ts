import { type Line, tidy, withoutEnd } from './grid';
import { readItems, splitMarker } from './lists';

/** The results a cell names: split on semicolons, bullets, lines and whole sentences. */
export function readResults(lines: readonly Line[]): string[] {
	const listed = lines.some((line) => splitMarker(line).marker !== null);
	const parts = listed ? readItems(lines).map((item) => item.text) : joinWrapped(lines.map((line) => tidy(line.text)));
	return parts
		.flatMap(splitOutside)
		.map(cleaned)
		.filter((part) => /[\p{L}\d]/u.test(part));
}

const cleaned = (part: string) => withoutEnd(tidy(part).replace(/^[-–—•;,.\s]+/, ''), ' ;,.');

/** A line that begins small goes on with the one above. */
function joinWrapped(lines: string[]) {
	const joined: string[] = [];
	for (const line of lines.filter((text) => text !== '')) {
		const above = joined.at(-1);
		if (above !== undefined && !/[;.]$/.test(above) && /^[а-яё(0-9]/.test(line))
			joined[joined.length - 1] = `${above} ${line}`;
		else joined.push(line);
	}
	return joined;
}

const sentenceEnd = /(?<=[а-яё)»]{3})\.\s+(?=[А-ЯЁ«])/u;

function splitOutside(text: string): string[] {
	const parts: string[] = [];
	let depth = 0;
	let start = 0;
	for (let at = 0; at < text.length; at++) {
		if ('(«'.includes(text[at] ?? '')) depth++;
		else if (')»'.includes(text[at] ?? '')) depth = Math.max(0, depth - 1);
		else if (depth === 0 && text[at] === ';') {
			parts.push(text.slice(start, at));
			start = at + 1;
		}
	}
	return [...parts, text.slice(start)].flatMap((part) => part.split(sentenceEnd));
}

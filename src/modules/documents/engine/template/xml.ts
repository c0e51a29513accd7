/** A tag of XML or the text between two; `name` with its prefix: «w:p». */
export type Token = { xml: string; name: string; kind: 'open' | 'close' | 'single' | 'text' };

const markup = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(?:[^<>"']|"[^"]*"|'[^']*')*>/g;

/** Cuts a part of a Word file into tags and texts; put together again they are the same bytes. */
export function tokensOf(xml: string): Token[] {
	const tokens: Token[] = [];
	let at = 0;
	for (const found of xml.matchAll(markup)) {
		if (found.index > at) tokens.push({ xml: xml.slice(at, found.index), name: '', kind: 'text' });
		tokens.push(tagOf(found[0]));
		at = found.index + found[0].length;
	}
	if (at < xml.length) tokens.push({ xml: xml.slice(at), name: '', kind: 'text' });
	return tokens;
}

function tagOf(xml: string): Token {
	if (xml[1] === '!' || xml[1] === '?') return { xml, name: '', kind: 'single' };
	const closing = xml[1] === '/';
	const name = /[^\s/>]+/.exec(xml.slice(closing ? 2 : 1))?.[0] ?? '';
	return { xml, name, kind: closing ? 'close' : xml.endsWith('/>') ? 'single' : 'open' };
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export const decoded = (text: string) =>
	text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(lt|gt|amp|quot|apos));/gi, (whole, hex, decimal, name) => {
		if (name) return named[name.toLowerCase()] ?? whole;
		const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
		return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
	});

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot carry them
const special = /[&<>\u0000-\u001f\ud800-\udfff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot carry them
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

/** Words of the template itself, as they were. */
export const asText = (text: string) =>
	special.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text;

/** A value as it stands between the tags of a run; a new line in it is a new line of the paragraph. */
export function escaped(text: string): string {
	if (!special.test(text)) return text;
	return asText(text.toWellFormed().replace(unwritable, ''))
		.replace(/\r\n?/g, '\n')
		.replaceAll('\n', '</w:t><w:br/><w:t xml:space="preserve">');
}

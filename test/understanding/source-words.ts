import { strFromU8, unzipSync } from 'fflate';

/**
 * The words of a file read in the plainest way there is, with nothing of our readers in it: markup taken out by expressions,
 * escapes undone. Menus and footers of a page are no part of its document.
 */
export function wordsOfSource(bytes: Uint8Array, format: string): string[] {
	const part = (name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
	const texts: Record<string, () => string> = {
		docx: () => withoutTags(part('word/document.xml')),
		xlsx: () => withoutTags(part('xl/sharedStrings.xml')),
		odt: () => withoutTags(part('content.xml')),
		html: () => withoutTags(strFromU8(bytes).replace(/<(head|nav|footer)[\s>][\s\S]*?<\/\1>/g, ' ')),
		rtf: () =>
			strFromU8(bytes)
				.replace(/\\u(-?\d+)\?/g, (_, code) => String.fromCharCode((Number(code) + 65_536) % 65_536))
				.replace(/\\[a-z]+-?\d* ?/g, ' '),
		csv: () => strFromU8(bytes)
	};
	return wordsIn(texts[format]?.() ?? '');
}

/** Words by their lengths in order: letters that look alike may have been mended. */
export const wordsIn = (text: string) =>
	(text.replaceAll('\u00ad', '').match(/[\p{L}\d]+/gu) ?? []).map((word) => String(word.length)).sort();

const withoutTags = (xml: string) =>
	xml
		.replace(/<[^>]*>/g, ' ')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&');

import { Parser } from 'htmlparser2';

/** Signs that no paper shows: they turn lines around, break a table or a file, or are nothing at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

const markup =
	/<\/?(?:a|b|body|br|div|font|h[1-6]|html|i|li|meta|o:p|ol|p|span|strong|style|table|td|tr|u|ul)\b[^<>]*>|<!--/i;
const unread = ['style', 'script', 'xml', 'head', 'title'];
const lines = ['p', 'div', 'li', 'tr', 'ul', 'ol', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** What Word or a site puts into the clipboard as HTML, as plain lines. */
function withoutMarkup(html: string) {
	let text = '';
	let unreadDepth = 0;
	const parser = new Parser({
		onopentag(name) {
			if (unread.includes(name)) unreadDepth += 1;
			if (name === 'br') text += '\n';
		},
		ontext(words) {
			if (unreadDepth === 0) text += words.replace(/[\s\u00a0]+/g, ' ');
		},
		onclosetag(name) {
			if (unread.includes(name)) unreadDepth -= 1;
			if (lines.includes(name)) text += '\n';
			if (name === 'td' || name === 'th') text += ' ';
		}
	});
	parser.write(html);
	parser.end();
	return text
		.split('\n')
		.map((line) => line.replace(/ +/g, ' ').trim())
		.join('\n')
		.replace(/\n{3,}/g, '\n\n');
}

/**
 * Somebody's own words as they are kept: emoji and letters of any language stay, control signs go, pasted markup
 * becomes plain lines. «3 < 5» is no markup.
 */
export function cleanText(typed: string) {
	const text = typed.replace(/\r\n?|\u2028|\u2029/g, '\n').toWellFormed();
	return (markup.test(text) ? withoutMarkup(text) : text).replace(unseen, '').trim();
}

/** The same in one line. */
export const cleanLine = (typed: string) => cleanText(typed).replace(/\s+/g, ' ');

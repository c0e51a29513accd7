/** Signs of windows-1251 by their byte: Node reads it and does not write it. */
const signs = new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, code) => code));
const bytes = new Map([...signs].map((sign, code) => [sign, code]));

/** What the old encoding has no sign for, said with the nearest it has. */
const nearest: Record<string, string> = {
	'\u2212': '–',
	'\u2011': '-',
	'\u202f': ' ',
	'\u2009': ' ',
	'‚': ',',
	'″': '"'
};

/** Text in windows-1251, as old programs ask; a sign it does not know becomes a question mark. */
export const toWindows1251 = (text: string): Uint8Array<ArrayBuffer> =>
	Uint8Array.from([...text].map((sign) => bytes.get(sign) ?? bytes.get(nearest[sign] ?? '?') ?? 63));

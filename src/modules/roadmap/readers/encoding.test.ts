import { expect, test } from 'vitest';
import { decode } from './encoding';

const text = 'Дорожная карта\nОтветственный: Ёлкина А. Б.\nСрок: май';
const table = (encoding: string) => {
	const decoder = new TextDecoder(encoding);
	return new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
};
const inOneByte = (encoding: string) => {
	const codes = table(encoding);
	return Uint8Array.from(text, (sign) => codes.get(sign) ?? 63);
};
const wide = (little: boolean, mark: boolean) => {
	const bytes = new DataView(new ArrayBuffer((text.length + (mark ? 1 : 0)) * 2));
	[...(mark ? '\ufeff' : ''), ...text].forEach((sign, index) => {
		bytes.setUint16(index * 2, sign.charCodeAt(0), little);
	});
	return new Uint8Array(bytes.buffer);
};

test.each([
	['utf-8', new TextEncoder().encode(text)],
	['utf-8', new TextEncoder().encode(`\ufeff${text}`)],
	['windows-1251', inOneByte('windows-1251')],
	['koi8-r', inOneByte('koi8-r')],
	['ibm866', inOneByte('ibm866')],
	['utf-16le', wide(true, true)],
	['utf-16le', wide(true, false)],
	['utf-16be', wide(false, true)],
	['utf-16be', wide(false, false)]
])('text in %s is told by its bytes', (encoding, bytes) => {
	expect(decode(bytes)).toEqual({ text, encoding });
});

test('line ends of Windows and of old Macs are one', () => {
	expect(decode(new TextEncoder().encode('а\r\nб\rв')).text).toBe('а\nб\nв');
});

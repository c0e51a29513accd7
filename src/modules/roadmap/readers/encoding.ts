import { Unreadable } from '../rules/understanding';
import { maxTextLength } from './limits';

/** Text out of bytes, with the name of the encoding that was found. Byte order mark first, then what the bytes look like; `declared` is what a page says of itself. */
export function decode(bytes: Uint8Array, declared?: string): { text: string; encoding: string } {
	const found = encodingOf(bytes);
	const encoding = found === 'utf-8' || !declared ? found : (knownEncoding(declared) ?? found);
	const text = new TextDecoder(encoding).decode(bytes);
	if (text.length > maxTextLength)
		throw new Unreadable('Файл слишком велик для дорожной карты. Оставьте в нём только план и загрузите ещё раз.');
	return { text: text.replace(/\r\n?/g, '\n'), encoding };
}

const knownEncoding = (name: string) =>
	['windows-1251', 'koi8-r', 'ibm866'].find((known) => known === name.toLowerCase());

function encodingOf(bytes: Uint8Array) {
	const [a, b, c] = bytes;
	if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
	if (a === 0xff && b === 0xfe) return 'utf-16le';
	if (a === 0xfe && b === 0xff) return 'utf-16be';
	const wide = wideEncoding(bytes);
	if (wide) return wide;
	if (isUtf8(bytes)) return 'utf-8';
	return cyrillicEncoding(bytes);
}

/** UTF-16 without a mark: Russian letters have 0x04 as their high byte, spaces and Latin 0x00. */
export function wideEncoding(bytes: Uint8Array) {
	const sample = bytes.subarray(0, 4096);
	const high = [0, 0];
	sample.forEach((byte, index) => {
		if (byte === 0x04 || byte === 0x00) high[index % 2] = (high[index % 2] ?? 0) + 1;
	});
	const half = sample.length / 2;
	if (half < 4) return undefined;
	if ((high[1] ?? 0) > half * 0.7 && (high[0] ?? 0) < half * 0.3) return 'utf-16le';
	if ((high[0] ?? 0) > half * 0.7 && (high[1] ?? 0) < half * 0.3) return 'utf-16be';
	return undefined;
}

/** A byte or two spoilt on the way make no other encoding: then Russian letters still outnumber what could not be read. */
function isUtf8(bytes: Uint8Array) {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return true;
	} catch {
		const text = new TextDecoder('utf-8').decode(bytes.subarray(0, 262_144));
		const broken = text.match(/\ufffd/g)?.length ?? 0;
		return (text.match(/[а-яё]/gi)?.length ?? 0) > broken * 10;
	}
}

/** In the right encoding most letters are small and the commonest Russian ones are common. */
function cyrillicEncoding(bytes: Uint8Array) {
	const sample = bytes.subarray(0, 65_536);
	const scored = ['windows-1251', 'koi8-r', 'ibm866'].map((encoding) => {
		const text = new TextDecoder(encoding).decode(sample);
		const common = text.match(/[оеаинтсрвл]/g)?.length ?? 0;
		const odd =
			text.match(/[А-ЯЁ](?=[а-яё]*[А-ЯЁ])|[\u2500-\u25ff\u0080-\u009fЂЃѓЉЊЌЋЏђљњќћџЎўЈҐЁІіґєјЅѕї]/g)?.length ?? 0;
		return { encoding, score: common - odd };
	});
	return scored.reduce((best, next) => (next.score > best.score ? next : best)).encoding;
}

export type Encoding = 'utf-8' | 'utf-8 with mark' | 'utf-16le' | 'windows-1251' | 'koi8-r';

/** Bytes of a text; a sign the encoding lacks becomes the nearest plain one. */
export function encode(text: string, encoding: Encoding): Uint8Array {
	if (encoding === 'utf-8') return new TextEncoder().encode(text);
	if (encoding === 'utf-8 with mark') return new TextEncoder().encode(`\ufeff${text}`);
	if (encoding === 'utf-16le') return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
	const table = tableOf(encoding);
	return Uint8Array.from(
		text.replaceAll('\u00ad', ''),
		(sign) => table.get(sign) ?? table.get(plain[sign] ?? '?') ?? 63
	);
}

const plain: Record<string, string> = { '–': '-', '—': '-', '«': '"', '»': '"', '№': 'N', '•': '-' };
const tables = new Map<Encoding, Map<string, number>>();

function tableOf(encoding: 'windows-1251' | 'koi8-r') {
	const known = tables.get(encoding);
	if (known) return known;
	const decoder = new TextDecoder(encoding);
	const table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
	tables.set(encoding, table);
	return table;
}

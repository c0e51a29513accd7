/** Text out of bytes: byte order mark first, then what the bytes look like; Russian Excel saves CSV in windows-1251. */
export function decodeTable(bytes: Uint8Array): string {
	return new TextDecoder(encodingOf(bytes)).decode(bytes).replace(/\r\n?/g, '\n');
}

function encodingOf(bytes: Uint8Array) {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	if (first === 0xfe && second === 0xff) return 'utf-16be';
	const wide = wideEncoding(bytes.subarray(0, 4096));
	if (wide) return wide;
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return 'utf-8';
	} catch {
		return 'windows-1251';
	}
}

/** Without a mark, too: a high byte is 0x04 for Russian letters, 0x00 for Latin ones, figures and separators. */
function wideEncoding(sample: Uint8Array) {
	const high = [0, 0];
	sample.forEach((byte, index) => {
		if (byte === 0x04 || byte === 0x00) high[index % 2] = (high[index % 2] ?? 0) + 1;
	});
	const [even = 0, odd = 0] = high.map((count) => count / Math.max(1, sample.length / 2));
	if (odd > 0.8 && even < 0.2) return 'utf-16le';
	return even > 0.8 && odd < 0.2 ? 'utf-16be' : undefined;
}

import { keptTogether } from './expression';
import { escaped } from './xml';

/**
 * Bytes of one part as they grow. Literal pieces are encoded once and only copied; the room is kept for the next paper, so
 * that a hundred thousand of them leave no rubbish behind.
 */
export type Writer = {
	literal: (bytes: Uint8Array) => void;
	text: (text: string) => void;
	/** A value as it stands in a run. */
	words: (text: string) => void;
	/** Where we are, to look back or to give up what was written since. */
	at: () => number;
	since: (from: number) => Buffer;
	backTo: (from: number) => void;
	begin: () => void;
};

/** Nearly every value stands for itself; these letters do not, and «№» holds its number. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot carry them
const special = /[&<>\u0000-\u001f\ud800-\udfff№]/;

export function writer(): Writer {
	let room = Buffer.allocUnsafeSlow(64 * 1024);
	let length = 0;
	const need = (bytes: number) => {
		if (length + bytes <= room.length) return;
		const larger = Buffer.allocUnsafeSlow(Math.max(room.length * 2, length + bytes));
		room.copy(larger, 0, 0, length);
		room = larger;
	};
	const text = (text: string) => {
		need(text.length * 3); // no letter takes more in UTF-8
		length += room.write(text, length, 'utf8');
	};
	return {
		literal: (bytes) => {
			need(bytes.length);
			room.set(bytes, length);
			length += bytes.length;
		},
		text,
		words: (value) => {
			text(special.test(value) ? escaped(keptTogether(value)) : value);
		},
		at: () => length,
		since: (from) => room.subarray(from, length),
		backTo: (from) => {
			length = from;
		},
		begin: () => {
			length = 0;
			if (room.length > 4 * 1024 * 1024) room = Buffer.allocUnsafeSlow(64 * 1024);
		}
	};
}

import { Unreadable } from '../../rules/understanding';

export const broken = () =>
	new Unreadable(
		'Документ Word старого образца (.doc) повреждён или получен не до конца. Откройте его в Word, сохраните как «Документ Word (.docx)» и загрузите ещё раз.'
	);

/** Little-endian numbers out of bytes nobody vouches for. @throws Unreadable for whatever lies outside. */
export class Window {
	readonly bytes: Uint8Array;
	readonly #view: DataView;

	constructor(bytes: Uint8Array) {
		this.bytes = bytes;
		this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	}

	get length() {
		return this.bytes.length;
	}

	u8(at: number) {
		return this.#view.getUint8(this.#within(at, 1));
	}

	u16(at: number) {
		return this.#view.getUint16(this.#within(at, 2), true);
	}

	i16(at: number) {
		return this.#view.getInt16(this.#within(at, 2), true);
	}

	u32(at: number) {
		return this.#view.getUint32(this.#within(at, 4), true);
	}

	part(from: number, length: number) {
		return new Window(this.bytes.subarray(this.#within(from, length), from + length));
	}

	#within(at: number, length: number) {
		if (!(at >= 0 && length >= 0 && at + length <= this.bytes.length)) throw broken();
		return at;
	}
}

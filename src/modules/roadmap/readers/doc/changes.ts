import { broken, type Window } from './window';

/** Bytes of a change's operand by the three upper bits of its code [MS-DOC 2.6]; 0: the operand begins with its length. */
const sizes = [1, 1, 2, 4, 2, 2, 0, 3];
const defineTable = 0xd608;
const changeTabs = 0xc615;
const elsewhere = new Set([0x6645, 0x6646]);
/** Some millions stand for thousands of pages. */
const maxChanges = 5_000_000;

type Change = (code: number, value: Window) => void;

/** Reads lists of single property changes («sprm»): the only way this format says anything about format. */
export class Changes {
	readonly #data: Window;
	#seen = 0;

	/** `data`: the stream that holds lists too long for their page. */
	constructor(data: Window) {
		this.#data = data;
	}

	each(list: Window, change: Change, mayLeave = true) {
		let at = 0;
		while (at + 3 <= list.length) {
			if (++this.#seen > maxChanges) throw broken();
			const code = list.u16(at);
			const [from, length] = operand(list, code, at + 2);
			if (from + length > list.length) return;
			const value = list.part(from, length);
			if (mayLeave && elsewhere.has(code)) {
				const place = value.u32(0);
				this.each(this.#data.part(place + 2, this.#data.u16(place)), change, false);
			} else change(code, value);
			at = from + length;
		}
	}
}

function operand(list: Window, code: number, at: number): [from: number, length: number] {
	if (code === defineTable) return at + 2 > list.length ? [at, 1 << 16] : [at + 2, Math.max(0, list.u16(at) - 1)];
	const size = sizes[code >> 13] ?? 0;
	if (size > 0) return [at, size];
	const length = list.u8(at);
	if (code !== changeTabs || length < 255) return [at + 1, length];
	const deleted = at + 1 < list.length ? list.u8(at + 1) : 0;
	const added = at + 2 + deleted * 4 < list.length ? list.u8(at + 2 + deleted * 4) : 0;
	return [at + 1, 2 + deleted * 4 + added * 3];
}

import { Window } from './window';

/** `style` is null for characters. `to`: the byte of the main stream where the run ends. */
export type Run = { to: number; style: number | null; changes: Window };
type Page = { count: number; window: Window };

const pageSize = 512;
const nothing = new Window(new Uint8Array());

/**
 * What format bytes of the main stream have: a list of pages, each with runs [MS-DOC 2.8.5, 2.8.6, 2.9.33, 2.9.175].
 * Nothing is assumed sorted: an unknown byte has plain format. @throws Unreadable for a page that reaches outside itself.
 */
export class Runs {
	readonly #main: Window;
	readonly #list: Window;
	readonly #count: number;
	readonly #entry: number;

	constructor(main: Window, list: Window | null, kind: 'paragraphs' | 'characters') {
		this.#main = main;
		this.#list = list ?? nothing;
		this.#count = Math.max(0, Math.floor((this.#list.length - 4) / 8));
		this.#entry = kind === 'paragraphs' ? 13 : 1;
	}

	at(place: number): Run {
		const page = this.#page(place);
		if (!page) return { to: Number.POSITIVE_INFINITY, style: null, changes: nothing };
		const index = lastNotAfter(page.count, place, (at) => page.window.u32(at * 4));
		const to = page.window.u32((index + 1) * 4);
		const offset = page.window.u8((page.count + 1) * 4 + index * this.#entry) * 2;
		if (place >= to || offset === 0) return { to: Math.max(to, place + 1), style: null, changes: nothing };
		return { to, ...(this.#entry === 13 ? paragraph(page.window, offset) : characters(page.window, offset)) };
	}

	#page(place: number): Page | null {
		if (this.#count === 0) return null;
		const index = lastNotAfter(this.#count, place, (at) => this.#list.u32(at * 4));
		const number = this.#list.u32((this.#count + 1) * 4 + index * 4) & 0x3fffff;
		const window = this.#main.part(number * pageSize, pageSize);
		const count = window.u8(pageSize - 1);
		return count > 0 ? { count, window } : null;
	}
}

function paragraph(page: Window, offset: number) {
	const half = page.u8(offset);
	const [from, length] = half === 0 ? [offset + 2, page.u8(offset + 1) * 2] : [offset + 1, half * 2 - 1];
	if (length < 2) return { style: null, changes: nothing };
	return { style: page.u16(from), changes: page.part(from + 2, length - 2) };
}

const characters = (page: Window, offset: number) => ({ style: null, changes: page.part(offset + 1, page.u8(offset)) });

function lastNotAfter(count: number, place: number, value: (index: number) => number) {
	let [low, high] = [0, count - 1];
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (value(middle) <= place) low = middle;
		else high = middle - 1;
	}
	return low;
}

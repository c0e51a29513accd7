import type { Changes } from './changes';
import { Window } from './window';

type Style = { base: number; list: number | null; level: number | null };
const paragraphKind = 1;

/** Lists that styles bring along («Маркированный список») [MS-DOC 2.9.271]. */
export class Styles {
	readonly #styles: readonly (Style | null)[];

	constructor(part: Window | null, changes: Changes) {
		this.#styles = part ? readStyles(part, changes) : [];
	}

	/** The list a paragraph of the style belongs to, its own or that of the style it is based on. */
	list(style: number): { list: number; level: number } | null {
		let level: number | null = null;
		let at = style;
		for (let passed = 0; passed < 12; passed++) {
			const known = this.#styles[at];
			if (!known) return null;
			level ??= known.level;
			if (known.list !== null) return { list: known.list, level: level ?? 0 };
			at = known.base;
		}
		return null;
	}
}

function readStyles(part: Window, changes: Changes): (Style | null)[] {
	const count = Math.min(part.u16(2), 4095);
	const fixed = part.u16(4);
	let at = 2 + part.u16(0);
	return Array.from({ length: count }, () => {
		if (at + 2 > part.length) return null;
		const length = part.u16(at);
		const style = length > 0 && at + 2 + length <= part.length ? part.part(at + 2, length) : null;
		at += 2 + length + (length & 1);
		return style && readStyle(style, fixed, changes);
	});
}

function readStyle(style: Window, fixed: number, changes: Changes): Style | null {
	if (style.length < fixed + 2 || fixed < 6) return null;
	const kindAndBase = style.u16(2);
	if ((kindAndBase & 0xf) !== paragraphKind) return null;
	const found: Style = { base: kindAndBase >> 4, list: null, level: null };
	const at = fixed + 2 + style.u16(fixed) * 2 + 2;
	const length = at + 2 <= style.length ? style.u16(at) : 0;
	const own =
		length > 2 && at + 2 + length <= style.length ? style.part(at + 4, length - 2) : new Window(new Uint8Array());
	changes.each(own, (code, value) => {
		if (code === 0x460b) found.list = value.u16(0);
		else if (code === 0x260a) found.level = value.u8(0);
	});
	return found;
}

type Listener = (event: { data: unknown }) => void;
type Drawing = { chunk: { fnArray: unknown[]; argsArray: unknown[] } };
type Request = { action: string; callbackId: number; sourceName: string; targetName: string };

/**
 * The two halves of the PDF library talk as if one of them were a thread of its own, and copy whatever they say. Here both are in
 * this thread: what is drawn on a page, by far the most of it, goes over as it is; only the lists are new ones, since the teller
 * empties its own. There is no screen to load a font for: when that fails, the asker wants the outline of every letter instead; it is
 * told that all is done, since we look where letters stand and not at them.
 */
export class Wire {
	readonly #listeners = new Set<Listener>();
	#lostFonts = 0;

	/** `mostLostFonts`: so often may a font turn out to be none; then the page is not read on, and the file is `spoilt`. */
	constructor(readonly mostLostFonts: number) {}

	get spoilt() {
		return this.#lostFonts > this.mostLostFonts;
	}

	postMessage(message: unknown, transfer?: Transferable[] | null) {
		if (isLostFont(message)) {
			this.#lostFonts++;
			if (this.spoilt) throw new Error('too many fonts are none');
		}
		const data = isDrawing(message)
			? handedOver(message)
			: asksForOutlines(message)
				? doneAsAsked(message)
				: structuredClone(message, transfer ? { transfer } : undefined);
		queueMicrotask(() => {
			for (const listener of this.#listeners) listener.call(this, { data });
		});
	}

	addEventListener(_: string, listener: Listener, options?: { signal?: AbortSignal }) {
		this.#listeners.add(listener);
		options?.signal?.addEventListener('abort', () => this.#listeners.delete(listener));
	}

	removeEventListener(_: string, listener: Listener) {
		this.#listeners.delete(listener);
	}

	terminate() {
		this.#listeners.clear();
	}
}

const isDrawing = (message: unknown): message is Drawing => {
	const { chunk } = message as Partial<Drawing>;
	return Array.isArray(chunk?.fnArray) && Array.isArray(chunk.argsArray);
};

const isLostFont = (message: unknown) => {
	const { action, data } = message as {
		action?: string;
		data?: [name: string, kind: string, font?: { error?: string }];
	};
	return action === 'commonobj' && data?.[1] === 'Font' && data[2]?.error !== undefined;
};

const handedOver = (message: Drawing) => {
	const { chunk } = message;
	return { ...message, chunk: { ...chunk, fnArray: [...chunk.fnArray], argsArray: [...chunk.argsArray] } };
};

const asksForOutlines = (message: unknown): message is Request => (message as Request).action === 'FontFallback';
/** What the library answers with when an act is done. */
const done = 1;
const doneAsAsked = ({ sourceName, targetName, callbackId }: Request) => ({
	sourceName: targetName,
	targetName: sourceName,
	callback: done,
	callbackId
});

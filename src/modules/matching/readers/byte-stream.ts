/** Bytes that come in pieces of any size, taken in pieces of the asked size. */
export class ByteStream {
	private readonly source: AsyncIterator<Uint8Array>;
	private waiting: Uint8Array = new Uint8Array();
	private at = 0;

	constructor(source: AsyncIterable<Uint8Array>) {
		this.source = source[Symbol.asyncIterator]();
	}

	/** So many next bytes if they are here already; where they are not, ask `wait` first. They stay in the stream. */
	peek(bytes: number): Uint8Array | undefined {
		if (this.waiting.length - this.at < bytes) return undefined;
		return this.waiting.subarray(this.at, this.at + bytes);
	}

	/** Waits until so many bytes are here; false if the stream ends before. */
	async wait(bytes: number): Promise<boolean> {
		const pieces = [this.waiting.subarray(this.at)];
		let here = pieces[0]!.length;
		let ended = false;
		while (here < bytes && !ended) {
			const next = await this.source.next();
			ended = next.done === true;
			if (next.done) break;
			pieces.push(next.value);
			here += next.value.length;
		}
		if (pieces.length > 1) {
			this.waiting = new Uint8Array(here);
			let to = 0;
			for (const piece of pieces) {
				this.waiting.set(piece, to);
				to += piece.length;
			}
			this.at = 0;
		}
		return here >= bytes;
	}

	skip(bytes: number) {
		this.at += bytes;
	}

	/** Everything that is left, if it is no more than so many bytes. */
	async rest(most: number): Promise<Uint8Array | undefined> {
		if (await this.wait(most + 1)) return undefined;
		return this.waiting.subarray(this.at);
	}

	/** Lets go of whatever still comes. */
	async close() {
		await this.source.return?.();
	}
}

import { broken, Window } from './window';

type Entry = { name: string; kind: number; left: number; right: number; child: number; start: number; size: number };

const stream = 2;
const none = 0xffffffff;
const lastRegular = 0xfffffffa;
/** A school's document has some twenty; one with many pictures some hundreds. */
const maxEntries = 20_000;

/** The container of old Office files [MS-CFB]: a small file system of sectors in chains. @throws Unreadable when it is broken. */
export class CompoundFile {
	readonly #file: Window;
	readonly #sector: number;
	readonly #miniSector: number;
	readonly #cutoff: number;
	readonly #next: Window;
	readonly #miniNext: Window;
	readonly #mini: Window;
	readonly #top = new Map<string, Entry>();

	constructor(bytes: Uint8Array) {
		this.#file = new Window(bytes);
		const [shift, miniShift] = [this.#file.u16(30), this.#file.u16(32)];
		if ((shift !== 9 && shift !== 12) || miniShift !== 6) throw broken();
		this.#sector = 1 << shift;
		this.#miniSector = 1 << miniShift;
		this.#cutoff = this.#file.u32(56);
		this.#next = this.#allocation();
		const entries = this.#entries(this.#chain(this.#file.u32(48)));
		const [root] = entries;
		if (!root) throw broken();
		this.#miniNext = this.#chain(this.#file.u32(60));
		this.#mini = this.#chain(root.start);
		this.#listTop(entries, root.child);
	}

	/** Names at the top; what is embedded in the document lies deeper and is not its own. */
	get names(): string[] {
		return [...this.#top.keys()];
	}

	/** A stream at the top, or null. */
	read(name: string): Window | null {
		const entry = this.#top.get(name);
		if (entry?.kind !== stream) return null;
		const whole = entry.size < this.#cutoff ? this.#miniChain(entry.start, entry.size) : this.#chain(entry.start);
		return whole.part(0, entry.size);
	}

	/** The table of chains is itself in sectors, listed in the header and in sectors chained after it. */
	#allocation() {
		const listed: number[] = [];
		const collect = (from: number, count: number) => {
			for (let index = 0; index < count; index++) {
				const sector = this.#file.u32(from + index * 4);
				if (sector < lastRegular) listed.push(sector);
			}
		};
		collect(76, 109);
		const perSector = this.#sector / 4 - 1;
		const most = this.#file.length / this.#sector;
		let more = this.#file.u32(68);
		for (let passed = 0; more < lastRegular; passed++) {
			if (passed > most) throw broken();
			const at = (more + 1) * this.#sector;
			collect(at, perSector);
			more = this.#file.u32(at + perSector * 4);
		}
		if (listed.length > most) throw broken();
		return this.#gather(listed, this.#file, this.#sector, 1);
	}

	#chain(start: number) {
		return this.#gather(follow(start, this.#next), this.#file, this.#sector, 1);
	}

	#miniChain(start: number, size: number) {
		if (size === 0) return new Window(new Uint8Array());
		return this.#gather(follow(start, this.#miniNext), this.#mini, this.#miniSector, 0);
	}

	/** Joins sectors; the last of a file may be cut short where nothing stands. */
	#gather(sectors: readonly number[], from: Window, size: number, ahead: number) {
		if (sectors.length > from.length / size + 1) throw broken();
		const joined = new Uint8Array(sectors.length * size);
		let filled = 0;
		sectors.forEach((sector, index) => {
			const at = (sector + ahead) * size;
			const length = Math.min(size, from.length - at);
			if (length <= 0 || (length < size && index < sectors.length - 1)) throw broken();
			joined.set(from.part(at, length).bytes, index * size);
			filled = index * size + length;
		});
		return new Window(joined.subarray(0, filled));
	}

	#entries(directory: Window): Entry[] {
		const count = Math.floor(directory.length / 128);
		if (count > maxEntries) throw broken();
		return Array.from({ length: count }, (_, index) => {
			const entry = directory.part(index * 128, 128);
			const nameLength = Math.min(Math.max(entry.u16(64) - 2, 0), 62) & ~1;
			return {
				name: new TextDecoder('utf-16le').decode(entry.part(0, nameLength).bytes),
				kind: entry.u8(66),
				left: entry.u32(68),
				right: entry.u32(72),
				child: entry.u32(76),
				start: entry.u32(116),
				size: entry.u32(120)
			};
		});
	}

	/** Neighbours form a tree; a place met twice is a ring and is not followed. */
	#listTop(entries: readonly Entry[], first: number) {
		const met = new Set<number>();
		const ahead = [first];
		for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
			const entry = entries[at];
			if (at === none || !entry || met.has(at)) continue;
			met.add(at);
			this.#top.set(entry.name, entry);
			ahead.push(entry.left, entry.right);
		}
	}
}

function follow(start: number, next: Window) {
	const sectors: number[] = [];
	for (let sector = start; sector < lastRegular; sector = next.u32(sector * 4)) {
		if (sectors.length > next.length / 4) throw broken();
		sectors.push(sector);
	}
	return sectors;
}

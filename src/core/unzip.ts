import { type UnzipFileInfo, unzipSync } from 'fflate';

/** What unpacking may cost. */
export type ZipLimits = {
	entries: number;
	/** Bytes of one part after unpacking, and of all wanted parts. */
	partBytes: number;
	unpackedBytes: number;
	/** How many times a part may grow, and from which size on it matters. */
	ratio: number;
	ratioMattersFrom: number;
};

/** Why an archive of a stranger is not unpacked; the reader of that kind of file says it in words. */
export class ZipRefused extends Error {
	constructor(readonly why: 'locked' | 'bomb' | 'broken') {
		super(why);
	}
}

/** The first record says whether what follows is locked. */
const isLocked = (bytes: Uint8Array) => bytes[2] === 3 && bytes[3] === 4 && ((bytes[6] ?? 0) & 1) === 1;

/** Names and declared sizes of everything in the archive, without unpacking it. */
export function listZip(bytes: Uint8Array, limits: Pick<ZipLimits, 'entries'>): UnzipFileInfo[] {
	const files: UnzipFileInfo[] = [];
	open(bytes, limits, (file) => {
		files.push(file);
		return false;
	});
	return files;
}

/** Unpacks the wanted parts; sizes are checked before a byte is unpacked, and never exceed what was declared. */
export function unzipWithin(bytes: Uint8Array, limits: ZipLimits, wanted: (name: string) => boolean) {
	let total = 0;
	const parts = open(bytes, limits, ({ name, size, originalSize }) => {
		if (!wanted(name)) return false;
		total += originalSize;
		const ratio = originalSize / Math.max(1, size);
		if (
			originalSize > limits.partBytes ||
			total > limits.unpackedBytes ||
			(originalSize > limits.ratioMattersFrom && ratio > limits.ratio)
		)
			throw new ZipRefused('bomb');
		return true;
	});
	return new Map(Object.entries(parts));
}

function open(
	bytes: Uint8Array,
	{ entries: most }: Pick<ZipLimits, 'entries'>,
	filter: (file: UnzipFileInfo) => boolean
) {
	if (isLocked(bytes)) throw new ZipRefused('locked');
	let entries = 0;
	try {
		return unzipSync(bytes, {
			filter: (file) => {
				entries++;
				if (entries > most) throw new ZipRefused('bomb');
				return filter(file);
			}
		});
	} catch (error) {
		throw error instanceof ZipRefused ? error : new ZipRefused('broken');
	}
}

import { type UnzipFileInfo, unzipSync } from 'fflate';
import { Unreadable } from '../rules/understanding';
import { maxPartBytes, maxRatio, maxUnpackedBytes, maxZipEntries, ratioMattersFrom } from './limits';
import { locked } from './sentences';

const bomb =
	'Файл распаковывается в нечто огромное, и читать его небезопасно. Скопируйте таблицу плана в новый документ и загрузите его.';
const broken =
	'Файл повреждён или скачан не до конца. Откройте его в той программе, где он сделан, сохраните заново и загрузите ещё раз.';

/** Names of everything in the archive, without unpacking it. */
export function namesInZip(bytes: Uint8Array): string[] {
	const names: string[] = [];
	open(bytes, (file) => {
		names.push(file.name);
		return false;
	});
	return names;
}

/** How much all parts together say they become: none becomes more. */
export function unpackedBytes(bytes: Uint8Array): number {
	let total = 0;
	open(bytes, ({ originalSize }) => {
		total += originalSize;
		return false;
	});
	return total;
}

/** Unpacks the wanted parts; sizes are checked before a byte is unpacked, and never exceed what was declared. */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
	let total = 0;
	const parts = open(bytes, ({ name, size, originalSize }) => {
		if (!wanted(name)) return false;
		total += originalSize;
		const ratio = originalSize / Math.max(1, size);
		if (
			originalSize > maxPartBytes ||
			total > maxUnpackedBytes ||
			(originalSize > ratioMattersFrom && ratio > maxRatio)
		)
			throw new Unreadable(bomb);
		return true;
	});
	return new Map(Object.entries(parts));
}

/** The first record says whether what follows is locked. */
const isLocked = (bytes: Uint8Array) => bytes[2] === 3 && bytes[3] === 4 && ((bytes[6] ?? 0) & 1) === 1;

function open(bytes: Uint8Array, filter: (file: UnzipFileInfo) => boolean) {
	if (isLocked(bytes)) throw new Unreadable(locked);
	let entries = 0;
	try {
		return unzipSync(bytes, {
			filter: (file) => {
				entries++;
				if (entries > maxZipEntries) throw new Unreadable(bomb);
				return filter(file);
			}
		});
	} catch (error) {
		throw error instanceof Unreadable ? error : new Unreadable(broken);
	}
}

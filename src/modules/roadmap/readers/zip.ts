import { listZip, unzipWithin, ZipRefused } from '../../../core/unzip';
import { Unreadable } from '../rules/understanding';
import { maxPartBytes, maxRatio, maxUnpackedBytes, maxZipEntries, ratioMattersFrom } from './limits';
import { locked } from './sentences';

const reasons = {
	locked,
	bomb: 'Файл распаковывается в нечто огромное, и читать его небезопасно. Скопируйте таблицу плана в новый документ и загрузите его.',
	broken:
		'Файл повреждён или скачан не до конца. Откройте его в той программе, где он сделан, сохраните заново и загрузите ещё раз.'
};
const limits = {
	entries: maxZipEntries,
	partBytes: maxPartBytes,
	unpackedBytes: maxUnpackedBytes,
	ratio: maxRatio,
	ratioMattersFrom
};

/** Names of everything in the archive, without unpacking it. */
export const namesInZip = (bytes: Uint8Array): string[] =>
	refusing(() => listZip(bytes, limits).map(({ name }) => name));

/** How much all parts together say they become: none becomes more. */
export const unpackedBytes = (bytes: Uint8Array): number =>
	refusing(() => listZip(bytes, limits).reduce((total, { originalSize }) => total + originalSize, 0));

/** Unpacks the wanted parts, within what a file of a plan may cost. */
export const unzip = (bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> =>
	refusing(() => unzipWithin(bytes, limits, wanted));

function refusing<T>(work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw error instanceof ZipRefused ? new Unreadable(reasons[error.why]) : error;
	}
}

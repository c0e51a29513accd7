import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/**
 * A Word or Excel file whose bytes depend on its contents alone: the day it was made on (`day`, YYYY-MM-DD) stands in its properties,
 * and parts have no time of their own. The same edition is the same file, whoever downloads it and when.
 */
export function stableFile(bytes: Uint8Array, day: string): Uint8Array {
	const parts = unzipSync(bytes);
	const core = parts['docProps/core.xml'];
	if (core) {
		parts['docProps/core.xml'] = strToU8(
			strFromU8(core).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`)
		);
	}
	const names = Object.keys(parts).sort(firstContentTypes);
	return zipSync(Object.fromEntries(names.map((name) => [name, parts[name] ?? new Uint8Array()])), {
		mtime: new Date(1980, 0, 1)
	});
}

/** Readers that look only at the beginning of a file know it by this part. */
const firstContentTypes = (a: string, b: string) =>
	Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml') || (a < b ? -1 : 1);

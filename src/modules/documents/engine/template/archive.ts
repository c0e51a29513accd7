import type { Template } from './template';
import type { Fields } from './values';
import { centralRecord, endRecord, localRecord, packed } from './zip';

/** A paper to be made: how its file is called, from what it is filled. */
export type Paper = { name: string; fields: Fields };
/** What could not be made, and why: it does not stop the rest. */
export type Unmade = { name: string; reason: string };
export type Progress = { made: number; unmade: readonly Unmade[] };

/** Small writes are gathered; no more than this is held besides the list of names. */
const chunkBytes = 256 * 1024;
export const unmadeName = 'Не получилось.txt';

/**
 * Many papers of one template as one archive, made while it is read: the next is filled when the reader has taken the last.
 * Only the list at the end grows with their number, some 90 bytes a paper.
 */
export async function* papersInZip(
	template: Pick<Template, 'render'>,
	papers: Iterable<Paper> | AsyncIterable<Paper>,
	onProgress?: (progress: Progress) => void
): AsyncGenerator<Uint8Array, void, undefined> {
	const [list, unmade]: [Buffer[], Unmade[]] = [[], []];
	const named = uniqueNames();
	let [chunk, held, at, files, made, listed]: [Buffer[], number, number, number, number, Buffer[]] = [
		[],
		0,
		0,
		0,
		0,
		[]
	];
	const put = (name: string, bytes: Uint8Array) => {
		const file = packed(named(name), bytes, { level: 0 }); // a .docx is packed already
		listed.push(centralRecord(file, at));
		if (listed.length === 1000) {
			list.push(Buffer.concat(listed));
			listed = [];
		}
		const local = localRecord(file);
		chunk.push(local, file.data);
		held += local.length + file.data.length;
		at += local.length + file.data.length;
		files++;
	};
	const taken = () => {
		const bytes = Buffer.concat(chunk);
		[chunk, held] = [[], 0];
		return bytes;
	};
	for await (const { name, fields } of papers) {
		try {
			put(name, template.render(fields));
			made++;
		} catch (error) {
			unmade.push({ name, reason: error instanceof Error ? error.message : String(error) });
		}
		if (held >= chunkBytes) {
			onProgress?.({ made, unmade });
			yield taken();
		}
	}
	if (unmade.length > 0)
		put(unmadeName, Buffer.from(unmade.map(({ name, reason }) => `${name}: ${reason}\r\n`).join('')));
	onProgress?.({ made, unmade });
	const records = Buffer.concat([...list, ...listed]);
	yield Buffer.concat([...chunk, records, endRecord(files, records.length, at)]);
}

/** A second «Согласие – Петрова А. И..docx» becomes «… (2).docx»; what a folder forbids is taken out of names. */
export function uniqueNames() {
	const taken = new Map<string, number>();
	return (wanted: string) => {
		const name = fileName(wanted);
		const before = taken.get(name) ?? 0;
		taken.set(name, before + 1);
		return before === 0 ? name : name.replace(/(\.[^.]+)?$/, ` (${before + 1})$1`);
	};
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: no folder takes them
const forbidden = /[\u0000-\u001f<>:"|?*\\]/g;

/** «01 Согласия/Петрова А. И..docx»: folders are kept, nothing climbs out of the archive. */
export const fileName = (name: string) =>
	name
		.replaceAll('\u00a0', ' ')
		.replace(forbidden, '_')
		.split('/')
		.map((part) => part.trim())
		.filter((part) => part !== '' && part !== '.' && part !== '..')
		.join('/')
		.replace(/\.{2,}(?=[^.]+$)/, '.');

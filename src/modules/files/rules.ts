import type { Problems } from '../../core/forms';

const MB = 1024 * 1024;

/** The largest file taken, in bytes. */
export const fileLimit = 20 * MB;

/** Room for the largest file and the fields around it: the body limit of a route that takes files. */
export const uploadLimit = fileLimit + MB;

/** A row of `file_chunks` holds at most this many bytes. */
export const chunkSize = MB;

/** What is wrong with a file somebody sends, as a sentence; undefined when it can be kept. */
export function problemWithFile({ size }: { size: number }) {
	if (size === 0) return 'Файл пустой. Проверьте, тот ли файл выбран, и приложите его ещё раз.';
	if (size > fileLimit) {
		return 'Файл больше 20 МБ. Сожмите картинки в документе или сохраните его в PDF и приложите ещё раз.';
	}
	return undefined;
}

const longestName = 200;
const afterLastSlash = /[^/\\]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
const unprintable = /[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The name as a person knows it: without folders, control characters and marks that turn the text round; the ending is kept. */
export function tidyName(given: string) {
	const name = (afterLastSlash.exec(given)?.[0] ?? '').replace(unprintable, '').trim();
	if (!name) return 'Файл';
	if (name.length <= longestName) return name;
	const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? '';
	return name.slice(0, longestName - ending.length) + ending;
}

const unknown = 'application/octet-stream';

const beginnings: readonly (readonly [bytes: readonly number[], mediaType: string])[] = [
	[[0x25, 0x50, 0x44, 0x46, 0x2d], 'application/pdf'],
	[[0x89, 0x50, 0x4e, 0x47], 'image/png'],
	[[0xff, 0xd8, 0xff], 'image/jpeg'],
	[[0x47, 0x49, 0x46, 0x38], 'image/gif'],
	[[0x7b, 0x5c, 0x72, 0x74, 0x66], 'application/rtf']
];

const openXml = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';

/** Both containers hold documents of several programs: within one, the ending tells which. */
const inZip: Record<string, string> = {
	docx: `${openXml}.wordprocessingml.document`,
	xlsx: `${openXml}.spreadsheetml.sheet`,
	pptx: `${openXml}.presentationml.presentation`,
	odt: `${openDocument}.text`,
	ods: `${openDocument}.spreadsheet`,
	odp: `${openDocument}.presentation`,
	zip: 'application/zip'
};
const inCompound: Record<string, string> = {
	doc: 'application/msword',
	xls: 'application/vnd.ms-excel',
	ppt: 'application/vnd.ms-powerpoint'
};
const asText: Record<string, string> = { txt: 'text/plain', csv: 'text/csv' };

const begins = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, index) => bytes[index] === byte);

/**
 * What a file is, told by its content first: the browser's word and the ending may lie. What could act in a browser
 * (HTML, SVG, scripts) is never named as such.
 */
export function mediaTypeOf(bytes: Uint8Array, name: string) {
	const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
	const known = beginnings.find(([start]) => begins(bytes, start));
	if (known) return known[1];
	if (begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return inZip[ending] ?? 'application/zip';
	if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return inCompound[ending] ?? unknown;
	return asText[ending] ?? unknown;
}

/** RFC 6266 with RFC 5987: an ASCII name for old programs, the real one for the others. Always a download, never a page. */
export function asAttachment(name: string) {
	const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
	const encoded = encodeURIComponent(name.toWellFormed()).replace(
		/['()*]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
	);
	return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** The files of a form; an untouched file field sends one without a name. */
export const filesOf = (data: FormData, name = 'files') =>
	data.getAll(name).filter((one): one is File => one instanceof File && (one.name !== '' || one.size > 0));

/** Each is named, so that one knows which to choose anew. */
export function problemsWithFiles(files: readonly File[]): Problems {
	for (const file of files) {
		const problem = problemWithFile(file);
		if (problem) return { files: `«${file.name}». ${problem}` };
	}
	return {};
}

/** The files of a form as bytes, for a command. */
export const bytesOf = (files: readonly File[]) =>
	Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));

export const some = (problems: Problems) => Object.keys(problems).length > 0;

/** What a browser does not give back is asked for again. */
export const chooseAgain = (files: readonly File[], problems: Problems): Problems =>
	files.length > 0 && !problems.files
		? { ...problems, files: 'Выберите файлы ещё раз: браузер их не возвращает' }
		: problems;

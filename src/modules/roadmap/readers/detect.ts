import { type SourceFormat, Unreadable } from '../rules/understanding';
import { CompoundFile } from './doc/compound-file';
import { wideEncoding } from './encoding';
import { locked } from './sentences';
import { namesInZip } from './zip';

const begins = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);
const latin = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));

const picture =
	'Это картинка, а не текст. Загрузите документ, с которого она сделана (Word, Excel), или перепечатайте план в поле «Вставить текст».';
const archive = 'Это архив. Распакуйте его и загрузите сам документ.';
const program = 'Это программа, а не документ. Загрузите файл Word, Excel или текст.';
const slides = 'Это презентация. Скопируйте таблицу плана в документ Word и загрузите его.';
const oldWord =
	'Это документ Word старого образца (.doc). Откройте его и сохраните как «Документ Word (.docx)», затем загрузите.';
const oldExcel =
	'Это книга Excel старого образца (.xls). Откройте её и сохраните как «Книга Excel (.xlsx)», затем загрузите.';
const unknown =
	'Такой файл программа не читает. Подойдут .docx, .doc, .odt, .rtf, .pdf, .xlsx, .csv, .txt; план можно и просто вставить как текст.';
const unknownZip =
	'Внутри файла нет ни документа Word, ни книги Excel. Откройте его в той программе, где он сделан, и сохраните как .docx или .xlsx.';

export const isZip = (bytes: Uint8Array) => begins(bytes, 0x50, 0x4b);

/** What the bytes are, whatever the file is called. @throws Unreadable for what is known and cannot be read. */
export function detectFormat(bytes: Uint8Array, name: string): SourceFormat {
	if (isZip(bytes)) return formatInZip(bytes);
	if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return formatInOle(bytes);
	if (isPicture(bytes)) throw new Unreadable(picture);
	if (begins(bytes, 0x4d, 0x5a) || begins(bytes, 0x7f, 0x45, 0x4c, 0x46)) throw new Unreadable(program);
	if (begins(bytes, 0x37, 0x7a, 0xbc, 0xaf) || latin(bytes, 0, 4) === 'Rar!' || begins(bytes, 0x1f, 0x8b))
		throw new Unreadable(archive);
	if (latin(bytes, 0, 1024).includes('%PDF-')) return 'pdf';
	if (latin(bytes, 0, 5) === '{\\rtf') return 'rtf';
	if (!wideEncoding(bytes) && isBinary(bytes)) throw new Unreadable(unknown);
	return /\.csv$/i.test(name) ? 'csv' : 'txt';
}

function formatInZip(bytes: Uint8Array): SourceFormat {
	const names = namesInZip(bytes);
	if (names.includes('word/document.xml')) return 'docx';
	if (names.includes('xl/workbook.xml')) return 'xlsx';
	if (names.some((name) => name.startsWith('ppt/'))) throw new Unreadable(slides);
	if (names.includes('content.xml')) return 'odt';
	throw new Unreadable(names.some((name) => /\.(?:docx?|xlsx?|pdf|odt|rtf|txt)$/i.test(name)) ? archive : unknownZip);
}

/** Old Office files and encrypted new ones share one container. A broken one still says in its names, in UTF-16, what it was. */
function formatInOle(bytes: Uint8Array): SourceFormat {
	const names = namesInOle(bytes);
	if (names.some((name) => name.includes('EncryptedPackage'))) throw new Unreadable(locked);
	if (names.some((name) => name.includes('PowerPoint'))) throw new Unreadable(slides);
	if (names.includes('WordDocument')) return 'doc';
	if (names.some((name) => name.includes('Book') || name.includes('Workbook'))) throw new Unreadable(oldExcel);
	throw new Unreadable(oldWord);
}

function namesInOle(bytes: Uint8Array) {
	try {
		return new CompoundFile(bytes).names;
	} catch {
		return [new TextDecoder('utf-16le').decode(bytes.subarray(0, Math.min(bytes.length & ~1, 4_000_000)))];
	}
}

const isPicture = (bytes: Uint8Array) =>
	begins(bytes, 0x89, 0x50, 0x4e, 0x47) ||
	begins(bytes, 0xff, 0xd8, 0xff) ||
	latin(bytes, 0, 4) === 'GIF8' ||
	latin(bytes, 8, 12) === 'WEBP' ||
	begins(bytes, 0x49, 0x49, 0x2a, 0) ||
	begins(bytes, 0x4d, 0x4d, 0, 0x2a) ||
	/^ftyp(?:heic|heix|mif1|avif)/.test(latin(bytes, 4, 12)) ||
	(latin(bytes, 0, 2) === 'BM' && begins(bytes.subarray(6), 0, 0, 0, 0));

/** Control signs that no text has; the null is half of every UTF-16 letter and is judged by the decoder. */
function isBinary(bytes: Uint8Array) {
	const sample = bytes.subarray(0, 16_384);
	const odd = sample.reduce(
		(count, byte) =>
			count +
			((byte < 9 && byte > 4) || byte === 1 || byte === 2 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32)
				? 1
				: 0),
		0
	);
	return odd > sample.length * 0.02;
}

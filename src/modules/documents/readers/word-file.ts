import { SaxesParser } from 'saxes';
import { unzipWithin, ZipRefused } from '../../../core/unzip';
import { partsWithFields } from '../engine/template/template';

/** A school's template is some 30 KB, with its coat of arms 300; these leave room and stop bombs. */
export const maxTemplateBytes = 5 * 1024 * 1024;
const limits = {
	entries: 500,
	partBytes: 16 * 1024 * 1024, // of a picture; words are held to `maxWords`
	unpackedBytes: 32 * 1024 * 1024,
	ratio: 300,
	ratioMattersFrom: 1024 * 1024
};
const maxDepth = 500;
/** Bytes and elements of one part with words: an order of thirty pages has 600 KB and some 20,000. */
const maxWords = 3 * 1024 * 1024;
const maxElements = 100_000;

const sentences = {
	large: 'Файл больше 5 МБ. Уменьшите картинки (в Word: Формат рисунка → Сжать рисунки) и загрузите ещё раз.',
	old: 'Это старый формат Word (.doc). Откройте файл в Word, выберите «Сохранить как» → «Документ Word (.docx)» и загрузите его.',
	other: 'Это не документ Word. Нужен файл .docx.',
	locked: 'Файл защищён паролем. Снимите пароль в Word (Файл → Сведения → Защита документа) и загрузите ещё раз.',
	bomb: 'Файл распаковывается в нечто огромное, и читать его небезопасно. Скопируйте текст в новый документ и загрузите его.',
	broken: 'Файл повреждён или скачан не до конца. Откройте его в Word, сохраните заново и загрузите ещё раз.',
	macros: 'В файле есть макросы. Сохраните файл в Word как «Документ Word (.docx)», без макросов.',
	foreign:
		'В файле есть то, чего в документах не бывает (объявления DOCTYPE); такой файл не читается из осторожности. Сохраните документ заново в Word.',
	deep: 'Документ устроен слишком сложно. Скопируйте текст в новый документ и загрузите его.'
};

const begins = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, at) => bytes[at] === byte);

export type WordRead =
	| { ok: true; parts: ReadonlyMap<string, Uint8Array>; names: readonly string[] }
	| { ok: false; reason: string };

/** Unpacks a Word file of a stranger within what it may cost; `names`: its parts with words. */
export function readWord(bytes: Uint8Array): WordRead {
	const refused = (reason: string): WordRead => ({ ok: false, reason });
	if (bytes.length > maxTemplateBytes) return refused(sentences.large);
	if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refused(sentences.old);
	if (!begins(bytes, 0x50, 0x4b)) return refused(sentences.other);
	try {
		const parts = unzipWithin(bytes, limits, (name) => !name.endsWith('/'));
		if ([...parts.keys()].some((name) => /vbaProject\.bin$/i.test(name))) return refused(sentences.macros);
		const contents = parts.get('[Content_Types].xml');
		if (!contents) return refused(sentences.other);
		const names = partsWithFields(new TextDecoder().decode(contents)).filter((name) => parts.has(name));
		for (const name of ['[Content_Types].xml', ...names]) {
			const trouble = troubleIn(parts.get(name) as Uint8Array);
			if (trouble) return refused(sentences[trouble]);
		}
		return { ok: true, parts, names };
	} catch (error) {
		if (error instanceof ZipRefused) return refused(sentences[error.why]);
		throw error;
	}
}

/** Whether a part is sound XML without declared entities, of a depth and length a document has. */
function troubleIn(bytes: Uint8Array): 'foreign' | 'broken' | 'deep' | undefined {
	let trouble: 'foreign' | 'broken' | 'deep' | undefined;
	if (bytes.length > maxWords) return 'deep';
	let [depth, elements] = [0, 0];
	const parser = new SaxesParser({ xmlns: false, position: false });
	const stop = (why: 'foreign' | 'broken' | 'deep') => {
		trouble ??= why;
		throw new ZipRefused('broken');
	};
	parser.on('doctype', () => stop('foreign'));
	parser.on('error', () => stop('broken'));
	parser.on('opentag', () => {
		if (++depth > maxDepth || ++elements > maxElements) stop('deep');
	});
	parser.on('closetag', () => {
		depth--;
	});
	try {
		parser.write(new TextDecoder().decode(bytes)).close();
	} catch (error) {
		if (!(error instanceof ZipRefused)) throw error;
	}
	return trouble;
}

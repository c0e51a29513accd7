import { type Compiled, compilePart, type Node } from './compile';
import { fallback } from './fallback';
import { checkPictureOf, checkPictures } from './pictures';
import { partTitle, type TemplateProblem } from './problems';
import { stepOf } from './render';
import type { Fields } from './values';
import { writer } from './writer';
import { endRecord, laidOut, packed } from './zip';

/** A template ready to be filled, again and again. */
export type Template = {
	/** `compiled`: by our own pieces; `docxtemplater`: it has tags of which we know nothing. */
	way: 'compiled' | 'docxtemplater';
	render: (fields: Fields) => Uint8Array;
	/** What it is made of, to tell which fields it asks for. */
	parts: readonly { name: string; nodes: readonly Node[] }[];
};
export type Opened = { ok: true; template: Template } | { ok: false; problems: TemplateProblem[] };

const filled = /wordprocessingml\.(document\.main|template\.main|header|footer|footnotes|endnotes)\+xml$/;

/** Parts that may hold fields, by the file's own list of contents. */
export function partsWithFields(contents: string): string[] {
	return [...contents.matchAll(/<Override\s([^<>]*)>/g)].flatMap(([, attributes = '']) => {
		const name = /PartName="\/?([^"]+)"/.exec(attributes)?.[1];
		const type = /ContentType="([^"]+)"/.exec(attributes)?.[1];
		return name && type && filled.test(type) ? [name] : [];
	});
}

/**
 * Compiles a Word file, given by its unpacked parts. `original` is the whole file: what is not of our subset of tags is
 * given to docxtemplater, with the same fields and the same result.
 */
export function openTemplate(parts: ReadonlyMap<string, Uint8Array>, original: Uint8Array): Opened {
	const text = (name: string) => new TextDecoder().decode(parts.get(name));
	const contents = text('[Content_Types].xml');
	const names = partsWithFields(contents).filter((name) => parts.has(name));
	if (names.length === 0) {
		const reason = 'В файле нет текста документа Word. Сохраните шаблон в Word как «Документ Word (.docx)».';
		return { ok: false, problems: [{ place: 'файл', near: '', reason }] };
	}
	const compiled = names.map((name) => ({ name, ...compilePart(text(name), partTitle(name)) }));
	const pictures = checkPictures(parts, names);
	if (compiled.some(({ foreign }) => foreign.length > 0)) return fallback(original, compiled, pictures);
	const problems = compiled.flatMap((part) => part.problems);
	if (problems.length > 0) return { ok: false, problems };
	return {
		ok: true,
		template: { way: 'compiled', parts: compiled, render: filler(parts, compiled, pictures, contents) }
	};
}

/** Half the time of the usual 6, a tenth larger. */
const quick = 3;

/** What never changes is packed once and stands first, so that its places in the archive never change either. */
function filler(
	parts: ReadonlyMap<string, Uint8Array>,
	compiled: readonly (Compiled & { name: string })[],
	pictures: readonly string[],
	contents: string
) {
	const changing = compiled
		.filter(({ nodes }) => nodes.some((node) => node.kind !== 'literal'))
		.map(({ name, nodes }) => ({ name, write: stepOf(nodes) }));
	const changes = new Set([...changing.map(({ name }) => name), ...pictures]);
	const still = [...parts]
		.filter(([name]) => !changes.has(name) && !name.endsWith('/'))
		.map(([name, bytes]) =>
			packed(name, name === '[Content_Types].xml' ? Buffer.from(asDocument(contents)) : bytes, { level: 9 })
		);
	const first = laidOut(still);
	const to = writer();
	return (fields: Fields): Uint8Array => {
		const files = changing.map(({ name, write }) => {
			to.begin();
			write([fields], to);
			return packed(name, to.since(0), { level: quick });
		});
		for (const name of pictures) files.push(packed(name, checkPictureOf(fields), { level: 0 }));
		const last = laidOut(files, first.bytes.length);
		const end = endRecord(
			still.length + files.length,
			first.list.length + last.list.length,
			first.bytes.length + last.bytes.length
		);
		return Buffer.concat([first.bytes, last.bytes, first.list, last.list, end]);
	};
}

/** A template of Word (.dotx) gives documents. */
const asDocument = (contents: string) => contents.replaceAll('template.main+xml', 'document.main+xml');

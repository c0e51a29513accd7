import { unzipSync } from 'fflate';
import { joinedFeet } from './joined-feet';
import { archiveOf, packed } from './zip';

const document = 'word/document.xml';
const numbering = 'word/numbering.xml';
const lists = new Set(['[Content_Types].xml', 'word/_rels/document.xml.rels']);
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const elements = (xml: string, name: string) => xml.match(new RegExp(`<w:${name} .*?</w:${name}>`, 'gs')) ?? [];

/**
 * Each paper begins on a page of its own, with pages counted anew: signed papers are taken apart. Not on an odd page: LibreOffice then takes
 * page 2 for a first one too, so its number is lost and the code stands twice.
 */
const section = (properties: string) =>
	properties
		.replace('<w:pgSz', '<w:type w:val="nextPage"/><w:pgSz')
		.replace('<w:titlePg/>', '<w:pgNumType w:start="1"/><w:titlePg/>');
const last = (properties: string) =>
	`<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${properties}</w:pPr></w:p>`;

/** Papers of our own templates of one look as one file: one print job. */
export function joinedPapers(papers: readonly Uint8Array[]): Uint8Array {
	const bodies: string[] = [];
	const [abstracts, nums]: [string[], string[]] = [[], []];
	const feet = joinedFeet();
	let first: Record<string, Uint8Array> | undefined;
	for (const [at, paper] of papers.entries()) {
		const files = unzipSync(paper);
		first ??= files;
		const base = nums.length;
		const own = text(files[numbering]);
		const shifted = (_: string, name: string, id: string) => `<w:${name} w:val="${Number(id) + base}"/>`;
		abstracts.push(
			...elements(own, 'abstractNum').map((one, place) =>
				one.replace(/w:abstractNumId="\d+"/, `w:abstractNumId="${base + place}"`)
			)
		);
		nums.push(
			...elements(own, 'num').map(
				(_, place) => `<w:num w:numId="${base + place + 1}"><w:abstractNumId w:val="${base + place}"/></w:num>`
			)
		);
		const [, body = '', written = ''] =
			/<w:body>(.*)(<w:sectPr>.*?<\/w:sectPr>)<\/w:body>/s.exec(text(files[document])) ?? [];
		const properties = feet.take(files, written);
		bodies.push(body.replace(/<w:(numId) w:val="(\d+)"\/>/g, shifted));
		bodies.push(at === papers.length - 1 ? section(properties) : last(section(properties)));
	}
	if (!first) throw new Error('nothing to join');
	const inside = (part: string, name: string, content: string) =>
		text(first?.[part]).replace(
			new RegExp(`(<w:${name}[^>]*>).*(</w:${name}>)`, 's'),
			(_, open, close) => open + content + close
		);
	return archiveOf(
		Object.entries({ ...first, ...feet.parts }).map(([name, bytes]) => {
			if (name === document) return packed(name, Buffer.from(inside(document, 'body', bodies.join(''))));
			if (name === numbering)
				return packed(name, Buffer.from(inside(numbering, 'numbering', [...abstracts, ...nums].join(''))));
			return packed(name, lists.has(name) ? Buffer.from(feet.listed(text(bytes))) : bytes);
		})
	);
}

import { unzipSync } from 'fflate';
import { asText } from './xml';
import { archiveOf, packed } from './zip';

const document = 'word/document.xml';

/** «Приложение № 1 к приказу от … № …» over a paper made by a template of ours. */
export function withAnnexStamp(paper: Uint8Array, annex: number): Uint8Array {
	const lines = [`Приложение №\u00a0${annex}`, 'к приказу от «___» __________ 20__ г.', '№ __________'];
	const stamp = lines
		.map((line) => `<w:p><w:pPr><w:pStyle w:val="stamp"/></w:pPr><w:r><w:t>${asText(line)}</w:t></w:r></w:p>`)
		.join('');
	return archiveOf(
		Object.entries(unzipSync(paper)).map(([name, bytes]) =>
			packed(
				name,
				name === document ? Buffer.from(new TextDecoder().decode(bytes).replace('<w:body>', `<w:body>${stamp}`)) : bytes
			)
		)
	);
}

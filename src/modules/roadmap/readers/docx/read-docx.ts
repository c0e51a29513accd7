import type { Grid } from '../../engine/grid';
import { Unreadable } from '../../rules/understanding';
import { walkXml } from '../xml';
import { unzip } from '../zip';
import { BodyReader } from './body';
import { ListCounter, listStyles, readNumbering } from './numbering';

const parts = ['word/document.xml', 'word/numbering.xml', 'word/styles.xml'];

/** A Word document (.docx, .docm) as paragraphs and tables, automatic numbers drawn, deleted text left out. */
export function readDocx(bytes: Uint8Array): Grid {
	const files = unzip(bytes, (name) => parts.includes(name));
	const document = files.get('word/document.xml');
	if (!document)
		throw new Unreadable('В файле нет текста документа. Откройте его в Word, сохраните заново и загрузите ещё раз.');
	const reader = new BodyReader(
		new ListCounter(readNumbering(files.get('word/numbering.xml'))),
		listStyles(files.get('word/styles.xml'))
	);
	walkXml(document, reader);
	return { blocks: reader.blocks };
}

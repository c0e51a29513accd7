import { type Opened, openTemplate } from '../engine/template/template';
import { readWord } from './word-file';

/** Reads an uploaded template: a Word file of a stranger, within what it may cost. */
export function readTemplate(bytes: Uint8Array): Opened {
	const read = readWord(bytes);
	if (!read.ok) return { ok: false, problems: [{ place: 'файл', near: '', reason: read.reason }] };
	return openTemplate(read.parts, bytes);
}

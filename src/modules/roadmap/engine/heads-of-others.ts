import { roleOfHead } from './columns';
import { couldHeadColumn } from './headless';

/** Are these the words of a table's head: a column each, none of them a time, a number or somebody? */
export function namesColumns(texts: readonly string[]) {
	const filled = texts.filter((text) => text.trim() !== '');
	if (filled.length < 2 || roleOfHead(filled[0] ?? '') === null) return false;
	const known = filled.filter((text) => roleOfHead(text) !== null || /^20\d\d/.test(text)).length;
	return known >= filled.length * 0.75 && filled.every(couldHeadColumn);
}

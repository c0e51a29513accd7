import { type Grid, limits, tooManyRows, UnreadableTable } from '../rules/staff-import/table';

const delimiters = [';', '\t', ','] as const;

/** Cells of a text with separators; which one is told by the text itself. Quoted cells keep separators and line breaks. */
export function readCsv(text: string): Grid {
	const declared = /^sep=(.)\n/.exec(text);
	const body = declared ? text.slice(declared[0].length) : text;
	return split(body, declared?.[1] ?? delimiterOf(body));
}

/** The separator that cuts the most lines into the same number of cells, and into the most. */
function delimiterOf(text: string) {
	const sample = text.slice(0, 20_000);
	const scores = delimiters.map((delimiter) => {
		const widths = split(sample, delimiter)
			.slice(0, 30)
			.map((row) => row.length)
			.filter((width) => width > 1);
		const commonest = Math.max(0, ...[...Map.groupBy(widths, (width) => width).values()].map((same) => same.length));
		return { delimiter, score: commonest * 100 + Math.max(0, ...widths) };
	});
	return scores.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

function split(text: string, delimiter: string): Grid {
	const rows: Grid = [];
	let row: string[] = [];
	let at = 0;
	while (at < text.length) {
		const { cell, next } = text[at] === '"' ? quoted(text, at, delimiter) : plain(text, at, delimiter);
		row.push(cell);
		if (text[next] !== delimiter) {
			rows.push(row);
			row = [];
			if (rows.length > limits.rows * 2) throw new UnreadableTable(tooManyRows);
		} else if (next === text.length - 1) row.push('');
		at = next + 1;
	}
	if (row.length > 0) rows.push(row);
	return rows;
}

function plain(text: string, from: number, delimiter: string) {
	let next = from;
	while (next < text.length && text[next] !== delimiter && text[next] !== '\n') next += 1;
	return { cell: text.slice(from, next), next };
}

/** A doubled quotation mark is one; what stands between the closing one and the separator belongs to the cell. */
function quoted(text: string, from: number, delimiter: string) {
	let cell = '';
	let at = from + 1;
	while (at < text.length) {
		const end = text.indexOf('"', at);
		if (end < 0) return plain(text, from, delimiter); // a lone quotation mark is only a mark
		cell += text.slice(at, end);
		if (text[end + 1] !== '"') {
			const rest = plain(text, end + 1, delimiter);
			return { cell: cell + rest.cell, next: rest.next };
		}
		cell += '"';
		at = end + 2;
	}
	return { cell, next: at };
}

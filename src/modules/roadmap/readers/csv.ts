import { type Grid, makeTable, plainLine, tidy } from '../engine/grid';

const separators = [';', ',', '\t', '|'] as const;

/** Tells a table with separators by its lines having the same number of them; undefined for other text. */
export function separatorOf(text: string): string | undefined {
	const scored = separators.map((separator) => {
		const counts = parseCsv(text.slice(0, 60_000), separator)
			.filter((record) => record.some((cell) => tidy(cell) !== ''))
			.map((record) => record.length);
		const most = mode(counts);
		return {
			separator,
			score: most > 2 ? counts.filter((count) => count === most).length / counts.length : 0,
			width: most
		};
	});
	const best = scored.reduce((top, next) =>
		next.score > top.score || (next.score === top.score && next.width > top.width) ? next : top
	);
	return best.score > 0.6 ? best.separator : undefined;
}

function mode(counts: readonly number[]) {
	const seen = new Map<number, number>();
	for (const count of counts) seen.set(count, (seen.get(count) ?? 0) + 1);
	return [...seen].reduce(
		(top, next) => (next[1] > top[1] || (next[1] === top[1] && next[0] > top[0]) ? next : top),
		[0, 0]
	)[0];
}

/** A table with separators: quoted cells may hold separators, doubled quotes and line breaks. */
export function readCsv(text: string, separator: string): Grid {
	const records = parseCsv(text, separator);
	const rows = records.map((record, row) => ({
		afterBreak: false,
		cells: record.map((cell, column) => ({
			lines: tidy(cell) === '' ? [] : cell.split('\n').map(plainLine),
			place: { row: row + 1, column: column + 1 },
			span: 1,
			merged: null
		}))
	}));
	return { blocks: [makeTable(rows)] };
}

function parseCsv(text: string, separator: string): string[][] {
	const records: string[][] = [];
	let record: string[] = [];
	let cell = '';
	let quoted = false;
	for (let at = 0; at < text.length; at++) {
		const sign = text[at] as string;
		if (quoted) {
			if (sign !== '"') cell += sign;
			else if (text[at + 1] === '"') {
				cell += '"';
				at++;
			} else quoted = false;
		} else if (sign === '"' && cell === '') quoted = true;
		else if (sign === separator) {
			record.push(cell);
			cell = '';
		} else if (sign === '\n') {
			records.push([...record, cell]);
			record = [];
			cell = '';
		} else cell += sign;
	}
	return cell !== '' || record.length ? [...records, [...record, cell]] : records;
}

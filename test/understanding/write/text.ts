import type { DocumentRow, Invented } from '../truth';

/** Rows of the table with its head first. */
export const allRows = ({ head, rows }: Invented): readonly DocumentRow[] => [{ cells: head }, ...rows];
export const widthOf = ({ columns }: Invented) => columns.length;

/** Every cell on a line of its own after a tab, rows apart by an empty line. */
export const cellsOnLines = (plan: Invented) =>
	around(
		plan,
		allRows(plan).map((row) => `${row.afterBreak ? '\n\n' : ''}${row.cells.map((cell) => `\t${cell}`).join('\n')}\n`)
	);

/** A row on a line, cells apart by tabs; a list runs on, other lines become commas. */
export const rowsByTabs = (plan: Invented) =>
	around(
		plan,
		allRows(plan).map((row) => (row.afterBreak ? '\n' : '') + inOneLine(plan, row.cells).join('\t'))
	);

/** The same with upright lines at both ends. */
export const rowsByBars = (plan: Invented) =>
	around(
		plan,
		allRows(plan).map((row) => `| ${inOneLine(plan, row.cells).join(' | ')} |`)
	);

/** A row by tabs whose cells keep their own lines: what a copy out of a word processor gives. */
export const rowsByTabsFolded = (plan: Invented) =>
	around(
		plan,
		allRows(plan).map((row) =>
			row.cells.map((cell) => (cell.includes('\n') ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')
		)
	);

/** Cells one under another with nothing to tell them apart but their words. */
export const loneCells = (plan: Invented) =>
	around(
		plan,
		allRows(plan).map((row) => row.cells.filter(Boolean).join('\n'))
	);

/** The same, rows apart by an empty line. */
export const loneCellsApart = (plan: Invented) =>
	around(
		plan,
		allRows(plan).map((row) => `${row.cells.filter(Boolean).join('\n')}\n`)
	);

const around = ({ before, after }: Invented, rows: readonly string[]) =>
	[...before, '', ...rows, '', ...after].join('\n');
/** Lines of a cell side by side: a list runs on, people part by commas, results by semicolons. */
const inOneLine = ({ columns }: Invented, cells: readonly string[]) =>
	cells.map((cell, at) => {
		if (/^\s*(?:-|•|\d[.)])/m.test(cell)) return cell.replace(/(?<![:;.])\n/g, '; ').replaceAll('\n', ' ');
		const sign = columns[at] === 'responsible' ? ', ' : columns[at] === 'results' ? '; ' : ' ';
		return cell.replace(/([,;])\n/g, '$1 ').replaceAll('\n', sign);
	});

/** Rows with a separator, quoted where they must be. */
export const separated = (separator: string) => (plan: Invented) => {
	const line = (cells: readonly string[]) =>
		plan.columns.map((_, at) => quoted(cells[at] ?? '', separator)).join(separator);
	return [
		...plan.before.map((text) => line([text])),
		...allRows(plan).map(({ cells }) => line(cells)),
		...plan.after.map((text) => line([text]))
	].join('\r\n');
};

const quoted = (cell: string, separator: string) =>
	cell.includes(separator) || /["\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** A page of a site with the table in it. `merged`: stage cells reach over their rows. */
export const page = (merged: boolean) => (plan: Invented) => {
	const rows = allRows(plan);
	const cell = (text: string, properties: string) =>
		`<td${properties}>${html(text)
			.split('\n')
			.map((line) => `<p>${line}</p>`)
			.join('')}</td>`;
	const body = rows.map((row, at) => {
		if (row.across) return `<tr>${cell(row.cells[0] ?? '', ` colspan="${widthOf(plan)}"`)}</tr>`;
		const cells = row.cells.map((text, column) => {
			if (merged && row.asAbove?.has(column)) return '';
			const more = rows.slice(at + 1).findIndex((below) => !below.asAbove?.has(column));
			const reach = merged ? 1 + (more < 0 ? rows.length - at - 1 : more) : 1;
			return cell(text, reach > 1 ? ` rowspan="${reach}"` : '');
		});
		return `<tr>${cells.join('')}</tr>`;
	});
	const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${html(text)}</p>`).join('\n');
	return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>План</title><style>td{border:1px solid}</style></head><body>
<nav><ul><li><a href="/">Главная</a></li><li><a href="/news">Новости</a></li></ul></nav>
${paragraphs(plan.before)}<table>${body.join('\n')}</table>${paragraphs(plan.after)}<footer>© Сайт школы</footer></body></html>`;
};

const html = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

import { cellText, type Grid, type Table } from './grid';
import { calledPlan } from './plan-name';

type Found = { table: Table; at: number; head?: { first: number } | undefined };

/**
 * Of tables that could all be the plan those that are: what stands before the line that calls the plan by its name («Занятия школы
 * молодого педагога» above, «Дорожная карта» below) is another paper's, and so is what its own caption calls otherwise («Риски»).
 */
export function ofThePlan<T extends Found>(grid: Grid, tables: readonly T[]): readonly T[] {
	if (tables.length < 2) return tables;
	const called = tables.findIndex((found, index) => textsAbove(grid, found, tables[index - 1]).some(calledPlan));
	const own =
		called > 0 && rowsOf(tables.slice(called)) >= rowsOf(tables.slice(0, called)) ? tables.slice(called) : tables;
	const [first] = own;
	return own.filter((found) => found === first || sameHead(found, first) || !otherwiseCalled(grid, found));
}

const rowsOf = (tables: readonly Found[]) => tables.reduce((sum, { table }) => sum + table.rows.length, 0);

/** Everything between the table before (for the first: the beginning) and the head of this one, line by line. */
function textsAbove(grid: Grid, { at, table, head }: Found, before: Found | undefined): string[] {
	const inTable = (rows: Table['rows']) =>
		rows.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines.map(({ text }) => text)));
	const above = grid.blocks
		.slice(before ? before.at + 1 : 0, at)
		.flatMap((block) => (block.kind === 'paragraph' ? [block.line.text] : inTable(block.rows)));
	return [...above, ...inTable(table.rows.slice(0, head?.first ?? 0))];
}

const headOf = ({ table, head }: Found) => table.rows[head?.first ?? 0]?.cells.map(cellText).join('|').toLowerCase();
const sameHead = (one: Found, other: Found | undefined) => other !== undefined && headOf(one) === headOf(other);

/** The last words right above it name a table of another sort. */
function otherwiseCalled(grid: Grid, { at }: Found) {
	const above = grid.blocks[at - 1];
	return above?.kind === 'paragraph' && above.line.text.length < longestCaption && otherSort.test(above.line.text);
}
const longestCaption = 100;
const otherSort =
	/^(?:(?:приложение|таблица|раздел)?\s*№?\s*\d*\s*[.:)]?\s*)(?:(?:возможны|основны|ожидаемы)[а-яё]+\s+)?(?:риск|угроз|смет|бюджет|финансир|расход|показател|индикатор|критери|лист\s|состав\s|протокол|отч[её]т|список|реестр|сокращени|термин|словарь|контакт|распределение\s+(?:обязан|нагруз|пар)|ожидаемые\s+результат)/i;

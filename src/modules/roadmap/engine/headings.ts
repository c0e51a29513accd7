import { namesTerm } from './deadlines/term';
import { filled, type Grid, type Line, type Paragraph, type Row } from './grid';
import type { PlanTable } from './plan-tables';

/** What stands right above each table of the plan and names its stage: «Этап 2. Действуем», «3. Обмен опытом», «Октябрь». */
export function headingsOf(grid: Grid, tables: readonly PlanTable[]): (Paragraph | undefined)[] {
	const above = tables.map(({ at, table, head }, index) => {
		const row = head ? table.rows[head.first - 1] : undefined;
		const line = row && onlyLine(row);
		if (row && line) return { kind: 'paragraph', line, place: filled(row)[0]?.cell.place ?? {}, gap: false } as const;
		const between = grid.blocks.slice(index === 0 ? 0 : (tables[index - 1]?.at ?? 0) + 1, at);
		return between.findLast(
			(block): block is Paragraph => block.kind === 'paragraph' && /[\p{L}]{3}/u.test(block.line.text)
		);
	});
	const headed = tables.filter(({ head }) => head).length;
	if (headed > 1 && tables.every(({ at, head }, index) => !head || couldHead(above[index], grid, at)))
		return above.map((paragraph, index) => (tables[index]?.head ? paragraph : undefined));
	const [first, ...others] = above.map((paragraph) => (paragraph && sortOf(paragraph.line) ? paragraph : undefined));
	const sort = first && sortOf(first.line);
	const isFirst =
		sort &&
		(others.some((other) => other && sortOf(other.line) === sort) ||
			tables.some(({ table }) =>
				table.rows.some((row) => {
					const line = onlyLine(row);
					return line && line !== first.line && sortOf(line) === sort;
				})
			));
	return [isFirst ? first : undefined, ...others];
}

/** Of a row that holds one line and no more. */
function onlyLine(row: Row): Line | undefined {
	const [only, ...more] = filled(row);
	return only && more.length === 0 && only.cell.lines.length === 1 ? only.cell.lines[0] : undefined;
}

/** The manner of a heading: the first one is told from a line of the text above by the others being like it. */
function sortOf(line: Line): string | null {
	const words = `${line.marker ?? ''} ${line.text}`.trim();
	if (words.length >= 250) return null;
	if (namesTerm(words)) return 'term';
	return (
		/^(?:этап|раздел|блок|модуль|направление|ступень|часть|шаг)(?![а-яё])/i.exec(words)?.[0].toLowerCase() ??
		(/^\d{1,2}[.)]/.test(words) ? '1' : /^[ivxІХ]+[.)]/i.test(words) ? 'I' : null)
	);
}

const longestName = 120;

/** Without a word that tells its sort: right above its table, short, no sentence, and no name of the plan itself. */
const couldHead = (paragraph: Paragraph | undefined, grid: Grid, at: number) =>
	paragraph !== undefined &&
	(grid.blocks[at - 1] === paragraph || !grid.blocks.includes(paragraph)) && // of the table's own first rows
	paragraph.line.text.length < longestName &&
	!/[.;:,]$|дорожн|^план|20\d\d|_{3}|приложени/i.test(paragraph.line.text);

import { type Block, type Grid, plainLine, tidy } from '../../engine/grid';
import { namesColumns } from '../../engine/heads-of-others';
import { Unreadable } from '../../rules/understanding';
import { maxLines } from '../limits';
import { tooManyRows } from '../sentences';
import { tableOfRows } from '../table-of-rows';
import { type LooseCell, looseCell, rowsOfCells } from './cells-in-lines';
import { rowsOfLines, type TextLine } from './rows-in-lines';

/** More empty lines than this and what follows no longer belongs to the cell above. */
const gapThatEndsACell = 3;

/**
 * Plain text out of Word and converters: paragraphs, with tables either one row on a line (tabs between cells) or one cell
 * on a line (each begins with a tab, an empty line after each row).
 */
export function readText(text: string): Grid {
	const lines = numberLines(text);
	return standsOneCellOnALine(lines) ? readCellLines(lines) : readRowLines(lines);
}

/** Cells begin with a tab and hold few others; rows have one and the same number of tabs, two or more. */
function standsOneCellOnALine(lines: readonly TextLine[]) {
	const tabbed = lines.filter((line) => line.text.includes('\t'));
	const counts = new Map<number, number>();
	for (const { text } of tabbed)
		counts.set(text.split('\t').length - 1, (counts.get(text.split('\t').length - 1) ?? 0) + 1);
	const [tabs, times] = [...counts].reduce((top, next) => (next[1] > top[1] ? next : top), [0, 0]);
	if (tabs >= 2 && times > tabbed.length / 2) return false;
	return tabbed.filter((line) => /^ *\t/.test(line.text)).length > tabbed.length / 2;
}

/** Lines that hold something or begin with a tab (an empty cell), with the number of empty lines before each. */
function numberLines(text: string): TextLine[] {
	const lines: TextLine[] = [];
	let blank = 0;
	text.split(/\n|\f/).forEach((line, index) => {
		if (line.trim() === '' && !line.includes('\t')) blank++;
		else {
			if (lines.length >= maxLines) throw new Unreadable(tooManyRows);
			lines.push({ text: line, number: index + 1, blankBefore: blank });
			blank = 0;
		}
	});
	return lines;
}

function readCellLines(lines: readonly TextLine[]): Grid {
	const blocks: Block[] = [];
	let cells: LooseCell[] = [];
	let gapsIn = 0; // how many of the cells hold an empty line
	const close = () => {
		if (cells.length > 1) {
			const { rows, width } = rowsOfCells(cells);
			blocks.push(tableOfRows(rows, width));
		} else
			for (const cell of cells)
				blocks.push(...cell.lines.map((line) => paragraph({ text: line.text, number: cell.line, blankBefore: 0 })));
		cells = [];
		gapsIn = 0;
	};
	lines.forEach((line, index) => {
		const last = cells.at(-1);
		if (last) last.blankAfter = Math.max(last.blankAfter, line.blankBefore);
		if (/^ *\t/.test(line.text)) cells.push(looseCell(line.text, line.number));
		else if (last && goesOn(line, lines.slice(index + 1, index + 40), gapsIn > (last.gapInside ? 1 : 0))) {
			last.lines.push(plainLine(line.text.replaceAll('\t', ' ')));
			if (line.blankBefore > 0 && !last.gapInside) gapsIn++;
			last.gapInside ||= line.blankBefore > 0;
			last.blankAfter = 0;
		} else {
			close();
			blocks.push(paragraph(line));
		}
	});
	close();
	return { blocks };
}

const beginsSomethingElse =
	/^\*{0,9}\s{0,9}(приложение|утвержд|согласован|«?дорожная карта|план мероприятий|пояснительн|исполнитель|директор\s+\S.*_{2,}|.*_{5,}|\d{1,3}$)/i;

/** After an empty line a line without a tab may be one more paragraph of the cell or the text under the table. `habit`: other cells hold empty lines too. */
function goesOn(line: TextLine, after: readonly TextLine[], habit: boolean) {
	if (line.blankBefore === 0) return true;
	if (line.blankBefore >= gapThatEndsACell || beginsSomethingElse.test(line.text.trim())) return false;
	const nextCell = after.findIndex((next) => /^ *\t/.test(next.text));
	if (nextCell >= 0) return nextCell < 12;
	return habit;
}

function readRowLines(lines: readonly TextLine[]): Grid {
	const blocks: Block[] = [];
	let tables = 0;
	for (let index = 0; index < lines.length; ) {
		const line = lines[index] as TextLine;
		if (!line.text.includes('\t')) {
			blocks.push(paragraph(line));
			index++;
			continue;
		}
		const end = endOfTable(lines, index);
		const inside = lines.slice(index, end);
		const width = inside.reduce((most, row) => Math.max(most, row.text.split('\t').length), 1);
		tables++;
		blocks.push(tableOfRows(rowsOfLines(inside, width, tables), width));
		index = end;
	}
	return { blocks };
}

/** A table goes on over lines without tabs as long as tabs come again soon. */
function endOfTable(lines: readonly TextLine[], start: number) {
	const width = lines[start]?.text.split('\t').length ?? 1;
	let end = start + 1;
	for (let index = start + 1; index < lines.length && index - end < 6; index++) {
		const line = lines[index] as TextLine;
		const tabs = line.text.includes('\t');
		if (!tabs && line.blankBefore >= gapThatEndsACell) break;
		if (!tabs && index === end && beginsOther(lines[index + 1], lines[start])) break;
		if (!tabs && line.blankBefore > 0 && beginsSomethingElse.test(line.text.trim())) break;
		if (tabs) end = index + 1;
		else if (line.blankBefore === 0 && (lines[index - 1]?.text.split('\t').length ?? width) < width && index === end)
			end = index + 1;
	}
	return end;
}

/** A head of other words right under a line without tabs: another table with its name over it. */
const beginsOther = (line: TextLine | undefined, head: TextLine | undefined) =>
	line !== undefined && line.text !== head?.text && namesColumns(line.text.split('\t'));

const paragraph = (line: TextLine): Block => ({
	kind: 'paragraph',
	line: plainLine(tidy(line.text).replace(/^\*+|(?<!\*)\*+$/g, '')),
	place: { line: line.number },
	gap: line.blankBefore > 0
});

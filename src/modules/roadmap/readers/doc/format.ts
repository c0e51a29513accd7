import type { Changes } from './changes';
import type { Run } from './runs';
import type { Styles } from './styles';
import type { Window } from './window';

/** One cell as the end of its row defines it; marks of the ruler in twentieths of a point. */
export type DefinedCell = { from: number; to: number; under: boolean; joinedLeft: boolean };

/** What the sign that ends a paragraph says of it. `depth`: 0 outside tables, 1 in a table, 2 in a table within its cell. */
export type ParagraphFormat = {
	depth: number;
	endsRow: boolean;
	endsInnerCell: boolean;
	newPage: boolean;
	list: number;
	level: number;
	cells: DefinedCell[];
};

/** Reads the format of a paragraph: its style's list first, its own changes over it [MS-DOC 2.6.2, 2.6.3]. */
export function paragraphFormat(run: Run, styles: Styles, changes: Changes): ParagraphFormat {
	const listed = run.style === null ? null : styles.list(run.style);
	const format: ParagraphFormat = {
		depth: 0,
		endsRow: false,
		endsInnerCell: false,
		newPage: false,
		list: listed?.list ?? 0,
		level: listed?.level ?? 0,
		cells: []
	};
	changes.each(run.changes, (code, value) => {
		if (code === 0x2416) format.depth = value.u8(0) ? Math.max(1, format.depth) : 0;
		else if (code === 0x6649) format.depth = value.u32(0);
		else if (code === 0x2417 || code === 0x244c) format.endsRow ||= value.u8(0) !== 0;
		else if (code === 0x244b) format.endsInnerCell = value.u8(0) !== 0;
		else if (code === 0x2407) format.newPage = value.u8(0) !== 0;
		else if (code === 0x460b) format.list = value.u16(0);
		else if (code === 0x260a) format.level = value.u8(0);
		else if (code === 0xd608) format.cells = definedCells(value);
		else if (code === 0xd62b) mergeUnder(format.cells[value.u8(0)], value.u8(1));
	});
	return format;
}

export const isDeleted = (run: Run, changes: Changes) => {
	let deleted = false;
	changes.each(run.changes, (code, value) => {
		if (code === 0x0800) deleted = value.u8(0) !== 0;
	});
	return deleted;
};

/** Marks of all borders, then 20 bytes a cell of which the last may be missing: then the cell is plain. */
function definedCells(value: Window): DefinedCell[] {
	const count = Math.min(value.u8(0), 63);
	const described = 1 + (count + 1) * 2;
	return Array.from({ length: count }, (_, index) => {
		const at = described + index * 20;
		const flags = at + 2 <= value.length ? value.u16(at) : 0;
		return {
			from: value.i16(1 + index * 2),
			to: value.i16(3 + index * 2),
			under: (flags & 0x20) !== 0 && (flags & 0x40) === 0,
			joinedLeft: (flags & 0x2) !== 0
		};
	});
}

function mergeUnder(cell: DefinedCell | undefined, merge: number) {
	if (cell) cell.under = merge === 1;
}

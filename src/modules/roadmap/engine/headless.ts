import type { Columns } from './columns';
import { readDeadline } from './deadlines/read-deadline';
import { cellText, type Table } from './grid';
import { hasName } from './people-names';
import { beginsWithPost, isGroup } from './posts';

/** A table of fewer rows tells too little about itself. */
const leastRows = 3;

type Share = { filled: number; numbers: number; deadlines: number; people: number; length: number };

/** Roles of the columns of a table without a head, told by what stands in them; undefined when it is no plan. */
export function columnsByContent(table: Table): Columns | undefined {
	if (table.rows.length < leastRows || table.width < 2) return undefined;
	const shares = Array.from({ length: table.width }, (_, column) => shareOf(table, column));
	const columns: Columns = shares.map(() => null);
	const pick = (value: (share: Share) => number, least: number) => {
		const best = shares
			.map(value)
			.reduce(
				(top, score, index, all) =>
					columns[index] === null && score > (top < 0 ? least : (all[top] ?? 0)) ? index : top,
				-1
			);
		return best;
	};
	const number = shares.findIndex((share, index) => index < 2 && share.numbers > 0.6 && share.filled > 0.3);
	if (number >= 0) columns[number] = 'number';
	const deadline = pick((share) => share.deadlines, 0.5);
	if (deadline >= 0) columns[deadline] = 'deadline';
	const responsible = pick((share) => (share.length < 160 ? share.people : 0), 0.5);
	if (responsible >= 0) columns[responsible] = 'responsible';
	const activity = pick((share) => share.length * Math.min(1, share.filled + 0.3), 12);
	if (activity < 0 || (deadline < 0 && responsible < 0)) return undefined;
	columns[activity] = 'activity';
	columns.forEach((role, column) => {
		if (role !== null || (shares[column]?.filled ?? 0) === 0) return;
		columns[column] = column < activity ? 'stage' : 'results';
	});
	return columns;
}

/** Columns whose head says nothing known are told by what stands in them, where the plan lacks such a column. */
export function nameByContent(columns: Columns, table: Table) {
	columns.forEach((role, column) => {
		if (role !== null || table.rows.length < leastRows) return;
		const { filled, deadlines, people, length } = shareOf(table, column);
		if (filled < 0.3) return;
		if (!columns.includes('deadline') && deadlines > 0.7) columns[column] = 'deadline';
		else if (!columns.includes('responsible') && people > 0.7 && length < 90) columns[column] = 'responsible';
	});
}

function shareOf(table: Table, column: number): Share {
	const texts = table.rows.map((row) => cellText(row.cells[column])).filter((text) => text !== '');
	const part = (test: (text: string) => boolean) => (texts.length ? texts.filter(test).length / texts.length : 0);
	return {
		filled: texts.length / table.rows.length,
		numbers: part((text) => /^(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,4})[.)]?$/.test(text)),
		deadlines: part(
			(text) =>
				text.length < 90 &&
				!/^\d{1,2}\.?$/.test(text) &&
				readDeadline(text, null).deadline.kind !== 'external' &&
				readDeadline(text, null).deadline.kind !== 'none'
		),
		people: part((text) => hasName(text) || (text.length < 120 && (beginsWithPost(text) || isGroup(text)))),
		length: texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length)
	};
}

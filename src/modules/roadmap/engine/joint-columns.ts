import { type Columns, findHead, type Role } from './columns';
import { type Cell, type Grid, makeTable, plainLine, type Row, type Table } from './grid';
import { saysTime } from './lone-cells/traits';
import { saidIn } from './prose/words';
import { whenAndWho } from './when-and-who';

const rowsAsked = 40;
const most = 0.6;

type Parts = { [role in 'activity' | 'deadline' | 'responsible']?: string };
type Joint = {
	column: number;
	own: Role;
	roles: ('activity' | 'deadline' | 'responsible')[];
	part: (text: string) => Parts | undefined;
};

/**
 * A column that holds two things or three («Срок, ответственный»; «Провести опрос (сентябрь, психолог)» where nothing else tells
 * when and who) becomes a column for each. Whether it does is told by its cells.
 */
export function withJointColumns(grid: Grid): Grid {
	let joint: { width: number; how: Joint } | undefined;
	let changed = false;
	const blocks = grid.blocks.map((block) => {
		if (block.kind !== 'table') return block;
		const head = findHead(block);
		const how = head
			? jointOf(block, head.columns, head.last + 1)
			: joint?.width === block.width
				? joint.how
				: undefined;
		if (head) joint = how && { width: block.width, how };
		if (!how) return block;
		changed = true;
		return parted(block, how, head ? [head.first, head.last] : [-1, -1]);
	});
	return changed ? { ...grid, blocks } : grid;
}

function jointOf(table: Table, columns: Columns, from: number): Joint | undefined {
	const lacks = (role: Role) => !columns.includes(role);
	const rows = table.rows.slice(from, from + rowsAsked);
	const asks = (column: number, part: Joint['part']) => {
		const texts = rows.map((row) => wholeText(row.cells[column])).filter((text) => text !== '');
		return texts.length >= 3 && texts.filter((text) => part(text)).length >= texts.length * most;
	};
	const candidates: Joint[] = [];
	columns.forEach((own, column) => {
		if ((own === 'deadline' && lacks('responsible')) || (own === 'responsible' && lacks('deadline')))
			candidates.push({ column, own, roles: ['deadline', 'responsible'], part: bothIn });
		else if (own === 'activity' && lacks('deadline') && !columns.includes('content'))
			candidates.push({
				column,
				own,
				roles: lacks('responsible') ? ['activity', 'deadline', 'responsible'] : ['activity', 'deadline'],
				part: lacks('responsible') ? allIn : timeIn
			});
	});
	return candidates.find(({ column, part }) => asks(column, part));
}

const bothIn = (text: string): Parts | undefined => {
	const both = whenAndWho(text);
	return both && { deadline: both.when, responsible: both.who };
};
/** The cell that holds only one of what its column does. */
const oneIn = (text: string, roles: Joint['roles']): Parts =>
	roles.includes('activity') ? { activity: text } : saysTime(text) ? { deadline: text } : { responsible: text };
/** Only what stands in brackets, behind a dash or after a label at the end. */
const allIn = (text: string): Parts | undefined => {
	if (text.includes('\n') || /^(?:до|с|в|во|к|на|раз)\s/i.test(text)) return undefined;
	const { text: activity, deadline, responsible, result } = saidIn(text);
	return deadline !== '' && result === '' && activity.length > 3 ? { activity, deadline, responsible } : undefined;
};
const timeIn = (text: string): Parts | undefined => {
	const parts = allIn(text);
	return parts?.responsible === '' ? parts : undefined;
};

const wholeText = (cell: Cell | undefined) =>
	cell?.lines
		.map(({ text }) => text)
		.join('\n')
		.trim() ?? '';

function parted(table: Table, { column, own, roles, part }: Joint, [first, last]: [number, number]): Table {
	const rows = table.rows.map((row, at): Row => {
		const cell = row.cells[column];
		if (!cell || cell.span > 1)
			return { ...row, cells: row.cells.flatMap((one, index) => (index === column ? padded(one, roles) : [one])) };
		const isHead = at >= first && at <= last;
		const text = wholeText(cell);
		const parts = isHead || cell.merged ? undefined : part(text);
		const cells = roles.map((role): Cell => {
			const bare = { ...cell, lines: [], span: 1 };
			if (isHead)
				return role === own
					? cell
					: { ...bare, lines: at === first ? [plainLine(names[role])] : [], place: { ...cell.place, row: 0 } };
			if (!parts) return cell.merged || oneIn(text, roles)[role] ? cell : bare;
			const said = parts[role] ?? '';
			return { ...bare, lines: said === '' ? [] : said.split('\n').map(plainLine) };
		});
		return { ...row, cells: row.cells.flatMap((one, index) => (index === column ? cells : [one])) };
	});
	return makeTable(rows);
}

const names = { activity: 'Мероприятие', deadline: 'Срок', responsible: 'Ответственный' };

/** A cell over several columns goes over the new ones too. */
const padded = (cell: Cell | undefined, roles: readonly string[]): Cell[] =>
	cell
		? roles.map((_, at) =>
				at === 0
					? { ...cell, span: cell.span + roles.length - 1 }
					: { ...cell, lines: [], span: 1, merged: 'left' as const }
			)
		: [];

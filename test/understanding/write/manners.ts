import type { ColumnRole, DocumentRow, Invented } from '../truth';

/** The same roadmap laid out otherwise: what it says stays, how it stands on the page does not. */
export type Manner = (plan: Invented) => Invented;

const eachCell =
	(change: (text: string, role: ColumnRole | undefined, row: number) => string): Manner =>
	(plan) => ({
		...plan,
		rows: plan.rows.map((row, at) => ({
			...row,
			cells: row.cells.map((text, column) => change(text, row.across ? undefined : plan.columns[column], at))
		}))
	});

const changedRows =
	(change: (rows: readonly DocumentRow[], plan: Invented) => readonly DocumentRow[]): Manner =>
	(plan) => ({ ...plan, rows: change(plan.rows, plan) });

/** Columns put in another order, by the place each had. */
const reordered =
	(order: (roles: readonly ColumnRole[]) => number[]): Manner =>
	(plan) => {
		const places = order(plan.columns);
		const placed = <T>(list: readonly T[]) => places.map((at) => list[at] as T);
		return {
			...plan,
			columns: placed(plan.columns),
			head: placed(plan.head),
			rows: plan.rows.map((row) => ({
				...row,
				cells: row.across ? row.cells : placed(row.cells),
				asAbove: new Set(places.flatMap((from, to) => (row.asAbove?.has(from) ? [to] : [])))
			}))
		};
	};

/** The columns after the activity turned about; those before it give the row its place and stay. */
const turnedAfterActivity = reordered((roles) => {
	const at = roles.indexOf('activity');
	const places = [...roles.keys()];
	return [...places.slice(0, at + 1), ...places.slice(at + 1).reverse()];
});

const withColumn = (after: (roles: readonly ColumnRole[]) => number, name: string, fill: string): Manner => {
	const added = <T>(list: readonly T[], at: number, what: T) => [...list.slice(0, at), what, ...list.slice(at)];
	return (plan) => {
		const at = after(plan.columns);
		return {
			...plan,
			columns: added(plan.columns, at, 'mark'),
			head: added(plan.head, at, name),
			rows: plan.rows.map((row) => ({
				...row,
				cells: row.across ? row.cells : added(row.cells, at, fill),
				asAbove: new Set([...(row.asAbove ?? [])].map((column) => (column >= at ? column + 1 : column)))
			}))
		};
	};
};

const otherHeads: Record<ColumnRole, string> = {
	number: '№ п/п',
	stage: 'Этап',
	activity: 'Перечень мероприятий',
	deadline: 'Сроки выполнения',
	responsible: 'Ответственные лица',
	results: 'Ожидаемый результат',
	mark: 'Отметка о выполнении'
};
const isNumber = (role: ColumnRole | undefined, text: string) => role === 'number' && /^\d+$/.test(text);
const middle = (rows: readonly DocumentRow[]) => rows.findIndex(({ across }, at) => !across && at >= rows.length / 2);
/** No page ends right under the heading of a stage: word processors keep it with what follows. */
const beginsPage = (rows: readonly DocumentRow[], at: number) =>
	at > 0 && at % 6 === 0 && !rows[at]?.across && !rows[at - 1]?.across;
const headAgain = (plan: Invented): DocumentRow => ({ cells: plan.head, afterBreak: true });

/** Twenty manners; each is crossed with each format. */
export const manners: Record<string, Manner> = {
	'as it is': (plan) => plan,
	'other heads': (plan) => ({ ...plan, head: plan.columns.map((role) => otherHeads[role]) }),
	'heads in capitals': (plan) => ({ ...plan, head: plan.head.map((text) => text.toUpperCase()) }),
	'columns turned about': turnedAfterActivity,
	'a column for marks at the end': withColumn((roles) => roles.length, 'Отметка о выполнении', ''),
	'a column of remarks in the middle': withColumn((roles) => roles.indexOf('activity') + 1, 'Примечание', ''),
	'numbers of the columns under the head': changedRows((rows, { columns }) => [
		{ cells: columns.map((_, at) => String(at + 1)) },
		...rows
	]),
	'the head again on the next page': changedRows((rows, plan) => {
		const at = middle(rows);
		return at < 1 ? rows : [...rows.slice(0, at), headAgain(plan), ...rows.slice(at)];
	}),
	'the head again on each page': changedRows((rows, plan) =>
		rows.flatMap((row, at) => (beginsPage(rows, at) ? [headAgain(plan), row] : [row]))
	),
	'empty rows between': changedRows((rows, { columns }) =>
		rows.flatMap((row, at) => (at % 5 === 4 ? [row, { cells: columns.map(() => '') }] : [row]))
	),
	'numbers with stops': eachCell((text, role) => (isNumber(role, text) ? `${text}.` : text)),
	'no numbers': eachCell((text, role) => (isNumber(role, text) ? '' : text)),
	'spaces doubled': eachCell((text) => text.replaceAll(' ', '  ')),
	'spaces that do not break': eachCell((text) => text.replaceAll(' ', '\u00a0')),
	'soft hyphens': eachCell((text) => text.replace(/([а-яё]{4})(?=[а-яё]{4})/g, '$1\u00ad')),
	'plain quotes and dashes': eachCell((text) => text.replace(/[«»]/g, '"').replace(/[–—]/g, '-')),
	'a stop after each activity': eachCell((text, role) =>
		role === 'activity' && /[а-яё»)]$/.test(text) && !text.includes('\n') ? `${text}.` : text
	),
	'white space around each cell': eachCell((text) => (text === '' ? text : ` ${text} `)),
	'a letter of the order before': (plan) => ({
		...plan,
		before: ['Приложение 3', 'к приказу от 02.09.2024 № 118-од', ...plan.before]
	}),
	'a signature after': (plan) => ({ ...plan, after: [...plan.after, '', 'Директор ____________ И. И. Белов'] })
};

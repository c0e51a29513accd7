import type { Child } from 'hono/jsx';
import { Icon } from './icon';

export type Column<Row> = {
	head: string;
	cell: (row: Row) => Child;
	/** Figures stand right, one under another. */
	numeric?: boolean;
	/** The cell that names the row: its heading in the table and on the card. */
	main?: boolean;
	/** The key under which this column sorts. */
	sort?: string;
	/** A head that only assistive technology reads: for a column of buttons. */
	unseen?: boolean;
	/** Left out on a card when there is nothing to say. */
	width?: 'narrow' | 'wide';
};

export type Sorting = { by: string; descending?: boolean; href: (by: string, descending: boolean) => string };

type TableProps<Row> = {
	/** Says what the table holds; seen only by assistive technology unless `captioned`. */
	caption: string;
	captioned?: boolean;
	columns: readonly Column<Row>[];
	rows: readonly Row[];
	sorting?: Sorting;
	/** Puts a checkbox before each row; the form around the table sends them. Undefined for a row that cannot be chosen. */
	choose?: (row: Row) => { name: string; value: string; label: string; checked?: boolean } | undefined;
	/** An id for a row that links lead to. */
	rowId?: (row: Row) => string;
	/** Wider than any screen, with nothing in it to step on: the keyboard takes hold of its box to move it. */
	wide?: boolean;
};

/** A table that turns into cards where it is narrow: every cell then says its own heading. */
export const Table = <Row,>({ caption, captioned, columns, rows, sorting, choose, rowId, wide }: TableProps<Row>) => (
	<div class="table-box" {...(wide && { tabindex: 0, role: 'region', 'aria-label': caption })}>
		<table class="table">
			<caption class={captioned ? undefined : 'unseen'}>{caption}</caption>
			<thead>
				<tr>
					{choose && (
						<th class="choose">
							<span class="unseen">Выбрать</span>
						</th>
					)}
					{columns.map((column) => (
						<Head {...{ column, sorting }} />
					))}
				</tr>
			</thead>
			<tbody>
				{rows.map((row) => (
					<tr id={rowId?.(row)}>
						{choose && <td class="choose">{<Chooser box={choose(row)} />}</td>}
						{columns.map((column) => (
							<Cell {...{ column, row }} />
						))}
					</tr>
				))}
			</tbody>
		</table>
	</div>
);

const classes = (...names: (string | false | undefined)[]) => names.filter(Boolean).join(' ') || undefined;

function Head<Row>({ column, sorting }: { column: Column<Row>; sorting?: Sorting | undefined }) {
	const { head, sort, numeric, unseen, width } = column;
	const name = unseen ? <span class="unseen">{head}</span> : head;
	const given = sort !== undefined && sorting?.by === sort;
	const order = given ? (sorting.descending ? 'descending' : 'ascending') : undefined;
	return (
		<th scope="col" class={classes(numeric && 'numeric', width)} aria-sort={order}>
			{sort && sorting ? (
				<a href={sorting.href(sort, given && !sorting.descending)}>
					{name}
					<span class={classes('order', order)} aria-hidden="true" />
				</a>
			) : (
				name
			)}
		</th>
	);
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
	const content = column.cell(row);
	const empty = content === null || content === undefined || content === '' || content === false;
	const shared = { class: classes(column.numeric && 'numeric', column.main && 'main', empty && 'empty', column.width) };
	return column.main ? (
		<th scope="row" {...shared}>
			{content}
		</th>
	) : (
		<td data-label={column.unseen ? undefined : column.head} {...shared}>
			<div>{content}</div>
		</td>
	);
}

const Chooser = ({ box }: { box: { name: string; value: string; label: string; checked?: boolean } | undefined }) =>
	box ? <input type="checkbox" name={box.name} value={box.value} checked={box.checked} aria-label={box.label} /> : null;

/** A table to be taken along into Word or Excel; the button appears with the script. `beside`: other ways of taking it. */
export const CopyTable = ({ beside, children }: { beside?: Child; children?: Child }) => (
	<copy-text class="copy-table">
		<div class="buttons">
			<button type="button" class="button primary" hidden>
				Скопировать таблицу
			</button>
			{beside}
		</div>
		<noscript>
			<p class="quiet">
				Чтобы скопировать: выделите таблицу мышью от «№» до последней клетки, нажмите Ctrl+C, в Word поставьте курсор на
				место и нажмите Ctrl+V.
			</p>
		</noscript>
		{children}
	</copy-text>
);

/** Numbered things and their words, for a printed list or a narrow place. */
export const Pager = ({ page, pages, href }: { page: number; pages: number; href: (page: number) => string }) =>
	pages < 2 ? null : (
		<nav class="pager" aria-label="Страницы">
			{page > 1 && (
				<a href={href(page - 1)} rel="prev">
					<Icon name="back" />
					Назад
				</a>
			)}
			<span>
				Страница {page} из {pages}
			</span>
			{page < pages && (
				<a href={href(page + 1)} rel="next">
					Дальше
					<Icon name="arrow" />
				</a>
			)}
		</nav>
	);

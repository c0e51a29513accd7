import { cellText, type Filled, filled, type Row, type Table } from './grid';
import { couldHeadColumn, nameByContent, nameRestByContent } from './headless';

/** What a column holds. `deadline-end`: the second of two date columns; `other`: a column the plan does not need. */
export type Role =
	| 'number'
	| 'stage'
	| 'activity'
	| 'content'
	| 'deadline'
	| 'deadline-end'
	| 'responsible'
	| 'results'
	| 'other';

/** Role of each column; null: nothing in the head tells. */
export type Columns = (Role | null)[];

/** Where the table's head is: its rows are no activities. */
export type Head = {
	columns: Columns;
	first: number;
	last: number;
	/** No cell of it says what is done: only that the rest tells when and who makes it a plan's. */
	perhaps?: true;
};

const maxHeadLength = 140;
const rowsSearched = 30;

/** Tried in order: «Длительность этапа» is a deadline, «Результат мероприятия» a result. */
const headWords: [RegExp, Role][] = [
	[
		/^(?:№|n[o°]?(?=\s|$|\.)|номер)\s*(?:п|этап|строк|пункт|мероприят|$|\.)|^п\s*[/.]?\s*п\.?$|^№|^(?:#|код|шифр|индекс)$/,
		'number'
	],
	[/отметк|дата факт|примечани|подпис|^факт|фактическ\S+ выполн|^выполнен|^статус|комментари/, 'other'],
	[
		/ответств|^отв\.?(?:\s|$)|исполнител|^исп\.?$|^кто(?:\s|$)|^кому|кто провод|^(?:с кем|с чьей помощью|чья|на ком)(?:\s|$)|^провод[ия]т|^отвеча[ею]т|^закреплен|^должност|^ведущий$|^куратор$|^координатор$|^наставник$|^субъект|^ф\.?\s?и\.?\s?о|организатор|^(?:владел|держател|помога[ею]т|реализу[ею]т|вед[её]т|сопровожда|помощник)|^(?:кем|чьими)(?:\s|$)|лицо$|^люди$/,
		'responsible'
	],
	[
		/(?:срок|дата|период|врем)\S*.*(?:окончан|завершен|конец)|^конец период|^(?:окончание|завершение|конец|по)$/,
		'deadline-end'
	],
	[
		/срок|(?<![а-я])дат[аы](?![а-я])|период\s|^учебный период|^период|длительност|^когда|^месяц|^время|график|продолжительност|^начало$|^(?:год|недел[яи]|четверт[ьи]|квартал|полугодие)$|^календар|^временн|^дедлайн|^(?:день|дни|числ[оа])(?:\s|$)|^до какого|^к какому|^частота/,
		'deadline'
	],
	[
		/результат|^(?:планируемый |ожидаемый )?итог|на выходе|^критери|^признак|^что (?:на выходе|получ|останет|покаж|подтвер|должно|в итоге|будет в итоге)|^к чему|^ожидани|^чего жд|^зачем$|отчетност|^отчетн|^где видно|^материалы$|вид документа|документ|продукт|выход|форма\s+(?:отч|представ|фиксац|завершен|подведен)|подтвержд|показател|индикатор|эффект/,
		'results'
	],
	[
		/целевая\s+(?:аудитор|групп)|участник|категори|контингент|аудитор|^место|^ресурс|финанс|источник|^цел[ьи]|охват|форма\s+(?:провед|работы|мероп)|^формы?$|объ[её]м/,
		'other'
	],
	[/содержани/, 'content'],
	[
		/мероприят|действи|деятельност|вид\S* работ|^работ[аы]$|^основн\S+ работ|что\s+(?:дела|(?:я |мы )?сдела|(?:нужно|надо|будет|предстоит|будем|буду)\s+|планиру|намечен|намеча|запланир|предусм|предстоит|исполн|выполн|провод|организу|устраива|готов)|^что\s+и\s+как|^(?:наши|мои)\s+дела|^задани|^поручени|^темы|^тематик|^вопрос|рассматриваем\S+ вопрос|^перечень вопрос|^активност|^процедур|^описание$|^что$|^методы и формы|^проводимая|^наименование\s+(?:работ|услуг)|^наименование$|^название$|^тема|^задач|^план|^перечень|^шаг|^пункт|^событи|^мер(?:ы|а)?(?:\s|$)|комплекс мер|^дел[оа]$/,
		'activity'
	],
	[/этап|раздел|^компонент|^фаза|^линия|направлен|блок|модул|ступен|подпрограмм/, 'stage']
];

/** Role told by the words of a head cell. */
export function roleOfHead(text: string): Role | null {
	const words = text
		.toLowerCase()
		.replaceAll('ё', 'е')
		.replace(/[*:«»"?]/g, '')
		.trim();
	if (words === '' || words.length > maxHeadLength) return null;
	const told = headWords.find(([pattern]) => pattern.test(words))?.[1] ?? null;
	if (told === 'content' && /этап/.test(words) && !/деятельн|мероприят|работ/.test(words)) return 'content';
	if (told === 'activity' && /^(?:наименование|название)\s+(?:этап|раздел|направлен|блок)/.test(words)) return 'stage';
	if (told === 'activity' && /^(?:этап|направлени|раздел)\S*\s+(?:деятельност|работ)/.test(words)) return 'stage';
	return told;
}

/** The table's head, or undefined when no row tells what its columns are. */
export function findHead(table: Table): Head | undefined {
	for (let index = 0; index < Math.min(table.rows.length, rowsSearched); index++) {
		const row = table.rows[index] as Row;
		const columns = columnsOfHead(row);
		const sure = isHead(columns, row);
		if (!sure && !(index < rowsOfPerhaps && isPerhapsHead(columns, row))) continue;
		const next = table.rows[index + 1];
		const second = next && isSecondHead(row, next) ? columnsOfHead(next) : undefined;
		return {
			columns: settle(second ? columns.map((role, at) => second[at] ?? role) : columns, table, index),
			first: index,
			last: second ? index + 1 : index,
			...(!sure && { perhaps: true as const })
		};
	}
	return undefined;
}

/** Does this row repeat the head, as after a page break? Its cells say the same, not merely something like a head. */
export function repeatsHead(cells: readonly Filled[], head: readonly string[]) {
	if (cells.length < 2) return false;
	const same = cells.filter(({ column, text }) => head[column] !== undefined && sameLetters(head[column], text));
	return same.length >= cells.length * 0.7;
}

/** A cell of a row is seldom like the head: as a rule its first letter tells. */
const sameLetters = (one: string, other: string) =>
	firstLetterOf(one) === firstLetterOf(other) && lettersOf(one) === lettersOf(other);
const firstLetterOf = (text: string) => /[а-яёa-z]/i.exec(text)?.[0].toLowerCase();
const lettersOf = (text: string) => text.toLowerCase().replace(/[^а-яёa-z]/g, '');

/** «1 2 3 4 5» under the head. */
export function numbersColumns(cells: readonly Filled[]) {
	return cells.length >= 3 && cells.every(({ text }, index) => text.replace(/[.)]$/, '') === String(index + 1));
}

function columnsOfHead(row: Row): Columns {
	const roles: Columns = row.cells.map((cell) => roleOfHead(cellText(cell)));
	row.cells.forEach((cell, at) => {
		if (cell.merged === 'left' && roles[at] === null) roles[at] = roles[at - 1] === 'number' ? null : null;
	});
	return roles;
}

function isHead(columns: Columns, row: Row) {
	const cells = filled(row);
	if (cells.length < 2 || cells.some(({ text }) => text.length > maxHeadLength)) return false;
	const told = new Set(columns.filter((role) => role !== null && role !== 'other'));
	const says = told.has('activity') || told.has('content') || told.has('stage');
	const enough = told.has('deadline') || told.has('responsible') || told.has('results') || told.has('number');
	const known = columns.filter((role) => role !== null).length;
	return says && (enough || columns.includes('other')) && known >= Math.ceil(cells.length / 2);
}

const rowsOfPerhaps = 3;
/** «О чём говорим | Дата | Кто ведёт», «Документ | Кто готовит | Когда готов»: the one column besides holds what is done. */
function isPerhapsHead(columns: Columns, row: Row) {
	const cells = filled(row);
	const told = new Set(columns.filter((role) => role !== null));
	return (
		told.has('deadline') &&
		told.has('responsible') &&
		namesColumnsAlone(cells) &&
		cells.some(
			({ column, text }) =>
				(columns[column] === null || columns[column] === 'results') && !/показател|индикатор|критери/i.test(text)
		)
	);
}
const namesColumnsAlone = (cells: readonly Filled[]) =>
	cells.length >= 3 && cells.every(({ text }) => couldHeadColumn(text));

/** Under a merged head cell («Сроки»: «начало», «окончание») stands a second row of heads. */
function isSecondHead(head: Row, next: Row) {
	const cells = filled(next);
	return (
		isHalves(head, cells) ||
		(cells.length > 0 &&
			head.cells.some((cell) => cell.span > 1) &&
			cells.every(({ text, column }) => text.length < 60 && head.cells[column] && roleOfHead(text) !== null) &&
			next.cells.some((cell) => cell.merged === 'above'))
	);
}

/** «Начало» and «Окончание» alone under «Сроки» and an empty cell: what an unmerged table makes of merged heads. */
const isHalves = (head: Row, cells: readonly Filled[]) =>
	cells.length >= 2 &&
	cells.length < head.cells.length &&
	cells.every(
		({ text }) => text.length < 30 && (roleOfHead(text) === 'deadline' || roleOfHead(text) === 'deadline-end')
	) &&
	cells.some(({ column }) => cellText(head.cells[column]) === '');

/** Two columns may want one role: which is which is told by how they are filled. */
function settle(columns: Columns, table: Table, head: number): Columns {
	const settled = [...columns];
	const at = (role: Role) => settled.flatMap((own, index) => (own === role ? [index] : []));
	const rows = table.rows.slice(head + 1);
	const [content, ...moreContent] = at('content');
	const [activity] = at('activity');
	if (content !== undefined) {
		if (activity === undefined) settled[content] = 'activity';
		else if (at('stage').length === 0 && (listsIn(rows, content) || sparser(rows, activity, content))) {
			settled[activity] = 'stage';
			settled[content] = 'activity';
		} else if (at('stage').length && listsIn(rows, content) && activity < content) settled[content] = 'content';
	}
	for (const extra of moreContent) settled[extra] = 'other';
	numberColumns(settled, rows);
	for (const column of at('deadline')) if (tellsHours(rows, column)) settled[column] = 'other';
	nameByContent(settled, { ...table, rows });
	if (at('activity').length === 0) promote(settled, 'stage');
	if (at('activity').length === 0) promoteLongest(settled, rows);
	nameRestByContent(settled, { ...table, rows });
	if (at('activity').length > 1) keepFullest(settled, 'activity', rows);
	for (const role of ['deadline', 'responsible', 'results', 'stage', 'number'] as const) {
		const [, ...repeated] = at(role);
		for (const extra of repeated) settled[extra] = role === 'deadline' ? 'deadline-end' : 'other';
	}
	return settled;
}

/** «15:00» under «Время» beside the dates. */
const tellsHours = (rows: readonly Row[], column: number) => {
	const texts = rows.map((row) => cellText(row.cells[column])).filter((text) => text !== '');
	return (
		texts.length > 0 && texts.every((text) => /^(?:в\s)?\d{1,2}[:.-]\d\d(?:\s*[-–—]\s*\d{1,2}[:.-]\d\d)?$/.test(text))
	);
};

/** «Пункт», «Шаг», «Мероприятие» over nothing but numbers head the numbers. */
function numberColumns(columns: Columns, rows: readonly Row[]) {
	columns.forEach((role, column) => {
		if (role !== 'activity' && role !== 'stage' && role !== null) return;
		if (!columns.some((other, at) => at !== column && (other === 'activity' || other === 'content'))) return;
		const texts = rows
			.filter((row) => filled(row).length > 1)
			.map((row) => cellText(row.cells[column]))
			.filter((text) => text !== '');
		if (texts.length > 1 && texts.filter((text) => code.test(text)).length >= texts.length * 0.8)
			columns[column] = 'number';
	});
}

/** «3», «3.4», «А.1», «П-12», «IV». */
const code = /^(?:[А-ЯЁA-Z]{1,3}[.-]?)?\d{1,3}(?:\.\d{1,3})*[.)]?$|^[IVXІХ]{1,5}[.)]?$/;

function promote(columns: Columns, role: Role) {
	const found = columns.lastIndexOf(role);
	if (found >= 0) columns[found] = 'activity';
}

/** Of columns that nothing names the one with the longest words, else that of the papers, holds what is done. */
function promoteLongest(columns: Columns, rows: readonly Row[]) {
	const lengthOf = (column: number) => rows.reduce((sum, row) => sum + cellText(row.cells[column]).length, 0);
	const unnamed = columns.flatMap((role, column) => (role === null ? [column] : []));
	const [longest] = unnamed.sort((a, b) => lengthOf(b) - lengthOf(a));
	const found = longest !== undefined && lengthOf(longest) > rows.length * 8 ? longest : columns.indexOf('results');
	if (found >= 0) columns[found] = 'activity';
}

/** «Направление деятельности» and «Мероприятия»: the sparser of the two names the stages. */
function keepFullest(columns: Columns, role: Role, rows: readonly Row[]) {
	const candidates = columns.flatMap((own, index) => (own === role ? [index] : []));
	const [first = 0, second = 0] = candidates;
	const keep = sparser(rows, first, second) || listsIn(rows, second) ? second : first;
	for (const index of candidates)
		if (index !== keep) columns[index] = index < keep && !columns.includes('stage') ? 'stage' : 'other';
}

const holds = (row: Row, column: number) => cellText(row.cells[column]) !== '';

/** Is column `a` empty (or merged downwards) on a good part of the rows where `b` is filled? */
function sparser(rows: readonly Row[], a: number, b: number) {
	const both = rows.filter((row) => holds(row, b));
	return both.length > 0 && both.filter((row) => !holds(row, a)).length / both.length > 0.25;
}

function listsIn(rows: readonly Row[], column: number) {
	const cells = rows.map((row) => row.cells[column]).filter((cell) => cellText(cell) !== '');
	const listed = cells.filter(
		(cell) =>
			(cell?.lines.filter((line) => line.marker !== null || /^\s*(?:[-–—−•·]|\d{1,2}[.)])\s*\S/.test(line.text))
				.length ?? 0) > 1
	);
	return cells.length > 0 && listed.length / cells.length > 0.4;
}

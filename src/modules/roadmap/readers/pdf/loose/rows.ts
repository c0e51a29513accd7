import type { Role } from '../../../engine/columns';
import { beginsDeed } from '../../../engine/deeds';
import { saysTime } from '../../../engine/lone-cells/traits';
import { isStageGoal, namesStage } from '../../../engine/stages';
import { beginsAnybody } from '../page-text';
import type { Word } from '../words';
import type { TableLine } from './lines';

/** Lines that make up one row of the table. */
export type LooseRow = TableLine[];

export type Habit = {
	roles: readonly (Role | null)[];
	/** Where the text of each column ends on the right. */
	edges: readonly number[];
	/** From line to line inside a cell. */
	pitch: number;
	/** Cells begin on the first line of their row. */
	topAligned?: boolean;
};

const isNumber = (text: string) => /^(?:\d{1,3}(?:\.\d{1,3})*|[IVXІХ]{1,5})[.)]?$/.test(text);
const textOf = (words: readonly Word[]) => words.map(({ text }) => text).join(' ');

/**
 * Rows out of lines. Drawn lines part them where they are drawn between all; else the room between rows, where there is
 * any; else numbers; else what every column says at that line (see `tightBreaks`).
 */
export function rowsOfLines(lines: readonly TableLine[], habit: Habit): LooseRow[] {
	joinNumbers(lines, habit);
	if (areRows(lines)) return withoutTails(blocksBy(lines, isWhole), habit);
	const isRuled = ({ ruled }: TableLine) => ruled;
	const isApart = (line: TableLine, above: TableLine) => line.ruled || hasRoom(line, above, habit);
	const blocks = [isRuled, isApart]
		.map((parts) => blocksBy(lines, parts))
		.find((cut, index) => {
			const cuts = lines.filter(
				(line, at) => at > 0 && (index ? isApart(line, lines[at - 1] as TableLine) : line.ruled)
			);
			return cuts.length >= 3 && explains(cut, lines, habit);
		});
	return withoutTails(blocks ?? tightBreaks(lines, habit), habit);
}

/** Nearly every line fills every column: rows of one line stand as near as the lines of a cell would. */
function areRows(lines: readonly TableLine[]) {
	const plain = lines.filter(({ across, head }) => !across && !head);
	return plain.length >= 3 && plain.filter(isWhole).length >= plain.length * 0.8;
}
const isWhole = ({ cells, across }: TableLine) =>
	!across && cells.length >= 3 && cells.every((cell) => cell.length > 0);

/** «1» with «0» under it after «9» is «10» in a column too narrow for it. */
function joinNumbers(lines: readonly TableLine[], habit: Habit) {
	const column = numberColumn(habit);
	let last = 0;
	lines.forEach((line, index) => {
		const number = numberIn(line, habit)?.replace(/[.)]$/, '');
		const below = lines[index + 1];
		if (!number || !/^\d{1,2}$/.test(number)) return;
		const rest = below && !hasRoom(below, line, habit) ? numberIn(below, habit)?.replace(/[.)]$/, '') : null;
		const whole = `${number}${rest ?? ''}`;
		if (rest && below && Number(whole) === last + 1 && Number(number) !== last + 1) {
			line.cells[column] = [
				{ ...(line.cells[column]?.[0] as Word), text: `${numberIn(line, habit)}${numberIn(below, habit)}` }
			];
			below.cells[column] = [];
			last = Number(whole);
		} else last = Number(number);
	});
}

const hasRoom = (line: TableLine, above: TableLine, { pitch }: Habit) =>
	!line.newPage && above.y - line.y > pitch * 1.2 + 0.5;

/** Are these the rows: hardly two numbers in one, and no more lines in them than cells have? */
function explains(blocks: readonly LooseRow[], lines: readonly TableLine[], habit: Habit) {
	const rows = blocks.filter(([line]) => !line?.across && !line?.head);
	const crowded = rows.filter((block) => numbersIn(block, habit) > 1);
	return crowded.length <= rows.length * 0.05 && lines.length / blocks.length < 9;
}

/** Cuts where `parts` says so, at pages and around lines that run over the columns. */
function blocksBy(lines: readonly TableLine[], parts: (line: TableLine, above: TableLine) => boolean): LooseRow[] {
	const blocks: LooseRow[] = [];
	lines.forEach((line, index) => {
		const above = lines[index - 1];
		const last = blocks.at(-1);
		if (!above || !last || line.newPage || isOfAnotherSort(line, above) || (!line.head && parts(line, above)))
			blocks.push([line]);
		else if (beginsCaption(line)) blocks.push([line]);
		else last.push(line);
	});
	return blocks;
}

const isOfAnotherSort = (line: TableLine, above: TableLine) => line.across !== above.across || line.head !== above.head;

/** A line of its own that names a stage or its goal. */
const beginsCaption = (line: TableLine) => {
	if (!line.across && line.cells.filter((cell) => cell.length > 0).length > 1) return false;
	const text = textOf(line.words);
	return namesStage(text) || isStageGoal(text);
};

const numberColumn = ({ roles }: Habit) => roles.indexOf('number');
const numberIn = (line: TableLine, habit: Habit) => {
	const text = textOf(line.cells[numberColumn(habit)] ?? []);
	return !line.across && isNumber(text) ? text : null;
};
const numbersIn = (lines: readonly TableLine[], habit: Habit) =>
	lines.filter((line) => numberIn(line, habit) !== null).length;

/** In a table whose rows are numbered nearly all, what has no number goes on with the row above it. */
function withoutTails(blocks: readonly LooseRow[], habit: Habit): LooseRow[] {
	const plain = blocks.filter(([line]) => !line?.across && !line?.head);
	const numbered = plain.filter((block) => numbersIn(block, habit) > 0).length;
	if (numberColumn(habit) < 0 || numbered < plain.length * 0.75) return [...blocks];
	const rows: LooseRow[] = [];
	for (const block of blocks) {
		const last = rows.at(-1);
		const tail =
			!block[0]?.across && !block[0]?.head && numbersIn(block, habit) === 0 && !beginsCaption(block[0] as TableLine);
		if (tail && last && !last[0]?.across && numbersIn(last, habit) > 0) last.push(...block);
		else rows.push([...block]);
	}
	return rows;
}

/**
 * Rows that follow each other without room between them. Numbers begin them; in the middle of their cells they tell that
 * one begins between each two. Without numbers a row begins where its columns begin something new together.
 */
function tightBreaks(lines: readonly TableLine[], habit: Habit): LooseRow[] {
	const numbered = lines.filter((line) => numberIn(line, habit) !== null);
	const ownNumbers = numbered.length > 2 && !habit.roles.includes('stage');
	const heading = numbered.filter((line) => capital.test(textOf(line.cells[mainColumn(habit)] ?? [])));
	if (ownNumbers && heading.length < numbered.length * 0.6) return breaksBetweenNumbers(lines, habit);
	const enough = enoughFor(habit);
	habit.topAligned = beginsAtTop(lines, habit);
	return cutLines(lines, (line, row, above) =>
		numberIn(line, habit) !== null
			? true
			: ownNumbers
				? beginsCaption(line)
				: newness(line, row, above, habit) >= enough
	);
}

/** Nearly wherever a column begins to say something, the main one begins anew too: no cell hangs in the middle of its row. */
function beginsAtTop(lines: readonly TableLine[], habit: Habit) {
	const main = mainColumn(habit);
	let [beginnings, together] = [0, 0];
	lines.forEach((line, index) => {
		const above = lines[index - 1];
		if (!above || line.newPage || line.across || above.across || line.head || above.head) return;
		const begun = line.cells.some(
			(cell, column) => column !== main && cell.length > 0 && (above.cells[column]?.length ?? 0) === 0
		);
		if (!begun) return;
		beginnings++;
		if (capital.test(textOf(line.cells[main] ?? []))) together++;
	});
	return beginnings >= 3 && together > beginnings * 0.8;
}

const mainColumn = ({ roles }: Habit) => roles.findIndex(isMain);

/** Cuts at pages, stages and repeated heads, and where `begins` says so. */
function cutLines(
	lines: readonly TableLine[],
	begins: (line: TableLine, row: LooseRow, above: TableLine) => boolean
): LooseRow[] {
	const rows: LooseRow[] = [];
	for (const line of lines) {
		const row = rows.at(-1);
		const above = row?.at(-1);
		if (!row || !above || line.newPage || isOfAnotherSort(line, above)) rows.push([line]);
		else if (line.across ? beginsCaption(line) : !line.head && begins(line, row, above)) rows.push([line]);
		else row.push(line);
	}
	return rows;
}

/** The line between two numbers at which most speaks for a new row. */
function breaksBetweenNumbers(lines: readonly TableLine[], habit: Habit): LooseRow[] {
	const begins = new Set<TableLine>();
	let from = -1;
	let start = 0;
	lines.forEach((line, index) => {
		const above = lines[index - 1];
		if (above && (line.newPage || isOfAnotherSort(line, above))) {
			start = index;
			from = -1;
		}
		if (numberIn(line, habit) === null) return;
		if (from >= 0) {
			let best = { at: index, score: Number.NEGATIVE_INFINITY };
			for (let at = from + 1; at <= index; at++) {
				const score = newness(lines[at] as TableLine, lines.slice(start, at), lines[at - 1] as TableLine, habit);
				if (score > best.score) best = { at, score };
			}
			begins.add(lines[best.at] as TableLine);
			start = best.at;
		}
		from = index;
	});
	return cutLines(lines, (line) => begins.has(line));
}

/** What the columns there are must say together. */
function enoughFor({ roles }: Habit) {
	const most = roles.reduce(
		(sum, role) =>
			sum +
			(isMain(role)
				? 1
				: role === 'deadline' || role === 'responsible'
					? 0.75
					: role === 'results' || role === 'stage'
						? 0.5
						: 0),
		0
	);
	return Math.min(2.5, most * 0.9);
}

/** How much speaks for a new row at this line: numbers and room most, then each column in its turn. */
function newness(line: TableLine, row: LooseRow, above: TableLine, habit: Habit) {
	let score = 0;
	if (numberIn(line, habit)) score += 3;
	if (line.ruled || hasRoom(line, above, habit)) score += 3;
	if (beginsCaption(line)) score += 4;
	habit.roles.forEach((role, column) => {
		const cell = line.cells[column] ?? [];
		const last = row.findLast((other) => (other.cells[column]?.length ?? 0) > 0);
		if (cell.length === 0) score -= isMain(role) ? 2 : role === 'deadline' || role === 'responsible' ? 0.75 : 0;
		else if (role === 'number') return;
		else if (!last) score += 2;
		else if (habit.topAligned && (above.cells[column]?.length ?? 0) === 0) score += 2.5;
		else {
			const goesOn = goesOnAfter(last.cells[column] as Word[], cell, habit.edges[column] ?? 0);
			const soFar = row
				.map((other) => textOf(other.cells[column] ?? []))
				.join(' ')
				.trim();
			score += weigh(role, { text: textOf(cell), soFar, goesOn });
		}
	});
	return score;
}

const isMain = (role: Role | null) => role === 'activity' || role === 'content';
const marker = /^(?:[-–—•·●▪*]|\d{1,2}\)|[а-я]\))/;
const begins: Partial<Record<Role, RegExp>> = {
	deadline:
		/^(?:[А-ЯЁ]|янв|фев|март|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|в\s|до\s|с\s|по\s|к\s|не\s|раз\s|[1-4IV]+\s?(?:раз|квартал|четверт)|кажд|ежег|ежем|ежек|еженед|посто|систем|весь|перв|втор|трет|послед|начало|конец|середина|\d{1,2}\.\d)/
};
const capital = /^[«"]?[А-ЯЁA-Z]/;

type Next = {
	text: string;
	/** What the row says in this column already. */
	soFar: string;
	/** The line above in this column was full, so this may be the rest of it. */
	goesOn: boolean;
};

function weigh(role: Role | null, { text, soFar, goesOn }: Next): number {
	if (isMain(role)) {
		if (marker.test(text)) return -3;
		if (hangs.test(soFar)) return -2;
		if (!goesOn) return capital.test(text) ? 1.5 : 0.5;
		return capital.test(text) ? (beginsDeed(text) ? 1.5 : 0.75) : -2;
	}
	if (role === 'deadline') return weighDeadline(text, soFar, goesOn);
	if (role === 'responsible') {
		if (hangs.test(soFar) || soFar.endsWith(';')) return -1;
		return !goesOn ? 1.25 : beginsAnybody(text) || capital.test(text) ? 0.75 : -1;
	}
	if (role === 'results') return soFar.endsWith(';') ? -1 : !goesOn ? 1 : capital.test(text) ? 0.5 : -1;
	return goesOn ? 0 : 0.75;
}

/** «IV квартал» and then «ноябрь» are two terms; «в течение» and «2027 года» want each other. */
function weighDeadline(text: string, soFar: string, goesOn: boolean) {
	if (hangs.test(soFar)) return -2;
	const [done, alone] = [saysTime(soFar), begins.deadline?.test(text) && saysTime(text)];
	if (done && alone) return goesOn ? 1 : 1.75;
	if (!done && saysTime(`${soFar} ${text}`)) return -1.5;
	return !goesOn ? 1 : begins.deadline?.test(text) ? 0.5 : -1;
}

const hangs = /(?:[,(«–-]|(?:^|\s)(?:и|в|во|с|со|по|на|для|о|об|при|к|из|или|не|от|за|до|течение|течении))$/i;

/** Had the line above no room for this one's first word? */
export function goesOnAfter(above: readonly Word[], below: readonly Word[], edge: number) {
	const [first, last] = [below[0] as Word, above.at(-1) as Word];
	return edge - last.right < first.right - first.left + last.height * 0.3;
}

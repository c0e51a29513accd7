import { type Columns, type Role, roleOfHead } from './columns';
import { type Cell, type Grid, makeTable, type Paragraph, type Row } from './grid';
import { numberedSections, type Traits, textOf, traitsOf } from './lone-traits';
import { namesStage } from './stages';

/** A head told by its words: which paragraphs it takes and the role of each of its columns. */
type LoneHead = { start: number; end: number; cells: Paragraph[][]; columns: Columns };

const longestHeadCell = 70;

/**
 * A table whose lines and tabs were lost, every cell a paragraph of its own (a copied preview, a page without a table): the
 * head is told by its words, the rest is dealt out over its columns in the likeliest way. Undefined when there is no head.
 */
export function loneCellsAsTable(grid: Grid): Grid | undefined {
	const paragraphs = grid.blocks.filter((block): block is Paragraph => block.kind === 'paragraph');
	if (paragraphs.length !== grid.blocks.length) return undefined;
	const head = findLoneHead(paragraphs);
	if (!head) return undefined;
	const end = endOfBody(paragraphs, head.end);
	const body = paragraphs.slice(head.end, end);
	if (body.length < head.columns.length) return undefined;
	const rows = [
		{ afterBreak: false, cells: head.cells.map((cell) => cellOf(cell)) },
		...dealOut(body, dealtColumns(head.columns))
	];
	return {
		blocks: [...paragraphs.slice(0, head.start), makeTable(rows, head.columns.length), ...paragraphs.slice(end)]
	};
}

/** «Мероприятие» beside «Содержание»: the first is written once for several rows, as a stage is. */
const dealtColumns = (columns: Columns): Columns =>
	columns.includes('content') && !columns.includes('stage')
		? columns.map((role) => (role === 'activity' ? 'stage' : role === 'content' ? 'activity' : role))
		: columns;

const cellOf = (paragraphs: readonly Paragraph[]): Cell => ({
	lines: paragraphs.map(({ line }) => line),
	place: paragraphs[0]?.place ?? {},
	span: 1,
	merged: null
});

function findLoneHead(paragraphs: readonly Paragraph[]): LoneHead | undefined {
	for (let start = 0; start < paragraphs.length; start++) {
		const cells: Paragraph[][] = [];
		const columns: Columns = [];
		let end = start;
		for (; end < paragraphs.length; end++) {
			const paragraph = paragraphs[end] as Paragraph;
			const text = textOf(paragraph);
			const role = headRole(text, paragraphs[end + 1]);
			const wrapped = /^[а-яё]/.test(text) && text.length < 30;
			if (columns.length > 0 && (wrapped || (role !== null && role === columns.at(-1)))) {
				cells.at(-1)?.push(paragraph);
				const whole = (cells.at(-1) ?? []).map(textOf).join(' ');
				columns[columns.length - 1] = roleOfHead(whole) ?? columns.at(-1) ?? null;
			} else if (role === null) break;
			else {
				cells.push([paragraph]);
				columns.push(role);
			}
		}
		const told = new Set(columns);
		const deeds = told.has('activity') || told.has('content');
		if (columns.length >= 3 && told.size >= 3 && deeds && (told.has('deadline') || told.has('responsible')))
			return { start, end, cells, columns };
		if (columns.length > 1) start = end - 1;
	}
	return undefined;
}

/** «Ожидаемые» says nothing until «результаты» on the next line. */
function headRole(text: string, next: Paragraph | undefined): Role | null {
	if (text.length > longestHeadCell || namesStage(text)) return null;
	const unfinished = /^[А-ЯЁ][а-яё]+(?:ые|ый|ая|ое|ие|ий)$/.test(text);
	return roleOfHead(text) ?? (unfinished && next ? roleOfHead(`${text} ${textOf(next)}`) : null);
}

const afterPlan =
	/_{4,}|^(?:приложение\s*(?:№\s*)?\d*$|исполнитель(?![а-яё]))|^(?:директор|заведующ\S+)(?:\s\S+){0,6}\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+$/i;

function endOfBody(paragraphs: readonly Paragraph[], start: number) {
	const found = paragraphs.findIndex(
		(paragraph, index) => index > start + 3 && paragraph.gap && afterPlan.test(textOf(paragraph))
	);
	return found < 0 ? paragraphs.length : found;
}

/** How well a paragraph fits a column. */
function suits(role: Role | null, { text, number, deadline, somebody, stage, deed, done }: Traits) {
	if (role === 'number') return number ? 4 : -6;
	if (role === 'deadline' || role === 'deadline-end') return deadline ? 3 : text.length < 25 ? -1.5 : -5;
	if (role === 'responsible') return somebody ? 2.5 : number ? -4 : text.length < 40 ? -1 : -4;
	if (number) return -4;
	if (deadline) return -2;
	if (role === 'activity' || role === 'content')
		return (stage ? -2 : 0) + (somebody ? -1.5 : text.length >= 20 ? 1.5 : 0.5) + (deed ? 0.5 : 0) - (done ? 0.7 : 0);
	if (role === 'stage') return somebody ? -1 : text.length < 160 ? 0.6 : -0.5;
	if (role === 'results') return (somebody ? -0.5 : 0.7) + (done ? 0.5 : 0);
	return -1;
}

/** Two things to do seldom stand in one cell without marks. */
const secondDeed = 3.5;
const section = -1;
const skipping: Partial<Record<Role, number>> = {
	activity: 3,
	deadline: 0.8,
	responsible: 0.7,
	number: 0.6,
	stage: 0.1,
	other: 0.1,
	results: 0.5
};

/** A row without a number where every row has one. */
const withoutNumber = 2.5;

type Step = { state: number; fresh: boolean; from: number };

/** Deals the paragraphs out over the columns: of all ways the one whose fits and steps add up best (Viterbi). */
function dealOut(body: readonly Paragraph[], columns: Columns): Row[] {
	const states = [section, ...columns.keys()];
	const traits = body.map(traitsOf);
	for (const at of numberedSections(traits)) (traits[at] as Traits).stage = true;
	const everyRowNumbered =
		traits.filter(({ number }) => number).length >= 0.7 * traits.filter(({ deadline }) => deadline).length;
	const lacking = { ...skipping, ...(everyRowNumbered ? { number: withoutNumber } : {}) };
	const skip = (from: number, to: number) =>
		columns.slice(from, to).reduce((sum, role) => sum - (lacking[role ?? 'other'] ?? 0.4), 0);
	const entering = states.map((state) => (state === section ? 0 : skip(0, state)));
	const leaving = states.map((state) => (state === section ? 0 : skip(state + 1, columns.length)));
	const steps: Step[][] = [];
	let scores: number[] = [];
	for (const trait of traits) {
		const next = states.map((state, to) =>
			bestStep(state, to, trait, { states, scores, entering, leaving, skip, columns })
		);
		steps.push(next.map(({ step }) => step));
		scores = next.map(
			({ score }, to) =>
				score + (states[to] === section ? suitsSection(trait) : suits(columns[states[to] as number] ?? null, trait))
		);
	}
	return rowsOf(body, traceBack(steps, scores), columns.length);
}

type Board = {
	states: readonly number[];
	scores: readonly number[];
	entering: readonly number[];
	leaving: readonly number[];
	skip: (from: number, to: number) => number;
	columns: Columns;
};

/** The best way into a state: on along the row, or into a fresh row. */
function bestStep(
	state: number,
	to: number,
	trait: Traits,
	{ states, scores, entering, leaving, skip, columns }: Board
): { score: number; step: Step } {
	if (scores.length === 0) return { score: entering[to] ?? 0, step: { state, fresh: true, from: 0 } };
	let best = { score: Number.NEGATIVE_INFINITY, step: { state, fresh: true, from: 0 } };
	states.forEach((before, from) => {
		const past = scores[from] ?? 0;
		const fresh = past - freshRow - (trait.rest ? freshSmall : 0) + (leaving[from] ?? 0) + (entering[to] ?? 0);
		if (fresh > best.score) best = { score: fresh, step: { state, fresh: true, from } };
		if (before === section && state === section && trait.rest) {
			const along = past + goingOn - suitsSection(trait);
			if (along > best.score) best = { score: along, step: { state, fresh: false, from } };
		}
		if (before === section || state === section || state < before) return;
		const along =
			past +
			(state === before
				? staying(columns[state] ?? null, trait)
				: skip(before + 1, state) - missedStage(columns, before, state) - (trait.rest ? restAlone : 0));
		if (along > best.score) best = { score: along, step: { state, fresh: false, from } };
	});
	return best;
}

const freshRow = 0.3;
const freshSmall = 1;
const suitsSection = ({ stage, text }: Traits) =>
	stage ? 4 : text.length > 6 && text === text.toUpperCase() && /[А-Я]/.test(text) ? 1.5 : -3;

/** Another paragraph in the same column: gladly when it goes on in the middle of a sentence, whatever the column holds. */
function staying(role: Role | null, trait: Traits) {
	if (role === 'number') return -4;
	if (trait.rest) return goingOn - suits(role, trait);
	if ((role === 'activity' || role === 'stage') && !trait.marked) return -secondDeed;
	return trait.gap ? -0.8 : -0.3;
}

/** A number is mostly followed by the name of its stage, where stages have a column. */
const missedStage = (columns: Columns, before: number, state: number) =>
	columns[before] === 'number' && columns.slice(before + 1, state).includes('stage') ? 0.4 : 0;

const goingOn = 1.4;
/** The rest of a sentence seldom begins a cell. */
const restAlone = 1;

function traceBack(steps: readonly Step[][], scores: readonly number[]): Step[] {
	let at = scores.reduce((top, score, index) => (score > (scores[top] ?? Number.NEGATIVE_INFINITY) ? index : top), 0);
	return steps
		.toReversed()
		.map((row) => {
			const step = row[at] as Step;
			at = step.from;
			return step;
		})
		.reverse();
}

function rowsOf(body: readonly Paragraph[], steps: readonly Step[], width: number): Row[] {
	const rows: Paragraph[][][] = [];
	const sections = new Set<number>();
	steps.forEach(({ state, fresh }, index) => {
		if (fresh || rows.length === 0) rows.push(Array.from({ length: width }, () => []));
		if (state === section) sections.add(rows.length - 1);
		rows.at(-1)?.[Math.max(0, state)]?.push(body[index] as Paragraph);
	});
	return rows.map((cells, index) => ({
		afterBreak: false,
		cells: cells.map((cell, column) => ({ ...cellOf(cell), span: sections.has(index) && column === 0 ? width : 1 }))
	}));
}

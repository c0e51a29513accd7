import type { Activity, Period, Piece, Responsible, SourceInfo, Understanding } from '../rules/understanding';
import { judgeOfPlan } from './capability';
import { remarksIn } from './checker';
import { normOf, readCoverage } from './coverage';
import { type ReadDeadline, readDeadline } from './deadlines/read-deadline';
import { namesTerm } from './deadlines/term';
import { schoolYears } from './deadlines/years';
import { withDeedColumns } from './deed-columns';
import { doubtsAbout, warningsAbout } from './doubts';
import { cellText, type Grid, type Line, type Paragraph, withoutEnd } from './grid';
import { headingsOf } from './headings';
import { withJointColumns } from './joint-columns';
import { mendLetters } from './letters';
import { type Item, readItems } from './lists';
import { loneCellsAsTable } from './lone-cells/table';
import { partPosts } from './own-posts';
import { piecesOf } from './pieces';
import { type Part, type PlanRow, partText, type ReadRow, readRows } from './plan-rows';
import { numbersNameStages, readStages } from './plan-stages';
import { findPlanTables, type PlanTable } from './plan-tables';
import { settleTerms } from './plan-terms';
import { readPreamble } from './preamble';
import { cardsAsTable } from './prose/cards';
import { proseAsTable } from './prose/list';
import { spacedAsTable } from './prose/spaced';
import { readResponsible } from './responsible';
import { readResults } from './results';
import { statedPeriod } from './stated-period';
import { withTermColumns } from './term-columns';

/** What an activity was read from, kept while pieces are laid out. */
export type Made = { activity: Activity; row: PlanRow; why: string | null };

/** Understands a grid as a roadmap. Deterministic; never throws. */
export function understand(written: Grid, info: SourceInfo): Understanding {
	const source = withJointColumns(withDeedColumns(withTermColumns(mendLetters(written))));
	const direct = findPlanTables(source);
	const grid = direct.length
		? source
		: (spacedAsTable(source) ?? cardsAsTable(source) ?? loneCellsAsTable(source) ?? proseAsTable(source));
	const tables = direct.length ? direct : findPlanTables(grid);
	const [heading] = headingsOf(grid, tables);
	const before = paragraphsBefore(grid, tables[0]).filter(({ line }) => line !== heading?.line);
	const preamble = readPreamble(before);
	const period = statedPeriod(preamble, before, grid, tables, source.asides ?? []);
	const rows = settleTerms(readTables(grid, tables));
	const staged = readStages(rows);
	const active = rows.filter((row) => row.kind === 'activity');
	const around = period ?? yearsAround(active);
	const numbersAreStages = numbersNameStages(rows);

	const cells: CellReaders = {
		deadline: remembered((written) => readDeadline(written, period, around)),
		responsible: rememberedLines(readResponsible),
		results: rememberedLines(readResults),
		capability: judgeOfPlan(
			preamble.title ?? '',
			active.map(({ parts }) => partText(parts.activity))
		)
	};
	const made: Made[] = [];
	let above: PlanRow | undefined;
	for (const row of active) {
		inherit(row, above);
		above = row;
		const stage = staged.of.get(row) ?? null;
		const stageTitle = stage === null ? null : (staged.stages[stage]?.title ?? null);
		for (const item of itemsOf(row)) made.push(makeActivity(item, row, { stage, stageTitle, cells, numbersAreStages }));
	}
	const { pieces, listed } = piecesOf({
		grid: { ...grid, asides: source.asides ?? [] },
		tables,
		rows,
		staged,
		made,
		before,
		preamble
	});
	const activities = made.map(({ activity }) => activity);
	const parted = partPosts(activities.map(({ responsible }) => responsible));
	for (const activity of activities) activity.responsible = [...parted(activity.responsible)];
	for (const [index, activity] of activities.entries()) activity.pieces = listed[index] ?? [];
	const understanding: Understanding = {
		title: preamble.title,
		period,
		organisation: preamble.organisation,
		document: preamble.document,
		approvals: preamble.approvals,
		goal: preamble.goal,
		tasks: preamble.tasks,
		stages: staged.stages,
		activities,
		doubts: [],
		remarks: [],
		warnings: [],
		pieces: pieces as Piece[],
		source: { ...info, tables: source.blocks.filter((block) => block.kind === 'table').length }
	};
	const remarks = remarksIn(understanding);
	return {
		...understanding,
		remarks,
		doubts: doubtsAbout(
			understanding,
			made.map(({ why }) => why),
			tables.some(({ columns }) => columns.includes('deadline')),
			tables.some(({ columns }) => columns.includes('responsible'))
		),
		warnings: [
			...(source.remarks ?? []),
			...warningsAbout(
				understanding,
				tables.map(({ columns }) => columns)
			),
			...remarks.map(({ sentence }) => sentence)
		]
	};
}

/** Everything above the plan's table and its head: paragraphs, and rows of the table above the head as paragraphs. */
function paragraphsBefore(grid: Grid, first: PlanTable | undefined): Paragraph[] {
	const blocks = grid.blocks.slice(0, first?.at ?? grid.blocks.length);
	const paragraphs = blocks.flatMap((block): Paragraph[] =>
		block.kind === 'paragraph'
			? [block]
			: block.rows.flatMap((row) =>
					row.cells.flatMap((cell) =>
						cell.lines.map(
							(line, index): Paragraph => ({ kind: 'paragraph', line, place: cell.place, gap: index === 0 })
						)
					)
				)
	);
	const inTable = first?.table.rows
		.slice(0, first.head?.first ?? 0)
		.flatMap((row) =>
			row.cells.flatMap((cell) =>
				cell.lines.map((line): Paragraph => ({ kind: 'paragraph', line, place: cell.place, gap: false }))
			)
		);
	return [...paragraphs, ...(inTable ?? [])].filter(
		(paragraph) => paragraph.line.text.trim() !== '' || paragraph.line.marker !== null
	);
}

/** What is said above, standing in a cell of its own. */
const sameAs = (above: Part, own: Part): Part => ({ lines: above.lines, sources: own.sources });

function readTables(grid: Grid, tables: readonly PlanTable[]): ReadRow[] {
	const rows: ReadRow[] = [];
	let head: string[] = [];
	const headings = headingsOf(grid, tables);
	tables.forEach((plan, index) => {
		const heading = headings[index];
		if (heading)
			rows.push({
				kind: 'stage',
				text: `${heading.line.marker ?? ''} ${heading.line.text}`.trim(),
				number: null,
				sources: [{ lines: [heading.line], place: heading.place, span: 1, merged: null }],
				...(namesTerm(heading.line.text) && { term: true })
			});
		if (plan.head)
			for (let at = plan.head.first; at <= plan.head.last; at++)
				rows.push({
					kind: 'columns',
					sources: plan.table.rows[at]?.cells.filter((cell) => cellText(cell) !== '') ?? []
				});
		if (plan.head) head = plan.table.rows[plan.head.first]?.cells.map(cellText) ?? [];
		readRows(plan.table, plan.columns, { firstRow: plan.head ? plan.head.last + 1 : 0, head }, rows);
	});
	return rows;
}

/** The same words mean the same in every row, and are kept once: nobody changes what was read. */
function remembered<In, Out>(read: (written: In) => Out, keyOf: (written: In) => unknown = (written) => written) {
	const known = new Map<unknown, Out>();
	return (written: In) => {
		const key = keyOf(written);
		const found = known.get(key) ?? read(written);
		known.set(key, found);
		return found;
	};
}

/** Of lines the marker and the depth count too: a list reads otherwise than the same words in one line. */
const rememberedLines = <Out>(read: (lines: readonly Line[]) => Out) =>
	remembered(read, (lines) => lines.map(({ text, marker, level }) => `${level} ${marker ?? ''} ${text}`).join('\n'));

/** Years other rows name, for a document that states no period of its own. */
function yearsAround(rows: readonly PlanRow[]): Period | null {
	const windowsOf = remembered((written: string) => readDeadline(written, null, null).deadline.windows);
	const windows = rows.flatMap((row) => windowsOf(partText(row.parts.deadline)));
	const [first, last] = [
		windows.map(({ from }) => from).sort()[0],
		windows
			.map(({ to }) => to)
			.sort()
			.at(-1)
	];
	if (!first || !last) return null;
	const startYear = Number(first.slice(0, 4)) - (Number(first.slice(5, 7)) < 8 ? 1 : 0);
	const endYear = Number(last.slice(0, 4)) + (Number(last.slice(5, 7)) > 8 ? 1 : 0);
	return schoolYears(startYear, Math.max(endYear, startYear + 1));
}

/** «-//-», «—"—», «то же»: the cell says what the one above it says. */
const ditto =
	/^(?:[-–—−]?\s*(?:\/\/|["″”“„〃]|''|,,|«\s*»)\s*[-–—−]?|(?:то|тот|та|те)\s+же|там\s+же|тогда\s+же|он[аи]?\s+же)\.?$/i;

/** A cell merged with the one above says the same for this row, and so does one that says only that it does. */
function inherit(row: PlanRow, above: PlanRow | undefined) {
	for (const role of ['deadline', 'deadline-end', 'responsible', 'results'] as const) {
		const value = above?.parts[role];
		if (value && row.parts[role] && ditto.test(partText(row.parts[role])))
			row.parts[role] = sameAs(value, row.parts[role]);
		if (row.inherits.includes(role) && !row.parts[role] && value) row.parts[role] = value;
	}
}

/** The things to do in a row: of the content column when it holds a list, else of the activity column. */
function itemsOf(row: PlanRow): Item[] {
	const items = readItems(row.parts.activity?.lines ?? []);
	const content = readItems(row.parts.content?.lines ?? []);
	if (content.length > 1 || items.length === 0)
		return content.map((item) => ({ ...item, lead: item.lead ?? (partText(row.parts.activity) || null) }));
	return items;
}

type CellReaders = {
	deadline: (written: string | null) => ReadDeadline;
	responsible: (lines: readonly Line[]) => Responsible[];
	results: (lines: readonly Line[]) => string[];
	capability: ReturnType<typeof judgeOfPlan>;
};
type About = {
	cells: CellReaders;
	stage: number | null;
	stageTitle: string | null;
	numbersAreStages: boolean;
};

function makeActivity(item: Item, row: PlanRow, { stage, stageTitle, cells, numbersAreStages }: About): Made {
	const start = partText(row.parts.deadline);
	const end = partText(row.parts['deadline-end']);
	const written = start && end ? `${start} – ${end}` : start || end;
	const { deadline, why } = cells.deadline(written || null);
	const responsibleText = partText(row.parts.responsible) || null;
	const results = cells.results(row.parts.results?.lines ?? []);
	const judged = cells.capability({
		title: item.text,
		lead: item.lead,
		results: [...results, partText(row.parts.content)],
		stage: stageTitle
	});
	const number = numbersAreStages ? null : withoutEnd(partText(row.parts.number), ' .)') || null;
	return {
		row,
		why,
		activity: {
			stage,
			title: item.text,
			number: number ?? item.number,
			lead: item.lead,
			deadline,
			responsible: cells.responsible(row.parts.responsible?.lines ?? []),
			responsibleText,
			results,
			resultText: partText(row.parts.results) || null,
			capability: judged?.code ?? null,
			capabilityBecause: judged?.because ?? null,
			coverage: readCoverage(item.text),
			norm: normOf(deadline.kind, item.text, [partText(row.parts.results)]),
			pieces: []
		}
	};
}

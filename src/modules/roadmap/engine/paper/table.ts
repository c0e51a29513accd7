import {
	columnHeads,
	type PaperActivity,
	type PaperColumn,
	type PaperLayout,
	type PaperPlan,
	type PaperStage,
	paperLayouts
} from '../../rules/paper';
import { plainLine, tidy } from '../grid';
import { readResponsible } from '../responsible';
import { readResults } from '../results';

/** A cell's lines; `down`: over how many rows it reaches; null: covered by the one above. */
export type PaperCell = { lines: readonly string[]; down: number } | null;
export type PaperRow = { across: 'stage' | 'goal'; text: string } | { across?: never; cells: readonly PaperCell[] };
export type PaperTable = { columns: readonly PaperColumn[]; head: readonly string[]; rows: readonly PaperRow[] };

/** The plan as the table every school knows; a plan without stages has no stage column. */
export function paperTable(plan: PaperPlan, layout: PaperLayout): PaperTable {
	const staged = plan.stages.some(({ title }) => title !== null);
	const columns: readonly PaperColumn[] = paperLayouts[layout].filter((column) => staged || column !== 'stage');
	const all = plan.stages.flatMap(({ activities }) => activities);
	const own = all.some(({ number }) => number !== null);
	let count = 0;
	const numberOf = ({ number }: PaperActivity) => (own ? (number ?? '') : String(count));
	const rows = plan.stages.flatMap((stage): PaperRow[] => {
		const groups = grouped(stage.activities);
		const cells = groups.map((group, at): PaperRow => {
			count += 1;
			return { cells: columns.map((column) => cellOf(column, { stage, group, at, of: groups.length, numberOf })) };
		});
		return columns.includes('stage') ? cells : [...headingOf(stage), ...cells];
	});
	return { columns, head: columns.map((column) => columnHeads[column]), rows };
}

function headingOf(stage: PaperStage): PaperRow[] {
	if (stage.title === null) return [];
	return [
		{ across: 'stage', text: labelOf(stage) },
		...(stage.goal ? [{ across: 'goal' as const, text: `Задача этапа: ${stage.goal}` }] : [])
	];
}

const labelOf = ({ number, title }: PaperStage) => (number ? `${number}. ${title}` : (title ?? ''));

type Place = {
	stage: PaperStage;
	group: readonly [PaperActivity, ...PaperActivity[]];
	at: number;
	of: number;
	numberOf: (activity: PaperActivity) => string;
};

function cellOf(column: PaperColumn, { stage, group, at, of, numberOf }: Place): PaperCell {
	const [first] = group;
	const one = (lines: readonly string[]) => ({ lines, down: 1 });
	switch (column) {
		case 'number':
			return one([numberOf(first)]);
		case 'stage':
			if (at > 0) return null;
			return { lines: [labelOf(stage), ...(stage.goal ? [`Задача этапа: ${stage.goal}`] : [])], down: of };
		case 'activity':
			return one(first.lead ? [first.lead, ...group.map(({ title }) => `– ${title};`)] : [first.title]);
		case 'deadline':
			return one([first.deadline ?? '']);
		case 'responsible':
			return one(asRead(first.responsible, (lines) => readResponsible(lines).map(({ text }) => text)));
		case 'results':
			return one(asRead(first.results, readResults));
		case 'mark':
			return one(['']);
	}
}

/** Neighbours of one list that share all but their words stand in one cell again. */
function grouped(activities: readonly PaperActivity[]) {
	const groups: [PaperActivity, ...PaperActivity[]][] = [];
	const shared = ({ title: _, ...rest }: PaperActivity) => JSON.stringify(rest);
	for (const activity of activities) {
		const above = groups.at(-1);
		if (above && activity.lead !== null && shared(above[0]) === shared(activity)) above.push(activity);
		else groups.push([activity]);
	}
	return groups;
}

/** Ways to write several things in one cell, the plainest first. */
const ways = [
	(texts: readonly string[]) => [texts.join(', ')],
	(texts: readonly string[]) => texts,
	(texts: readonly string[]) => texts.map((text, at) => (at < texts.length - 1 ? `${text};` : text)),
	(texts: readonly string[]) => texts.map((text) => `– ${text};`)
];

/** The plainest way of writing that a reader takes for the same things; what no way keeps apart stands line by line. */
function asRead(texts: readonly string[], read: (lines: ReturnType<typeof plainLine>[]) => readonly string[]) {
	const same = (lines: readonly string[]) => {
		const found = read(lines.map(plainLine));
		return found.length === texts.length && found.every((text, at) => text === tidy(texts[at] ?? ''));
	};
	for (const way of ways) {
		const lines = way(texts);
		if (same(lines)) return lines;
	}
	return texts;
}

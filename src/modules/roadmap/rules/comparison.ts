import { plain } from '../../../core/plain';
import { type CapabilityCode, capabilities } from './capabilities';

/** One line of a plan as it is laid beside another's. `href`: its own card, where it has one. */
export type ComparedRow = { title: string; stage: string | null; capability: CapabilityCode | null; href?: string };
export type ComparedPlan = { name: string; rows: readonly ComparedRow[] };

/**
 * What is done by one capability in one stage of the plan laid under. `elsewhere`: one's own plan does it, but what it says
 * is nearer to another stage.
 */
export type ComparedLine = {
	capability: CapabilityCode;
	name: string;
	own: ComparedRow[];
	other: ComparedRow[];
	elsewhere: boolean;
};
export type ComparedStage = { title: string | null; lines: ComparedLine[] };

export type Comparison = {
	stages: ComparedStage[];
	/** Only in one's own plan: what the other does not foresee. */
	more: ComparedLine[];
	/** Rows nobody has said how they are carried out. */
	unsorted: ComparedRow[];
	/** Capabilities of the other plan that one's own has, and those it lacks. */
	both: number;
	missing: number;
};

/**
 * Lays one's own plan on another (a model, a plan at work) by what its rows are carried out with: words differ from
 * school to school, the work does not. Where the other plan does the same in several stages, each of one's own rows goes
 * to the stage whose words are nearest.
 */
export function compare(own: ComparedPlan, other: ComparedPlan): Comparison {
	const stages = stagesOf(other);
	const lines = stages.flatMap((stage) => stage.lines);
	const foreseen = new Set(lines.map(({ capability }) => capability));
	const more = new Map<CapabilityCode, ComparedLine>();
	for (const row of own.rows) {
		if (row.capability === null) continue;
		const line = nearest(row, lines) ?? more.get(row.capability) ?? emptyLine(row.capability);
		line.own.push(row);
		if (!foreseen.has(row.capability)) more.set(row.capability, line);
	}
	const had = new Set(own.rows.map(({ capability }) => capability));
	for (const line of lines) line.elsewhere = line.own.length === 0 && had.has(line.capability);
	const both = [...foreseen].filter((code) => had.has(code)).length;
	return {
		stages,
		more: [...more.values()],
		unsorted: own.rows.filter(({ capability }) => capability === null),
		both,
		missing: foreseen.size - both
	};
}

const emptyLine = (capability: CapabilityCode): ComparedLine => ({
	capability,
	name: capabilities[capability].name,
	own: [],
	other: [],
	elsewhere: false
});

/** The other plan's rows by stage, and in a stage by capability, in its own order. */
function stagesOf({ rows }: ComparedPlan): ComparedStage[] {
	const said = rows.filter((row): row is ComparedRow & { capability: CapabilityCode } => row.capability !== null);
	return [...Map.groupBy(said, ({ stage }) => stage)].map(([title, inStage]) => ({
		title,
		lines: [...Map.groupBy(inStage, ({ capability }) => capability)].map(([capability, other]) => ({
			...emptyLine(capability),
			other
		}))
	}));
}

/** Long enough to tell «наставников» from «наставляемых». */
const stemsOf = (text: string) =>
	new Set(
		plain(text)
			.match(/[а-я]{4,}/g)
			?.map((word) => word.slice(0, 8))
	);

/** Of the lines of the row's capability the one that shares most words with it; of equals the first. */
function nearest(row: ComparedRow, lines: readonly ComparedLine[]) {
	const words = stemsOf(`${row.stage ?? ''} ${row.title}`);
	let best: { line: ComparedLine; shared: number } | undefined;
	for (const line of lines) {
		if (line.capability !== row.capability) continue;
		const theirs = stemsOf(line.other.map(({ stage, title }) => `${stage ?? ''} ${title}`).join(' '));
		const shared = [...words].filter((word) => theirs.has(word)).length;
		if (!best || shared > best.shared) best = { line, shared };
	}
	return best?.line;
}

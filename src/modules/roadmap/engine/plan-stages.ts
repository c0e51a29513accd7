import type { Stage } from '../rules/understanding';
import type { Cell } from './grid';
import { type PlanRow, partText, type ReadRow } from './plan-rows';
import { readStageLabel } from './stages';

/** Stages in the order of the document, with the cells they were read from; `of` tells the stage of each activity row. */
export type Staged = {
	stages: Stage[];
	of: Map<PlanRow, number | null>;
	sources: { cell: Cell; stage: number }[];
	slid: Set<number>;
};

const same = (text: string) =>
	text
		.toLowerCase()
		.replaceAll('ё', 'е')
		.replace(/[^а-яa-z0-9]+/g, '');

/** Gives every row its stage: from stage rows, from the stage column, from the nearest above. */
export function readStages(rows: readonly ReadRow[]): Staged {
	const staged: Staged = { stages: [], of: new Map(), sources: [], slid: new Set() };
	const numbersAreStages = numbersNameStages(rows);
	let current: number | null = null;
	const open = (text: string, number: string | null, sources: readonly Cell[]) => {
		const label = readStageLabel(text, number);
		const known = current === null ? undefined : staged.stages[current];
		if (!known || same(known.title) !== same(label.title) || label.title === '') {
			staged.stages.push(label);
			current = staged.stages.length - 1;
		} else known.goal ??= label.goal;
		for (const cell of sources) staged.sources.push({ cell, stage: current as number });
	};
	for (const row of rows) {
		if (row.kind === 'stage') open(row.text, row.number, row.sources);
		else if (row.kind === 'goal' && current !== null) {
			const stage = staged.stages[current] as Stage;
			const goal = readStageLabel(row.text).goal ?? row.text;
			stage.goal = stage.goal ? `${stage.goal} ${goal}` : goal;
			for (const cell of row.sources) staged.sources.push({ cell, stage: current });
		} else if (row.kind === 'activity') {
			const label = partText(row.parts.stage);
			if (label !== '')
				open(label, numbersAreStages ? partText(row.parts.number) : null, row.parts.stage?.sources ?? []);
			staged.of.set(row, current);
		}
	}
	return staged;
}

/** The № column numbers the stages, not the rows, when numbers stand only where a stage begins. */
export function numbersNameStages(rows: readonly ReadRow[]) {
	const active = rows.filter((row) => row.kind === 'activity');
	const staged = active.filter((row) => row.parts.stage);
	if (staged.length === 0) return false;
	const alone = active.filter((row) => row.parts.number && !row.parts.stage).length;
	return alone <= active.length * 0.1;
}

import { readRoadmap } from '../../../src/modules/roadmap/readers/read-roadmap';
import { meanOf } from '../score/score';
import { type Described, truthOf } from './documents/described';
import { fileOf } from './documents/files';
import { judgeByHand } from './documents/judge';
import { isHeldOut, type Judged } from './examine';
import { severalTables } from './several-tables';
import { titleBlocks } from './title-blocks';
import { secondTitleBlocks } from './title-blocks-second';

/** Small plans written for one question each; several periods may be right alike. */
export type Block = Described & { periods: string[] };
export const blocks: Record<string, readonly Block[]> = {
	'title blocks': titleBlocks,
	'several tables': severalTables
};
/** Nobody tunes by these: they are measured as a whole. */
export const untouchedBlocks: Record<string, readonly Block[]> = { 'title blocks, second': secondTitleBlocks };

export async function examineBlocks(some: readonly Block[]): Promise<Judged> {
	const judged: Judged = [];
	for (const block of some) {
		const { bytes, name } = fileOf(block);
		const found = await readRoadmap(bytes, name);
		const readings = block.periods.map((period) =>
			judgeByHand(truthOf({ ...block, truth: block.truth.replace(/^period: .*$/m, `period: ${period}`) }), found)
		);
		const [best] = readings.sort((a, b) => b.score.period - a.score.period);
		if (best) judged.push({ name: block.name, ...best });
	}
	return judged;
}

/** What a block asks: that its rows are found, and what the plan is called and when it is. */
const asked = ['f1', 'title', 'period'] as const;

export function blockFigures(judged: Judged) {
	const mean = (heldOut: boolean) =>
		meanOf(judged.filter((_, at) => isHeldOut(at) === heldOut).map(({ score }) => score));
	const [tuned, heldOut] = [mean(false), mean(true)];
	return asked.map((measure) => ({
		measure,
		tuned: tuned[measure],
		heldOut: heldOut[measure]
	}));
}

export function wholeBlockFigures(judged: Judged) {
	const whole = meanOf(judged.map(({ score }) => score));
	return asked.map((measure) => ({ measure, whole: whole[measure] }));
}

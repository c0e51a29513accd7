import { readRoadmap } from '../../../src/modules/roadmap/readers/read-roadmap';
import { meanOf } from '../score/score';
import { type Described, truthOf } from './documents/described';
import { fileOf } from './documents/files';
import { judgeByHand } from './documents/judge';
import { isHeldOut, type Judged } from './examine';
import { severalTables } from './several-tables';
import { titleBlocks } from './title-blocks';

/** Small plans written for one question each; several periods may be right alike. */
export type Block = Described & { periods: string[] };
export const blocks: Record<string, readonly Block[]> = {
	'title blocks': titleBlocks,
	'several tables': severalTables
};

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
export function blockFigures(judged: Judged) {
	const mean = (heldOut: boolean) =>
		meanOf(judged.filter((_, at) => isHeldOut(at) === heldOut).map(({ score }) => score));
	const [tuned, heldOut] = [mean(false), mean(true)];
	return (['f1', 'title', 'period'] as const).map((measure) => ({
		measure,
		tuned: tuned[measure],
		heldOut: heldOut[measure]
	}));
}

import { expect, test } from 'vitest';
import { blockFigures, blocks, examineBlocks, untouchedBlocks, wholeBlockFigures } from './blocks';

test.each(Object.entries(blocks))(
	'%s: small plans are told by name and years, and from what stands beside them',
	async (_, some) => {
		expect(some.length).toBeGreaterThanOrEqual(18);
		for (const { measure, tuned, heldOut } of blockFigures(await examineBlocks(some))) {
			expect(tuned, `${measure}, tuned`).toBeGreaterThanOrEqual(0.97);
			expect(heldOut, `${measure}, held out`).toBeGreaterThanOrEqual(measure === 'f1' ? 0.96 : 0.97);
		}
	}
);

test.each(Object.entries(untouchedBlocks))('%s: blocks that nobody tunes by are told as well', async (_, some) => {
	expect(some.length).toBeGreaterThanOrEqual(60);
	for (const { measure, whole } of wholeBlockFigures(await examineBlocks(some)))
		expect(whole, measure).toBeGreaterThanOrEqual(measure === 'period' ? 0.96 : 0.98);
});

import { expect, test } from 'vitest';
import { readRoadmap } from '../../src/modules/roadmap/readers/read-roadmap';
import { isHeldOut } from './invent';
import { judge, meanOf, measures, type Score } from './score/score';
import { inventShape, type Shaped, shapeNames } from './shapes';

const scoreIn = async ({ truth, files }: Shaped, way: string): Promise<Score> => {
	const file = files[way]?.();
	if (!file) throw new Error(`No way ${way}`);
	return judge(truth, await readRoadmap(file.bytes, file.name)).score;
};
const heldOut = Array.from({ length: 36 }, (_, seed) => seed).filter(isHeldOut);

test('plans of odd shapes nobody tuned by are understood: months, stages or people over the columns, tables on their side, lines', async () => {
	const scores: Score[] = [];
	for (const shape of shapeNames)
		for (const seed of heldOut) {
			const shaped = inventShape(shape, seed);
			const ways = Object.keys(shaped.files);
			scores.push(await scoreIn(shaped, ways[Math.floor(seed / 3) % ways.length] as string));
		}
	const mean = meanOf(scores);
	expect(scores).toHaveLength(14 * 12);
	for (const measure of measures.filter((name) => name !== 'capability'))
		expect(mean[measure], measure).toBeGreaterThanOrEqual(0.985);
	expect(mean.capability, 'capability').toBeGreaterThanOrEqual(0.95);
});

test('a plan of an odd shape means the same in whichever way it is written', async () => {
	const fallen: string[] = [];
	for (const shape of shapeNames) {
		const plans = [3, 4].map((seed) => inventShape(shape, seed));
		const ways = Object.keys(plans[0]?.files ?? {});
		const means = new Map<string, number>();
		for (const way of ways) {
			const scores: Score[] = [];
			for (const plan of plans) scores.push(await scoreIn(plan, way));
			means.set(way, meanOf(scores).strict);
		}
		const best = Math.max(...means.values());
		for (const [way, strict] of means)
			if (strict < best - 0.01) fallen.push(`${shape}, ${way}: ${strict.toFixed(3)} of ${best.toFixed(3)}`);
	}
	expect(fallen).toEqual([]);
});

import { expect, test } from 'vitest';
import { readRoadmap } from '../../src/modules/roadmap/readers/read-roadmap';
import { type Crossed, cross, formats } from './crossing';
import { invent } from './invent';
import { knownPlans } from './known';
import { wordsIn, wordsOfSource } from './source-words';
import type { Layout } from './write/layouts';
import { manners } from './write/manners';

/** A sample for npm test; `crossing-report.ts` takes more (docs/understanding.md). */
const sample = [4, 22];
const knownSample = 2;

/** Pairs that understand more than one part in a hundred less than the best. */
const fallenBehind = (crossed: readonly Crossed[]) => {
	const best = Math.max(...crossed.map(({ score }) => score.strict));
	return crossed
		.filter(({ score }) => score.strict < best - 0.01)
		.map(({ manner, format, score }) => `${manner}, ${format}: ${score.strict.toFixed(3)} of ${best.toFixed(3)}`);
};

test('a roadmap means the same in twenty manners crossed with six formats', async () => {
	const crossed = await cross(sample.map(invent));
	expect(crossed).toHaveLength(120);
	expect(fallenBehind(crossed)).toEqual([]);
}, 300_000);

test('so do two of the roadmaps the project began with', async () => {
	const plans = knownPlans();
	if (plans.length === 0) return console.log('The seeds were not crossed: ../shared is not here.');
	expect(plans).toHaveLength(5);
	expect(fallenBehind(await cross(plans.slice(-knownSample)))).toEqual([]);
}, 300_000);

test('every word of the source, read without our readers, stands in exactly one piece', async () => {
	const lost: string[] = [];
	for (const [manner, laidOut] of Object.entries(manners))
		for (const [format, layout] of Object.entries<Layout>(formats)) {
			const { bytes, name } = layout(laidOut(invent(sample[lost.length % sample.length] ?? 4)));
			const { pieces, activities } = await readRoadmap(bytes, name);
			const read = wordsIn(pieces.map(({ text }) => text).join('\n'));
			if (read.join() !== wordsOfSource(bytes, format).join())
				lost.push(`${manner}, ${format}: ${read.length} words of ${wordsOfSource(bytes, format).length}`);
			for (const [index, activity] of activities.entries())
				for (const piece of activity.pieces)
					expect(pieces[piece]).toMatchObject({ use: 'activity', activities: expect.arrayContaining([index]) });
		}
	expect(lost).toEqual([]);
}, 300_000);

import { readRoadmap } from '../../src/modules/roadmap/readers/read-roadmap';
import { isHeldOut } from './invent';
import { judge, meanOf, measures, type Score } from './score/score';
import { inventShape, shapeNames } from './shapes';

/** `shapes-report.ts [seeds] [shape] [--faults]`: plans of odd shapes, each in one way after another; held out apart. */
const [seeds = '60', only = ''] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const showFaults = process.argv.includes('--faults');
const told = (name: string, scores: readonly Score[]) => {
	const mean = meanOf(scores);
	console.log(
		`${name.padEnd(46)}${String(scores.length).padStart(5)} ${measures.map((measure) => mean[measure].toFixed(3).padStart(7)).join('')}`
	);
};
console.log(`${' '.repeat(52)}${measures.map((measure) => measure.slice(0, 6).padStart(7)).join('')}`);
const [tuned, heldOut]: [Score[], Score[]] = [[], []];
for (const shape of shapeNames.filter((name) => name.includes(only))) {
	const [own, kept]: [Score[], Score[]] = [[], []];
	for (let seed = 0; seed < Number(seeds); seed++) {
		const { truth, files } = inventShape(shape, seed);
		const ways = Object.entries(files);
		const [way, write] = ways[Math.floor(seed / 3) % ways.length] as (typeof ways)[number];
		const { bytes, name } = write();
		const { score, faults } = judge(truth, await readRoadmap(bytes, name));
		(isHeldOut(seed) ? kept : own).push(score);
		if (showFaults && !isHeldOut(seed))
			for (const { measure, expected, got } of faults)
				if (measure !== 'capability')
					console.log(`${seed} ${shape} ${way} ${measure}: ${expected} ≠ ${got}`.replaceAll('\n', '⏎'));
	}
	told(shape, own);
	told(`${shape}, held out`, kept);
	tuned.push(...own);
	heldOut.push(...kept);
}
told('TUNED', tuned);
told('HELD OUT', heldOut);

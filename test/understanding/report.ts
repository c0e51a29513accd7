import { readRoadmap } from '../../src/modules/roadmap/readers/read-roadmap';
import { invent, isHeldOut } from './invent';
import { type Judgement, judge, meanOf, measures, type Score } from './score/score';
import { type Layout, layouts, lossyLayouts } from './write/layouts';
import { pdfLayouts } from './write/pdf/layouts';

/** `report.ts [seeds] [layout, or `pdf` for all of those] [--faults[=measure]]`: how well invented roadmaps are understood, tuned and held-out apart. */
const [seeds = '300', only = ''] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const faultsOf = process.argv.find((word) => word.startsWith('--faults'))?.split('=')[1];
const showFaults = process.argv.some((word) => word.startsWith('--faults'));
const all: Record<string, Layout> = { ...layouts, ...lossyLayouts, ...pdfLayouts };
const names = only === 'pdf' ? Object.keys(pdfLayouts) : only ? [only] : Object.keys(layouts);

const tuned: Score[] = [];
const heldOut: Score[] = [];
const byLayout = new Map<string, Score[]>();
for (let seed = 0; seed < Number(seeds); seed++) {
	const name = names[Math.floor(seed / 3) % names.length] as string;
	const plan = invent(seed);
	const { score, faults } = await read(all[name] as Layout);
	(isHeldOut(seed) ? heldOut : tuned).push(score);
	byLayout.set(name, [...(byLayout.get(name) ?? []), score]);
	if (showFaults && !isHeldOut(seed))
		for (const { measure, expected, got } of faults)
			if (!faultsOf || measure === faultsOf)
				console.log(
					`${seed} ${name} [${plan.columns.join(' ')}; ${plan.traits.join(', ')}] ${measure}: ${expected} ≠ ${got}`.replaceAll(
						'\n',
						'⏎'
					)
				);

	async function read(layout: Layout): Promise<Judgement> {
		const { bytes, name: fileName } = layout(plan);
		return judge(plan.truth, await readRoadmap(bytes, fileName));
	}
}

const line = (name: string, scores: readonly Score[]) => {
	const mean = meanOf(scores);
	console.log(
		`${name.padEnd(30)}${String(scores.length).padStart(5)} ${measures.map((measure) => mean[measure].toFixed(3).padStart(7)).join('')}`
	);
};
console.log(`${' '.repeat(36)}${measures.map((measure) => measure.slice(0, 6).padStart(7)).join('')}`);
for (const [name, scores] of byLayout) line(name, scores);
line('TUNED', tuned);
line('HELD OUT', heldOut);

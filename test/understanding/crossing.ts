import { readRoadmap } from '../../src/modules/roadmap/readers/read-roadmap';
import { judge, meanOf, type Score } from './score/score';
import type { Invented } from './truth';
import { type Layout, layouts } from './write/layouts';
import { manners } from './write/manners';

/** One writer for each format; a text stands beside .csv, since both are lines. */
export const formats = {
	docx: layouts['docx, merged'],
	xlsx: layouts['xlsx, merged'],
	odt: layouts.odt,
	rtf: layouts.rtf,
	html: layouts.html,
	csv: layouts['csv ;']
} satisfies Record<string, Layout>;

export type Crossed = { manner: string; format: string; score: Score };

/** How well the same roadmaps are understood in every manner and format: one mean score for each pair. */
export async function cross(plans: readonly Invented[]): Promise<Crossed[]> {
	const crossed: Crossed[] = [];
	for (const [manner, laidOut] of Object.entries(manners))
		for (const [format, layout] of Object.entries<Layout>(formats)) {
			const scores: Score[] = [];
			for (const plan of plans) {
				const { bytes, name } = layout(laidOut(plan));
				scores.push(judge(plan.truth, await readRoadmap(bytes, name)).score);
			}
			crossed.push({ manner, format, score: meanOf(scores) });
		}
	return crossed;
}

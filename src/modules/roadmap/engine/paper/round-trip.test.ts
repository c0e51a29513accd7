import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRoadmap } from '../../readers/read-roadmap';
import {
	type PaperChoice,
	type PaperColumn,
	type PaperLayout,
	type PaperPlan,
	paperLayouts,
	stampKinds
} from '../../rules/paper';
import { purposeOf } from '../../rules/purpose';
import type { Understanding } from '../../rules/understanding';
import { fixtures } from '../fixtures/all';
import { anyFixture } from '../fixtures/generate';
import { docx } from '../fixtures/render';
import { understand } from '../understand';
import { paperGrid } from './grid';
import { planInWord } from './word';
import { planInExcel } from './workbook';

const writers = { 'plan.docx': planInWord, 'plan.xlsx': planInExcel };

/** The plan as it would be at work when a document has been accepted as it was understood. */
function planOf({ title, goal, tasks, period, stages, activities }: Understanding): PaperPlan {
	const rows = activities.map(({ number, title, lead, deadline, responsible, results, stage }) => ({
		stage,
		row: { number, title, lead, deadline: deadline.text, responsible: responsible.map(({ text }) => text), results }
	}));
	const own = (at: number | null) => rows.filter(({ stage }) => stage === at).map(({ row }) => row);
	const loose = { number: null, title: null, goal: '', activities: own(null) };
	const staged = stages.map((stage, at) => ({ ...stage, goal: stage.goal ?? '', activities: own(at) }));
	return {
		title: title ?? 'План',
		goal: purposeOf(goal, tasks) ?? '',
		period,
		stages: [loose, ...staged].filter(({ activities }) => activities.length > 0)
	};
}

/** What a layout keeps of a plan, in words. */
function meaning({ title, goal, stages }: PaperPlan, columns: readonly PaperColumn[]) {
	const kept = <T>(column: PaperColumn, value: T) => (columns.includes(column) ? value : undefined);
	return {
		title,
		goal,
		activities: stages.flatMap((stage) =>
			stage.activities.map(({ title, lead, deadline, responsible, results }) => ({
				stage: stage.title,
				goal: stage.goal,
				title,
				lead,
				deadline: kept('deadline', deadline),
				responsible: kept('responsible', responsible),
				results: kept('results', results)
			}))
		)
	};
}

const layoutNames = Object.keys(paperLayouts) as PaperLayout[];
const stamp = fc.record({
	kind: fc.constantFrom(...stampKinds),
	post: fc.constantFrom('Директор МБОУ «Озёрная школа»', 'на заседании педагогического совета', ''),
	name: fc.constantFrom('Г. И. Ершов', ''),
	paper: fc.constantFrom('приказ № 112-О', 'протокол № 1', ''),
	day: fc.constantFrom('2025-08-28', null)
});
const choice: fc.Arbitrary<PaperChoice> = fc.record({
	layout: fc.constantFrom(...layoutNames),
	sheet: fc.constantFrom('landscape', 'portrait'),
	annex: fc.constantFrom('', 'Приложение 1 к приказу от 28.08.2025 № 112-О'),
	stamps: fc.array(fc.option(stamp), { maxLength: 3 })
});

const asGrid = (plan: PaperPlan) =>
	understand(paperGrid(plan), { name: '', format: 'pasted', encoding: null, tables: 1 });

async function comesBack(plan: PaperPlan, chosen: PaperChoice) {
	const columns = paperLayouts[chosen.layout];
	for (const [name, write] of Object.entries(writers)) {
		const again = planOf(await readRoadmap(await write(plan, chosen), name));
		expect(meaning(again, columns), `${name}, ${chosen.layout}`).toEqual(meaning(plan, columns));
	}
	expect(meaning(planOf(asGrid(plan)), paperLayouts.usual), 'as a grid').toEqual(meaning(plan, paperLayouts.usual));
}

test('any plan written to Word and Excel, in any order of columns, under any stamps, is read back the same', async () => {
	await fc.assert(
		fc.asyncProperty(anyFixture, choice, async (fixture, chosen) => {
			await comesBack(planOf(await readRoadmap(docx(fixture), 'plan.docx')), chosen);
		}),
		{ numRuns: 30 }
	);
}, 600_000);

test.each(
	Object.entries(fixtures).flatMap(([name, fixture]) => layoutNames.map((layout) => ({ name, layout, fixture })))
)('the plan of the $name comes back: $layout', async ({ fixture, layout }) => {
	await comesBack(planOf(await readRoadmap(docx(fixture), 'plan.docx')), { layout, annex: '', stamps: [] });
});

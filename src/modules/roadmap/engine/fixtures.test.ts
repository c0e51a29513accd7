import { describe, expect, test } from 'vitest';
import { readRoadmap } from '../readers/read-roadmap';
import type { Understanding } from '../rules/understanding';
import { fixtures } from './fixtures/all';
import { type Expected, truthOf } from './fixtures/fixture';
import { type Rendering, renderings } from './fixtures/render';
import { tidy } from './grid';

const plain = (text: string) =>
	tidy(text)
		.replace(/[.;,]+$/, '')
		.toLowerCase();
const when = ({ kind, windows }: Understanding['activities'][number]['deadline']) =>
	kind === 'windows' ? windows.map(({ from, to }) => `${from}..${to}`) : kind;

/** What was found and what should have been, in one shape; a capability counts as right when it is any of those allowed. */
function sideBySide(found: Understanding, expected: (Expected & { stage: number | null })[]) {
	const got = found.activities.map((activity, index) => ({
		title: plain(activity.title),
		stage: activity.stage,
		when: when(activity.deadline),
		who: activity.responsible.map(({ kind, text }) => `${kind}: ${text}`),
		results: activity.results.map(plain),
		does: expected[index]?.does.includes(activity.capability as never) ? expected[index]?.does : [activity.capability]
	}));
	const want = expected.map(({ title, stage, when: term, who, results, does }) => ({
		title: plain(title),
		stage,
		when: term,
		who,
		results: (results ?? []).map(plain),
		does
	}));
	return { got, want };
}

describe.each(Object.entries(fixtures))('%s', (_, fixture) => {
	test.each(Object.keys(renderings) as Rendering[])(`${fixture.about}: %s`, async (rendering) => {
		const { bytes, name } = renderings[rendering](fixture);
		const found = await readRoadmap(bytes, name);
		const truth = truthOf(fixture);
		const { got, want } = sideBySide(found, truth.activities);
		expect(got).toEqual(want);
		expect(found.stages.map(({ title }) => title)).toEqual(truth.stages);
		expect(found.period).toEqual(fixture.period);
		expect(plain(found.title ?? '')).toBe(plain(fixture.title));
	});

	test.each(Object.keys(renderings) as Rendering[])('every piece of the source has one use: %s', async (rendering) => {
		const { bytes, name } = renderings[rendering](fixture);
		const found = await readRoadmap(bytes, name);
		const letters = (text: string) => text.replace(/[^\p{L}\d]/gu, '').length;
		const source = [
			...fixture.before,
			...fixture.head,
			...fixture.rows.flatMap(({ cells }) => cells),
			...(fixture.after ?? [])
		];
		expect(found.pieces.reduce((sum, piece) => sum + letters(piece.text), 0)).toBe(
			source.reduce((sum, text) => sum + letters(text), 0)
		);
		for (const [index, activity] of found.activities.entries()) {
			expect(activity.pieces.length).toBeGreaterThan(0);
			for (const piece of activity.pieces)
				expect(found.pieces[piece]).toMatchObject({ use: 'activity', activities: expect.arrayContaining([index]) });
		}
	});
});

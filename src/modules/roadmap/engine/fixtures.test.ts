import { describe, expect, test } from 'vitest';
import { readRoadmap } from '../readers/read-roadmap';
import { fixtures } from './fixtures/all';
import { type Rendering, renderings } from './fixtures/render';
import { sideBySide } from './fixtures/side-by-side';

describe.each(Object.entries(fixtures))('%s', (_, fixture) => {
	test.each(Object.keys(renderings) as Rendering[])(`${fixture.about}: %s`, async (rendering) => {
		const { bytes, name } = renderings[rendering](fixture);
		const found = await readRoadmap(bytes, name);
		const { got, want } = sideBySide(found, fixture);
		expect(got).toEqual(want);
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

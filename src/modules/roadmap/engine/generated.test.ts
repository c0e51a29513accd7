import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRoadmap } from '../readers/read-roadmap';
import { anyFixture } from './fixtures/generate';
import { type Rendering, renderings } from './fixtures/render';
import { sideBySide } from './fixtures/side-by-side';

test.each(Object.keys(renderings) as Rendering[])(
	'a roadmap of any shape is understood wholly: %s',
	async (rendering) => {
		await fc.assert(
			fc.asyncProperty(anyFixture, async (fixture) => {
				const { bytes, name } = renderings[rendering](fixture);
				const { got, want } = sideBySide(await readRoadmap(bytes, name), fixture);
				expect(got).toEqual(want);
			}),
			{ numRuns: 40 }
		);
	}
);

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtures } from '../../src/modules/roadmap/engine/fixtures/all';
import { docx } from '../../src/modules/roadmap/engine/fixtures/render';
import { readRoadmap } from '../../src/modules/roadmap/readers/read-roadmap';
import type { Understanding } from '../../src/modules/roadmap/rules/understanding';

const run = promisify(execFile);
const formats = ['docx', 'doc', 'odt', 'rtf', 'html', 'pdf'] as const;

/** The words and decisions of a plan, without where they stand in the file. */
const meaning = ({ title, period, stages, activities }: Understanding) => ({
	title,
	period,
	stages,
	activities: activities.map(({ pieces: _, ...activity }) => activity)
});

describe('the same roadmaps saved by LibreOffice in other formats', () => {
	let folder = '';
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'nastavnik-formats-'));
		const files = Object.entries(fixtures).map(
			([name, fixture]) => [join(folder, `${name}.docx`), docx(fixture)] as const
		);
		await Promise.all(files.map(([path, bytes]) => writeFile(path, bytes)));
		const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
		for (const format of formats)
			await run('soffice', [
				profile,
				'--headless',
				'--convert-to',
				format,
				'--outdir',
				join(folder, format),
				...files.map(([path]) => path)
			]);
	});
	afterAll(() => rm(folder, { recursive: true, force: true }));

	test.each(
		Object.entries(fixtures).flatMap(([name, fixture]) => formats.map((format) => ({ name, fixture, format })))
	)('$name as $format means the same', async ({ name, fixture, format }) => {
		const found = await readRoadmap(await readFile(join(folder, format, `${name}.${format}`)), `${name}.${format}`);
		expect(found.source.format).toBe(format);
		expect(meaning(found)).toEqual(meaning(await readRoadmap(docx(fixture), 'plan.docx')));
	});
});

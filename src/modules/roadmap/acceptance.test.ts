import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// The five roadmaps the project began with lie beside it, not in it: they name real people.
const shared = resolve('../shared');
const seeds = join(shared, 'acceptance/seeds');
const scorer = join(shared, 'acceptance/score.py');
const present = existsSync(seeds) && existsSync(scorer);
if (!present)
	console.warn(`Приёмка по пяти дорожным картам не проводилась: нет папки ${join('..', 'shared', 'acceptance')}.`);

const readingProgram = ['engine', 'readers', 'rules'].map((room) => join('src/modules/roadmap', room));
const run = promisify(execFile);

describe.runIf(present)('the five roadmaps, read by the command line as a user would', () => {
	let folder = '';
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'nastavnik-acceptance-'));
		const entry =
			"import { roadmapCommands } from './src/modules/roadmap/cli'; process.exitCode = await roadmapCommands.parse(process.argv.slice(2));";
		await build({
			stdin: { contents: entry, resolveDir: resolve('.') },
			bundle: true,
			platform: 'node',
			format: 'esm',
			outfile: join(folder, 'parse.mjs'),
			logLevel: 'error'
		});
	});
	afterAll(() => rm(folder, { recursive: true, force: true }));

	test('are understood nearly without a fault', async () => {
		const command = `${process.execPath} ${join(folder, 'parse.mjs')} {file} --json`;
		const { stdout } = await run('python3', [scorer, '--cmd', command, seeds, '--strict', '--json', '--min', '0.99'], {
			maxBuffer: 1e8
		});
		const { overall } = JSON.parse(stdout) as { overall: Record<string, number> };
		expect(overall.strict).toBeGreaterThanOrEqual(0.99);
		for (const measure of ['f1', 'stage', 'windows', 'kind', 'responsible', 'results', 'capability', 'title', 'period'])
			expect(overall[measure], measure).toBeGreaterThanOrEqual(0.98);
	});

	test('have left no words of theirs in the program', async () => {
		const texts = await Promise.all(
			(await readdir(seeds)).filter((name) => name.endsWith('.txt')).map((name) => readFile(join(seeds, name), 'utf8'))
		);
		const known = new Set(texts.flatMap(fiveWordRuns));
		const borrowed: string[] = [];
		for (const file of (await Promise.all(readingProgram.map(sourceFiles))).flat()) {
			const words = (await readFile(file, 'utf8')).match(/(['"`])(?:(?!\1).)*\1/g) ?? [];
			borrowed.push(
				...words
					.flatMap(fiveWordRuns)
					.filter((phrase) => known.has(phrase))
					.map((phrase) => `${file}: ${phrase}`)
			);
		}
		expect(borrowed).toEqual([]);
	});
});

/** Runs of five words; short words of the field's fixed names alone make no title. */
function fiveWordRuns(text: string) {
	const words =
		text
			.toLowerCase()
			.replaceAll('ё', 'е')
			.match(/[а-я0-9-]+/g) ?? [];
	return words.slice(4).map((_, index) => words.slice(index, index + 5).join(' '));
}

async function sourceFiles(folder: string) {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile() && /\.ts$/.test(entry.name) && !/\.test\.ts$/.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name));
}

import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readingFailures } from '../rules/imports';
import { readerLimits, readInChild } from './reader';

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'reader-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A reader gone wrong in its own way, in the place of the real one. */
async function reader(program: string) {
	const place = join(folder, crypto.randomUUID());
	await mkdir(place);
	await writeFile(join(place, 'cli.mjs'), program);
	return join(place, 'cli.mjs');
}

const source = { name: 'Дорожная карта.docx', bytes: new TextEncoder().encode('план'), pasted: false };
const read = async (program: string, limits = readerLimits) => readInChild(source, await reader(program), limits);

test('the reader may read the one file and its own code, nothing else, and may start nothing', async () => {
	const secret = join(folder, 'secret.txt');
	await writeFile(secret, 'тайна');
	const program = `
		import { readFileSync, writeFileSync } from 'node:fs';
		import { spawnSync } from 'node:child_process';
		const tries = {
			own: () => readFileSync(process.argv[4], 'utf8'),
			secret: () => readFileSync(${JSON.stringify(secret)}, 'utf8'),
			passwd: () => readFileSync('/etc/passwd', 'utf8'),
			write: () => writeFileSync(process.argv[4] + '.out', 'x'),
			start: () => spawnSync(process.execPath, ['-v'])
		};
		const said = Object.entries(tries).map(([name, go]) => {
			try { go(); return name + ' да'; } catch (error) { return name + ' нет'; }
		});
		console.error('Вышло вот что: ' + said.join(', ') + '.');
		process.exitCode = 1;`;
	expect(await read(program)).toEqual({
		failure: 'Вышло вот что: own да, secret нет, passwd нет, write нет, start нет.'
	});
});

test.each([
	['an answer that is no JSON', 'console.log("{")', readingFailures.broken],
	['an answer in another shape', 'console.log(JSON.stringify({ activities: [{ title: 5 }] }))', readingFailures.long],
	[
		'a fault of its own, with a stack',
		'throw new Error("Cannot read properties of undefined")',
		readingFailures.unavailable
	],
	['an end without a word', 'process.exit(7)', readingFailures.unavailable],
	['waiting for ever', 'setInterval(() => {}, 1000)', readingFailures.slow],
	['eating all memory', 'const all = []; for (;;) all.push(Buffer.alloc(10e6, 1))', readingFailures.memory]
])('%s becomes a sentence', async (_, program, failure) => {
	const limits = { ...readerLimits, seconds: 4, memory: 256 * 1024 * 1024 };
	expect(await read(program, limits)).toEqual({ failure });
});

test('what the reader itself says to people is said as it is', async () => {
	const sentence = 'Файл защищён паролем. Снимите пароль и загрузите ещё раз.';
	const program = `console.error(${JSON.stringify(sentence)}); process.exitCode = 1`;
	expect(await read(program)).toEqual({ failure: sentence });
});

test('nothing of an upload stays on the disk', async () => {
	const place = join(folder, 'temporary');
	await mkdir(place);
	const usual = process.env.TMPDIR;
	process.env.TMPDIR = place;
	await read('process.exit(1)');
	if (usual === undefined) delete process.env.TMPDIR;
	else process.env.TMPDIR = usual;
	expect(await readdir(place)).toEqual([]);
});

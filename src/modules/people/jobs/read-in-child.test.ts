import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { childLimits, readInChild } from './read-in-child';

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'staff-reader-'));
	vi.stubEnv('TMPDIR', folder); // what this file's readers leave is told from what others' do
});
afterAll(async () => {
	vi.unstubAllEnvs();
	await rm(folder, { recursive: true, force: true });
});

/** What comes of a reader that is this small program. */
async function read(program: string, limits = childLimits) {
	const cli = join(folder, `${crypto.randomUUID()}.mjs`);
	await writeFile(cli, program);
	return readInChild(new Uint8Array([0x50, 0x4b]), cli, limits);
}

test('the sheets come back as they were read', async () => {
	expect(await read('console.log(JSON.stringify([[["ФИО"], ["Ёлкина"]]]))')).toEqual([[['ФИО'], ['Ёлкина']]]);
});

test('a sentence for people is passed on; a stack trace is not', async () => {
	await expect(read('console.error("Файл повреждён. Сохраните его ещё раз."); process.exitCode = 2')).rejects.toThrow(
		'Файл повреждён. Сохраните его ещё раз.'
	);
	await expect(read('throw new Error("secret path /srv")')).rejects.toThrow('слишком сложна');
	await expect(read('console.error("at run (/srv/x.js)"); process.exitCode = 2')).rejects.toThrow('слишком сложна');
});

test.each([
	['never ends', 'setInterval(() => {}, 1000)', { ...childLimits, milliseconds: 500 }],
	[
		'eats memory',
		'const held = []; for (;;) held.push({ text: "а".repeat(1000) + held.length })',
		{ ...childLimits, heapMegabytes: 32 }
	],
	[
		'floods',
		'const line = "а".repeat(65536); for (let i = 0; i < 500; i += 1) console.log(line)',
		{ ...childLimits, output: 65_536 }
	],
	['answers with something else', 'console.log(JSON.stringify({ sheets: 1 }))', childLimits],
	['answers with nothing', '', childLimits]
])('a reader that %s takes nothing down', async (_, program, limits) => {
	await expect(read(program, limits)).rejects.toThrow('слишком сложна');
});

test('it reads neither the environment nor other files, and leaves none behind', async () => {
	const asked =
		'const fs = await import("node:fs"); let seen = "нет"; try { seen = fs.readFileSync("/etc/hostname", "utf8"); } catch {}';
	const told = await read(`${asked} console.log(JSON.stringify([[[seen, process.env.PATH ?? "нет"]]]))`);
	expect(told).toEqual([[['нет', 'нет']]]);
	expect((await readdir(folder)).filter((name) => name.startsWith('nastavnik-staff-'))).toEqual([]);
});

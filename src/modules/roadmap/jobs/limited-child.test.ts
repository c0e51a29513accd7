import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Limits, runLimited } from './limited-child';

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'limited-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const MB = 1024 * 1024;
const roomy: Limits = { seconds: 20, memory: 1024 * MB, output: MB };

/** Runs a small program under the limits. */
async function run(program: string, limits: Partial<Limits> = {}, options: string[] = []) {
	const file = join(folder, `${crypto.randomUUID()}.mjs`);
	await writeFile(file, program);
	return runLimited(process.execPath, [...options, file], folder, { ...roomy, ...limits });
}

/** A killed process may stay in the table until somebody collects it: a zombie is not alive. */
const alive = async (pid: number) => {
	const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
	return stat !== '' && !/\) [ZX] /.test(stat);
};

test('what ends by itself answers with its output, its complaint and its code', async () => {
	const outcome = await run('console.log("план"); console.error("жалоба"); process.exitCode = 3');
	expect(outcome).toEqual({ ended: 'itself', code: 3, output: 'план\n', complaint: 'жалоба\n' });
});

test.runIf(process.platform === 'linux')(
	'what never ends is stopped, and so is everything it has started',
	async () => {
		const told = join(folder, 'grandchild');
		const outcome = await run(
			`import { spawn } from 'node:child_process';
		import { writeFileSync } from 'node:fs';
		const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
		writeFileSync(${JSON.stringify(told)}, String(child.pid));
		for (;;);`,
			{ seconds: 1.5 }
		);
		expect(outcome).toEqual({ ended: 'slow' });
		const grandchild = Number(await readFile(told, 'utf8'));
		await expect.poll(() => alive(grandchild)).toBe(false);
	}
);

test('memory outside the heap is watched: buffers do not count there, but they fill the computer', async () => {
	const eating = 'const held = []; setInterval(() => held.push(Buffer.alloc(20e6, 1)), 5)';
	expect(await run(eating, { memory: 300 * MB })).toEqual({ ended: 'memory' });
});

test('a heap that is full is told as memory, not as a fault of the file', async () => {
	const eating = 'const held = []; for (;;) held.push({ text: "а".repeat(100) + held.length })';
	expect(await run(eating, {}, ['--max-old-space-size=32'])).toEqual({ ended: 'memory' });
});

test('a flood of words is stopped', async () => {
	const flooding =
		'const line = "а".repeat(65536); const pour = () => { while (process.stdout.write(line)); }; process.stdout.on("drain", pour); pour()';
	expect(await run(flooding)).toEqual({ ended: 'output' });
});

test('nothing of our environment is handed over', async () => {
	process.env.DATABASE_PASSWORD_FOR_TEST = 'тайна';
	const outcome = await run('console.log(JSON.stringify(process.env))');
	expect(outcome).toMatchObject({ ended: 'itself', output: expect.not.stringContaining('тайна') });
	delete process.env.DATABASE_PASSWORD_FOR_TEST;
});

test('a program that is not there is told, not thrown', async () => {
	expect(await runLimited(join(folder, 'absent'), [], folder, roomy)).toEqual({ ended: 'unavailable' });
});

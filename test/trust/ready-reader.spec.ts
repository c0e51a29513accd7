import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { home } from '../../src/home';

/** The program of a school, in a folder of its own, its packages shared with us. */
let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'nastavnik-ready-'));
	for (const part of ['bin', 'src', 'db', 'package.json', 'package-lock.json', 'tsconfig.json'])
		await cp(join(home, part), join(folder, part), { recursive: true });
	await symlink(join(home, 'node_modules'), join(folder, 'node_modules'));
	await writeFile(
		join(folder, 'plan.txt'),
		'План наставничества\n\n№\tМероприятие\tОтветственный\n1\tСобрать команду\tГромова В.С.\n2\tПодвести итоги\tГромова В.С.\n'
	);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const blob = () => join(folder, 'dist/reader.blob');
const tool = (args: string[], env: Record<string, string> = {}) => {
	const { NODE_OPTIONS: _, ...mine } = process.env;
	return spawnSync(join(folder, 'bin/nastavnik'), args, { encoding: 'utf8', env: { ...mine, ...env } });
};
const parse = (...more: string[]) => tool(['roadmap', 'parse', join(folder, 'plan.txt'), ...more]);
const at = (time: string) => utimes(blob(), new Date(time), new Date(time));

test('the reader that lies ready says what the reader made anew says, and a change of the program is never missed', async () => {
	const first = parse('--json');
	expect(first.status, first.stderr).toBe(0);
	expect(JSON.parse(first.stdout).activities).toHaveLength(2);
	expect(existsSync(blob()), 'it is kept once a file was read').toBe(true);
	expect(parse('--json').stdout).toBe(first.stdout);
	expect(parse().stdout).toContain('Период не указан');

	const cli = join(folder, 'src/modules/roadmap/cli.ts');
	await writeFile(cli, (await readFile(cli, 'utf8')).replace('Период не указан', 'Период не назван'));
	await at('2100-01-01');
	expect(parse().stdout, 'younger than any source, it is what answers').toContain('Период не указан');
	await at('2020-01-01');
	expect(parse().stdout, 'a changed source is seen').toContain('Период не назван');
	await at('2100-01-01');
	expect(parse().stdout, 'and it was made anew').toContain('Период не назван');

	await rm(blob());
	expect(parse().stdout).toContain('Период не назван');
	expect(existsSync(blob()), 'taken away, it is made again').toBe(true);
});

test('it answers a file that is none with the sentence and the code of always, and other settings of Node with a reader made anew', () => {
	const missing = tool(['roadmap', 'parse', join(folder, 'нет.docx')]);
	expect([missing.status, missing.stderr]).toEqual([2, 'Такого файла нет. Проверьте имя.\n']);
	expect(tool(['roadmap', 'parse']).status).toBe(1);
	const other = tool(['roadmap', 'parse', join(folder, 'plan.txt')], { NODE_OPTIONS: '--stack-trace-limit=5' });
	expect(other.stdout).toContain('Собрать команду');
	expect(tool(['help']).stdout).toContain('roadmap parse');
});

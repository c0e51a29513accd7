import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { home } from '../../home';

const folder = mkdtempSync(join(tmpdir(), 'nastavnik-match-'));
afterAll(() => rmSync(folder, { recursive: true }));

const nastavnik = (args: string[], input = '') =>
	spawnSync(join(home, 'bin/nastavnik'), args, { input, encoding: 'utf8', maxBuffer: 1 << 26 });

const school = JSON.stringify({
	mentors: [{ id: 'Анна', capacity: 1 }],
	mentees: [
		{ id: 'Иванов', priority: 1, needs: 1 },
		{ id: 'Петров', priority: 1, needs: 2 }
	],
	candidates: [
		[0, 0, 500],
		[1, 0, 900]
	],
	locked: []
});

test('a file or the standard input is matched; what cannot be understood is one sentence', () => {
	const path = join(folder, 'school.json');
	writeFileSync(path, school);
	const fromFile = nastavnik(['match', path, '--json']);
	expect(fromFile.stderr).toBe('');
	expect(JSON.parse(fromFile.stdout)).toMatchObject({
		pairs: [[0, 0]],
		score: 500,
		verified: true,
		unmatched: [{ mentee: 1, got: 0, needs: 2, kind: 'shortage', wouldUnlock: [{ kind: 'place', mentor: 0 }] }]
	});
	expect(nastavnik(['match', '-', '--json'], school)).toMatchObject({ status: 0, stdout: fromFile.stdout });
	expect(nastavnik(['match', '-', '--json'], '{"mentors":5}')).toMatchObject({
		status: 2,
		stdout: '',
		stderr: 'В файле нет части «candidates»: кто кому подходит.\n'
	});
	expect(nastavnik(['match', join(folder, 'none.json')])).toMatchObject({ status: 2, stdout: '' });
	expect(nastavnik(['match'])).toMatchObject({
		status: 1,
		stderr: expect.stringContaining('nastavnik match ФАЙЛ --json')
	});
});

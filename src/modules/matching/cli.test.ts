import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { home } from '../../home';
import { random } from './rules/fixtures/small-schools';

const folder = mkdtempSync(join(tmpdir(), 'nastavnik-match-'));
afterAll(() => rmSync(folder, { recursive: true }));

const nastavnik = (args: string[], input = '') =>
	spawnSync(join(home, 'bin/nastavnik'), args, { input, encoding: 'utf8', maxBuffer: 1 << 26 });

/** Districts that know nothing of one another, so many candidates that threads are worth it. */
function region(): string {
	const next = random(11);
	const rows: [number, number, number][] = [];
	for (let i = 0; i < 4000; i++)
		for (let at = 0; at < 20; at++)
			rows.push([i, Math.floor(i / 500) * 200 + ((i * 7 + at * 9) % 200), Math.floor(next() * 1001)]);
	return JSON.stringify({
		mentors: Array.from({ length: 1600 }, (_, j) => ({ id: `н${j}`, capacity: 2 })),
		mentees: Array.from({ length: 4000 }, (_, i) => ({ id: `м${i}`, priority: 1, needs: 1 })),
		candidates: rows,
		locked: [[0, 0]]
	});
}

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

test('somebody in two roles is matched from JSON alone', () => {
	const path = join(folder, 'roles.json');
	writeFileSync(
		path,
		JSON.stringify({
			mentors: [{ id: 'Анна', capacity: 2 }],
			mentees: [{ id: 'Иванов', priority: 1, needs: 2, roles: ['предметный', 'методический'] }],
			candidates: [],
			roleCandidates: [
				[0, 0, 500, 0],
				[0, 0, 900, 1]
			]
		})
	);
	const asked = nastavnik(['match', path, '--json']);
	expect(JSON.parse(asked.stdout)).toMatchObject({ pairs: [[0, 0, 1]], unmatched: [{ byRole: [{ role: 0 }] }] });
	expect(nastavnik(['match', path, '--as-binary', join(folder, 'roles.bin')])).toMatchObject({
		status: 2,
		stderr: 'Роли пишутся только в JSON: в двоичном виде для них нет места.\n'
	});
});

test('a region is matched in threads; rewritten in the binary form it has the same answer; half of it is refused', () => {
	const [json, binary] = [join(folder, 'region.json'), join(folder, 'region.bin')];
	writeFileSync(json, region());
	const asked = nastavnik(['match', json, '--json']);
	expect(asked.stderr).toBe('');
	const answer = JSON.parse(asked.stdout);
	expect(answer).toMatchObject({ verified: true, score: expect.any(Number) });
	expect(answer.pairs).toHaveLength(3200);
	expect(answer.pairs).toContainEqual([0, 0]);
	expect(answer.unmatched).toHaveLength(800);
	expect(answer.unmatched[0].shortage.rivals.length).toBeGreaterThan(0);
	expect(nastavnik(['match', json, '--as-binary', binary])).toMatchObject({ status: 0, stdout: '', stderr: '' });
	const fromBinary = nastavnik(['match', binary, '--json']);
	expect(JSON.parse(fromBinary.stdout)).toEqual(answer);
	const piped = spawnSync(join(home, 'bin/nastavnik'), ['match', '-', '--json'], {
		input: readFileSync(binary),
		maxBuffer: 1 << 26
	});
	expect(JSON.parse(piped.stdout.toString())).toEqual(answer);
	const half = Math.floor(readFileSync(binary).length / 2);
	truncateSync(binary, half);
	expect(nastavnik(['match', binary, '--json'])).toMatchObject({
		status: 2,
		stdout: '',
		stderr: expect.stringMatching(/^Файл обрывается в кандидатах, после № 0\. Получите его ещё раз\.\n$/)
	});
	expect(nastavnik(['match', json, '--as-binary', join(folder, 'no', 'such')])).toMatchObject({
		status: 1,
		stderr: expect.stringContaining('не удалось записать')
	});
	expect(nastavnik(['match', json, '--as-binary'])).toMatchObject({
		status: 1,
		stderr: expect.stringContaining('Укажите файл')
	});
});

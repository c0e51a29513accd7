import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readInChild } from './read-in-child';

test('a crowd of heavy tables does not fill the computer: the fifth is asked to come again, and is then read', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'nastavnik-slow-reader-'));
	try {
		const cli = join(folder, 'cli.cjs');
		await writeFile(cli, 'setTimeout(() => process.stdout.write(\'[[["Белова"]]]\'), 500);');
		const read = () => readInChild(new Uint8Array([1]), cli);
		const four = [read(), read(), read(), read()];
		await expect(read()).rejects.toThrow('Подождите минуту');
		expect(await Promise.all(four)).toEqual(Array(4).fill([[['Белова']]]));
		expect(await read()).toEqual([[['Белова']]]);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
});

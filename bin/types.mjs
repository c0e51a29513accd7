// Writes src/db/types.ts from the migrations: the test that compares them does it, told to update.
import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('..', import.meta.url));
const programs = join(home, 'node_modules', '.bin');
const { status } = spawnSync('vitest', ['run', '--update', '--project', 'routes', 'src/db/types.test.ts'], {
	cwd: home,
	stdio: 'inherit',
	shell: process.platform === 'win32',
	env: { ...process.env, CI: '', PATH: `${programs}${delimiter}${process.env.PATH}` }
});
process.exit(status ?? 1);

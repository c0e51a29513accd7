// Keeps the reader of roadmaps as it lies in memory once it has read: `roadmap parse` then starts with it instead of making it anew (docs/decisions/0071).
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { join, sep } from 'node:path';
import { home } from './home.mjs';
import { looksOf, remembered } from './remembered.mjs';

const dist = join(home, 'dist');
const blob = join(dist, 'reader.blob');

/** Only the Node that came with the packages is sure to be the one that bin/nastavnik starts. */
export const isSettled = (node) =>
	node === process.execPath && node.startsWith(realpathSync(join(home, 'node_modules')) + sep);

/**
 * Makes it for the build in `folder`, once; where that cannot be done, the tool goes on without. `since`: when the sources were
 * looked at; what changes later is seen by its time.
 */
export function keepReader(folder, since) {
	const looks = `${folder} ${looksOf(['bin/ready-reader.mjs', 'package-lock.json'])} ${process.version}`;
	try {
		if (remembered('reader', looks, () => (make(since) ? 'made' : 'in vain')) !== 'made') return;
		if (existsSync(blob)) utimesSync(blob, since, since);
		else make(since);
	} catch {}
}

/** What it reads to warm up: the plans that the engine's own tests are made of, in the formats there are. */
const contents = `
import { startupSnapshot } from 'node:v8';
import { roadmapCommands } from './src/modules/roadmap/cli';
import { fixtures } from './src/modules/roadmap/engine/fixtures/all';
import { renderings } from './src/modules/roadmap/engine/fixtures/render';
import { readRoadmap } from './src/modules/roadmap/readers/read-roadmap';

const files = Object.values(fixtures).slice(0, 3).flatMap((fixture) => Object.values(renderings).map((render) => render(fixture)));
Promise.all(files.map(({ bytes, name }) => readRoadmap(bytes, name)));
startupSnapshot.setDeserializeMainFunction(async () => {
	process.stdout.on('error', (error) => {
		if (error.code !== 'EPIPE') throw error;
		process.exit(0);
	});
	process.exitCode = await roadmapCommands.parse(process.argv.slice(3));
});
`;

function make(since) {
	const [program, half] = [`${blob}.${process.pid}.cjs`, `${blob}.${process.pid}`];
	try {
		// Here rather than above: the packages may be younger than this file.
		const { buildSync } = process.getBuiltinModule('module').createRequire(import.meta.url)('esbuild');
		buildSync({
			absWorkingDir: home,
			stdin: { contents, resolveDir: home, loader: 'ts' },
			bundle: true,
			platform: 'node',
			target: 'node24',
			format: 'cjs',
			minify: true,
			charset: 'utf8',
			define: { 'import.meta.url': '__filename' },
			outfile: program,
			logLevel: 'silent'
		});
		const { status } = spawnSync(process.execPath, ['--snapshot-blob', half, '--build-snapshot', program], {
			stdio: 'ignore'
		});
		if (status !== 0) return false;
		utimesSync(half, since, since); // before it is in its place: nobody finds it younger than what it is made of
		renameSync(half, blob);
		return true;
	} finally {
		for (const path of [program, half]) rmSync(path, { force: true });
	}
}

// Installs, builds, then hands over to a part of the built program under Node 24. For Node 20, without dependencies.
import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import * as nodeModules from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { findNode, install } from './install.mjs';
import { isSettled, keepReader } from './ready-reader.mjs';

/** Runs dist/…/`part` with `args` to its end and answers with its exit code, if it is known here. A signal is passed on; the part ends in its own time. */
export async function run(part, args) {
	try {
		await install();
		const since = new Date();
		const [node, folder] = [findNode(), await build()];
		const file = join(folder, part);
		const reads = part === 'cli.js' && args[0] === 'roadmap' && args[1] === 'parse';
		if (reads && isSettled(node)) process.once('beforeExit', () => keepReader(folder, since));
		// The tool needs no second process where this one will do: it answers a fifth sooner. It sets the exit code itself.
		if (part === 'cli.js' && node === process.execPath && isLight(args)) return void (await here(file));
		return await become(node, file, args);
	} catch (error) {
		console.error(error.message);
		return 1;
	}
}

/** Whether no file named is of a size at which the heap needs the flags below. */
const lightBytes = 1 << 20;
const isLight = (args) => args.every((path) => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) <= lightBytes);

/** What Node compiles is kept beside the build and found the next time. */
async function here(file) {
	nodeModules.enableCompileCache(join(dirname(file), 'compiled'));
	await import(pathToFileURL(file).href);
}

function become(node, file, args) {
	return new Promise((resolve, reject) => {
		// The channel tells the child when we are gone, be it by kill -9.
		const child = spawn(node, ['--enable-source-maps', ...heapOf(file), file, ...args], {
			stdio: ['inherit', 'inherit', 'inherit', 'ipc']
		});
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
		const orphaned = watchParent(() => child.kill('SIGTERM'));
		child.on('error', reject);
		child.on('exit', (code, signal) => {
			clearInterval(orphaned);
			resolve(code ?? (signal ? 1 : 0));
		});
	});
}

/** The tool reads files of any size: a young heap of a few megabytes takes a third off its memory and nothing off its speed. */
const heapOf = (file) => (file.endsWith('cli.js') ? ['--max-semi-space-size=8'] : []);

/** npm runs us under a shell, which dies of a signal without a word to us: then our parent is suddenly another. */
function watchParent(gone) {
	const parent = process.ppid;
	return process.env.npm_lifecycle_event && setInterval(() => process.ppid !== parent && gone(), 300);
}

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type Accident, type Fuzzed, fuzz, inventedFiles } from './fuzz/run';

/**
 * `fuzz.ts [files] [folder] [first]`: reads mutated files in a thread of its own and watches it; `folder` may hold documents of
 * other formats (.pdf, .doc) to mutate too, `first` is the number to begin with. Ends with 1 on any crash, hang or leak.
 */
const hang = 180_000; // on the clock, beside whatever else a machine does

if (isMainThread) {
	const [count = '100000', folder = '', first = '0'] = process.argv.slice(2);
	const home = await mkdtemp(join(tmpdir(), 'nastavnik-fuzz-'));
	const canary = { path: join(home, 'canary'), secret: `secret-${process.pid}-of-another-file` };
	await writeFile(canary.path, canary.secret);
	let last = { number: 0, at: Date.now() };
	const worker = new Worker(new URL(import.meta.url), {
		workerData: { first: Number(first), count: Number(count), folder, canary },
		resourceLimits: { maxOldGenerationSizeMb: 512 }
	});
	const watch = setInterval(() => {
		if (Date.now() - last.at < hang) return;
		console.error(`hangs on number ${last.number}`);
		process.exit(1);
	}, 1000);
	worker.on('message', (message: number | Fuzzed) => {
		if (typeof message === 'number') {
			if (Math.floor(message / 5_000) > Math.floor(last.number / 5_000)) console.log(`${message} read`);
			last = { number: message, at: Date.now() };
		} else report(message);
	});
	worker.on('error', (error) => {
		console.error(`died on number ${last.number}: ${error.message}`);
		process.exitCode = 1;
	});
	worker.on('exit', async () => {
		clearInterval(watch);
		await rm(home, { recursive: true, force: true });
	});
} else {
	const { first, count, folder, canary } = workerData as {
		first: number;
		count: number;
		folder: string;
		canary: { path: string; secret: string };
	};
	const more = folder
		? await Promise.all(
				(await readdir(folder)).map(async (name) => ({
					name,
					bytes: new Uint8Array(await readFile(join(folder, name)))
				}))
			)
		: [];
	parentPort?.postMessage(
		await fuzz(first, first + count, {
			canary,
			files: [...inventedFiles(), ...more],
			beat: (number) => number % 20 === 0 && parentPort?.postMessage(number)
		})
	);
}

function report({ files, understood, refused, slowest, accidents }: Fuzzed) {
	console.log(
		`${files} files: ${understood} understood, ${refused} refused with a sentence, slowest ${Math.round(slowest)} ms, ${accidents.length} accidents`
	);
	const kinds = Map.groupBy(accidents, ({ what }: Accident) => what.split('\n').slice(0, 2).join(' '));
	for (const [what, same] of kinds)
		console.log(`${same.length} × ${what} (number ${same[0]?.number}, ${same[0]?.file})`);
	process.exitCode = accidents.length ? 1 : 0;
}

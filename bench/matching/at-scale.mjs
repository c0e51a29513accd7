// The matching of a country, ours alone and certified, lists of candidates made from what people are:
//   node bench/matching/at-scale.mjs [--sizes 20000,100000] [--places 0.9,1.2] [--threads 1,2] [--long] [--priced]
// --long adds 1,000,000 mentees. --priced: short lists and prices beside all pairs, at the first size. One process makes the
// lists and writes them down in the binary form; others, with the flags of the command-line tool, read and match them: the
// time of a matching is from opening the file to the verified answer. Peak memory is of a whole process, threads too. One
// thread and two must have the same pairs, and every answer has been verified over all candidates; else the run fails.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { findNode } from '../../bin/install.mjs';
import { countryOf } from './people.mjs';

const home = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const option = (name, otherwise) => {
	const at = process.argv.indexOf(`--${name}`);
	return at < 0 ? otherwise : process.argv[at + 1].split(',').map(Number);
};
if (Number(process.versions.node.split('.')[0]) < 24) {
	const { status } = spawnSync(findNode(), process.argv.slice(1), { stdio: 'inherit' });
	process.exit(status ?? 1);
}

const seed = 20261127;
const sizes = [...option('sizes', [20_000, 100_000]), ...(process.argv.includes('--long') ? [1_000_000] : [])];
const places = option('places', [0.9, 1.2]);
const threadCounts = option('threads', [1, 2]);
const one = process.argv.indexOf('--one');
const steps = { lists: makeLists, match: matchFile, priced: matchPriced };
if (one > 0) await measureOne(...process.argv.slice(one + 1));
else await measureAll();

/** One step in a process of its own; as JSON. */
async function measureOne(step, folder, file, size, share, count) {
	const us = await import(pathToFileURL(join(folder, 'us.js')));
	const said = await steps[step](us, { folder, file, size: Number(size), share: Number(share), count: Number(count) });
	console.log(JSON.stringify({ ...said, memory: process.resourceUsage().maxRSS / 1024 }));
}

async function makeLists(us, { file, size, share }) {
	const { crowd, mentees, mentors } = countryOf(size, share, seed);
	const began = performance.now();
	const pairs = us.pairsOf(crowd);
	const candidates = us.candidatesOfAll(pairs);
	const time = performance.now() - began;
	await pipeline(Readable.from(us.toBinary({ mentees, mentors, candidates })), createWriteStream(file));
	return { candidates: candidates.score.length, looked: pairs.looked(), time };
}

async function matchFile(us, { folder, file, count }) {
	const delay = monitorEventLoopDelay({ resolution: 5 });
	delay.enable();
	const from = performance.now();
	const cpu = process.cpuUsage();
	const program = join(folder, 'workers/matching.js');
	const answer = await us.solveFileAside(file, { threads: count, fully: false, program });
	const time = performance.now() - from;
	const { user, system } = process.cpuUsage(cpu);
	delay.disable();
	if (!answer.ok) throw new Error(answer.message);
	const { pairs, score } = answer.solved;
	return {
		time,
		work: (user + system) / 1000,
		wait: delay.max / 1e6,
		pairs: pairs.length / 2,
		score,
		hash: hashOf(pairs)
	};
}

async function matchPriced(us, { size, share, count }) {
	const { crowd, mentees, mentors } = countryOf(size, share, seed);
	const start = performance.now();
	const { begun, added, candidates, matching } = us.solvePriced({ mentees, mentors }, us.pairsOf(crowd), count);
	const time = performance.now() - start;
	return {
		time,
		begun,
		added,
		candidates: candidates.score.length,
		hash: hashOf(Int32Array.from(matching.pairs.flat()))
	};
}

function hashOf(pairs) {
	return createHash('sha256').update(pairs).digest('hex').slice(0, 12);
}

async function measureAll() {
	const folder = mkdtempSync(join(tmpdir(), 'nastavnik-at-scale-'));
	let failed = false;
	try {
		await bundle(folder);
		console.log(
			`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}; load ${loadavg()[0].toFixed(1)}`
		);
		console.log(
			'\n| mentees × places | candidates | lists, ms | ns a pair looked at | memory, MB | threads | matching and proof, ms | work of all cores, ms | longest wait of others, ms | memory, MB | without a mentor |'
		);
		console.log('|---|---|---|---|---|---|---|---|---|---|---|');
		for (const size of sizes) for (const share of places) failed = !measureCountry(folder, size, share) || failed;
		if (process.argv.includes('--priced')) failed = !measurePriced(folder) || failed;
		console.log(`\nload at the end ${loadavg()[0].toFixed(1)}`);
	} finally {
		rmSync(folder, { recursive: true });
	}
	process.exitCode = failed ? 1 : 0;
}

function measureCountry(folder, size, share) {
	const file = join(folder, 'country.bin');
	const lists = run('lists', folder, file, size, share, 0);
	const hashes = new Set();
	for (const threads of threadCounts) {
		const said = run('match', folder, file, size, share, threads);
		hashes.add(said.hash);
		const cells = [
			`${size} × ${share}`,
			lists.candidates,
			lists.time.toFixed(0),
			((lists.time * 1e6) / lists.looked).toFixed(0),
			lists.memory.toFixed(0),
			threads,
			...[said.time, said.work, said.wait, said.memory].map((value) => value.toFixed(0)),
			size - said.pairs
		];
		console.log(`| ${cells.join(' | ')} |`);
	}
	if (hashes.size !== 1) console.log('✗ other pairs with another number of threads');
	return hashes.size === 1;
}

function measurePriced(folder) {
	const file = join(folder, 'country.bin');
	const { candidates } = run('lists', folder, file, sizes[0], places[0], 0);
	const whole = run('match', folder, file, sizes[0], places[0], 1);
	let same = true;
	console.log(
		'\n| short lists of | pairs reckoned with | of | begun | added singly | ms | same pairs |\n|---|---|---|---|---|---|---|'
	);
	for (const most of [5, 10, 20]) {
		const priced = run('priced', folder, file, sizes[0], places[0], most);
		const equal = priced.hash === whole.hash;
		console.log(
			`| ${most} | ${priced.candidates} | ${candidates} | ${priced.begun} | ${priced.added} | ${priced.time.toFixed(0)} | ${equal ? 'yes' : '✗'} |`
		);
		same &&= equal;
	}
	return same;
}

function run(...args) {
	const program = ['--max-semi-space-size=8', fileURLToPath(import.meta.url), '--one', ...args.map(String)];
	return JSON.parse(execFileSync(process.execPath, program, { encoding: 'utf8', maxBuffer: 1 << 26 }));
}

async function bundle(outdir) {
	const rules = './src/modules/matching/rules';
	const common = { bundle: true, format: 'esm', platform: 'node', logLevel: 'error', absWorkingDir: home };
	await build({
		...common,
		stdin: {
			contents: `export { candidatesOfAll, pairsOf } from '${rules}/candidates/blocks';
				export { solvePriced } from '${rules}/pricing/solve-priced';
				export { solveFileAside } from './src/modules/matching/jobs/solve-aside';
				export { toBinary } from './src/modules/matching/readers/binary-form';`,
			resolveDir: home,
			loader: 'ts'
		},
		outfile: join(outdir, 'us.js')
	});
	await build({
		...common,
		entryPoints: ['src/modules/matching/worker.ts'],
		outfile: join(outdir, 'workers/matching.js')
	});
}

// The matching of a country, ours alone and certified, lists of candidates made from what people are:
//   node bench/matching/at-scale.mjs [--sizes 20000,100000] [--places 0.9,1.2] [--threads 1,2] [--long] [--priced]
// --long adds 1,000,000 mentees. --priced: short lists and prices beside all pairs, at the first size. Each line is a process
// of its own (with the flags of the command-line tool): its peak memory is that of everything, threads too. One thread and two must have the same pairs, and every
// answer has been verified over all candidates before it is told; else the run fails.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
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
if (one > 0) await measureOne(process.argv[one + 1], ...process.argv.slice(one + 2).map(Number));
else await measureAll();

/** Lists, matching and proof of one country, in a process of its own; as JSON. */
async function measureOne(folder, size, share, threads, priced) {
	const us = await import(pathToFileURL(join(folder, 'us.js')));
	const { crowd, mentees, mentors } = countryOf(size, share, seed);
	const began = performance.now();
	const pairs = us.pairsOf(crowd);
	const candidates = us.candidatesOfAll(pairs);
	const lists = performance.now() - began;
	const delay = monitorEventLoopDelay({ resolution: 5 });
	delay.enable();
	let parcels = 0;
	const from = performance.now();
	const cpu = process.cpuUsage();
	const answer = await us.solveAside(
		{ mentees, mentors, candidates },
		{
			threads,
			fully: false,
			program: join(folder, 'workers/matching.js'),
			onProgress: ({ ofParcels }) => {
				parcels = ofParcels;
			}
		}
	);
	const solve = performance.now() - from;
	delay.disable();
	const { user, system } = process.cpuUsage(cpu);
	if (!answer.ok) throw new Error(answer.message);
	const said = {
		mentors: mentors.length,
		candidates: candidates.score.length,
		looked: pairs.looked(),
		lists,
		solve,
		work: (user + system) / 1000,
		parcels,
		stall: delay.max / 1e6,
		pairs: answer.solved.pairs.length / 2,
		score: answer.solved.score,
		hash: createHash('sha256').update(answer.solved.pairs).digest('hex').slice(0, 12),
		memory: process.resourceUsage().maxRSS / 1024
	};
	if (priced) {
		const start = performance.now();
		const found = us.solvePriced({ mentees, mentors }, us.pairsOf(crowd), priced);
		said.priced = { time: performance.now() - start, begun: found.begun, added: found.added };
		said.priced.candidates = found.candidates.score.length;
		said.priced.same = createHash('sha256')
			.update(Int32Array.from(found.matching.pairs.flat()))
			.digest('hex')
			.startsWith(said.hash);
	}
	console.log(JSON.stringify(said));
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
			'\n| mentees × places | candidates | lists, ms | ns a pair looked at | threads | matching and proof, ms | work of all cores, ms | longest wait of others, ms | without a mentor | memory, MB |'
		);
		console.log('|---|---|---|---|---|---|---|---|---|---|');
		for (const size of sizes)
			for (const share of places) {
				const hashes = new Set();
				for (const threads of threadCounts) {
					const said = JSON.parse(run(folder, size, share, threads, 0));
					hashes.add(said.hash);
					console.log(
						`| ${size} × ${share} | ${said.candidates} | ${said.lists.toFixed(0)} | ${((said.lists * 1e6) / said.looked).toFixed(0)} | ${threads} | ${said.solve.toFixed(0)} | ${said.work.toFixed(0)} | ${said.stall.toFixed(0)} | ${size - said.pairs} | ${said.memory.toFixed(0)} |`
					);
				}
				if (hashes.size !== 1) {
					failed = true;
					console.log('✗ other pairs with another number of threads');
				}
			}
		if (process.argv.includes('--priced')) failed = !measurePriced(folder) || failed;
		console.log(`\nload at the end ${loadavg()[0].toFixed(1)}`);
	} finally {
		rmSync(folder, { recursive: true });
	}
	process.exitCode = failed ? 1 : 0;
}

function measurePriced(folder) {
	let same = true;
	console.log(
		'\n| short lists of | pairs reckoned with | of | begun | added singly | ms | same pairs |\n|---|---|---|---|---|---|---|'
	);
	for (const most of [5, 10, 20]) {
		const { priced, candidates } = JSON.parse(run(folder, sizes[0], places[0], 1, most));
		console.log(
			`| ${most} | ${priced.candidates} | ${candidates} | ${priced.begun} | ${priced.added} | ${priced.time.toFixed(0)} | ${priced.same ? 'yes' : '✗'} |`
		);
		same &&= priced.same;
	}
	return same;
}

function run(folder, ...args) {
	const program = ['--max-semi-space-size=8', fileURLToPath(import.meta.url), '--one', folder, ...args.map(String)];
	return execFileSync(process.execPath, program, { encoding: 'utf8', maxBuffer: 1 << 26 });
}

async function bundle(outdir) {
	const rules = './src/modules/matching/rules';
	const common = { bundle: true, format: 'esm', platform: 'node', logLevel: 'error', absWorkingDir: home };
	await build({
		...common,
		stdin: {
			contents: `export { candidatesOfAll, pairsOf } from '${rules}/candidates/blocks';
				export { solvePriced } from '${rules}/pricing/solve-priced';
				export { solveAside } from './src/modules/matching/jobs/solve-aside';`,
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

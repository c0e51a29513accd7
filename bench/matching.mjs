// The best matching beside its peers, same instances, one run:
//   node bench/matching.mjs [--sizes 30,1000,20000] [--families realistic,uniform] [--places 0.9,1.2] [--no-peers] [--long]
// Peers: LEMON (C++, network simplex and cost scaling, -O3) where g++ and liblemon-dev are there, scipy where it is there.
// --long adds 100,000 with peers and 1,000,000 of ours alone. Equal objectives come first: without them
// the run fails. Edge visits per candidate and solve / verify do not depend on the load of the machine: they are gated.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { findNode } from '../bin/install.mjs';
import { generators } from './matching/generators.mjs';

const home = dirname(dirname(fileURLToPath(import.meta.url)));
const option = (name, otherwise) => {
	const at = process.argv.indexOf(`--${name}`);
	return at < 0 ? otherwise : process.argv[at + 1].split(',');
};
if (Number(process.versions.node.split('.')[0]) < 24) {
	const { status } = spawnSync(findNode(), process.argv.slice(1), { stdio: 'inherit' });
	process.exit(status ?? 1);
}

const seed = 20261127;
const long = process.argv.includes('--long');
const withPeers = !process.argv.includes('--no-peers');
const sizes = [...option('sizes', ['30', '1000', '20000']).map(Number), ...(long ? [100_000, 1_000_000] : [])];
const families = option('families', ['realistic', 'uniform']);
const hard = option('hard', ['exact', 'distances', 'oneRank', 'scarce', 'window', 'groups', 'queues', 'ties']);
const places = option('places', ['0.9', '1.0', '1.2']).map(Number);
const mostForPeers = long ? 100_000 : 20_000;
/** Edge visits per candidate that may not be passed: they tell the algorithm, not the machine. */
const mostVisits = { realistic: 40, uniform: 45 };

const one = process.argv.indexOf('--one');
if (one > 0) await measureOne(...process.argv.slice(one + 1));
else await measureAll();

/** One instance of ours, in a process of its own: first call, median, memory, counters; as JSON. */
async function measureOne(bundle, family, size, share) {
	const us = await import(pathToFileURL(bundle));
	const input = generators[family](Number(size), Number(share), seed);
	const began = performance.now();
	const compiled = us.compile(input);
	if (!compiled.ok) throw new Error(compiled.message);
	const compileTime = performance.now() - began;
	const times = [];
	let market;
	for (let time = 0; time < (size > 200_000 ? 1 : 8); time++) {
		const from = performance.now();
		market = us.solve(compiled.problem);
		times.push(performance.now() - from);
	}
	const matching = us.matchingOf(market);
	const checked = us.verify(input, matching);
	const verifyTimes = Array.from({ length: size > 200_000 ? 1 : 5 }, () => {
		const from = performance.now();
		us.verify(input, matching);
		return performance.now() - from;
	});
	const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
	const said = {
		ok: checked.ok,
		where: checked.where,
		edges: input.candidates.score.length,
		compile: compileTime,
		first: times[0],
		median: median(times.length > 1 ? times.slice(1) : times),
		verify: median(verifyTimes),
		visits: market.search.visits / Math.max(1, input.candidates.score.length),
		objective: market.totals[0] - market.totals[1],
		memory: process.resourceUsage().maxRSS / 1024
	};
	console.log(JSON.stringify(said));
}

async function measureAll() {
	const folder = mkdtempSync(join(tmpdir(), 'nastavnik-matching-'));
	let failed = false;
	try {
		const bundle = join(folder, 'us.mjs');
		await build({
			stdin: {
				contents: `export { compile } from './src/modules/matching/rules/problem';
					export { matchingOf, solve } from './src/modules/matching/rules/result';
					export { verify } from './src/modules/matching/rules/verify';`,
				resolveDir: home,
				loader: 'ts'
			},
			bundle: true,
			format: 'esm',
			platform: 'node',
			outfile: bundle,
			logLevel: 'error'
		});
		const peers = withPeers ? findPeers(folder) : [];
		console.log(
			`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}; peers: ${peers.map(({ name }) => name).join(', ') || 'none'}`
		);
		console.log(
			`\n| instance | candidates | first, ms | median, ms | verify, ms | solve / verify | visits / candidate | memory, MB |${peers.map(({ name }) => ` ${name}, ms | ours is faster |`).join('')}`
		);
		console.log(`|---|---|---|---|---|---|---|---|${peers.map(() => '---|---|').join('')}`);
		const middle = sizes.findLast((size) => size <= 20_000) ?? sizes[0];
		const list = [
			...families.flatMap((family) => sizes.flatMap((size) => places.map((share) => ({ family, size, share })))),
			...hard.map((family) => ({ family, size: Math.min(middle, long ? middle : 1000), share: 0.9 }))
		];
		for (const { family, size, share } of list) {
			const ours = JSON.parse(
				execFileSync(
					process.execPath,
					[fileURLToPath(import.meta.url), '--one', bundle, family, String(size), String(share)],
					{ encoding: 'utf8', maxBuffer: 1 << 26 }
				)
			);
			const wrong = [];
			if (!ours.ok) wrong.push(`not proved: ${ours.where}`);
			if (size >= 1000 && ours.visits > (mostVisits[family] ?? Number.POSITIVE_INFINITY)) wrong.push('too many visits');
			const cells =
				size > mostForPeers
					? peers.map(() => ' – | – |')
					: comparedWith(peers, { family, size, share, folder, ours, wrong });
			const number = (value, digits = 1) => value.toFixed(digits);
			console.log(
				`| ${family} ${size} × ${share} | ${ours.edges} | ${number(ours.first)} | ${number(ours.median, 2)} | ${number(ours.verify, 2)} | ${number(ours.median / ours.verify)} | ${number(ours.visits)} | ${number(ours.memory, 0)} |${cells.join('')}${wrong.length > 0 ? ` ✗ ${wrong.join('; ')}` : ''}`
			);
			failed ||= wrong.length > 0;
		}
	} finally {
		rmSync(folder, { recursive: true });
	}
	process.exitCode = failed ? 1 : 0;
}

function comparedWith(peers, { family, size, share, folder, ours, wrong }) {
	const file = join(folder, 'instance.bin');
	writeInstance(file, generators[family](size, share, seed));
	return peers.map(({ name, most, run }) => {
		if (size > most) return ' – | – |';
		const [time, objective] = run(file, size > 5000 ? 1 : 5)
			.trim()
			.split(' ')
			.map(Number);
		if (objective !== ours.objective) wrong.push(`${name} has ${objective}, ours ${ours.objective}`);
		return ` ${time.toFixed(1)} | ${(time / ours.median).toFixed(1)} × |`;
	});
}

/** The instance as peers read it: int64, see lemon.cpp. Queues weigh ranks of `person`, as in rules/problem.ts. */
function writeInstance(file, { mentees, mentors, candidates }) {
	const units =
		Math.min(
			mentees.length,
			mentors.reduce((sum, { capacity }) => sum + capacity, 0)
		) + 256;
	const person = 1000 * units + 1;
	const ranks = [...new Set(mentees.map(({ priority }) => priority))].sort((a, b) => a - b);
	const numbers = new BigInt64Array(3 + mentees.length + mentors.length + 3 * candidates.score.length);
	let at = 0;
	const put = (value) => {
		numbers[at++] = BigInt(value);
	};
	for (const count of [mentees.length, mentors.length, candidates.score.length]) put(count);
	for (const { priority } of mentees) put((ranks.indexOf(priority) + 1) * person);
	for (const { capacity } of mentors) put(capacity);
	for (let e = 0; e < candidates.score.length; e++)
		for (const column of ['mentee', 'mentor', 'score']) put(candidates[column][e]);
	writeSync(openSync(file, 'w'), new Uint8Array(numbers.buffer));
}

function findPeers(folder) {
	const peers = [];
	const said = (program, args) => execFileSync(program, args, { encoding: 'utf8' });
	if (existsSync('/usr/include/lemon/network_simplex.h') && spawnSync('g++', ['--version']).status === 0) {
		const lemon = join(folder, 'lemon');
		execFileSync('g++', ['-O3', join(home, 'bench/matching/lemon.cpp'), '-o', lemon]);
		peers.push({
			name: 'LEMON network simplex',
			most: 1e6,
			run: (file, times) => said(lemon, ['ns', file, String(times)])
		});
		peers.push({
			name: 'LEMON cost scaling',
			most: 1e6,
			run: (file, times) => said(lemon, ['cs', file, String(times)])
		});
	}
	if (spawnSync('python3', ['-c', 'import scipy']).status === 0)
		peers.push({
			name: 'scipy',
			most: 20_000,
			run: (file, times) => said('python3', [join(home, 'bench/matching/scipy_peer.py'), file, String(times)])
		});
	return peers;
}

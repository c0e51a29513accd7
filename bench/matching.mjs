// The best matching beside its peers, same instances, one run; a table in Markdown:
//   node bench/matching.mjs [--sizes 30,1000,20000] [--families realistic,uniform] [--places 0.9,1.0,1.2] [--hard ties,…|none] [--hard-size 20000] [--no-peers] [--long]
// Peers: LEMON (C++, network simplex and cost scaling, -O3) where g++ and liblemon-dev are there, scipy where it is there,
// highs and min-cost-flow from npm up to 1,000. --long adds 100,000 with LEMON, hard families at 100,000 and 1,000,000 of
// ours alone (its lists and threads: at-scale.mjs). All times but «first» and «what if» are processor time: other programs
// count little, ratios of one run less. Equal objectives come first: without them, or without a proof, the run fails.
// Where a peer tells its pairs, those that differ are counted: at an equal objective each is part of a cycle that costs nothing.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { findNode } from '../bin/install.mjs';
import { generators } from './matching/generators.mjs';
import { findPeers, writeInstance } from './matching/peers.mjs';

const home = dirname(dirname(fileURLToPath(import.meta.url)));
const option = (name, otherwise) => {
	const at = process.argv.indexOf(`--${name}`);
	return (at < 0 ? otherwise : process.argv[at + 1]).split(',').filter((one) => one !== 'none');
};
if (Number(process.versions.node.split('.')[0]) < 24) {
	const { status } = spawnSync(findNode(), process.argv.slice(1), { stdio: 'inherit' });
	process.exit(status ?? 1);
}

const seed = 20261127;
const long = process.argv.includes('--long');
const withPeers = !process.argv.includes('--no-peers');
const sizes = option('sizes', long ? '30,1000,20000,100000,1000000' : '30,1000,20000').map(Number);
const families = option('families', 'realistic,uniform');
const hard = option('hard', 'exact,distances,oneRank,scarce,window,groups,queues,ties');
const hardSize = Number(option('hard-size', long ? '100000' : '1000')[0]);
const places = option('places', '0.9,1.0,1.2').map(Number);
const mostForPeers = long ? 100_000 : 20_000;

const folder = mkdtempSync(join(tmpdir(), 'nastavnik-matching-'));
try {
	process.exitCode = (await measureAll()) ? 0 : 1;
} finally {
	rmSync(folder, { recursive: true });
}

async function measureAll() {
	const bundle = join(folder, 'us.mjs');
	const names = {
		problem: 'compile',
		result: 'matchingOf, solve',
		verify: 'verify',
		'what-if': 'whatIf',
		edits: 'EditRefused'
	};
	await build({
		stdin: {
			contents: Object.entries(names)
				.map(([file, what]) => `export { ${what} } from './src/modules/matching/rules/${file}';`)
				.join('\n'),
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
		`${cpus()[0]?.model.trim()}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}, Node ${process.version}\n`
	);
	const columns = [
		'instance',
		'candidates',
		'first, ms',
		'solve, ms',
		'verify, ms',
		'solve : verify',
		'visits : candidate',
		'in order, ms',
		'memory, MB',
		'what if, µs: median / p99'
	];
	const heads = [...columns, ...peers.map(({ name }) => `${name}, ms (times ours)`)];
	console.log(`| ${heads.join(' | ')} |\n|${heads.map(() => '---|').join('')}`);
	const list = [
		...families.flatMap((family) => sizes.flatMap((size) => places.map((share) => ({ family, size, share })))),
		...hard.map((family) => ({ family, size: hardSize, share: 0.9 }))
	];
	return list.map((instance) => measure(bundle, peers, instance)).every(Boolean);
}

function measure(bundle, peers, { family, size, share }) {
	const args = [join(home, 'bench/matching/ours.mjs'), bundle, family, String(size), String(share), String(seed)];
	const ours = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 }));
	const wrong = ours.ok ? [] : [`not proved: ${ours.where}`];
	const file = join(folder, 'instance.bin');
	if (peers.length > 0 && size <= mostForPeers) writeInstance(file, generators[family](size, share, seed));
	const besides = peers.map(({ name, most, run }) => {
		if (size > Math.min(most, mostForPeers)) return '–';
		const { time, objective, pairs } = run(file, size > 5000 ? 1 : 5);
		if (objective !== ours.objective) wrong.push(`${name} has ${objective}, ours ${ours.objective}`);
		const differ = pairs && ours.pairs ? `, ${differing(pairs, ours.pairs)} pairs differ` : '';
		return `${time.toFixed(1)} (${(time / ours.solve).toFixed(1)}${differ})`;
	});
	const { whatIf } = ours;
	const cells = [
		`${family} ${size.toLocaleString('en')} × ${share}`,
		ours.edges.toLocaleString('en'),
		ours.first.toFixed(1),
		ours.solve.toFixed(2),
		ours.verify.toFixed(2),
		(ours.solve / ours.verify).toFixed(1),
		ours.visits.toFixed(1),
		ours.compile.toFixed(1),
		ours.memory.toFixed(0),
		whatIf ? `${whatIf.median.toFixed(0)} / ${whatIf.p99.toFixed(0)}` : '–',
		...besides
	];
	console.log(`| ${cells.join(' | ')} |${wrong.length > 0 ? ` ✗ ${wrong.join('; ')}` : ''}`);
	return wrong.length === 0;
}

function differing(theirs, ours) {
	const known = new Set(ours.map(([i, j]) => `${i} ${j}`));
	return theirs.filter(([i, j]) => !known.has(`${i} ${j}`)).length;
}

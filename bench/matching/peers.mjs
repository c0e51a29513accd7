// The peers that are on this machine, and the instance as a file for them.
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const said = (program, args) => execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
const twoNumbers = (text) => {
	const [time, objective] = text.trim().split(' ').map(Number);
	return { time, objective };
};

/** Each with the most mentees it is asked about. `run` answers with the time, the objective and, where they are told, the pairs. */
export function findPeers(folder) {
	const peers = [];
	if (existsSync('/usr/include/lemon/network_simplex.h') && spawnSync('g++', ['--version']).status === 0) {
		const lemon = join(folder, 'lemon');
		execFileSync('g++', ['-O3', join(here, 'lemon.cpp'), '-o', lemon]);
		const by = (kind) => (file, times) => twoNumbers(said(lemon, [kind, file, String(times)]));
		peers.push({ name: 'LEMON network simplex', most: 1e6, run: by('ns') });
		peers.push({ name: 'LEMON cost scaling', most: 1e6, run: by('cs') });
	}
	if (spawnSync('python3', ['-c', 'import scipy']).status === 0)
		peers.push({
			name: 'scipy',
			most: 20_000,
			run: (file, times) => twoNumbers(said('python3', [join(here, 'scipy_peer.py'), file, String(times)]))
		});
	for (const name of ['highs', 'min-cost-flow'])
		peers.push({
			name,
			most: 1000,
			run: (file, times) =>
				JSON.parse(said(process.execPath, [join(here, 'npm-peer.mjs'), name, file, String(Math.min(times, 3))]))
		});
	return peers;
}

/** int64, see lemon.cpp. Queues weigh ranks of `person`, as in rules/ranges.ts. */
export function writeInstance(path, { mentees, mentors, candidates }) {
	const places = mentors.reduce((sum, { capacity }) => sum + capacity, 0);
	const person = 1000 * (Math.min(mentees.length, places) + 256) + 1;
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
	const file = openSync(path, 'w');
	writeSync(file, new Uint8Array(numbers.buffer));
	closeSync(file);
}

import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readerHeap } from '../../src/modules/roadmap/jobs/reader';
import type { HostileFile } from './hostile/make';
import { hostileFiles } from './hostile-files';

/**
 * `hostile.ts CLI [words]`: every hostile file (or those whose description has the words) read by the built command line in
 * a process limited as the server limits it; prints time on the clock, processor time, memory and the answer of each. Ends with 1
 * when one takes over 10 s (the less of the two: a busy machine stretches the clock, threads side by side the processor's time) or
 * 512 MB, or answers with anything but the right result or one Russian sentence and exit code 2.
 */
const most = { seconds: 10, megabytes: 512 };
const ticks = 100; // of processor time, a second
const cli = resolve(process.argv[2] ?? 'dist/cli.js');
const words = process.argv[3] ?? '';
const folder = await mkdtemp(join(tmpdir(), 'nastavnik-hostile-'));
try {
	for (const { what, name, bytes, ends } of hostileFiles()) {
		if (!what.includes(words)) continue;
		const path = join(folder, name);
		await writeFile(path, bytes);
		const { seconds, processor, megabytes, code, out, err } = await read(name);
		const sentence = err.trim();
		const activities = code === 0 ? activitiesIn(out) : null;
		const told = activities === null ? `exit ${code}: ${sentence.split('\n')[0]}` : `${activities} activities`;
		const right = activities === null ? code === 2 && /^[А-ЯЁ«][^\n]{10,500}[.!?»]$/.test(sentence) : err === '';
		const ok =
			right &&
			isExpected(activities, ends) &&
			Math.min(seconds, processor) <= most.seconds &&
			megabytes <= most.megabytes;
		if (!ok) process.exitCode = 1;
		console.log(
			`${ok ? '✓' : '✗'} ${what.padEnd(44)} ${seconds.toFixed(2).padStart(6)} s, ${processor.toFixed(2).padStart(5)} s of the processor, ${String(Math.round(megabytes)).padStart(4)} MB  ${told}`
		);
		await rm(path);
	}
} finally {
	await rm(folder, { recursive: true, force: true });
}

function activitiesIn(out: string) {
	return (JSON.parse(out) as { activities: unknown[] }).activities.length;
}

function isExpected(activities: number | null, ends: HostileFile['ends']) {
	return ends === 'either' || (ends === 'sentence' ? activities === null : activities === ends);
}

type Read = { seconds: number; processor: number; megabytes: number; code: number | null; out: string; err: string };

/** Runs the reader on one file of the folder; its peak memory is what the system says last before it ends. */
function read(name: string): Promise<Read> {
	const started = performance.now();
	const child = spawn(process.execPath, [...readerHeap, cli, 'roadmap', 'parse', name, '--json'], {
		cwd: folder,
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const [out, err]: [Buffer[], Buffer[]] = [[], []];
	let [megabytes, processor] = [0, 0];
	child.stdout.on('data', (chunk) => out.push(chunk));
	child.stderr.on('data', (chunk) => err.push(chunk));
	const watch = setInterval(async () => {
		const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
		megabytes = Math.max(megabytes, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
		const stat = await readFile(`/proc/${child.pid}/stat`, 'utf8').catch(() => '');
		const [user = 0, system = 0] = stat
			.slice(stat.lastIndexOf(')') + 2)
			.split(' ')
			.slice(11, 13)
			.map(Number);
		processor = Math.max(processor, (user + system) / ticks);
	}, 10);
	const limit = setTimeout(() => child.kill('SIGKILL'), 60_000);
	return new Promise((done) => {
		child.on('close', (code) => {
			clearInterval(watch);
			clearTimeout(limit);
			const [said, complained] = [out, err].map((chunks) => Buffer.concat(chunks).toString('utf8'));
			done({
				seconds: (performance.now() - started) / 1000,
				processor,
				megabytes,
				code,
				out: said ?? '',
				err: complained ?? ''
			});
		});
	});
}

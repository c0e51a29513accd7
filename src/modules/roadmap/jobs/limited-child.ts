import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';

export type Limits = {
	seconds: number;
	/** Resident memory of the process, bytes; watched where the system tells it. */
	memory: number;
	/** Of standard output, bytes. */
	output: number;
};

/** What came of a child: it ended by itself, or was stopped because it went beyond a limit, or never began. */
export type Outcome =
	| { ended: 'itself'; code: number | null; output: string; complaint: string }
	| { ended: 'slow' | 'memory' | 'output' | 'unavailable' };

const complaintBytes = 64 * 1024;
const watchEvery = 100; // ms

/**
 * Runs a program that may meet hostile input: nothing of our environment, no standard input, its output, memory and time
 * limited; beyond a limit the whole process group is killed. Never throws.
 */
export function runLimited(command: string, args: readonly string[], cwd: string, limits: Limits): Promise<Outcome> {
	const grouped = process.platform !== 'win32';
	const child = spawn(command, args, {
		cwd,
		env: { LANG: 'C.UTF-8', TZ: 'UTC', ...(process.env.SystemRoot && { SystemRoot: process.env.SystemRoot }) },
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: grouped,
		windowsHide: true
	});

	return new Promise((resolve) => {
		let stopped: Exclude<Outcome['ended'], 'itself'> | undefined;
		const stop = (why: typeof stopped) => {
			stopped ??= why;
			kill(child, grouped);
		};
		const output = collect(child.stdout, limits.output, () => stop('output'));
		const complaint = collect(child.stderr, complaintBytes, () => stop('output'));
		const timer = setTimeout(() => stop('slow'), limits.seconds * 1000);
		const watch = setInterval(async () => {
			if ((await residentBytes(child.pid)) > limits.memory) stop('memory');
		}, watchEvery);

		const finish = (outcome: Outcome) => {
			clearTimeout(timer);
			clearInterval(watch);
			resolve(outcome);
		};
		child.once('error', () => finish({ ended: 'unavailable' }));
		child.once('close', (code, signal) => {
			if (stopped) return finish({ ended: stopped });
			// V8 ends a process whose heap is full by SIGABRT (134 where a shell stands between, 3 on Windows)
			if (signal === 'SIGABRT' || signal === 'SIGKILL' || code === 134) return finish({ ended: 'memory' });
			finish({ ended: 'itself', code, output: output(), complaint: complaint() });
		});
	});
}

/** Gathers what a stream says, up to a limit; answers with a function that gives the text. */
function collect(stream: NodeJS.ReadableStream, limit: number, beyond: () => void) {
	const chunks: Buffer[] = [];
	let size = 0;
	stream.on('data', (chunk: Buffer) => {
		size += chunk.length;
		if (size > limit) beyond();
		else chunks.push(chunk);
	});
	return () => Buffer.concat(chunks).toString('utf8');
}

function kill(child: ChildProcess, grouped: boolean) {
	if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
	try {
		if (grouped) process.kill(-child.pid, 'SIGKILL');
		else child.kill('SIGKILL');
	} catch {
		child.kill('SIGKILL'); // it has just ended by itself
	}
}

/** 0 where the system does not tell (there the cap on the heap alone holds). */
async function residentBytes(pid: number | undefined) {
	try {
		const status = await readFile(`/proc/${pid}/status`, 'utf8');
		return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
	} catch {
		return 0;
	}
}

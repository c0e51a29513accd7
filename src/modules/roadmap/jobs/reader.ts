import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
import * as v from 'valibot';
import { understandingShape } from '../form/understanding';
import { type ReadingFailure, readingFailures } from '../rules/imports';
import type { Understanding } from '../rules/understanding';
import { type Limits, type Outcome, runLimited } from './limited-child';

const MB = 1024 * 1024;
/** What V8 may take; a small young heap takes a third off the memory of a large file and nothing off its speed. */
export const readerHeap = ['--max-old-space-size=400', '--max-semi-space-size=8'];
export const readerLimits: Limits = { seconds: 60, memory: 1024 * MB, output: 48 * MB };

export type Source = { name: string; bytes: Uint8Array; pasted: boolean };
export type Reading = { understood: Understanding } | { failure: string };

/** The program itself, as it lies beside the server that runs: `dist/cli.js`. */
const cliBeside = () => join(dirname(process.argv[1] ?? '.'), 'cli.js');

/**
 * Reads a roadmap in a process of its own (`roadmap parse FILE --json`), which may read its own code and the one file and
 * nothing else. Whatever comes, the answer is an understanding in the agreed shape or a sentence for people.
 */
export async function readInChild(source: Source, cli = cliBeside(), limits = readerLimits): Promise<Reading> {
	const folder = await mkdtemp(join(tmpdir(), 'nastavnik-reading-'));
	try {
		const file = join(folder, `roadmap${extensionOf(source)}`);
		await writeFile(file, source.bytes, { mode: 0o600 });
		const program = resolve(cli);
		const args = [
			...readerHeap,
			'--permission',
			`--allow-fs-read=${join(folder, '*')}`,
			`--allow-fs-read=${join(dirname(program), '*')}`,
			program,
			...['roadmap', 'parse', file, '--json']
		];
		return readingOf(await runLimited(process.execPath, args, folder, limits), source);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** The ending tells the reader what to expect; nothing else of a stranger's file name touches our disk. */
const extensionOf = ({ name, pasted }: Source) =>
	pasted ? '.txt' : (/^\.[a-z0-9]{1,5}$/.exec(extname(name).toLowerCase())?.[0] ?? '');

const failed = (why: ReadingFailure): Reading => ({ failure: readingFailures[why] });

function readingOf(outcome: Outcome, source: Source): Reading {
	if (outcome.ended !== 'itself') return failed(outcome.ended === 'output' ? 'memory' : outcome.ended);
	if (outcome.code !== 0) {
		const sentence = sentenceIn(outcome.complaint);
		if (sentence) return { failure: sentence };
		console.error(`reading a roadmap ended with code ${outcome.code}`); // ours to mend, and nothing of the file in the log
		return failed('unavailable');
	}

	const said = jsonOf(outcome.output);
	if (said === undefined) return failed('broken');
	const parsed = v.safeParse(understandingShape, said);
	if (!parsed.success) return failed('long'); // the reader's own shape differs from the agreed one only in size
	const understood: Understanding = parsed.output;
	if (understood.activities.length === 0) return failed('empty');
	return { understood: { ...understood, source: { ...understood.source, name: source.name } } };
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** The reader complains in one Russian sentence; a stack trace or somebody else's words are not shown to people. */
const sentenceIn = (complaint: string) => /^[А-ЯЁ«][^\n]{10,500}[.!?»]$/.exec(complaint.trim())?.[0];

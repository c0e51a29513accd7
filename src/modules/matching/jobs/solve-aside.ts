import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Candidates, MatchingInput } from '../rules/input';
import { match } from '../rules/match';
import { candidatesIn } from '../rules/parts/frame';
import { sharedInts } from '../rules/parts/shared';
import { mostToExplain } from '../rules/parts/solve-parcel';
import { hasWholes } from '../rules/ranges';
import { mostAtOnce } from '../rules/score/large';
import type { Unmatched } from '../rules/why-unmatched';
import { columnsOf } from './columns';
import { isOutOfMemory, outOfMemory } from './memory';
import { programOfThread } from './program';
import { type Columns, control, type PartReport, type Said, type Told } from './thread-words';

export type Progress = { parcels: number; ofParcels: number; candidates: number; ofCandidates: number };

export type Aside =
	| { ok: true; solved: Columns & { unmatched: readonly Unmatched[] }; threads: number }
	| { ok: false; message: string };

export type How = {
	/** Ends all threads; the promise is then rejected with the signal's reason. */
	signal?: AbortSignal;
	/** Told some ten times a second. */
	onProgress?: (progress: Progress) => void;
	/** Threads at most; unless told, one core is left to whoever else is there. */
	threads?: number;
	/** Whether everybody who has nobody is told the rivals and advice; unless told, up to 20,000 mentees. */
	fully?: boolean;
	/** Bytes that may be used; what the system has to give unless told. */
	memory?: number;
	/** The program of a thread; found beside the bundle unless told. */
	program?: URL | string;
};

/** People and candidates are handed over in pieces, so that nobody has to wait for one of them for long. */
const piece = { people: 2000, candidates: 1_000_000 };
/** What a candidate takes while its parcel is solved. */
const bytesOfMarket = 64;

/** The best matching, verified, without keeping this thread: large ones are made part by part in threads of their own. */
export async function solveAside(input: MatchingInput, how: How = {}): Promise<Aside> {
	how.signal?.throwIfAborted();
	if (input.candidates.score.length <= mostAtOnce && !hasWholes(input)) return here(input);
	return onSite(how, (site) => handOver(site, input));
}

/** The same of a file in the binary form: the first thread reads it, nothing of it is ever here. */
export function solveFileAside(path: string, how: How = {}): Promise<Aside> {
	const memory = how.memory ?? process.availableMemory();
	return onSite(how, async (site) => {
		const foreman = site.open();
		site.tell(foreman, { kind: 'file', path, memory });
		return foreman;
	});
}

/** Opens a site, has it begun by whoever knows the input, sees it through, closes it whatever happens. */
async function onSite(how: How, begin: (site: Site) => Promise<Worker>): Promise<Aside> {
	how.signal?.throwIfAborted();
	const site = new Site(how);
	try {
		return await build(site, await begin(site), how);
	} catch (error) {
		how.signal?.throwIfAborted();
		if (isOutOfMemory(error)) return { ok: false, message: outOfMemory };
		throw error;
	} finally {
		await site.close();
	}
}

function here(input: MatchingInput): Aside {
	const answered = match(input);
	if (!answered.ok) return answered;
	const { unmatched, ...solved } = answered.answer;
	return { ok: true, solved: { ...columnsOf(solved), unmatched }, threads: 0 };
}

async function handOver(site: Site, { mentees, mentors, candidates, ...rest }: MatchingInput): Promise<Worker> {
	const foreman = site.open();
	for (let at = 0; at < Math.max(mentees.length, mentors.length); at += piece.people) {
		const slice = <T>(list: readonly T[]) => list.slice(at, at + piece.people);
		site.tell(foreman, { kind: 'people', mentees: slice(mentees), mentors: slice(mentors) });
		await setImmediate();
		site.check();
	}
	site.tell(foreman, { kind: 'begin', candidates: await sharedCandidates(candidates), rest });
	return foreman;
}

async function build(site: Site, foreman: Worker, how: How): Promise<Aside> {
	const framed = await site.hear(foreman, 'framed');
	if (framed.kind === 'refused') return { ok: false, message: framed.message };
	const { frame, results } = framed;
	const largest = frame.order.length > 0 ? candidatesIn(frame, frame.order[0]!) : 0;
	const room = Math.floor((how.memory ?? process.availableMemory()) / (largest * bytesOfMarket || 1));
	if (room < 1) return { ok: false, message: outOfMemory };
	const threads = Math.max(1, Math.min(how.threads ?? availableParallelism() - 1, frame.order.length, room));
	const fully = how.fully ?? frame.needs.length <= mostToExplain;
	site.watch(frame.order.length, frame.rows.mentor.length);
	const workers = [foreman, ...Array.from({ length: threads - 1 }, () => site.open())];
	const reports = await Promise.all(
		workers.map(async (worker): Promise<PartReport[]> => {
			site.tell(worker, { kind: 'work', fully, ...(worker !== foreman && { work: { frame, results } }) });
			const worked = await site.hear(worker, 'worked');
			if (worker !== foreman) await site.end(worker);
			return worked.kind === 'worked' ? worked.reports : [];
		})
	);
	site.tell(foreman, { kind: 'whole', reports: reports.flat() });
	const said = await site.hear(foreman, 'solved');
	if (said.kind === 'refused') return { ok: false, message: said.message };
	const unmatched = site.unmatched.sort((one, other) => one.mentee - other.mentee);
	return { ok: true, solved: { ...said.solved, unmatched }, threads };
}

async function sharedCandidates({ mentee, mentor, score }: Candidates): Promise<Candidates> {
	const shared = async (column: Int32Array) => {
		if (column.buffer instanceof SharedArrayBuffer) return column;
		const copy = sharedInts(column.length);
		for (let at = 0; at < column.length; at += piece.candidates) {
			copy.set(column.subarray(at, at + piece.candidates), at);
			await setImmediate();
		}
		return copy;
	};
	return { mentee: await shared(mentee), mentor: await shared(mentor), score: await shared(score) };
}

/** The threads of one matching, what they say, and how far they are. */
class Site {
	readonly unmatched: Unmatched[] = [];
	private readonly shared = sharedInts(control.length);
	private readonly workers: Worker[] = [];
	private readonly ended = new Set<Worker>();
	private timer: NodeJS.Timeout | undefined;
	private readonly failed: Promise<never>;
	private fail!: (error: unknown) => void;
	private readonly how: How;

	constructor(how: How) {
		this.how = how;
		this.failed = new Promise((_, reject) => {
			this.fail = reject;
		});
		this.failed.catch(() => {});
		how.signal?.addEventListener('abort', this.onAbort, { once: true });
	}

	private readonly onAbort = () => this.fail(this.how.signal?.reason);

	check() {
		this.how.signal?.throwIfAborted();
	}

	open(): Worker {
		const worker = new Worker(this.how.program ?? programOfThread(), {
			workerData: this.shared,
			resourceLimits: { maxYoungGenerationSizeMb: 12 }
		});
		this.workers.push(worker);
		worker.on('error', this.fail);
		worker.on('exit', () => {
			if (!this.ended.has(worker)) this.fail(new Error('Поток подбора закончился раньше времени.'));
		});
		worker.on('message', (said: Said) => {
			if (said.kind === 'unmatched') for (const one of said.unmatched) this.unmatched.push(one);
		});
		return worker;
	}

	async end(worker: Worker) {
		this.ended.add(worker);
		await worker.terminate();
	}

	tell(worker: Worker, told: Told) {
		worker.postMessage(told);
	}

	/** Waits for this word, or a refusal; a thread that fails, or a signal, is thrown. */
	hear<Kind extends Said['kind']>(worker: Worker, kind: Kind): Promise<Extract<Said, { kind: Kind | 'refused' }>> {
		type Awaited = Extract<Said, { kind: Kind | 'refused' }>;
		const isAwaited = (said: Said): said is Awaited => said.kind === kind || said.kind === 'refused';
		const heard = new Promise<Awaited>((resolve) => {
			const listen = (said: Said) => {
				if (!isAwaited(said)) return;
				worker.off('message', listen);
				resolve(said);
			};
			worker.on('message', listen);
		});
		return Promise.race([heard, this.failed]);
	}

	watch(ofParcels: number, ofCandidates: number) {
		const { onProgress } = this.how;
		if (!onProgress) return;
		this.timer = setInterval(() => {
			const [parcels, candidates] = [this.shared[control.parcels]!, this.shared[control.candidates]!];
			onProgress({ parcels, ofParcels, candidates, ofCandidates });
		}, 100);
	}

	async close() {
		clearInterval(this.timer);
		this.how.signal?.removeEventListener('abort', this.onAbort);
		await Promise.all(this.workers.map((worker) => this.end(worker)));
	}
}

import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Kept } from '../rules/score/kept';
import type { RunInputs } from '../rules/score/problem';
import { isOutOfMemory, outOfMemory } from './memory';
import { programOfThread } from './program';

export type Far = { done: number; wanted: number };
export type How = { signal?: AbortSignal; onProgress?: (far: Far) => void; cli?: string | undefined };

/** A school reckoned in a thread of its own: scores, pairs, reasons, proof, and the words that are kept. Called off, the thread ends. */
export async function reckonAside(inputs: RunInputs, { signal, onProgress, cli }: How = {}): Promise<Kept> {
	signal?.throwIfAborted();
	const program = cli ? join(dirname(cli), 'workers/matching.js') : programOfThread();
	const worker = new Worker(program, { workerData: { inputs } });
	const { promise, resolve, reject } = Promise.withResolvers<Kept>();
	const stop = () => reject(signal?.reason);
	signal?.addEventListener('abort', stop, { once: true });
	worker.on('message', (said: Far | Kept) => ('ok' in said ? resolve(said) : onProgress?.(said)));
	worker.on('error', (error) => (isOutOfMemory(error) ? resolve({ ok: false, message: outOfMemory }) : reject(error)));
	worker.on('exit', () => reject(new Error('Поток подбора закончился раньше времени.')));
	try {
		return await promise;
	} finally {
		signal?.removeEventListener('abort', stop);
		await worker.terminate();
	}
}

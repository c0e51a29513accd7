import { parentPort } from 'node:worker_threads';
import { keptOf } from '../rules/score/kept';
import type { RunInputs } from '../rules/score/problem';
import type { Far } from './reckon-aside';

/** So many times at most is told how far it is. */
const tellings = 50;

/** What a thread of reckon-aside.ts does. */
export function reckonHere(inputs: RunInputs) {
	let told = -1;
	const kept = keptOf(inputs, (at, wanted) => {
		const done = at + 1;
		const share = Math.floor((done * tellings) / wanted);
		if (share === told) return;
		told = share;
		parentPort!.postMessage({ done, wanted } satisfies Far);
	});
	parentPort!.postMessage(kept);
}

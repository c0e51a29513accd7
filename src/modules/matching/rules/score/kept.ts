import { createHash } from 'node:crypto';
import type { RunInputs } from './problem';
import { reckon } from './reckon';
import { canonical, stored } from './stored';

/** A run as it is kept, written out already: whoever puts it into the database has nothing to reckon. */
export type KeptRun = {
	inputs: string;
	problem: string;
	result: string;
	sha256: string;
	/** For whom somebody was looked for, how many pairs came of it, who was left. */
	mentees: number;
	pairs: number;
	alone: number;
};
export type Kept = { ok: true; kept: KeptRun } | { ok: false; message: string };

/** Two readings of the same people and terms have the same one. */
export const hashOf = (inputs: RunInputs) => createHash('sha256').update(canonical(inputs)).digest('hex');

/** Scores, matches, explains, proves and writes out; `onMentee` is told how many mentees have been looked at. */
export function keptOf(inputs: RunInputs, onMentee?: (done: number, of: number) => void): Kept {
	const reckoned = reckon(inputs, onMentee);
	if (!reckoned.ok) return reckoned;
	const { problem, result } = reckoned;
	return {
		ok: true,
		kept: {
			inputs: JSON.stringify(inputs),
			problem: JSON.stringify(stored(problem)),
			result: JSON.stringify(result),
			sha256: hashOf(inputs),
			mentees: problem.mentees.length,
			pairs: result.pairs.length,
			alone: result.unmatched.length
		}
	};
}

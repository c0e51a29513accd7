import type { Actor } from '../../../core/actor';
import type { Identity } from './questionnaire';
import { canRead } from './summary/reading';
import { type ReaderRole, readersInSentence, type WaveDates, waveState } from './wave';

/** How a questionnaire stands towards one whom it asks. */
export type Standing = 'open' | 'answered' | 'not-yet' | 'closed' | 'not-asked';

type Place = WaveDates & { answered: boolean; removed: boolean };

export function standingOf({ answered, removed, ...wave }: Place, today: string): Standing {
	if (removed) return 'not-asked';
	const state = waveState(wave, today);
	if (state === 'draft') return 'not-asked';
	if (answered) return 'answered';
	if (state === 'planned') return 'not-yet';
	return state === 'open' ? 'open' : 'closed';
}

/** One's own answer with a name may be changed until the wave is over; which of the unnamed is whose, nobody knows. */
export const canChangeAnswer = (identity: Identity, wave: WaveDates, today: string) =>
	identity === 'named' && waveState(wave, today) === 'open';

type Entered = { identity: Identity; readers: readonly ReaderRole[]; answered: boolean; enteredBy: string | null };

/**
 * A sheet is entered for somebody who has not answered; one entered before is mended by whoever entered it or was promised to read it.
 * What people have answered themselves is neither shown nor changed here.
 */
export const canEnterFor = (actor: Pick<Actor, 'roles' | 'personId'>, asked: Entered) =>
	!asked.answered ||
	(asked.identity === 'named' &&
		asked.enteredBy !== null &&
		(asked.enteredBy === actor.personId || canRead(actor, asked)));

/** «куратор и директор школы» in the sentence that promises it. */
export const readersList = (readers: readonly ReaderRole[]) =>
	readers.map((role) => readersInSentence[role]).join(', ');

/** A whole filled questionnaire: letters, and the files it may ask for. */
export const answerLimit = 2 * 1024 * 1024;

import { type Actor, has, type Role } from '../../../core/actor';
import { enough, type Identity } from './questionnaire';

/** Who asks: opens waves, sees who has answered (never what without a name), enters paper sheets. */
export const waveKeepers = ['curator', 'director', 'psychologist'] as const;
export const canKeepWaves = (actor: Pick<Actor, 'roles'>) => has(actor, ...waveKeepers);

/** Roles that may be promised the answers. */
export const readerRoles = ['curator', 'director', 'psychologist'] as const satisfies readonly Role[];
export type ReaderRole = (typeof readerRoles)[number];

/** In whose hands the answers will be, as those who answer are told: «куратор и директор». */
export const readersInSentence: Record<ReaderRole, string> = {
	curator: 'куратор',
	director: 'директор',
	psychologist: 'педагог-психолог'
};

/** What each manner of asking means, in the words of the form and of the top of the questionnaire. */
export const identityPromises: Record<Identity, { keeper: string; respondent: string }> = {
	named: {
		keeper:
			'Рядом с каждым ответом стоит имя. Подходит для запросов, пожеланий к паре и там, где отвечают немногие: честнее спросить открыто.',
		respondent: 'Анкета с именем: те, кто читает ответы, увидят, что это ваши.'
	},
	pseudonymous: {
		keeper:
			'Имени рядом с ответом нет, но ответы одного человека в начале и в конце года программа кладёт рядом. Ответы видны после закрытия и если их не меньше пяти.',
		respondent:
			'Имени рядом с ответами не будет. Ваши ответы на эту анкету и на следующую из той же серии окажутся рядом друг с другом, но не с вашим именем.'
	},
	anonymous: {
		keeper:
			'Кто что ответил, не узнает никто, и вы тоже. Видно только, кто уже ответил. Ответы видны после закрытия и если их не меньше пяти.',
		respondent: 'Анкета без имени: отмечается только то, что вы ответили, а не что именно.'
	}
};

/** What no program can promise (docs/decisions/0050). */
export const whatRemains =
	'И без имени остаётся риск: у кого в руках сервер и его копии, тот может сравнить две копии, снятые между двумя ответами; а своими словами человек может выдать себя сам.';

export type WaveDates = { openedAt: string | null; closedAt: string | null; opensOn: string; closesOn: string };
export type WaveState = 'draft' | 'planned' | 'open' | 'ending' | 'closed';

/** Opened beforehand, it asks from its first day; past its last day it takes no answers, until it is closed. */
export function waveState({ openedAt, closedAt, opensOn, closesOn }: WaveDates, today: string): WaveState {
	if (closedAt) return 'closed';
	if (!openedAt) return 'draft';
	if (today < opensOn) return 'planned';
	return today > closesOn ? 'ending' : 'open';
}

/** How many answered of how many asked: everybody who was not taken off the list, and those who answered before they were. */
export type Counts = { asked: number; answered: number };

/** Opening is taken back while nobody has answered. */
export const canUndoOpening = (state: WaveState, { answered }: Counts) =>
	(state === 'planned' || state === 'open' || state === 'ending') && answered === 0;

/**
 * Answers without a name that may be read already are asked no further: the next answer would be the difference between
 * what was read before and after it.
 */
export const canReopen = (state: WaveState, identity: Identity, { answered }: Counts) =>
	state === 'closed' && (identity === 'named' || answered < enough);

/** So few that answers without a name would never be shown. */
export const isTooFew = (identity: Identity, asked: number) => identity !== 'named' && asked < enough;

/** More often than this in one school year a person is asked too often (school-year.md 31). */
export const mostWavesAYear = 4;

/** A year ahead a date is a slip of the finger. */
export const longestAheadDays = 366;
export const longestTitle = 200;
export const longestWords = 2000;

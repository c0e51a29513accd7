import { type Actor, has } from '../../../core/actor';

/** What is asked for about one's own pair. */
export const wishes = { help: 'Нужна помощь', change: 'Сменить наставника' } as const;
export type Wish = keyof typeof wishes;
export const isWish = (text: string | undefined): text is Wish => text !== undefined && Object.hasOwn(wishes, text);

/** The same from a mentor's side: from the charge one may withdraw on any day (ст. 351.8 ТК РФ, ч. 4). */
export const wishWords = (wish: Wish, mentoring: boolean) =>
	wish === 'change' && mentoring ? 'Отказаться от поручения' : wishes[wish];

/** Who may be asked to read it. */
export const readers = ['curator', 'psychologist', 'director'] as const;
export type Reader = (typeof readers)[number];
export const canReadPleas = (actor: Pick<Actor, 'roles'>) => has(actor, ...readers);

/** What comes of it. */
export type PleaWhat = 'answered' | 'settled' | 'taken-back';
export type PleaStep = { id: string; what: PleaWhat; on: string; words: string; own: boolean; who: string };

/** Still waited for, answered and going on, or over. */
export type PleaStanding = 'waits' | 'answered' | 'over';
export function pleaStanding(steps: readonly Pick<PleaStep, 'what'>[]): PleaStanding {
	if (steps.some(({ what }) => what !== 'answered')) return 'over';
	return steps.length > 0 ? 'answered' : 'waits';
}

/** Working days within which an answer is promised on the form. */
export const answerDays = 3;

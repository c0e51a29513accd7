import { type Actor, has } from '../../../core/actor';
import { mentorshipKeepers } from '../../mentorships/rules/words';

/** Those who lead pairs see the meetings of all of them and write down what was said to them. */
export const meetingKeepers = mentorshipKeepers;
export const canKeepMeetings = (actor: Pick<Actor, 'roles'>) => has(actor, ...meetingKeepers);

export const meetingKinds = {
	first: 'Встреча-знакомство',
	planning: 'Встреча-планирование',
	regular: 'Рабочая встреча',
	final: 'Итоговая встреча',
	'group-final': 'Общая итоговая встреча'
} as const;
export type MeetingKind = keyof typeof meetingKinds;

/** Of these one pair speaks by itself; the general one is written down for many at once. */
export const ownKinds = {
	first: meetingKinds.first,
	planning: meetingKinds.planning,
	regular: meetingKinds.regular,
	final: meetingKinds.final
} as const;
export type OwnKind = keyof typeof ownKinds;

/** As the journal of meetings asks (domain 6.10). */
export const meetingFormats = { 'in-person': 'очно', distance: 'на расстоянии', visit: 'взаимопосещение' } as const;
export type MeetingFormat = keyof typeof meetingFormats;

/** Why a meeting did not take place: a word for the journal, nobody's fault. */
export const missedReasons = {
	busy: 'не нашли времени',
	lessons: 'замена или уроки',
	ill: 'болезнь',
	moved: 'договорились на другой день',
	other: 'другое'
} as const;
export type MissedReason = keyof typeof missedReasons;

/** One tap after a meeting. */
export const answers = { helped: 'Помогло', partly: 'Отчасти', 'not-helped': 'Пока не помогло' } as const;
export type Answer = keyof typeof answers;

export const goals = {
	reached: 'цель достигнута',
	partly: 'достигнута отчасти',
	'not-reached': 'пока не достигнута'
} as const;
export type Goal = keyof typeof goals;

export const meetingForms = ['встреча', 'встречи', 'встреч'] as const;
export const dayForms = ['день', 'дня', 'дней'] as const;

/** After these days nobody waits for a word about a meeting any more: «без ответа», never «подтверждено». */
export const feedbackDays = 5;

/** The first day on which somebody who was reminded may be reminded again. */
export const daysBetweenNudges = 7;

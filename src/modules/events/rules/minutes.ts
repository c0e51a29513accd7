import { schoolYearOf } from '../../../core/dates';
import type { Point } from './event';

export type Decision = { text: string; responsible: string; due: string | null };
export type Votes = { for: number; against: number; abstained: number };

/** A point of the minutes: what was asked, heard and decided, and how it was voted. */
export type MinutesItem = Point & { heard: string; decisions: Decision[]; votes: Votes | null };

export type Present = { name: string; post: string; attendance: 'came' | 'excused' | 'absent' | null };

/** The school year minutes are numbered in, by the one it begins in. */
export const minutesYear = (heldOn: string) => Number(schoolYearOf(heldOn).from.slice(0, 4));

/** The number after the greatest one of the body this year: «12» after «11»; those with letters do not count. */
export const nextNumber = (numbers: readonly string[]) =>
	String(Math.max(0, ...numbers.filter((one) => /^\d{1,6}$/.test(one)).map(Number)) + 1);

/** What the minutes begin with: the agenda, nothing heard yet. */
export const itemsFrom = (agenda: readonly Point[]): MinutesItem[] =>
	(agenda.length > 0 ? agenda : [{ question: '', speaker: '' }]).map((point) => ({
		...point,
		heard: '',
		decisions: [],
		votes: null
	}));

/** «За – 12, против – 0, воздержались – 1» */
export const votesText = (votes: Votes) =>
	votes.against === 0 && votes.abstained === 0
		? `за – ${votes.for}, против – нет, воздержавшихся – нет`
		: `за – ${votes.for}, против – ${votes.against}, воздержались – ${votes.abstained}`;

/** «Протокол № 3 заседания педагогического совета» */
export const minutesTitle = ({ number, body }: { number: string; body: string }) =>
	['Протокол', number && `№ ${number}`, body].filter(Boolean).join(' ');

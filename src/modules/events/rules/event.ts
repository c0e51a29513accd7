import { type Actor, has } from '../../../core/actor';
import { planLeaders } from '../../roadmap/rules/plan';

/** Who calls people together and writes minutes: those who lead the plan. */
export const eventKeepers = planLeaders;
export const canKeepEvents = (actor: Pick<Actor, 'roles'>) => has(actor, ...eventKeepers);

/** Who came, as it is marked. */
export const attendances = { came: 'был', excused: 'нет, по уважительной', absent: 'не был' } as const;
export type Attendance = keyof typeof attendances;

/** How an acknowledgement was given. */
export const acquaintedHow = { program: 'в программе', paper: 'на листе' } as const;
export type AcquaintedHow = keyof typeof acquaintedHow;

/** What is looked at to say how an event stands. */
export type EventDays = {
	meets: boolean;
	heldOn: string;
	announcedAt: string | null;
	attendedAt: string | null;
	cancelledAt: string | null;
};

/**
 * `draft`: only those who lead see it; `coming`; `unmarked`: its day is over and nobody said who came; `held`; `told`: an announcement
 * that is out; `cancelled`.
 */
export type EventStanding = 'draft' | 'coming' | 'unmarked' | 'held' | 'told' | 'cancelled';

export function standingOf(
	{ meets, heldOn, announcedAt, attendedAt, cancelledAt }: EventDays,
	today: string
): EventStanding {
	if (cancelledAt) return 'cancelled';
	if (attendedAt) return 'held';
	if (!announcedAt) return 'draft';
	if (heldOn > today) return 'coming';
	if (!meets) return 'told';
	return heldOn < today ? 'unmarked' : 'coming';
}

/** Who came can be marked once the day has come, whether or not it was announced here beforehand. */
export const canBeMarked = ({ meets, heldOn, cancelledAt }: EventDays, today: string) =>
	meets && !cancelledAt && heldOn <= today;

export type Point = { question: string; speaker: string };
export const mostPoints = 30;

/** «О внедрении наставничества; Дронова В. П.» a line. */
export const pointLine = ({ question, speaker }: Point) => [question, speaker].filter(Boolean).join('; ');

/** The agenda out of its text, one point a line, without numbers and bullets it was pasted with. */
export const agendaFrom = (text: string): Point[] =>
	text
		.split('\n')
		.map((line) => line.replace(/^\s*(?:[-–—•*]|\d{1,2}[.)])\s*/, '').trim())
		.filter(Boolean)
		.map((line) => {
			const [question = '', ...speaker] = line.split(';').map((part) => part.trim());
			return { question: question.slice(0, 500), speaker: speaker.filter(Boolean).join('; ').slice(0, 200) };
		})
		.filter(({ question }) => question);

/** '9.30', '09:30' → '09:30'; null for an empty one, undefined for what is no time. */
export function timeFrom(typed: string): string | null | undefined {
	if (typed.trim() === '') return null;
	const [, hours, minutes] = /^(\d{1,2})[:.\s-](\d{2})$/.exec(typed.trim()) ?? [];
	if (!hours || !minutes || Number(hours) > 23 || Number(minutes) > 59) return undefined;
	return `${hours.padStart(2, '0')}:${minutes}`;
}

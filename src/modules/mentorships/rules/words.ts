import { type Actor, has } from '../../../core/actor';
import type { Format } from '../../registry/rules/registers';

/** Who makes pairs and leads them through their life. */
export const mentorshipKeepers = ['curator', 'director'] as const;
export const canKeepMentorships = (actor: Pick<Actor, 'roles'>) => has(actor, ...mentorshipKeepers);

/** Who sees all pairs and writes down agreements and orders. */
export const mentorshipReaders = ['curator', 'director', 'personnel'] as const;
export const canReadMentorships = (actor: Pick<Actor, 'roles'>) => has(actor, ...mentorshipReaders);

/** Who reads what was told in confidence. */
export const canReadConfidences = (actor: Pick<Actor, 'roles'>) => has(actor, 'curator');

/** Виды наставничества are those of the registers (registry/rules/registers.ts, `formats`). */
export type Kind = Format;

/** Who is how many: «триада» may be 1 + 2, 2 + 1 or a chain (АЗ-1128/08; the school's own words). */
export const forms = {
	pair: 'пара',
	'one-to-two': 'триада: наставник и двое',
	'two-to-one': 'триада: двое наставников и один',
	chain: 'цепочка',
	group: 'группа'
} as const;
export type Form = keyof typeof forms;

/** Why something changed, in neutral words that may stand in a paper. */
export const reasons = {
	'goals-met': 'программа выполнена',
	mutual: 'по обоюдному решению',
	'mentor-refused': 'наставник отказался от поручения',
	employer: 'работодатель отменил поручение',
	'mentee-wish': 'по просьбе наставляемого',
	'left-work': 'увольнение',
	moved: 'перевод на другую работу',
	'sick-leave': 'болезнь',
	'parental-leave': 'отпуск по уходу за ребёнком',
	vacation: 'отпуск',
	trip: 'командировка или обучение',
	circumstances: 'в связи с изменением обстоятельств',
	'no-time': 'нет времени',
	'agreed-otherwise': 'договорились иначе',
	'term-over': 'истёк срок',
	mistake: 'записано по ошибке'
} as const;
export type Reason = keyof typeof reasons;

const reasonsFor = <R extends Reason>(...keys: readonly R[]) =>
	Object.fromEntries(keys.map((key) => [key, reasons[key] as string])) as Record<R, string>;
export const pauseReasons = reasonsFor('sick-leave', 'parental-leave', 'vacation', 'trip', 'circumstances');
export const endReasons = reasonsFor(
	'circumstances',
	'mentor-refused',
	'employer',
	'mentee-wish',
	'mutual',
	'left-work',
	'moved',
	'parental-leave'
);
export const changeReasons = reasonsFor(
	'circumstances',
	'mentor-refused',
	'employer',
	'mentee-wish',
	'mutual',
	'left-work',
	'sick-leave',
	'vacation',
	'trip',
	'parental-leave',
	'moved'
);
export const declineReasons = reasonsFor('circumstances', 'no-time', 'agreed-otherwise');
export type PauseReason = keyof typeof pauseReasons;
export type EndReason = keyof typeof endReasons;
export type ChangeReason = keyof typeof changeReasons;
export type DeclineReason = keyof typeof declineReasons;

export const actKinds = { order: 'приказ', directive: 'распоряжение' } as const;
export type ActKind = keyof typeof actKinds;
export const series = { main: 'по основной деятельности', staff: 'по личному составу' } as const;
export type Series = keyof typeof series;

/** «Приказ № 16/1-О от 20.09.2026»; a paper that is no order is «Документ». */
export const orderTitle = (actKind: ActKind | null, number: string, signedOn: string) =>
	[
		actKind === null ? 'Документ' : actKind === 'order' ? 'Приказ' : 'Распоряжение',
		number && `№ ${number}`,
		`от ${signedOn.split('-').reverse().join('.')}`
	]
		.filter(Boolean)
		.join(' ');

export const pairForms = ['пара', 'пары', 'пар'] as const;

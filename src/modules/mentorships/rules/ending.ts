import { showDate } from '../../../core/dates';
import type { Problems } from '../../../core/forms';
import { addWorkingDays, type Calendar } from '../../calendar/rules/calendar';
import type { Life } from './life';
import type { EndReason } from './words';

export const noticeDays = 3;

/** The first day on which a mentoring that the employer gives notice of may end: ст. 351.8 ТК РФ, ч. 4. The day of the notice is not counted. */
export const firstLastDay = (noticedOn: string, calendar: Calendar) => addWorkingDays(noticedOn, noticeDays, calendar);

export type EarlyEnding = { on: string; reason: EndReason; noticedOn: string | null };

/**
 * The employer warns the mentor three working days ahead; the mentor refuses at once, or from the day they name; where ст. 351.8 does not apply
 * (the work stands in the job function, the mentee is no employee), nobody need be warned.
 */
export function problemsWithEnding(
	{ on, reason, noticedOn }: EarlyEnding,
	{ life, inJobFunction, notEmployee }: { life: Life; inJobFunction: boolean; notEmployee: boolean },
	calendar: Calendar
): Problems {
	const { term } = life;
	if (on < term.from && life.state !== 'agreed')
		return { on: `Срок начинается ${showDate(term.from)}: последний день не может быть раньше.` };
	if (on > term.to) return { on: `Срок и так заканчивается ${showDate(term.to)}: чтобы уйти позже, сначала продлите.` };
	if (reason !== 'employer' || inJobFunction || notEmployee) return {};
	if (!noticedOn) return { noticedOn: 'Когда предупредили наставника? Это пишут в приказе.' };
	const first = firstLastDay(noticedOn, calendar);
	if (on < first)
		return {
			on: `Работодатель предупреждает наставника не менее чем за три рабочих дня (ст. 351.8 ТК РФ, ч. 4): после предупреждения ${showDate(noticedOn)} последний день – не раньше ${showDate(first)}.`
		};
	return {};
}

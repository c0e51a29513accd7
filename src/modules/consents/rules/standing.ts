import type { Problems } from '../../../core/forms';
import { addWorkingDays, type Calendar } from '../../calendar/rules/calendar';
import type { ConsentKind } from './kinds';

/** How things stand with one kind of one person today. */
export type Standing = {
	kind: ConsentKind;
	givenOn: string | null; // of the consent that stands
	validUntil: string | null;
	textNumber: number | null; // null: on a form of the school's own
	withdrawnOn: string | null; // the last withdrawal, when nothing stands
	expiredOn: string | null; // the last day of one that has run out, when nothing stands
};

export type StandingState = 'given' | 'ending' | 'withdrawn' | 'expired' | 'none';

/** Ends within this many days: time to ask again. */
const soon = 30;

export function stateOf({ givenOn, validUntil, withdrawnOn, expiredOn }: Standing, today: string): StandingState {
	if (givenOn) return validUntil && daysTill(validUntil, today) <= soon ? 'ending' : 'given';
	if (withdrawnOn) return 'withdrawn';
	return expiredOn ? 'expired' : 'none';
}

const daysTill = (day: string, today: string) => (Date.parse(day) - Date.parse(today)) / 86_400_000;

/** What was published must be gone within three working days (ч. 14 ст. 10.1 152-ФЗ); the same is asked of what was handed over. */
export const settleBy = (withdrawnOn: string, calendar: Calendar) => addWorkingDays(withdrawnOn, 3, calendar);

/** Kinds whose withdrawal leaves work to do outside the program. */
export const leavesWork = (kind: ConsentKind) => kind === 'publication' || kind === 'transfer';

/** What is wrong with the days of a consent. */
export function problemsWithDays(
	{ givenOn, validUntil }: { givenOn: string; validUntil: string | null },
	today: string
): Problems {
	const problems: Problems = {};
	if (givenOn > today) problems.givenOn = 'Этот день ещё не наступил: запишите согласие, когда оно будет подписано.';
	if (givenOn < '2006-07-27')
		problems.givenOn = 'Дата раньше самого закона о персональных данных (27.07.2006). Проверьте год.';
	if (validUntil && validUntil < givenOn)
		problems.validUntil = 'Срок кончается раньше, чем согласие дано. Проверьте даты.';
	return problems;
}

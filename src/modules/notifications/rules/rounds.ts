import { addDays, instantOf, nowIn } from '../../../core/dates';

/** Before the first lesson, when there is still time to read. */
export const roundHour = '07:30';

/** The next morning's round after an instant, by the organisation's own clock. ISO 8601. */
export function nextRound(timeZone: string, at: Date) {
	const { today } = nowIn(timeZone, at);
	const here = instantOf(today, roundHour, timeZone);
	return here > at.toISOString() ? here : instantOf(addDays(today, 1), roundHour, timeZone);
}

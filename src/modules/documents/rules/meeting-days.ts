import { addDays } from '../../../core/dates';
import { breakOn, type Calendar, isWorkingDay } from '../../calendar/rules/calendar';

/** Once in two weeks, as our Положение says (rules/library/regulation.ts). */
export const usualCadence = { days: 14, words: 'не реже одного раза в две недели' };
const most = 30;

/** The last days by which a pair meets: two weeks of work each; vacations and quarantine do not count. */
export function meetingDays(from: string, to: string, calendar: Calendar, cadence = usualCadence.days): string[] {
	const days: string[] = [];
	let counted = 0;
	let worked: string | null = null;
	for (let day = from; day <= to && days.length < most; day = addDays(day, 1)) {
		if (breakOn(day, calendar)) continue;
		counted += 1;
		if (isWorkingDay(day, calendar)) worked = day;
		if (counted < cadence || !worked) continue;
		days.push(worked);
		[counted, worked] = [0, null];
	}
	return days;
}

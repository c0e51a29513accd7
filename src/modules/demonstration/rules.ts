import { addDays, daysBetween, schoolYearOf } from '../../core/dates';

/** The year of a demonstration made on `today`: its plans are taken to work in the last week of August. */
export function yearOf(today: string) {
	const { from, to } = schoolYearOf(today);
	const begins = Number(from.slice(0, 4));
	return { begins, from, to, calendarOn: `${begins}-08-20`, acceptedOn: `${begins}-08-24` };
}

/** «на {{год}} учебный год» of a plan that is written once and shown every year. */
export const withYear = (text: string, begins: number) =>
	text.replaceAll('{{год}}', `${begins}/${begins + 1}`).replaceAll('{{начало}}', String(begins));

/** Its window, both ends inclusive; null ends: none. */
type Window = { from: string | null; to: string | null };

/**
 * The day something of a story is done: so many days into its window, never after its end nor before the plan was taken
 * to work. Undefined when that day has not come: then the story has not got there yet.
 */
export function dayDone({ from, to }: Window, after: number, acceptedOn: string, today: string) {
	const begins = from && from > acceptedOn ? from : acceptedOn;
	const wanted = addDays(from ?? acceptedOn, after);
	const day = [wanted < begins ? begins : wanted, to ?? wanted].sort()[0] as string;
	return daysBetween(day, today) >= 0 && day >= acceptedOn ? day : undefined;
}

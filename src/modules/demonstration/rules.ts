import { addDays, daysBetween, mondayOf, schoolYearOf, showDate } from '../../core/dates';

/** The year of a demonstration made on `today`: its plans are taken to work in the last week of August. */
export function yearOf(today: string) {
	const { from, to } = schoolYearOf(today);
	const begins = Number(from.slice(0, 4));
	return { begins, from, to, calendarOn: `${begins}-08-20`, acceptedOn: `${begins}-08-24` };
}

/** Fills a plan that is written once and made any day: the school year, a day just past, the end of this week. */
export function fillIn(text: string, today: string) {
	const { begins } = yearOf(today);
	const places: Record<string, string> = {
		год: `${begins}/${begins + 1}`,
		начало: String(begins),
		недавно: showDate(addDays(today, -4)),
		'эта неделя': showDate(addDays(mondayOf(today), 6))
	};
	return text.replace(/\{\{(.+?)\}\}/g, (written, place: string) => places[place] ?? written);
}

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

import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { addDays } from '../../../core/dates';
import { type FeedEvent, hoursBetweenLooks, summaryOf } from '../rules/feed';

/** Midnight in UTC: all-day dates are written from it as VALUE=DATE, whatever the zone of this computer. */
const day = (date: string) => new Date(`${date}T00:00:00Z`);

/**
 * A calendar file (RFC 5545). A deadline is a whole day without hours: in every zone it is the organisation's own day. The same
 * events make the same bytes, so that an unchanged calendar is answered with 304. `address`: how the program is reached.
 */
export function calendarFile(events: readonly FeedEvent[], address: string) {
	const calendar = ical({
		name: 'Наставник',
		prodId: { company: 'Nastavnik', product: 'Nastavnik', language: 'RU' },
		method: ICalCalendarMethod.PUBLISH,
		ttl: hoursBetweenLooks * 3600
	});
	for (const event of events) {
		const changed = new Date(event.changedAt);
		calendar.createEvent({
			id: `${event.id}@nastavnik`,
			sequence: event.sequence,
			start: day(event.dueOn),
			end: day(addDays(event.dueOn, 1)),
			allDay: true,
			timezone: 'UTC',
			stamp: changed,
			lastModified: changed,
			summary: summaryOf(event),
			description: event.plan,
			url: `${address}/activities/${event.activityId}`,
			transparency: ICalEventTransparency.TRANSPARENT // a deadline does not take the day
		});
	}
	return `${calendar.toString()}\r\n`;
}

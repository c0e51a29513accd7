import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { addDays, instantOf } from '../../../core/dates';
import { type FeedEvent, type FeedMeeting, hoursBetweenLooks, summaryOf } from '../rules/feed';

/** Midnight in UTC: all-day dates are written from it as VALUE=DATE, whatever the zone of this computer. */
const day = (date: string) => new Date(`${date}T00:00:00Z`);

/**
 * A calendar file (RFC 5545). A deadline is a whole day without hours: in every zone it is the organisation's own day. The same
 * events make the same bytes, so that an unchanged calendar is answered with 304. `address`: how the program is reached.
 */
export function calendarFile(
	events: readonly FeedEvent[],
	address: string,
	{ meetings, timeZone }: Meetings = { meetings: [], timeZone: 'UTC' }
) {
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
	for (const meeting of meetings) addMeeting(calendar, meeting, address, timeZone);
	return `${calendar.toString()}\r\n`;
}

type Meetings = { meetings: readonly FeedMeeting[]; timeZone: string };

/** A meeting takes its hour, written in UTC; one that was called off stays, crossed out. */
function addMeeting(calendar: ICalCalendar, meeting: FeedMeeting, address: string, timeZone: string) {
	const { id, title, kind, heldOn, startsAt, lasts, place, link, cancelled, version, changedAt, href } = meeting;
	const changed = new Date(changedAt);
	const start = startsAt ? new Date(instantOf(heldOn, startsAt, timeZone)) : day(heldOn);
	calendar.createEvent({
		id: `${id}@nastavnik`,
		sequence: version - 1,
		start,
		end: startsAt ? new Date(start.getTime() + lasts * 60_000) : day(addDays(heldOn, 1)),
		allDay: !startsAt,
		timezone: 'UTC',
		stamp: changed,
		lastModified: changed,
		summary: cancelled ? `✗ ${title}` : title,
		description: [kind, link].filter(Boolean).join('\n'),
		...(place && { location: place }),
		url: `${address}${href ?? `/events/${id}`}`,
		status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
		transparency: startsAt && !cancelled ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT
	});
}

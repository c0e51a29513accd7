import { addDays } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { get, type Route } from '../../../http';
import { addressOf } from '../../../http-client';
import { asAttachment, tidyName } from '../../files/rules';
import { listMeetingsForFeed, meetingForFile } from '../../meetings/queries/feed';
import { findMeeting, findPairWork } from '../../meetings/queries/meetings';
import { planOf } from '../../meetings/rules/plan';
import { calendarFile } from '../engine/calendar-file';

const asCalendar = (name: string) => ({
	...{ 'content-type': 'text/calendar; charset=utf-8', 'x-content-type-options': 'nosniff' },
	'content-disposition': asAttachment(tidyName(name))
});

/** Meetings of a pair as files for a calendar that subscribes to nothing: their hours are by the school's clock. */
export const meetingFileRoutes: readonly Route[] = [
	get('/meetings/:id/invitation.ics', 'signed-in', async (c) => {
		const { tx, actor, now, world } = c.var;
		const { meeting } = (await findMeeting(tx, actor, c.req.param('id'), now)) ?? notFound();
		const meetings = await meetingForFile(tx, actor, meeting.id);
		const text = calendarFile([], addressOf(c, world), { meetings, timeZone: actor.timeZone });
		return c.body(text, 200, asCalendar(`Встреча ${meeting.plannedOn ?? meeting.heldOn ?? ''}.ics`));
	}),

	get('/mentorships/:id/meetings/calendar', 'signed-in', async (c) => {
		const { tx, actor, now, world } = c.var;
		const { meetings } = (await findPairWork(tx, actor, c.req.param('id'), now)) ?? notFound();
		const plan = new Set(planOf(meetings, now.today).map(({ id }) => id));
		const all = await listMeetingsForFeed(tx, actor, { from: now.today, to: addDays(now.today, 400) });
		const chosen = all.filter(({ id }) => plan.has(id));
		const text = calendarFile([], addressOf(c, world), { meetings: chosen, timeZone: actor.timeZone });
		return c.body(text, 200, asCalendar('Встречи.ics'));
	})
];

import type { Actor } from '../../../core/actor';
import { type Now, showDate } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import type { Calendar } from '../../calendar/rules/calendar';
import { findMeeting, findPairWork } from '../queries/meetings';
import { meetingStanding } from '../rules/meeting';
import { planOf, seenOf } from '../rules/plan';
import { closedTo, problemWithPlanned } from '../rules/record';
import { moveValues } from '../rules/values';
import { canKeepMeetings } from '../rules/words';
import { tellOthers } from './tell';
import { changeMeeting, hold, makeMeetings } from './write';

export type Planning = { day: readonly string[]; startsAt: string | null; lasts: number; place: string; seen: string };
export type Planned = { act: string; count: number };

/** The plan of meetings: what was planned and not yet held gives way to the new days, the last of which is the final one. */
export async function planMeetings(
	tx: Tx,
	actor: Actor,
	mentorshipId: string,
	{ token, day, startsAt, lasts, place, seen }: Submitted<Planning>,
	calendar: Calendar,
	now: Now
): Promise<Result<Planned>> {
	return once(tx, actor, token, now, async () => {
		await hold(tx, actor, [mentorshipId]);
		const { mentorship, meetings, own } = (await findPairWork(tx, actor, mentorshipId, now)) ?? notFound();
		allow(own || canKeepMeetings(actor));
		const closed = closedTo(mentorship);
		if (closed) return rejected({ form: closed });
		const before = planOf(meetings, now.today);
		if (seenOf(before) !== seen)
			return rejected(
				{ form: 'Пока вы составляли план, его изменил кто-то ещё.' },
				{
					day: before.map(({ plannedOn }) => showDate(plannedOn ?? '')).join(', ')
				}
			);
		const wrong = day.flatMap((one) => problemWithPlanned(one, mentorship, now.today, calendar) ?? []);
		if (wrong[0]) return rejected({ day: wrong[0] });
		const act = newId(now);
		for (const one of before) await changeMeeting(tx, actor, one, act, 'removed', {}, now);
		const ids = await makeMeetings(
			tx,
			actor,
			mentorshipId,
			act,
			'planned',
			day.map((plannedOn, at) => ({
				...{ kind: at === day.length - 1 && day.length > 1 ? ('final' as const) : ('regular' as const), plannedOn },
				...{ startsAt, lasts, place }
			})),
			now
		);
		await journal(tx, actor, 'meeting.planned', { kind: 'mentorship', id: mentorshipId }, now, {
			details: { count: day.length }
		});
		const [id = '', on = ''] = [ids[0], day[0]];
		await tellOthers(tx, actor, mentorship, { id, what: 'planned', on, at: startsAt, place, count: day.length }, now);
		return { ok: true, value: { act, count: day.length } };
	});
}

type Moving = {
	version: number;
	plannedOn: string;
	startsAt: string | null;
	lasts: number;
	place: string;
	topic: string;
};

/** Another day, hour or place of a meeting to come. */
export async function moveMeeting(
	tx: Tx,
	actor: Actor,
	meetingId: string,
	{ token, version, ...moved }: Submitted<Moving>,
	calendar: Calendar,
	now: Now
): Promise<Result<string>> {
	return changeOnce(tx, actor, meetingId, { token, version }, now, async ({ mentorship, meeting }) => {
		const wrong = problemWithPlanned(moved.plannedOn, mentorship, now.today, calendar);
		if (wrong) return rejected({ plannedOn: wrong });
		const act = newId(now);
		await changeMeeting(tx, actor, meeting, act, 'moved', { ...moved, missed: null, cancelledOn: null }, now);
		await journal(tx, actor, 'meeting.moved', { kind: 'meeting', id: meetingId }, now, {
			details: { from: meeting.plannedOn, to: moved.plannedOn }
		});
		const { plannedOn: on, startsAt: at, place } = moved;
		await tellOthers(tx, actor, mentorship, { id: meetingId, what: 'moved', on, at, place }, now);
		return { ok: true, value: act };
	});
}

/** A meeting to come will not be. */
export const cancelMeeting = (
	tx: Tx,
	actor: Actor,
	meetingId: string,
	sent: Submitted<{ version: number }>,
	now: Now
): Promise<Result<string>> =>
	changeOnce(tx, actor, meetingId, sent, now, async ({ mentorship, meeting }) => {
		const act = newId(now);
		await changeMeeting(tx, actor, meeting, act, 'cancelled', { cancelledOn: now.today }, now);
		await journal(tx, actor, 'meeting.cancelled', { kind: 'meeting', id: meetingId }, now);
		await tellOthers(
			tx,
			actor,
			mentorship,
			{ id: meetingId, what: 'cancelled', on: meeting.plannedOn ?? now.today },
			now
		);
		return { ok: true, value: act };
	});

type Found = NonNullable<Awaited<ReturnType<typeof findMeeting>>>;

/** A change of a meeting that has not been held, on the version that was seen. */
async function changeOnce(
	tx: Tx,
	actor: Actor,
	meetingId: string,
	{ token, version }: Submitted<{ version: number }>,
	now: Now,
	change: (found: Found) => Promise<Result<string>>
): Promise<Result<string>> {
	return once(tx, actor, token, now, async () => {
		const seen = (await findMeeting(tx, actor, meetingId, now)) ?? notFound();
		await hold(tx, actor, [seen.mentorship.id]);
		const found = (await findMeeting(tx, actor, meetingId, now)) ?? notFound();
		allow(found.own || canKeepMeetings(actor));
		if (found.meeting.version !== version)
			return rejected({ form: 'Пока вы решали, встречу изменил кто-то ещё.' }, moveValues(found.meeting));
		if (meetingStanding(found.meeting, now.today) === 'held')
			return rejected({ form: 'Эта встреча уже состоялась. Её запись можно исправить.' });
		return change(found);
	});
}

import type { Context } from 'hono';
import { addDays } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import type { Problems, Values } from '../../../core/forms';
import type { App } from '../../../http';
import { findCalendar } from '../../calendar/queries';
import { findMeeting, findPairWork } from '../queries/meetings';
import { daysOfWork } from '../rules/work';

export type C = Context<App>;
export type Wrong = { values: Values; problems: Problems; theirs?: Values };

/** The work of the mentorship in the address, for whoever may see it. */
export const workIn = async ({ var: { tx, actor, now }, req }: C) =>
	(await findPairWork(tx, actor, req.param('id') ?? '', now)) ?? notFound();

/** The meeting in the address, with its mentorship. */
export const meetingIn = async ({ var: { tx, actor, now }, req }: C) =>
	(await findMeeting(tx, actor, req.param('id') ?? '', now)) ?? notFound();

/** The calendar over the whole life of a mentorship, and two months more. */
export function calendarOf(
	{ var: { tx, actor } }: C,
	{ mentorship }: Pick<Awaited<ReturnType<typeof workIn>>, 'mentorship'>
) {
	const { from, to } = daysOfWork(mentorship);
	return findCalendar(tx, actor, { from: addDays(from, -31), to: addDays(to, 62) });
}

export const rejectedValues = (form: { values: Values }, result: { problems: Problems; theirs?: Values }): Wrong => ({
	values: { ...form.values, ...(result.theirs?.version && { version: result.theirs.version }) },
	problems: result.problems,
	...(result.theirs && { theirs: result.theirs })
});

/** Who was not there comes back ticked, however many. */
export const withAbsent = ({ values }: { values: Values }, data: FormData) => ({
	values: { ...values, absent: data.getAll('absent').join(' ') }
});

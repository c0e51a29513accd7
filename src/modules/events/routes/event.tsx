import type { Actor } from '../../../core/actor';
import type { Act } from '../../../core/acts';
import type { Now } from '../../../core/dates';
import { type Result, readForm } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { get, post, type Route, type Who } from '../../../http';
import { closedIn } from '../../../ui/closes';
import { historyOf } from '../../journal/queries';
import { acquaint, answerCall, undoAcquainting, undoAnswer } from '../commands/acquaint';
import { undoAttendance } from '../commands/attendance';
import { announceEvent, cancelEvent, removeEvent, returnEvent, undoAnnouncement } from '../commands/run';
import { cancelForm, replyForm, tokenForm } from '../form';
import { EventPage } from '../pages/event';
import { type Event, listCalled } from '../queries/event';
import { canKeepEvents, eventKeepers } from '../rules/event';
import { type C, eventOf, type Wrong } from './shared';

async function showEvent(c: C, event: Event, wrong?: Wrong) {
	const { tx, actor, now, view } = c.var;
	const keeps = canKeepEvents(actor);
	const people = keeps ? await listCalled(tx, actor, event.id, now) : [];
	const history = keeps ? await historyOf(tx, actor, { kind: 'event', id: event.id }, 200) : [];
	const shown = wrong ?? { values: { token: crypto.randomUUID(), reply: '' } };
	const closed = closedIn(c.req.query('closed'));
	return c.html(<EventPage {...{ view, event, people, history, closed }} {...shown} />, wrong ? 422 : 200);
}

type Turn = (tx: Tx, actor: Actor, event: Event, form: { token: string }, now: Now) => Promise<Result<unknown>>;

/** An act of one button on an event, whose answer is its card. */
const turn = (
	path: `/events/:id/${string}`,
	who: Exclude<Who, 'anyone'>,
	act: Act,
	saved: string,
	command: Turn
): Route =>
	post(path, who, [act], async (c) => {
		const { tx, actor, now } = c.var;
		const event = await eventOf(c);
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await command(tx, actor, event, form.value, now) : form;
		if (!result.ok) return showEvent(c, event, { values: { token: crypto.randomUUID() }, problems: result.problems });
		return c.redirect(`/events/${event.id}?saved=${saved}`, 303);
	});

/** One event: its card and what is done to it by one button. */
export const eventRoutes: readonly Route[] = [
	get('/events/:id', 'signed-in', async (c) => showEvent(c, await eventOf(c))),

	turn('/events/:id/announcement', eventKeepers, 'event.announced', 'announced', announceEvent),
	turn(
		'/events/:id/announcement/undoing',
		eventKeepers,
		'event.announcement-undone',
		'announcement-undone',
		undoAnnouncement
	),
	turn('/events/:id/return', eventKeepers, 'event.returned', 'returned', returnEvent),
	turn('/events/:id/attendance/undoing', eventKeepers, 'event.attendance-undone', 'attendance-undone', undoAttendance),
	turn('/events/:id/acquaintance', 'signed-in', 'event.acquainted', 'acquainted', acquaint),
	turn(
		'/events/:id/acquaintance/undoing',
		'signed-in',
		'event.acquainting-undone',
		'acquainting-undone',
		undoAcquainting
	),
	turn('/events/:id/reply/undoing', 'signed-in', 'event.reply-undone', 'reply-undone', undoAnswer),

	post('/events/:id/reply', 'signed-in', ['event.replied'], async (c) => {
		const { tx, actor, now } = c.var;
		const event = await eventOf(c);
		const form = readForm(await c.req.formData(), replyForm);
		const result = form.ok ? await answerCall(tx, actor, event, form.value, now) : form;
		if (!result.ok) return showEvent(c, event, { values: form.values, problems: result.problems });
		return c.redirect(`/events/${event.id}?saved=replied`, 303);
	}),

	post('/events/:id/cancellation', eventKeepers, ['event.cancelled'], async (c) => {
		const { tx, actor, now } = c.var;
		const event = await eventOf(c);
		const form = readForm(await c.req.formData(), cancelForm);
		const result = form.ok ? await cancelEvent(tx, actor, event, form.value, now) : form;
		if (!result.ok) return showEvent(c, event, { values: form.values, problems: result.problems });
		return c.redirect(`/events/${event.id}?saved=cancelled`, 303);
	}),

	post('/events/:id/removal', eventKeepers, ['event.removed'], async (c) => {
		const { tx, actor, now } = c.var;
		const event = await eventOf(c);
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await removeEvent(tx, actor, event, form.value, now) : form;
		if (!result.ok) return showEvent(c, event, { values: { token: crypto.randomUUID() }, problems: result.problems });
		return c.redirect(`/events?saved=removed&of=${event.id}`, 303);
	})
];

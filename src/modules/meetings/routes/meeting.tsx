import { addDays } from '../../../core/dates';
import { readForm, statusOf } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { giveFeedback } from '../commands/feedback';
import { cancelMeeting, moveMeeting } from '../commands/plan';
import { recordMeeting } from '../commands/record';
import { feedbackForm, moveForm, recordForm, versionForm } from '../form/record';
import { MeetingPage } from '../pages/meeting';
import { RecordPage } from '../pages/record';
import { findCadence } from '../queries/settings';
import { nextPossible } from '../rules/cadence';
import { recordDefaults } from '../rules/defaults';
import { savedAt } from './pair';
import { type C, calendarOf, meetingIn, rejectedValues, type Wrong, withAbsent } from './shared';

async function showMeeting(c: C, wrong?: Wrong) {
	const { view } = c.var;
	const found = await meetingIn(c);
	return c.html(<MeetingPage {...{ view, ...found }} {...wrong} />, wrong ? statusOf(wrong) : 200);
}

async function showRecord(c: C, wrong?: Wrong) {
	const { tx, actor, view, now } = c.var;
	const found = await meetingIn(c);
	const { cadence } = await findCadence(tx, actor);
	const next = nextPossible(addDays(now.today, cadence), await calendarOf(c, found));
	const values =
		wrong?.values ??
		recordDefaults(found, found.meeting, { next, again: c.req.query('as') === 'last', today: now.today });
	const page = <RecordPage {...{ view, ...found, values }} theirs={wrong?.theirs} problems={wrong?.problems} />;
	return c.html(page, wrong ? statusOf(wrong) : 200);
}

/** One meeting: what it is, how it was, another day for it. */
export const meetingRoutes: readonly Route[] = [
	get('/meetings/:id', 'signed-in', (c) => showMeeting(c)),

	get('/meetings/:id/record', 'signed-in', (c) => showRecord(c)),

	post('/meetings/:id/record', 'signed-in', ['meeting.recorded', 'meeting.corrected'], async (c) => {
		const { tx, actor, now } = c.var;
		const found = await meetingIn(c);
		const data = await c.req.formData();
		const form = readForm(data, recordForm, ['absent']);
		const { id } = found.meeting;
		const result = form.ok
			? await recordMeeting(tx, actor, found, id, form.value, await calendarOf(c, found), now)
			: form;
		if (!result.ok) return showRecord(c, rejectedValues(withAbsent(form, data), result));
		const saved = form.values.held === 'no' ? 'missed' : form.values.kind;
		return c.redirect(savedAt(found.mentorship.id, saved, result.value.act), 303);
	}),

	post('/meetings/:id/feedback', 'signed-in', ['meeting.answered'], async (c) => {
		const { tx, actor, now } = c.var;
		const { meeting } = await meetingIn(c);
		const form = readForm(await c.req.formData(), feedbackForm);
		const result = form.ok ? await giveFeedback(tx, actor, meeting.id, form.value, now) : form;
		if (!result.ok) return showMeeting(c, rejectedValues(form, result));
		return c.redirect(`/meetings/${meeting.id}?saved=answered`, 303);
	}),

	post('/meetings/:id/move', 'signed-in', ['meeting.moved'], async (c) => {
		const { tx, actor, now } = c.var;
		const found = await meetingIn(c);
		const form = readForm(await c.req.formData(), moveForm);
		const result = form.ok
			? await moveMeeting(tx, actor, found.meeting.id, form.value, await calendarOf(c, found), now)
			: form;
		if (!result.ok) return showMeeting(c, rejectedValues(form, result));
		return c.redirect(savedAt(found.mentorship.id, 'moved', result.value), 303);
	}),

	post('/meetings/:id/cancellation', 'signed-in', ['meeting.cancelled'], async (c) => {
		const { tx, actor, now } = c.var;
		const found = await meetingIn(c);
		const form = readForm(await c.req.formData(), versionForm);
		const result = form.ok ? await cancelMeeting(tx, actor, found.meeting.id, form.value, now) : form;
		if (!result.ok) return showMeeting(c, rejectedValues(form, result));
		return c.redirect(savedAt(found.mentorship.id, 'cancelled', result.value), 303);
	})
];

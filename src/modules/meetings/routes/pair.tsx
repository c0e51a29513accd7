import { addDays, showDate } from '../../../core/dates';
import { readForm, statusOf, type Values } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { planMeetings } from '../commands/plan';
import { recordMeeting } from '../commands/record';
import { undoMeetings } from '../commands/undo';
import { planForm, recordForm, undoForm } from '../form/record';
import { OwnMeetingsPage } from '../pages/own';
import { PairMeetingsPage } from '../pages/pair';
import { PlanPage } from '../pages/plan';
import { RecordPage } from '../pages/record';
import { listOwnWork } from '../queries/meetings';
import { findCadence } from '../queries/settings';
import { cadences, meetingDates, nextPossible } from '../rules/cadence';
import { recordDefaults } from '../rules/defaults';
import { lastHeld } from '../rules/meeting';
import { planOf, seenOf } from '../rules/plan';
import { daysOfWork, rhythmOf } from '../rules/work';
import { type C, calendarOf, rejectedValues, type Wrong, withAbsent, workIn } from './shared';

async function showPair(c: C, wrong?: Wrong) {
	const { tx, actor, view, now } = c.var;
	const work = await workIn(c);
	const { cadence } = await findCadence(tx, actor);
	const rhythm = rhythmOf(work.mentorship, work.meetings, {
		cadence,
		today: now.today,
		calendar: await calendarOf(c, work)
	});
	const act = c.req.query('act') ?? '';
	return c.html(
		<PairMeetingsPage {...{ view, ...work, rhythm, cadence, act }} problems={wrong?.problems} />,
		wrong ? 422 : 200
	);
}

/** «Записать встречу» of one that nobody has planned. */
async function showNew(c: C, wrong?: Wrong) {
	const { tx, actor, view, now } = c.var;
	const work = await workIn(c);
	const { cadence } = await findCadence(tx, actor);
	const calendar = await calendarOf(c, work);
	const next = nextPossible(addDays(now.today, cadence), calendar);
	const values =
		wrong?.values ?? recordDefaults(work, null, { next, again: c.req.query('as') === 'last', today: now.today });
	const page = (
		<RecordPage {...{ view, ...work, meeting: null, values }} theirs={wrong?.theirs} problems={wrong?.problems} />
	);
	return c.html(page, wrong ? statusOf(wrong) : 200);
}

async function showPlan(c: C, wrong?: Wrong & { days: string[] }) {
	const { tx, actor, view, now } = c.var;
	const work = await workIn(c);
	const { cadence } = await findCadence(tx, actor);
	const calendar = await calendarOf(c, work);
	const asked = c.req.query('every');
	const every = asked && asked in cadences ? Number(asked) : cadence;
	const plan = planOf(work.meetings, now.today);
	const { to } = daysOfWork(work.mentorship);
	const last = lastHeld(work.meetings)?.heldOn;
	const from = last ? addDays(last, every) : now.today;
	const proposed = meetingDates({ from: from > now.today ? from : addDays(now.today, 1), to }, every, calendar).map(
		showDate
	);
	const values: Values = wrong?.values ?? {
		token: crypto.randomUUID(),
		lasts: '45',
		startsAt: plan[0]?.startsAt ?? '',
		seen: seenOf(plan)
	};
	const days = wrong?.days ?? proposed;
	const page = (
		<PlanPage
			{...{ view, ...work, days, every, cadence, before: plan.length, values }}
			theirs={wrong?.theirs}
			problems={wrong?.problems}
		/>
	);
	return c.html(page, wrong ? statusOf(wrong) : 200);
}

/** Meetings of a pair, for the two and for those who lead pairs. */
export const pairMeetingRoutes: readonly Route[] = [
	get('/meetings', 'signed-in', async (c) => {
		const { tx, actor, view, now } = c.var;
		const works = await listOwnWork(tx, actor, now);
		return c.html(<OwnMeetingsPage {...{ view, works }} />);
	}),

	get('/mentorships/:id/meetings', 'signed-in', (c) => showPair(c)),

	get('/mentorships/:id/meetings/new', 'signed-in', (c) => showNew(c)),

	post('/mentorships/:id/meetings', 'signed-in', ['meeting.recorded'], async (c) => {
		const { tx, actor, now } = c.var;
		const work = await workIn(c);
		const data = await c.req.formData();
		const form = readForm(data, recordForm, ['absent']);
		const result = form.ok
			? await recordMeeting(tx, actor, work, null, form.value, await calendarOf(c, work), now)
			: form;
		if (!result.ok) return showNew(c, rejectedValues(withAbsent(form, data), result));
		return c.redirect(
			savedAt(work.mentorship.id, form.values.held === 'no' ? 'missed' : form.values.kind, result.value.act),
			303
		);
	}),

	get('/mentorships/:id/meeting-plan', 'signed-in', (c) => showPlan(c)),

	post('/mentorships/:id/meeting-plan', 'signed-in', ['meeting.planned'], async (c) => {
		const { tx, actor, now } = c.var;
		const work = await workIn(c);
		const data = await c.req.formData();
		const form = readForm(data, planForm, ['day']);
		const { id } = work.mentorship;
		const result = form.ok ? await planMeetings(tx, actor, id, form.value, await calendarOf(c, work), now) : form;
		if (!result.ok) return showPlan(c, { ...rejectedValues(form, result), days: data.getAll('day').map(String) });
		return c.redirect(savedAt(id, 'planned', result.value.act), 303);
	}),

	post('/mentorships/:id/meetings/undoing', 'signed-in', ['meeting.undone'], async (c) => {
		const { tx, actor, now } = c.var;
		const work = await workIn(c);
		const form = readForm(await c.req.formData(), undoForm);
		const result = form.ok ? await undoMeetings(tx, actor, work.mentorship.id, form.value, now) : form;
		if (!result.ok) return showPair(c, { values: form.values, problems: result.problems });
		return c.redirect(`/mentorships/${work.mentorship.id}/meetings?saved=undone`, 303);
	})
];

/** Back to the journal, which says what was done and offers to take it back. */
export const savedAt = (mentorshipId: string, saved: string | undefined, act: string) =>
	`/mentorships/${mentorshipId}/meetings?saved=${saved ?? ''}&act=${act}`;

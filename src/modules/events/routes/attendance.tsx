import { showDate } from '../../../core/dates';
import { readForm } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { sendFile } from '../../../http-tables';
import { closesIn } from '../../../ui/closes';
import { tickedBeforehand } from '../../roadmap/rules/closable';
import { enterSheet, finishTelling, undoSheet } from '../commands/acquaint';
import { type Marks, markAttendance } from '../commands/attendance';
import { aboutOf } from '../commands/prove';
import { sheetInWord } from '../engine/sheet-in-word';
import { attendanceForm, sheetForm, undoSheetForm } from '../form';
import { AttendancePage } from '../pages/attendance';
import { SheetPage } from '../pages/sheet';
import { type Called, type Event, listCalled } from '../queries/event';
import { canBeMarked, eventKeepers } from '../rules/event';
import { type C, closableHere, eventOf, type Wrong } from './shared';

type Ticked = { came: readonly string[]; excused: readonly string[]; closes: readonly string[] };

const tickedIn = (data: FormData, name: string) => data.getAll(name).filter((one) => typeof one === 'string');

/** What an event closes when nothing was ticked yet: its own line, where its time has come; otherwise the only one that fits. */
async function closableFor(c: C, event: Event, waits = false) {
	const closable = await closableHere(c);
	const { activity } = event;
	if (!activity || event.series || waits)
		return { closable, closes: waits ? [] : activity ? [] : tickedBeforehand(closable) };
	return {
		closable,
		closes: closable.some(({ occurrenceId }) => occurrenceId === activity.occurrenceId) ? [activity.occurrenceId] : []
	};
}

const marked = (people: readonly Called[]) => people.some(({ attendance }) => attendance);

async function showAttendance(c: C, event: Event, wrong?: Wrong & Ticked) {
	const { tx, actor, now, view } = c.var;
	const people = await listCalled(tx, actor, event.id, now);
	const of = (mark: Called['attendance']) => people.filter(({ attendance }) => attendance === mark).map(({ id }) => id);
	const minutesCome = !!event.body && event.agenda.length > 0;
	const fresh = {
		values: {
			token: crypto.randomUUID(),
			outcome: event.outcome,
			outsideCount: event.outsideCount === null ? '' : String(event.outsideCount)
		},
		came: marked(people) ? of('came') : people.map(({ id }) => id),
		excused: of('excused'),
		...(await closableFor(c, event, minutesCome))
	};
	const page = <AttendancePage {...{ view, event, people }} {...fresh} {...wrong} />;
	return c.html(page, wrong ? 422 : 200);
}

async function showSheet(
	c: C,
	event: Event,
	wrong?: Wrong & { chosen?: readonly string[]; closes?: readonly string[] }
) {
	const { tx, actor, now, view } = c.var;
	const people = await listCalled(tx, actor, event.id, now);
	const fresh = {
		values: {
			token: crypto.randomUUID(),
			on: showDate(now.today),
			outcome: event.outcome,
			outsideCount: event.outsideCount === null ? '' : String(event.outsideCount)
		},
		chosen: [],
		...(await closableFor(c, event))
	};
	return c.html(<SheetPage {...{ view, event, people }} {...fresh} {...wrong} />, wrong ? 422 : 200);
}

const notUndone = 'Снимать нечего: откройте список заново.';

/** Who came and who has read: ticking on a screen, sheets of paper, and what of the plan they close. */
export const attendanceRoutes: readonly Route[] = [
	get('/events/:id/attendance', eventKeepers, async (c) => {
		const event = await eventOf(c);
		return canBeMarked(event, c.var.now.today) ? showAttendance(c, event) : c.redirect(`/events/${event.id}`, 303);
	}),

	post('/events/:id/attendance', eventKeepers, ['event.attended'], async (c) => {
		const { tx, actor, now } = c.var;
		const event = await eventOf(c);
		const data = await c.req.formData();
		const form = readForm(data, attendanceForm);
		const ticked = { came: tickedIn(data, 'came'), excused: tickedIn(data, 'excused'), closes: closesIn(data) };
		if (!form.ok) return showAttendance(c, event, { ...form, ...ticked });
		const people = await listCalled(tx, actor, event.id, now);
		const marks: Marks = Object.fromEntries(
			people.map(({ id }) => [
				id,
				ticked.came.includes(id) ? 'came' : ticked.excused.includes(id) ? 'excused' : 'absent'
			])
		);
		const result = await markAttendance(tx, actor, event, { ...form.value, marks, closes: ticked.closes }, now);
		if (!result.ok) return showAttendance(c, event, { values: form.values, problems: result.problems, ...ticked });
		return c.redirect(`/events/${event.id}?saved=attended&closed=${result.value.closed}`, 303);
	}),

	get('/events/:id/present.docx', eventKeepers, async (c) => {
		const { tx, actor, now } = c.var;
		const event = await eventOf(c);
		const people = await listCalled(tx, actor, event.id, now);
		return sendFile(
			c,
			'Список присутствующих.docx',
			await sheetInWord({ ...(await aboutOf(tx, actor, event, now)), people, came: true })
		);
	}),

	get('/events/:id/sheet', eventKeepers, async (c) => showSheet(c, await eventOf(c))),

	get('/events/:id/sheet.docx', eventKeepers, async (c) => {
		const { tx, actor, now } = c.var;
		const event = await eventOf(c);
		const people = await listCalled(tx, actor, event.id, now);
		const name = event.acquaints || !event.meets ? 'Лист ознакомления.docx' : 'Лист регистрации.docx';
		return sendFile(c, name, await sheetInWord({ ...(await aboutOf(tx, actor, event, now)), people }));
	}),

	post('/events/:id/sheet', eventKeepers, ['event.sheet-entered'], async (c) => {
		const { tx, actor, now } = c.var;
		const event = await eventOf(c);
		const data = await c.req.formData();
		const form = readForm(data, sheetForm, ['person']);
		const result = form.ok ? await enterSheet(tx, actor, event, form.value, now) : form;
		if (result.ok) return c.redirect(`/events/${event.id}/sheet?saved=sheet`, 303);
		const chosen = tickedIn(data, 'person');
		return showSheet(c, event, { values: form.values, problems: result.problems, chosen });
	}),

	post('/events/:id/sheet/undoing', eventKeepers, ['event.sheet-undone'], async (c) => {
		const { tx, actor, now } = c.var;
		const event = await eventOf(c);
		const form = readForm(await c.req.formData(), undoSheetForm);
		const result = form.ok ? await undoSheet(tx, actor, event, form.value, now) : form;
		if (result.ok) return c.redirect(`/events/${event.id}/sheet?saved=undone`, 303);
		return showSheet(c, event, { values: { token: crypto.randomUUID() }, problems: { form: notUndone } });
	}),

	post('/events/:id/closing', eventKeepers, ['event.told'], async (c) => {
		const { tx, actor, now } = c.var;
		const event = await eventOf(c);
		const data = await c.req.formData();
		const [form, closes] = [readForm(data, attendanceForm), closesIn(data)];
		const result = form.ok ? await finishTelling(tx, actor, event, { ...form.value, closes }, now) : form;
		if (!result.ok) return showSheet(c, event, { values: form.values, problems: result.problems, closes });
		return c.redirect(`/events/${event.id}?saved=told&closed=${result.value}`, 303);
	})
];

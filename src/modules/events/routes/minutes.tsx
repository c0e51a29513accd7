import { showDate } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { readForm, statusOf, type Values } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { sendFile } from '../../../http-tables';
import { closedIn, closesIn } from '../../../ui/closes';
import { signMinutes, unsignMinutes, writeMinutes } from '../commands/minutes';
import { aboutOf } from '../commands/prove';
import { minutesInWord } from '../engine/minutes-in-word';
import { minutesForm, tokenForm } from '../form';
import { MinutesPage, SignedMinutesPage } from '../pages/minutes';
import { type Event, findLeaders } from '../queries/event';
import { findMinutes, listNumbers, type Minutes } from '../queries/minutes';
import { eventKeepers } from '../rules/event';
import { itemsFrom, minutesTitle, minutesYear, nextNumber } from '../rules/minutes';
import { itemsFromValues, valuesOfItems } from '../rules/minutes-form';
import { type C, closableHere, eventOf, type Wrong } from './shared';

const blank = { question: '', speaker: '', heard: '', decisions: [], votes: null };

/** What the form shows: what is kept, or what can be told beforehand. */
async function valuesFor(
	c: C,
	event: Event,
	kept: Minutes | undefined
): Promise<{ values: Values; lastNumber: string }> {
	const { tx, actor, now } = c.var;
	const earlier = await listNumbers(tx, actor, event.body, minutesYear(event.heldOn));
	const last = earlier.at(-1);
	const leaders = last ? { director: '', curator: '' } : await findLeaders(tx, actor, now);
	const items = kept?.items ?? itemsFrom(event.agenda);
	const text = (count: number | null | undefined) => (count === null || count === undefined ? '' : String(count));
	return {
		lastNumber: last?.number ?? '',
		values: {
			...valuesOfItems([...items, blank]),
			token: crypto.randomUUID(),
			version: String(kept?.version ?? 0),
			number: kept?.number || nextNumber(earlier.map(({ number }) => number)),
			chair: kept?.chair ?? last?.chair ?? leaders.director,
			secretary: kept?.secretary ?? last?.secretary ?? leaders.curator,
			present: text(kept ? kept.present : event.came),
			invited: text(kept ? kept.invited : event.called),
			guests: kept?.guests ?? '',
			signedOn: showDate(now.today)
		}
	};
}

async function showMinutes(
	c: C,
	event: Event,
	wrong?: Wrong & { closes: readonly string[]; theirs?: Values | undefined }
) {
	const { tx, actor, view } = c.var;
	if (!event.body || !event.attendedAt) return c.redirect(`/events/${event.id}`, 303);
	const kept = await findMinutes(tx, actor, event.id);
	if (kept?.signedOn && !wrong)
		return c.html(<SignedMinutesPage {...{ view, event }} minutes={kept} closed={closedIn(c.req.query('closed'))} />);
	const closable = await closableHere(c);
	const { activity } = event;
	const own = closable.filter(({ occurrenceId }) => occurrenceId === activity?.occurrenceId && !event.series);
	const fresh = {
		...(await valuesFor(c, event, kept)),
		closes: activity ? own.map(({ occurrenceId }) => occurrenceId) : undefined
	};
	return c.html(<MinutesPage {...{ view, event, closable }} {...fresh} {...wrong} />, wrong ? statusOf(wrong) : 200);
}

/** What the form says: its head, its points, and what is wrong in either. */
async function readMinutes(c: C) {
	const data = await c.req.formData();
	const form = readForm(data, minutesForm);
	const { items, problems } = itemsFromValues(form.values);
	const closes = closesIn(data);
	if (form.ok && Object.keys(problems).length === 0)
		return { ok: true as const, value: { ...form.value, items }, values: form.values, closes };
	return {
		ok: false as const,
		problems: { ...(form.ok ? {} : form.problems), ...problems },
		values: form.values,
		closes
	};
}

async function theirsOf(c: C, event: Event) {
	const kept = await findMinutes(c.var.tx, c.var.actor, event.id);
	return kept
		? { number: kept.number, chair: kept.chair, secretary: kept.secretary, version: String(kept.version) }
		: {};
}

/** Minutes: drafted as one writes, then signed. */
export const minutesRoutes: readonly Route[] = [
	get('/events/:id/minutes', eventKeepers, async (c) => showMinutes(c, await eventOf(c))),

	get('/events/:id/minutes.docx', eventKeepers, async (c) => {
		const { tx, actor, now } = c.var;
		const event = await eventOf(c);
		const minutes = (await findMinutes(tx, actor, event.id)) ?? notFound();
		const bytes = await minutesInWord({ ...(await aboutOf(tx, actor, event, now)), minutes });
		return sendFile(c, `${minutesTitle(minutes)}.docx`, bytes);
	}),

	post('/events/:id/minutes', eventKeepers, ['event.minutes-written'], async (c) => {
		const { tx, actor, now } = c.var;
		const event = await eventOf(c);
		const form = await readMinutes(c);
		const { closes } = form;
		const theirs = await theirsOf(c, event);
		const result = form.ok ? await writeMinutes(tx, actor, event, { ...form.value, theirs }, now) : form;
		if (result.ok) return c.redirect(`/events/${event.id}/minutes?saved=minutes`, 303);
		return showMinutes(c, event, { ...withTheirs(form.values, result, theirs.version), closes });
	}),

	post('/events/:id/minutes/signature', eventKeepers, ['event.minutes-signed'], async (c) => {
		const { tx, actor, now } = c.var;
		const event = await eventOf(c);
		const form = await readMinutes(c);
		const { closes } = form;
		if (!form.ok) return showMinutes(c, event, form);
		const { signedOn, ...said } = form.value;
		if (!signedOn || !said.number || said.items.length === 0) {
			const problems = {
				...(!signedOn && { signedOn: 'Укажите, когда протокол подписали' }),
				...(!said.number && { number: 'У подписанного протокола есть номер' }),
				...(said.items.length === 0 && { form: 'В протоколе ещё нет ни одного вопроса' })
			};
			return showMinutes(c, event, { values: form.values, problems, closes });
		}
		const theirs = await theirsOf(c, event);
		const result = await signMinutes(tx, actor, event, { ...said, signedOn, closes, theirs }, now);
		if (!result.ok) return showMinutes(c, event, { ...withTheirs(form.values, result, theirs.version), closes });
		return c.redirect(`/events/${event.id}/minutes?saved=signed&closed=${result.value}`, 303);
	}),

	post('/events/:id/minutes/unsigning', eventKeepers, ['event.minutes-unsigned'], async (c) => {
		const { tx, actor, now } = c.var;
		const event = await eventOf(c);
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await unsignMinutes(tx, actor, event, form.value, now) : form;
		if (result.ok) return c.redirect(`/events/${event.id}/minutes`, 303);
		const { values } = await valuesFor(c, event, await findMinutes(tx, actor, event.id));
		return showMinutes(c, event, { values, problems: result.problems, closes: [] });
	})
];

/** A refused form as it was typed; when somebody was faster, on the version that stands now. */
const withTheirs = (
	values: Values,
	{ problems, theirs }: { problems: Wrong['problems']; theirs?: Values },
	version: string | undefined
) => ({
	values: theirs ? { ...values, ...(version && { version }) } : values,
	problems,
	theirs
});

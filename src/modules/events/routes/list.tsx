import { showDate } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { plainText, readForm, statusOf, type Values } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { audienceIn } from '../../../ui/audience';
import { findInLibrary } from '../../legal-acts/queries/library';
import { findActivity } from '../../roadmap/queries/activities';
import { listCandidates } from '../../surveys/queries/participants';
import { type Audience, nobody } from '../../surveys/rules/audience';
import { publishKinds } from '../commands/kinds';
import { changeEvent, makeEvent } from '../commands/make';
import { restoreEvent } from '../commands/run';
import { changedEventForm, eventForm, kindsForm, tokenForm } from '../form';
import { EditEventPage, KindsPage, NewEventPage } from '../pages/edit';
import { EventsPage } from '../pages/list';
import { type Event, findEvent, findKinds, listWavesToLeadTo } from '../queries/event';
import { listEvents } from '../queries/list';
import { findSeries } from '../queries/series';
import { type ActToRead, knownActs, readingOf, valuesOfAct } from '../rules/acts';
import { canKeepEvents, eventKeepers, pointLine } from '../rules/event';
import { kindLine } from '../rules/kinds';
import { eventsWanted } from '../rules/list';
import { eventTemplates, valuesOfTemplate } from '../rules/templates';
import { type C, closableHere, eventOf, groupsOfStaff, type Wrong } from './shared';

type Chosen = { chosen: Audience; consents: readonly string[] };

/** What every form of an event offers to choose from. */
async function offered(c: C) {
	const { tx, actor, now } = c.var;
	return {
		kinds: (await findKinds(tx, actor)).kinds,
		staff: await listCandidates(tx, actor, now, { id: null, opensOn: now.today }),
		groups: await groupsOfStaff(c),
		waves: await listWavesToLeadTo(tx, actor),
		lines: await closableHere(c)
	};
}

/** An act of the library that is given to read, or one of those that are usually studied. */
async function actToRead(c: C): Promise<ActToRead | undefined> {
	const { act: code, legalAct: key } = c.req.query();
	const act = key ? await findInLibrary(c.var.tx, c.var.actor, key) : undefined;
	return act ? readingOf(act) : knownActs.find((one) => one.code === code);
}

async function showNew(c: C, wrong?: Wrong & Chosen) {
	const { view, now } = c.var;
	const { template: code = '', activity = '', title, heldOn } = wrong ? wrong.values : c.req.query();
	const choices = await offered(c);
	const template = eventTemplates.find((one) => one.code === code);
	const act = wrong ? undefined : await actToRead(c);
	const names = choices.kinds.map(({ name }) => name);
	const line = choices.lines.find(({ activityId }) => activityId === activity);
	const fresh = {
		values: {
			heldOn: showDate(now.today),
			lasts: '60',
			...(line && { title: line.title.replace(/^[\d.]+\s/, ''), occurrence: line.occurrenceId }),
			...(template && valuesOfTemplate(template, names)),
			...(act && valuesOfAct(act, names)),
			...(title && { title: plainText(title).slice(0, 300) }), // a line of a programme of promotion
			...(heldOn && { heldOn: heldOn.slice(0, 10) }),
			token: crypto.randomUUID()
		} as Values,
		problems: {},
		chosen: act || (template && !template.outside) ? { ...nobody, staff: true } : nobody,
		consents: template?.consents ?? []
	};
	const page = (
		<NewEventPage {...{ view, activity, template: template?.code ?? '' }} {...choices} {...(wrong ?? fresh)} />
	);
	return c.html(page, wrong ? 422 : 200);
}

const valuesOf = (event: Event): Values => ({
	kind: event.kind,
	title: event.title,
	heldOn: showDate(event.heldOn),
	startsAt: event.startsAt ?? '',
	lasts: String(event.lasts),
	place: event.place,
	link: event.link,
	ledBy: event.ledBy ?? '',
	words: event.words,
	agenda: event.agenda.map(pointLine).join('\n'),
	outside: event.outside,
	outsideCount: event.outsideCount === null ? '' : String(event.outsideCount),
	acquaintBy: event.acquaintBy ? showDate(event.acquaintBy) : '',
	wave: event.wave?.id ?? '',
	occurrence: event.activity?.occurrenceId ?? '',
	version: String(event.version),
	...(event.acquaints && { acquaints: 'on' }),
	...(event.callsMentors && { callsMentors: 'on' })
});

async function showEdit(c: C, event: Event, wrong?: Wrong & Chosen & { theirs?: Values | undefined }) {
	const { view } = c.var;
	const choices = await offered(c);
	const { kind, activity, wave } = event;
	const standing = {
		values: { ...valuesOf(event), token: crypto.randomUUID() },
		problems: {},
		chosen: event.audience,
		consents: event.consents
	};
	const page = (
		<EditEventPage
			{...{ view, event }}
			{...choices}
			kinds={
				choices.kinds.some(({ name }) => name === kind) ? choices.kinds : [...choices.kinds, { ...event, name: kind }]
			}
			waves={wave && !choices.waves.some(({ id }) => id === wave.id) ? [...choices.waves, wave] : choices.waves}
			lines={
				activity && !choices.lines.some(({ occurrenceId }) => occurrenceId === activity.occurrenceId)
					? [...choices.lines, { ...activity, planTitle: 'выбрано раньше' }]
					: choices.lines
			}
			{...(wrong ?? standing)}
		/>
	);
	return c.html(page, wrong ? statusOf(wrong) : 200);
}

/** The list, new events and the kinds of them. */
export const eventListRoutes: readonly Route[] = [
	get('/events', 'signed-in', async (c) => {
		const { tx, actor, now, view } = c.var;
		const wanted = eventsWanted(c.req.query());
		const found = await listEvents(tx, actor, wanted, now);
		const asked = c.req.query('activity');
		const activity = asked && canKeepEvents(actor) ? await findActivity(tx, actor, asked, now.today) : undefined;
		const removed = view.saved === 'removed' ? await findEvent(tx, actor, c.req.query('of') ?? '', true) : undefined;
		const series =
			view.saved === 'series-removed' ? await findSeries(tx, actor, c.req.query('of') ?? '', true) : undefined;
		return c.html(<EventsPage {...{ view, wanted, activity, removed, series }} {...found} />);
	}),

	get('/events/new', eventKeepers, (c) => showNew(c)),

	post('/events', eventKeepers, ['event.made'], async (c) => {
		const { tx, actor, now } = c.var;
		const data = await c.req.formData();
		const form = readForm(data, eventForm, ['consents']);
		const [chosen, consents] = [audienceIn(data), data.getAll('consents').map(String)];
		const result = form.ok ? await makeEvent(tx, actor, { ...form.value, audience: chosen }, now) : form;
		if (!result.ok) return showNew(c, { values: form.values, problems: result.problems, chosen, consents });
		const announced = form.ok && form.value.announce;
		return c.redirect(`/events/${result.value}?saved=${announced ? 'announced' : 'made'}`, 303);
	}),

	get('/events/kinds', eventKeepers, async (c) => {
		const { tx, actor, view } = c.var;
		const { number, kinds } = await findKinds(tx, actor);
		const values = { token: crypto.randomUUID(), version: String(number), kinds: kinds.map(kindLine).join('\n') };
		return c.html(<KindsPage {...{ view, number, values }} />);
	}),

	post('/events/kinds', eventKeepers, ['event.kinds-set'], async (c) => {
		const { tx, actor, now, view } = c.var;
		const form = readForm(await c.req.formData(), kindsForm);
		const result = form.ok ? await publishKinds(tx, actor, form.value, now) : form;
		if (result.ok) return c.redirect('/events/kinds?saved=kinds', 303);
		const { number } = await findKinds(tx, actor);
		const late = 'theirs' in result && result.theirs !== undefined;
		const values = late ? { ...form.values, version: String(number) } : form.values;
		return c.html(<KindsPage {...{ view, number, values }} problems={result.problems} />, late ? 409 : 422);
	}),

	get('/events/:id/edit', eventKeepers, async (c) => showEdit(c, await eventOf(c))),

	post('/events/:id/words', eventKeepers, ['event.changed'], async (c) => {
		const { tx, actor, now } = c.var;
		const event = await eventOf(c);
		const data = await c.req.formData();
		const form = readForm(data, changedEventForm, ['consents']);
		const [audience, consents] = [audienceIn(data), data.getAll('consents').map(String)];
		const changed = { audience, theirs: valuesOf(event) };
		const result = form.ok ? await changeEvent(tx, actor, event, { ...form.value, ...changed }, now) : form;
		if (result.ok) return c.redirect(`/events/${event.id}?saved=changed`, 303);
		const theirs = 'theirs' in result ? result.theirs : undefined;
		const values = theirs ? { ...form.values, version: String(event.version) } : form.values;
		return showEdit(c, event, { values, problems: result.problems, chosen: audience, consents, theirs });
	}),

	post('/events/:id/restoration', eventKeepers, ['event.restored'], async (c) => {
		const { tx, actor, now } = c.var;
		const event = (await findEvent(tx, actor, c.req.param('id'), true)) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		if (form.ok) await restoreEvent(tx, actor, event, form.value, now);
		return c.redirect(`/events/${event.id}?saved=restored`, 303);
	})
];

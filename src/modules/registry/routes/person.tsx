import type { Context } from 'hono';
import { showDate } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { findSettings } from '../../consents/queries/texts';
import { askedOf } from '../../consents/rules/kinds';
import { historyOf } from '../../journal/queries';
import { changeRequest, noteRequestEvent, recordRequest, removeRequest, undoRequestEvent } from '../commands/requests';
import { eventForm, levelsOf, requestForm, tokenForm } from '../form/registry';
import { RegistryPersonPage } from '../pages/person';
import { RequestEventPage, RequestFormPage } from '../pages/request-form';
import { findRequest, findRequestEvent, type RequestLine } from '../queries/person';
import { allTopics } from '../queries/topics';
import { registers, registryKeepers } from '../rules/registers';
import { namesOf } from '../rules/topics';
import { personIn, topicsFor } from './found';
import { requestValues } from './values';

type C = Context<App>;
type Wrong = { values: Values; problems: Problems; theirs?: Values | undefined };

async function showCard(c: C, id: string) {
	const { tx, actor, view, now } = c.var;
	const person = await personIn(c, id);
	const { asked } = await findSettings(tx, actor);
	const roles = person.entries
		.filter(({ withdrawn, to }) => !withdrawn && (!to || to >= now.today))
		.map(({ register }) => registers[register].role);
	const lacks = askedOf(roles, asked).filter((kind) => !person.consents.includes(kind));
	const names = namesOf(await allTopics(tx, actor));
	const history = await historyOf(tx, actor, { kind: 'person', id });
	return c.html(<RegistryPersonPage {...{ view, person, names, lacks, history }} />);
}

async function showRequest(c: C, personId: string, request: RequestLine | undefined, wrong?: Wrong) {
	const { view, now } = c.var;
	const person = await personIn(c, personId);
	const fresh = request
		? requestValues(request)
		: { priority: '2', source: 'words', saidOn: showDate(now.today), version: '0' };
	const values = wrong?.values ?? { ...fresh, token: crypto.randomUUID() };
	const held = request?.deficits.map(({ topic }) => topic) ?? [];
	const action = request ? `/mentee-requests/${request.id}` : `/registry/people/${personId}/request`;
	const page = (
		<RequestFormPage
			{...{ view, person, action, values }}
			topics={await topicsFor(c, held)}
			draft={request?.confirmed === false}
			problems={wrong?.problems ?? {}}
			theirs={wrong?.theirs}
		/>
	);
	return c.html(page, wrong ? (wrong.theirs ? 409 : 422) : 200);
}

/** The request of the address beside everything of its person. */
async function requestIn(c: C) {
	const { personId, id } = (await findRequest(c.var.tx, c.var.actor, c.req.param('id') ?? '')) ?? notFound();
	const person = await personIn(c, personId);
	return { person, request: person.requests.find((one) => one.id === id) ?? notFound() };
}

async function showEvent(c: C, wrong?: Wrong) {
	const { view, now } = c.var;
	const { person, request } = await requestIn(c);
	const values = wrong?.values ?? { token: crypto.randomUUID(), on: showDate(now.today) };
	const page = (
		<RequestEventPage
			{...{ view, person, values }}
			words={request.words}
			action={`/mentee-requests/${request.id}/event`}
			problems={wrong?.problems ?? {}}
		/>
	);
	return c.html(page, wrong ? 422 : 200);
}

const card = (personId: string, saved: string) => `/registry/people/${personId}?saved=${saved}`;

export const registryPersonRoutes: readonly Route[] = [
	get('/registry/people/:id', registryKeepers, (c) => showCard(c, c.req.param('id'))),

	get('/registry/people/:id/request', registryKeepers, (c) => showRequest(c, c.req.param('id'), undefined)),

	post('/registry/people/:id/request', registryKeepers, ['request.recorded'], async (c) => {
		const { tx, actor, now } = c.var;
		const person = await personIn(c, c.req.param('id'));
		const form = readForm(await c.req.formData(), requestForm);
		const deficits = levelsOf(form.values);
		const result = form.ok ? await recordRequest(tx, actor, person.id, { ...form.value, deficits }, now) : form;
		if (result.ok) return c.redirect(card(person.id, 'request'), 303);
		return showRequest(c, person.id, undefined, { values: form.values, problems: result.problems });
	}),

	get('/mentee-requests/:id', registryKeepers, async (c) => {
		const { person, request } = await requestIn(c);
		return showRequest(c, person.id, request);
	}),

	post('/mentee-requests/:id', registryKeepers, ['request.changed'], async (c) => {
		const { tx, actor, now } = c.var;
		const { person, request } = await requestIn(c);
		const form = readForm(await c.req.formData(), requestForm);
		const said = form.ok && { ...form.value, deficits: levelsOf(form.values), theirs: requestValues(request) };
		const target = { id: request.id, personId: person.id };
		const result = said ? await changeRequest(tx, actor, target, said, now) : form;
		if (result.ok) return c.redirect(card(person.id, 'request'), 303);
		const wrong = 'problems' in result ? result : { problems: {} };
		return showRequest(c, person.id, request, { values: form.values, ...wrong });
	}),

	get('/mentee-requests/:id/event', registryKeepers, (c) => showEvent(c)),

	post('/mentee-requests/:id/event', registryKeepers, ['request.moved'], async (c) => {
		const { tx, actor, now } = c.var;
		const { person, request } = await requestIn(c);
		const form = readForm(await c.req.formData(), eventForm);
		const result = form.ok ? await noteRequestEvent(tx, actor, request, form.value, now) : form;
		if (result.ok) return c.redirect(card(person.id, 'request-moved'), 303);
		return showEvent(c, { values: form.values, problems: result.problems });
	}),

	post('/request-events/:id/undoing', registryKeepers, ['request.move-undone'], async (c) => {
		const { tx, actor, now } = c.var;
		const event = (await findRequestEvent(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		if (form.ok) await undoRequestEvent(tx, actor, event, form.value, now);
		return c.redirect(card(event.personId, 'request-back'), 303);
	}),

	post('/mentee-requests/:id/removal', registryKeepers, ['request.removed'], async (c) => {
		const { tx, actor, now } = c.var;
		const { person, request } = await requestIn(c);
		const form = readForm(await c.req.formData(), tokenForm);
		if (form.ok) await removeRequest(tx, actor, request.id, { ...form.value, back: false }, now);
		return c.redirect(card(person.id, `request-removed.${request.id}`), 303);
	}),

	post('/mentee-requests/:id/restoration', registryKeepers, ['request.restored'], async (c) => {
		const { tx, actor, now } = c.var;
		const { person, request } = await requestIn(c);
		const form = readForm(await c.req.formData(), tokenForm);
		if (form.ok) await removeRequest(tx, actor, request.id, { ...form.value, back: true }, now);
		return c.redirect(card(person.id, 'request-restored'), 303);
	})
];

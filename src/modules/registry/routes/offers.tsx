import type { Context } from 'hono';
import { showDate } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { changeOffer, recordOffer, restoreOffer, withdrawOffer } from '../commands/offers';
import {
	beginProgramme,
	changeProgramme,
	endProgramme,
	removeProgramme,
	reopenProgramme
} from '../commands/programmes';
import {
	offerEndForm,
	offerForm,
	programmeChangeForm,
	programmeEndForm,
	programmeForm,
	tokenForm
} from '../form/registry';
import { OfferFormPage } from '../pages/offer-form';
import { BeginProgrammePage, ChangeProgrammePage, EndProgrammePage } from '../pages/programme';
import { OfferEndPage } from '../pages/request-form';
import { listPartners } from '../queries/partners';
import { findOffer, findProgramme, type OfferLine } from '../queries/person';
import { findEntry } from '../queries/register';
import { otherThan, registryKeepers } from '../rules/registers';
import { personIn, topicsFor } from './found';
import { offerValues } from './values';

type C = Context<App>;
type Wrong = { values: Values; problems: Problems; theirs?: Values | undefined };
type Ticked = { competences: readonly string[]; formats: readonly string[] };

/** The offer that stands today. */
const standing = (offers: readonly OfferLine[], today: string) =>
	offers.find(({ withdrawnOn, until }) => (!withdrawnOn || withdrawnOn > today) && (!until || until >= today));

async function showOffer(c: C, wrong?: Wrong & { ticked: Ticked }) {
	const { view, now } = c.var;
	const person = await personIn(c, c.req.param('id') ?? '');
	const offer = standing(person.offers, now.today);
	const fresh = offer
		? offerValues(offer)
		: { capacity: '1', source: 'words', saidOn: showDate(now.today), version: '0', category: '' };
	const page = (
		<OfferFormPage
			{...{ view, person }}
			action={`/registry/people/${person.id}/offer`}
			topics={await topicsFor(c, offer?.competences ?? [])}
			draft={offer?.confirmed === false}
			values={wrong?.values ?? { ...fresh, token: crypto.randomUUID() }}
			ticked={wrong?.ticked ?? offer ?? { competences: [], formats: [] }}
			problems={wrong?.problems ?? {}}
			theirs={wrong?.theirs}
		/>
	);
	return c.html(page, wrong ? (wrong.theirs ? 409 : 422) : 200);
}

const texts = (data: FormData, name: string) => data.getAll(name).filter((one) => typeof one === 'string');

async function showOfferEnd(c: C, wrong?: Wrong) {
	const { tx, actor, view, now } = c.var;
	const offer = (await findOffer(tx, actor, c.req.param('id') ?? '')) ?? notFound();
	const person = await personIn(c, offer.personId);
	const values = wrong?.values ?? { token: crypto.randomUUID(), on: showDate(now.today) };
	const action = `/mentor-offers/${offer.id}/withdrawal`;
	return c.html(
		<OfferEndPage {...{ view, person, action, values }} problems={wrong?.problems ?? {}} />,
		wrong ? 422 : 200
	);
}

async function showBegin(c: C, wrong?: Wrong) {
	const { tx, actor, view, now } = c.var;
	const entry = (await findEntry(tx, actor, c.req.param('id') ?? '')) ?? notFound();
	const person = await personIn(c, entry.personId);
	const partners = await listPartners(tx, actor, otherThan(entry.register), now);
	const page = (
		<BeginProgrammePage
			{...{ view, person }}
			register={entry.register}
			partners={partners.filter(({ id }) => id !== person.id)}
			action={`/register-entries/${entry.id}/programme`}
			values={wrong?.values ?? { token: crypto.randomUUID(), from: showDate(now.today) }}
			problems={wrong?.problems ?? {}}
		/>
	);
	return c.html(page, wrong ? 422 : 200);
}

async function showChange(c: C, wrong?: Wrong) {
	const { tx, actor, view, now } = c.var;
	const programme = (await findProgramme(tx, actor, c.req.param('id') ?? '')) ?? notFound();
	const person = await personIn(c, programme.personId);
	const { register, partner, partnerNote, form, version } = programme;
	const here = (await listPartners(tx, actor, otherThan(register), now)).filter(({ id }) => id !== person.id);
	const left = partner && !here.some(({ id }) => id === partner) ? [await personIn(c, partner)] : []; // the register, not the pair
	const partners = [...left, ...here];
	const fresh = { partner: partner ?? '', partnerNote, form, version: String(version), token: crypto.randomUUID() };
	const action = `/programme-periods/${programme.id}`;
	const page = (
		<ChangeProgrammePage
			{...{ view, person, register, partners, action }}
			pair={programme.mentorship}
			values={wrong?.values ?? fresh}
			problems={wrong?.problems ?? {}}
		/>
	);
	return c.html(page, wrong ? (wrong.theirs ? 409 : 422) : 200);
}

async function showEnd(c: C, wrong?: Wrong) {
	const { tx, actor, view, now } = c.var;
	const programme = (await findProgramme(tx, actor, c.req.param('id') ?? '')) ?? notFound();
	const person = await personIn(c, programme.personId);
	const { outcome, results, caseUrl, version, to } = programme;
	const fresh = { outcome: outcome ?? 'completed', results, caseUrl, version: String(version) };
	const page = (
		<EndProgrammePage
			{...{ view, person }}
			pair={programme.mentorship}
			action={`/programme-periods/${programme.id}/ending`}
			values={wrong?.values ?? { ...fresh, on: showDate(to ?? now.today), token: crypto.randomUUID() }}
			problems={wrong?.problems ?? {}}
		/>
	);
	return c.html(page, wrong ? (wrong.theirs ? 409 : 422) : 200);
}

const card = (personId: string, saved: string) => `/registry/people/${personId}?saved=${saved}`;

export const offerRoutes: readonly Route[] = [
	get('/registry/people/:id/offer', registryKeepers, (c) => showOffer(c)),

	post('/registry/people/:id/offer', registryKeepers, ['offer.recorded', 'offer.changed'], async (c) => {
		const { tx, actor, now } = c.var;
		const person = await personIn(c, c.req.param('id'));
		const data = await c.req.formData();
		const form = readForm(data, offerForm, ['competences', 'formats']);
		const offer = standing(person.offers, now.today);
		const write = async () => {
			if (!form.ok) return form;
			if (!offer) return recordOffer(tx, actor, person.id, form.value, now);
			return changeOffer(tx, actor, offer, { ...form.value, theirs: offerValues(offer) }, now);
		};
		const result = await write();
		if (result.ok) return c.redirect(card(person.id, 'offer'), 303);
		const ticked = { competences: texts(data, 'competences'), formats: texts(data, 'formats') };
		return showOffer(c, { values: form.values, ticked, ...result });
	}),

	get('/mentor-offers/:id/withdrawal', registryKeepers, (c) => showOfferEnd(c)),

	post('/mentor-offers/:id/withdrawal', registryKeepers, ['offer.withdrawn'], async (c) => {
		const { tx, actor, now } = c.var;
		const offer = (await findOffer(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), offerEndForm);
		const result = form.ok ? await withdrawOffer(tx, actor, offer, form.value, now) : form;
		if (result.ok) return c.redirect(card(offer.personId, 'offer-withdrawn'), 303);
		return showOfferEnd(c, { values: form.values, problems: result.problems });
	}),

	post('/mentor-offers/:id/restoration', registryKeepers, ['offer.restored'], async (c) => {
		const { tx, actor, now } = c.var;
		const offer = (await findOffer(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		if (form.ok) await restoreOffer(tx, actor, offer, form.value, now);
		return c.redirect(card(offer.personId, 'offer-restored'), 303);
	}),

	get('/register-entries/:id/programme', registryKeepers, (c) => showBegin(c)),

	post('/register-entries/:id/programme', registryKeepers, ['programme.begun'], async (c) => {
		const { tx, actor, now } = c.var;
		const entry = (await findEntry(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), programmeForm);
		const result = form.ok ? await beginProgramme(tx, actor, entry, form.value, now) : form;
		if (result.ok) return c.redirect(card(entry.personId, 'programme'), 303);
		return showBegin(c, { values: form.values, problems: result.problems });
	}),

	get('/programme-periods/:id', registryKeepers, (c) => showChange(c)),

	post('/programme-periods/:id', registryKeepers, ['programme.changed'], async (c) => {
		const { tx, actor, now } = c.var;
		const programme = (await findProgramme(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), programmeChangeForm);
		const result = form.ok ? await changeProgramme(tx, actor, programme, form.value, now) : form;
		if (result.ok) return c.redirect(card(programme.personId, 'programme-changed'), 303);
		return showChange(c, { values: form.values, ...result });
	}),

	get('/programme-periods/:id/ending', registryKeepers, (c) => showEnd(c)),

	post('/programme-periods/:id/ending', registryKeepers, ['programme.ended'], async (c) => {
		const { tx, actor, now } = c.var;
		const programme = (await findProgramme(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), programmeEndForm);
		const result = form.ok ? await endProgramme(tx, actor, programme, form.value, now) : form;
		if (result.ok) return c.redirect(card(programme.personId, 'programme-ended'), 303);
		return showEnd(c, { values: form.values, ...result });
	}),

	post('/programme-periods/:id/reopening', registryKeepers, ['programme.reopened'], async (c) => {
		const { tx, actor, now } = c.var;
		const programme = (await findProgramme(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await reopenProgramme(tx, actor, programme, form.value, now) : form;
		if (!result.ok && programme.mentorship) return showChange(c, { values: form.values, problems: result.problems });
		allow(result.ok); // an old page: it is not offered to whoever has left
		return c.redirect(card(programme.personId, 'programme-reopened'), 303);
	}),

	post('/programme-periods/:id/removal', registryKeepers, ['programme.removed'], async (c) => {
		const { tx, actor, now } = c.var;
		const programme = (await findProgramme(tx, actor, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await removeProgramme(tx, actor, programme, form.value, now) : form;
		if (!result.ok) return showChange(c, { values: form.values, problems: result.problems });
		return c.redirect(card(programme.personId, 'programme-removed'), 303);
	})
];

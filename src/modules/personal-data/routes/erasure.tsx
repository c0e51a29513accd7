import type { Context } from 'hono';
import { showDate } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { erasePerson, refuseErasure, setRetention } from '../commands/erasure';
import { noteHandingOut } from '../commands/hand-out';
import { erasureForm, refusalForm, retentionForm } from '../form';
import { ErasurePage, ErasuresPage } from '../pages/erasure';
import { findCandidate, findRetention, listCandidates } from '../queries/erasure';
import { dataKeepers, erasureOf } from '../rules/erasure';
import { sendOwnData } from './own';

type C = Context<App, '/people/:id/erasure'>;
type Wrong = { values: Values; problems: Problems };

async function caseOf(c: C) {
	const { tx, actor, now } = c.var;
	const person = (await findCandidate(tx, actor, c.req.param('id'), now)) ?? notFound();
	const { years } = await findRetention(tx, actor);
	return { person, years };
}

async function showCase(c: C, wrong: { erasure?: Wrong; refusal?: Wrong } = {}) {
	const { person, years } = await caseOf(c);
	const verdict = erasureOf(person, years, c.var.now.today);
	const { erasure, refusal } = wrong;
	const page = <ErasurePage view={c.var.view} {...{ person, verdict }} {...erasure} {...(refusal && { refusal })} />;
	return c.html(page, erasure || refusal ? 422 : 200);
}

async function showList(c: Context<App>, wrong?: Wrong) {
	const { tx, actor, now, view } = c.var;
	const retention = await findRetention(tx, actor);
	const people = await listCandidates(tx, actor, retention.years, now);
	return c.html(<ErasuresPage {...{ view, people, retention }} {...wrong} />, wrong ? 422 : 200);
}

export const erasureRoutes: readonly Route[] = [
	get('/people/erasure', dataKeepers, (c) => showList(c)),

	post('/people/erasure/retention', dataKeepers, ['retention.set'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), retentionForm);
		const result = form.ok ? await setRetention(tx, actor, form.value, now) : form;
		if (result.ok) return c.redirect('/people/erasure?saved=years', 303);
		return showList(c, { values: form.values, problems: result.problems });
	}),

	get('/people/:id/erasure', dataKeepers, (c) => showCase(c)),

	post('/people/:id/erasure', dataKeepers, ['person.erased'], async (c) => {
		const { tx, actor, now } = c.var;
		const { person, years } = await caseOf(c);
		const form = readForm(await c.req.formData(), erasureForm);
		const result = form.ok ? await erasePerson(tx, actor, person, form.value, years, now) : form;
		if (result.ok) return c.redirect('/people/erasure?saved=erased', 303);
		return showCase(c, { erasure: { values: form.values, problems: result.problems } });
	}),

	post('/people/:id/erasure/refusal', dataKeepers, ['erasure.refused'], async (c) => {
		const { tx, actor, now } = c.var;
		const { person } = await caseOf(c);
		const form = readForm(await c.req.formData(), refusalForm);
		const result = form.ok ? await refuseErasure(tx, actor, person.id, form.value, now) : form;
		if (result.ok) return c.redirect('/people/erasure?saved=refused', 303);
		return showCase(c, { refusal: { values: form.values, problems: result.problems } });
	}),

	{
		...get('/people/:id/data', dataKeepers, async (c) => {
			const { tx, actor, now } = c.var;
			const person = (await findCandidate(tx, actor, c.req.param('id'), now)) ?? notFound();
			await noteHandingOut(tx, actor, person.id, now);
			return sendOwnData(c, person, `Данные на ${showDate(now.today)}`);
		}),
		writes: true // who handed private fields out is noted
	}
];

import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import { type Problems, readForm } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { giveOwnConsent } from '../commands/record';
import { withdrawConsent } from '../commands/withdraw';
import { ownConsentForm, ownWithdrawalForm } from '../form';
import { OwnConsentsPage } from '../pages/own';
import { findPersonConsents } from '../queries/person';
import { currentTexts, findSettings } from '../queries/texts';
import { allKinds, askedOf } from '../rules/kinds';

/** What is asked of them first; then whatever else they once agreed to. */
async function showOwn(c: Context<App>, wrong?: { kind: string | undefined; problems: Problems }) {
	const { tx, actor, now, view } = c.var;
	const person = (await findPersonConsents(tx, actor, actor.personId, now)) ?? notFound();
	const texts = await currentTexts(tx, actor);
	const { asked } = await findSettings(tx, actor);
	const own = new Set(person.consents.filter(({ standing }) => standing).map(({ kind }) => kind));
	const wanted = askedOf(person.roles, asked);
	const kinds = allKinds.filter(
		(kind) => wanted.includes(kind) || own.has(kind) || (texts.has(kind) && kind === 'publication')
	);
	return c.html(<OwnConsentsPage {...{ view, person, texts, kinds }} {...(wrong && { wrong })} />, wrong ? 422 : 200);
}

export const ownConsentRoutes: readonly Route[] = [
	get('/my-consents', 'signed-in', (c) => showOwn(c)),

	post('/my-consents', 'signed-in', ['consent.given'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), ownConsentForm);
		const result = form.ok ? await giveOwnConsent(tx, actor, form.value, now) : form;
		if (result.ok) return c.redirect('/my-consents?saved=given', 303);
		return showOwn(c, { kind: form.values.kind, problems: result.problems });
	}),

	post('/my-consents/withdrawal', 'signed-in', ['consent.withdrawn'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), ownWithdrawalForm);
		const result = form.ok
			? await withdrawConsent(tx, actor, actor.personId, { ...form.value, withdrawnOn: now.today }, now)
			: form;
		if (result.ok) return c.redirect('/my-consents?saved=withdrawn', 303);
		return showOwn(c, { kind: form.values.kind, problems: result.problems });
	})
];

import type { Context } from 'hono';
import { type Problems, readForm, statusOf, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { findOrganisation } from '../../organisations/queries';
import { changeSettings, publishText } from '../commands/texts';
import { settingsForm, textForm } from '../form';
import { TextPage, TextsPage } from '../pages/texts';
import { currentTexts, findSettings, listVersions } from '../queries/texts';
import { textKeepers } from '../rules/kinds';
import { libraryOf } from '../rules/library';
import { kindOf } from './register';

async function showTexts(c: Context<App>, wrong?: { problems: Problems }) {
	const { tx, actor, view } = c.var;
	const { asked, strict, version } = await findSettings(tx, actor);
	const texts = await currentTexts(tx, actor);
	const values = { token: crypto.randomUUID(), version: String(version) };
	const page = <TextsPage {...{ view, texts, asked, strict, values }} problems={wrong?.problems ?? {}} />;
	return c.html(page, wrong ? 409 : 200);
}

async function showText(c: Context<App>, wrong?: { values: Values; problems: Problems; theirs?: Values | undefined }) {
	const { tx, actor, now, view } = c.var;
	const kind = kindOf(c);
	const versions = await listVersions(tx, actor, kind);
	const parts = versions[0]?.parts ?? libraryOf(kind, (await findOrganisation(tx, actor, now)).fullName);
	const fresh = { ...parts, token: crypto.randomUUID(), version: String(versions[0]?.number ?? 0) };
	const page = <TextPage {...{ view, kind, versions }} {...(wrong ?? { values: fresh })} />;
	return c.html(page, wrong ? statusOf(wrong.theirs ? { theirs: wrong.theirs } : {}) : 200);
}

export const consentTextRoutes: readonly Route[] = [
	get('/consents/texts', textKeepers, (c) => showTexts(c)),

	get('/consents/texts/:kind', textKeepers, (c) => showText(c)),

	post('/consents/texts/:kind', textKeepers, ['consent-text.published'], async (c) => {
		const { tx, actor, now } = c.var;
		const kind = kindOf(c);
		const form = readForm(await c.req.formData(), textForm);
		const result = form.ok ? await publishText(tx, actor, kind, form.value, now) : form;
		if (result.ok) return c.redirect('/consents/texts?saved=published', 303);
		const theirs = 'theirs' in result ? result.theirs : undefined;
		return showText(c, { values: form.values, problems: result.problems, theirs });
	}),

	post('/consents/settings', textKeepers, ['consent.settings-changed'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), settingsForm, ['asked']);
		const result = form.ok ? await changeSettings(tx, actor, form.value, now) : form;
		return result.ok ? c.redirect('/consents?saved=settings', 303) : showTexts(c, { problems: result.problems });
	})
];

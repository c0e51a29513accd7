import { readForm, statusOf, type Values } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { addressOf } from '../../../http-client';
import { reachOf } from '../../access/rules/invitations';
import { changeSettings } from '../commands/settings';
import { readyOf } from '../engine/papers';
import { settingsForm } from '../form';
import { DocumentsPage } from '../pages/list';
import { DocumentSettingsPage } from '../pages/settings';
import { findPaperFacts } from '../queries/facts';
import { findSettings, listSigners } from '../queries/settings';
import { listVersions } from '../queries/templates';
import { documentKeepers, documentMakers, isFor, missingDetails, settingsValues } from '../rules/documents';
import { ownTemplateCodes, ownTemplates } from '../rules/library/templates';

/** «Документы»: what can be made, and what all papers say. */
export const documentRoutes: readonly Route[] = [
	get('/documents', documentMakers, async (c) => {
		const { tx, actor, now, view } = c.var;
		const facts = await findPaperFacts(tx, actor, now);
		const versions = await listVersions(tx, actor);
		const fitting = ownTemplateCodes.filter((code) => isFor(ownTemplates[code].whose, actor.organisation.kind));
		const templates = fitting.map((code) => {
			const latest = versions.find((one) => one.code === code);
			const { title, section, about, needs, asks } = ownTemplates[code];
			return {
				...{ code, title, section, about, needs, asks: asks.length > 0 },
				papers: readyOf(code, facts),
				version: latest?.fileId ? { number: latest.number, on: latest.madeAt.slice(0, 10) } : null
			};
		});
		return c.html(<DocumentsPage {...{ view, templates }} missing={missingDetails(facts.settings, facts.signer)} />);
	}),

	get('/documents/settings', documentKeepers, async (c) => {
		const { tx, actor, now, view } = c.var;
		const { settings, version } = await findSettings(tx, actor);
		const values: Values = { ...settingsValues(settings, version), token: crypto.randomUUID() };
		return c.html(
			<DocumentSettingsPage
				{...{ view, values }}
				reach={reachOf(addressOf(c, c.var.world))}
				staff={await listSigners(tx, actor, now)}
			/>
		);
	}),

	post('/documents/settings', documentKeepers, ['document-settings.changed'], async (c) => {
		const { tx, actor, now, view } = c.var;
		const form = readForm(await c.req.formData(), settingsForm);
		const result = form.ok ? await changeSettings(tx, actor, form.value, now) : form;
		if (result.ok) return c.redirect('/documents?saved=settings', 303);
		const theirs = 'theirs' in result ? result.theirs : undefined;
		const staff = await listSigners(tx, actor, now);
		const page = (
			<DocumentSettingsPage
				{...{ view, reach: reachOf(addressOf(c, c.var.world)), staff, theirs }}
				values={form.values}
				problems={result.problems}
			/>
		);
		return c.html(page, statusOf(theirs ? { theirs } : {}));
	})
];

import type { Context } from 'hono';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { takeAsMentors } from '../commands/graduates';
import { graduatesForm } from '../form/registry';
import { GraduatesPage } from '../pages/graduates';
import { listGraduates } from '../queries/graduates';
import { registryKeepers } from '../rules/registers';

type Wrong = { values: Values; problems: Problems; chosen: readonly string[] };

async function showGraduates(c: Context<App>, wrong?: Wrong) {
	const { tx, actor, now, view } = c.var;
	const graduates = await listGraduates(tx, actor, now);
	const shown = wrong ?? { values: { token: crypto.randomUUID() } };
	return c.html(<GraduatesPage {...{ view, graduates }} {...shown} />, wrong ? 422 : 200);
}

export const graduateRoutes: readonly Route[] = [
	get('/registry/graduates', registryKeepers, (c) => showGraduates(c)),

	post('/registry/graduates', registryKeepers, ['register.entered'], async (c) => {
		const { tx, actor, now } = c.var;
		const data = await c.req.formData();
		const form = readForm(data, graduatesForm, ['person']);
		const result = form.ok ? await takeAsMentors(tx, actor, form.value, now) : form;
		if (result.ok) return c.redirect(`/registry/mentors?saved=entered&act=${result.value.act}`, 303);
		const chosen = data.getAll('person').filter((one) => typeof one === 'string');
		return showGraduates(c, { values: form.values, problems: result.problems, chosen });
	})
];

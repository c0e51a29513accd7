import type { Context } from 'hono';
import * as v from 'valibot';
import { has, type Role } from '../../../core/actor';
import { readForm, type Values } from '../../../core/forms';
import { get, open, type Route, type Visitor } from '../../../http';
import { forgetCookie, keepCookie, readCookie } from '../../../http-cookies';
import { planLeaders } from '../../roadmap/rules/plan';
import { foundOrganisation, keepFirstRunDraft } from '../commands/first-run';
import { firstCodeForm, founderForm, organisationForm, personForm } from '../form/first-run';
import { AccountStepPage, FirstCodePage, OrganisationStepPage, PersonStepPage } from '../pages/first-run';
import { FirstStepsPage } from '../pages/first-steps';
import { isFirstRun } from '../queries/before-sign-in';
import { readFirstRunDraft } from '../queries/first-run';
import { stepPath } from '../rules/first-run';
import { suggestedLogin } from '../rules/logins';
import { keepers } from '../rules/roles';
import { browserOf, keepSession } from './sign-in';

const wrongCode = 'Код не подошёл. Возьмите его из окна, где запущена программа: при каждом запуске он новый.';

/** What was told under the code of this browser's cookie. */
async function draftOf(c: Context<Visitor>) {
	const code = readCookie(c, c.var.world, 'first-run') ?? '';
	const draft = code ? await readFirstRunDraft(c.var.world.db, code) : undefined;
	return draft && { code, draft };
}

/** The two told steps, read again by their forms: a step left out is undefined. */
function toldIn({ organisation = {}, person = {} }: { organisation?: Values; person?: Values }) {
	const [of, who] = [v.safeParse(organisationForm, organisation), v.safeParse(personForm, person)];
	return {
		organisation: of.success ? { ...of.output, onePersonMode: of.output.onePersonMode === 'yes' } : undefined,
		person: who.success ? who.output : undefined
	};
}

export const firstRunRoutes: readonly Route[] = [
	open.get('/welcome', async (c) => {
		if (!(await isFirstRun(c.var.world.db))) return c.redirect('/sign-in', 303);
		return c.html(<FirstCodePage values={{ code: c.req.query('code') }} />);
	}),

	open.post('/welcome', async (c) => {
		const { world } = c.var;
		const form = readForm(await c.req.formData(), firstCodeForm);
		if (!form.ok) return c.html(<FirstCodePage values={form.values} problems={form.problems} />, 422);
		if (!(await readFirstRunDraft(world.db, form.value.code))) {
			return c.html(<FirstCodePage values={form.values} problems={{ code: wrongCode }} />, 422);
		}
		keepCookie(c, world, 'first-run', form.value.code);
		return c.redirect(stepPath('organisation'), 303);
	}),

	open.get('/welcome/organisation', async (c) => {
		const told = await draftOf(c);
		if (!told) return c.redirect('/welcome', 303);
		return c.html(<OrganisationStepPage values={told.draft.organisation ?? { onePersonMode: 'no' }} />);
	}),

	open.post('/welcome/organisation', async (c) => {
		const told = await draftOf(c);
		if (!told) return c.redirect('/welcome', 303);
		const form = readForm(await c.req.formData(), organisationForm);
		await keepFirstRunDraft(c.var.world.db, told.code, { ...told.draft, organisation: form.values });
		if (!form.ok) return c.html(<OrganisationStepPage values={form.values} problems={form.problems} />, 422);
		return c.redirect(stepPath('person'), 303);
	}),

	open.get('/welcome/person', async (c) => {
		const told = await draftOf(c);
		if (!told) return c.redirect('/welcome', 303);
		return c.html(<PersonStepPage values={told.draft.person} />);
	}),

	open.post('/welcome/person', async (c) => {
		const told = await draftOf(c);
		if (!told) return c.redirect('/welcome', 303);
		const form = readForm(await c.req.formData(), personForm);
		await keepFirstRunDraft(c.var.world.db, told.code, { ...told.draft, person: form.values });
		if (!form.ok) return c.html(<PersonStepPage values={form.values} problems={form.problems} />, 422);
		return c.redirect(stepPath('account'), 303);
	}),

	open.get('/welcome/account', async (c) => {
		const told = await draftOf(c);
		if (!told) return c.redirect('/welcome', 303);
		const { organisation, person } = toldIn(told.draft);
		if (!organisation) return c.redirect(stepPath('organisation'), 303);
		if (!person) return c.redirect(stepPath('person'), 303);
		const values = told.draft.account ?? { login: suggestedLogin(person) };
		return c.html(<AccountStepPage {...{ values, organisation, person }} />);
	}),

	open.post('/welcome/account', async (c) => {
		const { world, now } = c.var;
		const told = await draftOf(c);
		if (!told) return c.redirect('/welcome', 303);
		const { organisation, person } = toldIn(told.draft);
		if (!organisation) return c.redirect(stepPath('organisation'), 303);
		if (!person) return c.redirect(stepPath('person'), 303);

		const form = readForm(await c.req.formData(), founderForm);
		const { login, email } = form.values;
		await keepFirstRunDraft(world.db, told.code, { ...told.draft, account: { login, email } });
		const result = form.ok
			? await foundOrganisation(
					world.db,
					told.code,
					{ organisation, person, account: form.value, again: form.value.again },
					browserOf(c),
					now
				)
			: form;
		if (!result.ok) {
			const { problems } = result;
			const values = { login, email };
			return c.html(<AccountStepPage {...{ values, problems, organisation, person }} />, 422);
		}
		forgetCookie(c, world, 'first-run');
		keepSession(c, result.value);
		return c.redirect('/first-steps', 303);
	}),

	get('/first-steps', keepers, (c) => {
		const { view, actor } = c.var;
		const opens = (path: string, who: readonly Role[]) =>
			view.rooms.has(path) && has(actor, ...who) ? path : undefined;
		const roadmap = opens('/roadmap/imports/new', planLeaders);
		const staff = opens('/people/import', keepers);
		return c.html(<FirstStepsPage {...{ view, roadmap, staff }} />);
	})
];

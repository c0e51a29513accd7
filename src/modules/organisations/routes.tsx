import type { Context } from 'hono';
import { allow, notFound } from '../../core/errors';
import { plainText, readForm, statusOf, type Values } from '../../core/forms';
import { type App, get, post, type Route } from '../../http';
import { addressOf } from '../../http-client';
import { sessionSecret } from '../../http-cookies';
import { seeInvitation } from '../access/queries/seen-invitation';
import { reachOf } from '../access/rules/invitations';
import { invitationSecrets } from '../access/rules/secrets';
import { type Added, addOrganisationBelow, inviteBelow } from './commands/add-below';
import { cardValues, changeOrganisation } from './commands/change-organisation';
import { newOrganisationForm, organisationForm, tokenForm } from './form';
import { EditOrganisationPage } from './pages/edit-organisation';
import { NewSchoolPage } from './pages/new-school';
import { OrganisationPage } from './pages/organisation';
import { SchoolInvitationPage } from './pages/school-invitation';
import { SchoolsPage, type SchoolsWanted } from './pages/schools';
import { findBelow, findOrganisation, listBelow, listParents, pageSize } from './queries';
import { belowFilters, belowSorts } from './rules/below';
import { canSeeBelow, keepers, levelRoles } from './rules/organisation';

/** What of the list the address asks for; what it does not know is passed over. */
function wantedIn(c: Context<App>): SchoolsWanted {
	const { filter = '', sort = '', order, page, q = '' } = c.req.query();
	return {
		q: plainText(q).slice(0, 200),
		filter: Object.hasOwn(belowFilters, filter) ? (filter as SchoolsWanted['filter']) : 'all',
		sort: belowSorts.find((one) => one === sort) ?? 'name',
		descending: order === 'desc',
		page: Math.min(Math.max(1, Number.parseInt(page ?? '1', 10) || 1), 10_000)
	};
}

const invitationOf = ({ organisationId, invitationId }: Added, saved = '') =>
	`/schools/${organisationId}/invitation?of=${invitationId}${saved}`;

export const organisationRoutes: readonly Route[] = [
	get('/organisation', 'signed-in', async (c) => {
		const { tx, actor, now, view } = c.var;
		return c.html(<OrganisationPage view={view} organisation={await findOrganisation(tx, actor, now)} />);
	}),

	get('/organisation/edit', keepers, async (c) => {
		const { tx, actor, now, view } = c.var;
		const organisation = await findOrganisation(tx, actor, now);
		const values: Values = { ...cardValues(organisation), token: crypto.randomUUID() };
		return c.html(<EditOrganisationPage {...{ view, organisation, values }} />);
	}),

	post('/organisation', keepers, ['organisation.changed'], async (c) => {
		const { tx, actor, now, view } = c.var;
		const organisation = await findOrganisation(tx, actor, now);
		const form = readForm(await c.req.formData(), organisationForm);
		const result = form.ok ? await changeOrganisation(tx, actor, organisation, form.value, now) : form;
		if (result.ok) return c.redirect('/organisation?saved=organisation', 303);
		const theirs = 'theirs' in result ? result.theirs : undefined;
		const page = (
			<EditOrganisationPage {...{ view, organisation, theirs }} values={form.values} problems={result.problems} />
		);
		return c.html(page, statusOf(theirs ? { theirs } : {}));
	}),

	get('/schools', levelRoles, async (c) => {
		const { tx, actor, now, view } = c.var;
		allow(canSeeBelow(actor));
		const wanted = wantedIn(c);
		const { below, counts } = await listBelow(tx, now, wanted);
		return c.html(<SchoolsPage {...{ view, below, counts, wanted, pageSize }} />);
	}),

	get('/schools/new', levelRoles, async (c) => {
		const { tx, actor, now, view } = c.var;
		allow(canSeeBelow(actor));
		const values = { token: crypto.randomUUID(), timeZone: actor.timeZone };
		return c.html(<NewSchoolPage {...{ view, values }} parents={await listParents(tx, actor, now)} />);
	}),

	post('/schools', levelRoles, ['organisation.added'], async (c) => {
		const { tx, actor, now, view, world } = c.var;
		allow(canSeeBelow(actor));
		const form = readForm(await c.req.formData(), newOrganisationForm);
		const secret = sessionSecret(c, world);
		const result = form.ok ? await addOrganisationBelow(tx, actor, form.value, secret, now) : form;
		if (result.ok) return c.redirect(invitationOf(result.value, '&saved=school'), 303);
		const parents = await listParents(tx, actor, now);
		return c.html(<NewSchoolPage {...{ view, parents }} values={form.values} problems={result.problems} />, 422);
	}),

	post('/schools/:id/invitation', levelRoles, ['invitation.issued'], async (c) => {
		const { tx, actor, now, view, world } = c.var;
		allow(canSeeBelow(actor));
		const organisation = (await findBelow(tx, now, c.req.param('id'))) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const secret = sessionSecret(c, world);
		const result = form.ok ? await inviteBelow(tx, actor, organisation, form.value, secret, now) : form;
		if (result.ok) return c.redirect(invitationOf(result.value), 303);
		const wanted = wantedIn(c);
		const { below, counts } = await listBelow(tx, now, wanted);
		return c.html(<SchoolsPage {...{ view, below, counts, wanted, pageSize }} problem={result.problems.form} />, 422);
	}),

	get('/schools/:id/invitation', levelRoles, async (c) => {
		const { tx, actor, now, view, world } = c.var;
		allow(canSeeBelow(actor));
		const organisation = (await findBelow(tx, now, c.req.param('id'))) ?? notFound();
		const address = addressOf(c, world);
		const { token, code } = invitationSecrets(sessionSecret(c, world), c.req.query('of') ?? '');
		const seen = await seeInvitation(tx, token, now.at);
		const shown = seen?.state === 'open' && seen.organisation_id === organisation.id;
		const secrets = shown ? { link: `${address}/invitation/${token}`, code, until: seen.expires_at } : undefined;
		return c.html(<SchoolInvitationPage {...{ view, organisation, secrets, address }} reach={reachOf(address)} />);
	})
];

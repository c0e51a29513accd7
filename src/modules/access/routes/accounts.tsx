import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import { type Problems, readForm } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { sessionSecret } from '../../../http-cookies';
import { issueInvitations, revokeInvitation } from '../commands/invitations';
import { restoreAccess, suspendAccess } from '../commands/suspensions';
import { issueForm, issueManyForm } from '../form/invitation';
import { suspensionForm } from '../form/role';
import { accessStates } from '../pages/access-state';
import { AccountPage } from '../pages/account';
import { AccountsPage } from '../pages/accounts';
import { SuspensionPage } from '../pages/role-forms';
import { listAccessHistory } from '../queries/access-history';
import { findAccount, listAccounts } from '../queries/accounts';
import { listRoles } from '../queries/roles';
import type { AccessState } from '../rules/invitations';
import { keepers } from '../rules/roles';

const isState = (text: string | undefined): text is AccessState =>
	text !== undefined && Object.hasOwn(accessStates, text);

async function showList(c: Context<App>, problems?: Problems) {
	const { tx, actor, now, view } = c.var;
	const asked = c.req.query('show');
	const page = (
		<AccountsPage
			view={view}
			accounts={await listAccounts(tx, actor, now)}
			show={isState(asked) ? asked : undefined}
			q={c.req.query('q')?.trim() ?? ''}
			page={Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1)}
			token={crypto.randomUUID()}
			{...(problems && { problems })}
		/>
	);
	return c.html(page, problems ? 422 : 200);
}

/** The person of the address; another organisation's is not found. */
export const accountOf = async (c: Context<App, '/accounts/:id'>) =>
	(await findAccount(c.var.tx, c.var.actor, c.req.param('id'), c.var.now)) ?? notFound();

export async function showAccount(c: Context<App, '/accounts/:id'>, problems?: Problems) {
	const { tx, actor, view } = c.var;
	const account = await accountOf(c);
	const roles = await listRoles(tx, actor, account.id);
	const history = await listAccessHistory(tx, actor, account.id);
	return c.html(
		<AccountPage {...{ view, account, roles, history }} {...(problems && { problems })} />,
		problems ? 422 : 200
	);
}

export const accountRoutes: readonly Route[] = [
	get('/accounts', keepers, (c) => showList(c)),

	post('/accounts/invitations', keepers, ['invitation.issued'], async (c) => {
		const { tx, actor, now, world } = c.var;
		const form = readForm(await c.req.formData(), issueManyForm, ['people']);
		const issue = form.ok && { ...form.value, sessionSecret: sessionSecret(c, world) };
		const result = issue ? await issueInvitations(tx, actor, issue, now) : form;
		if (!result.ok) return showList(c, result.problems);
		return c.redirect(`/invitations/${result.value}`, 303);
	}),

	get('/accounts/:id', keepers, (c) => showAccount(c)),

	post('/accounts/:id/invitation', keepers, ['invitation.issued'], async (c) => {
		const { tx, actor, now, world } = c.var;
		const account = await accountOf(c);
		const form = readForm(await c.req.formData(), issueForm);
		const issue = form.ok && { ...form.value, people: [account.id], sessionSecret: sessionSecret(c, world) };
		const result = issue ? await issueInvitations(tx, actor, issue, now) : form;
		return result.ok ? c.redirect(`/invitations/${result.value}`, 303) : showAccount(c, result.problems);
	}),

	post('/accounts/:id/invitation/revocation', keepers, ['invitation.revoked'], async (c) => {
		const { tx, actor, now } = c.var;
		const account = await accountOf(c);
		const form = readForm(await c.req.formData(), issueForm);
		const result = form.ok ? await revokeInvitation(tx, actor, account.id, form.value.token, now) : form;
		if (!result.ok) return showAccount(c, result.problems);
		return c.redirect(`/accounts/${account.id}?saved=invitation-revoked`, 303);
	}),

	get('/accounts/:id/suspension', keepers, async (c) => {
		const { view } = c.var;
		const account = await accountOf(c);
		return c.html(<SuspensionPage {...{ view, account }} values={{ token: crypto.randomUUID() }} />);
	}),

	post('/accounts/:id/suspension', keepers, ['access.suspended'], async (c) => {
		const { tx, actor, now, view } = c.var;
		const account = await accountOf(c);
		const form = readForm(await c.req.formData(), suspensionForm);
		const result = form.ok ? await suspendAccess(tx, actor, account.id, form.value, now) : form;
		if (!result.ok) {
			const { values } = form;
			return c.html(<SuspensionPage {...{ view, account, values }} problems={result.problems} />, 422);
		}
		return c.redirect(`/accounts/${account.id}?saved=suspended`, 303);
	}),

	post('/accounts/:id/suspension/lifting', keepers, ['access.restored'], async (c) => {
		const { tx, actor, now } = c.var;
		const account = await accountOf(c);
		const form = readForm(await c.req.formData(), issueForm);
		const result = form.ok ? await restoreAccess(tx, actor, account.id, form.value.token, now) : form;
		return result.ok ? c.redirect(`/accounts/${account.id}?saved=restored`, 303) : showAccount(c, result.problems);
	})
];

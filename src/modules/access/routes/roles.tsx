import { showDate } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { readForm } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { endRole, grantRole, withdrawRole } from '../commands/roles';
import { issueForm } from '../form/invitation';
import { endingForm, grantForm } from '../form/role';
import { EndRolePage, NewRolePage } from '../pages/role-forms';
import { findRole } from '../queries/roles';
import { keepers, rolesIn } from '../rules/roles';
import { accountOf, showAccount } from './accounts';

export const roleRoutes: readonly Route[] = [
	get('/accounts/:id/roles/new', keepers, async (c) => {
		const { actor, now, view } = c.var;
		const account = await accountOf(c);
		const values = { token: crypto.randomUUID(), from: showDate(now.today) };
		return c.html(<NewRolePage {...{ view, account, values }} roles={rolesIn(actor.organisation.kind)} />);
	}),

	post('/accounts/:id/roles', keepers, ['role.granted'], async (c) => {
		const { tx, actor, now, view } = c.var;
		const account = await accountOf(c);
		const form = readForm(await c.req.formData(), grantForm);
		const result = form.ok ? await grantRole(tx, actor, account.id, form.value, now) : form;
		if (!result.ok) {
			const { problems } = result;
			const roles = rolesIn(actor.organisation.kind);
			return c.html(<NewRolePage {...{ view, account, roles, problems }} values={form.values} />, 422);
		}
		return c.redirect(`/accounts/${account.id}?saved=role-granted`, 303);
	}),

	get('/accounts/:id/roles/:role/ending', keepers, async (c) => {
		const { tx, actor, now, view } = c.var;
		const account = await accountOf(c);
		const role = (await findRole(tx, actor, account.id, c.req.param('role'))) ?? notFound();
		const values = { token: crypto.randomUUID(), on: showDate(now.today) };
		return c.html(<EndRolePage {...{ view, account, role, values }} />);
	}),

	post('/accounts/:id/roles/:role/ending', keepers, ['role.ended'], async (c) => {
		const { tx, actor, now, view } = c.var;
		const account = await accountOf(c);
		const role = (await findRole(tx, actor, account.id, c.req.param('role'))) ?? notFound();
		const form = readForm(await c.req.formData(), endingForm);
		const period = { personId: account.id, id: role.id };
		const result = form.ok ? await endRole(tx, actor, period, form.value, now) : form;
		if (!result.ok) {
			const { problems } = result;
			return c.html(<EndRolePage {...{ view, account, role, problems }} values={form.values} />, 422);
		}
		return c.redirect(`/accounts/${account.id}?saved=role-ended`, 303);
	}),

	post('/accounts/:id/roles/:role/withdrawal', keepers, ['role.withdrawn'], async (c) => {
		const { tx, actor, now } = c.var;
		const account = await accountOf(c);
		const role = (await findRole(tx, actor, account.id, c.req.param('role'))) ?? notFound();
		const form = readForm(await c.req.formData(), issueForm);
		const period = { personId: account.id, id: role.id };
		const result = form.ok ? await withdrawRole(tx, actor, period, form.value.token, now) : form;
		return result.ok
			? c.redirect(`/accounts/${account.id}?saved=role-withdrawn`, 303)
			: showAccount(c, result.problems);
	})
];

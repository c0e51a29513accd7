import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, type Values } from '../../../core/forms';
import { isId } from '../../../core/ids';
import { type App, get, post, type Route } from '../../../http';
import { readCookie } from '../../../http-cookies';
import { changeWorkplace } from '../commands/change-workplace';
import { changeEmail } from '../commands/email';
import { changePassword } from '../commands/password';
import { revokeOtherSessions, revokeSession } from '../commands/sessions';
import { emailForm, passwordForm, tokenForm, workplaceForm } from '../form/own-access';
import { OwnAccessPage } from '../pages/own-access';
import { readOwnAccess } from '../queries/own-access';
import { keepSession } from './sign-in';

const notices: Record<string, string> = {
	session: 'Вход на том устройстве завершён',
	sessions: 'Входы на остальных устройствах завершены',
	password: 'Пароль изменён, на остальных устройствах вход завершён',
	email: 'Почта для входа записана',
	workplace: 'Теперь вы работаете здесь'
};

async function show(c: Context<App>, problems?: Problems, typed: Values = {}) {
	const { tx, actor, now, view } = c.var;
	const access = await readOwnAccess(tx, actor, now);
	const values = { email: access.account?.email ?? '', ...typed, token: crypto.randomUUID() };
	const page = (
		<OwnAccessPage {...{ view, access, values }} notice={notices[view.saved ?? '']} {...(problems && { problems })} />
	);
	return c.html(page, problems ? 422 : 200);
}

export const ownAccessRoutes: readonly Route[] = [
	get('/sessions', 'signed-in', (c) => show(c)),

	post('/sessions/revocation', 'signed-in', ['session.revoked'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await revokeOtherSessions(tx, actor, form.value.token, now) : form;
		return result.ok ? c.redirect('/sessions?saved=sessions', 303) : show(c, result.problems);
	}),

	post('/sessions/:id/revocation', 'signed-in', ['session.revoked'], async (c) => {
		const { tx, actor, now } = c.var;
		const id = c.req.param('id');
		if (!isId(id)) return notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await revokeSession(tx, actor, id, form.value.token, now) : form;
		return result.ok ? c.redirect('/sessions?saved=session', 303) : show(c, result.problems);
	}),

	post('/password', 'signed-in', ['account.password-changed'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), passwordForm);
		const result = form.ok ? await changePassword(tx, actor, form.value, now) : form;
		return result.ok ? c.redirect('/sessions?saved=password', 303) : show(c, result.problems);
	}),

	post('/email', 'signed-in', ['account.email-changed'], async (c) => {
		const { tx, actor, now } = c.var;
		const form = readForm(await c.req.formData(), emailForm);
		const result = form.ok ? await changeEmail(tx, actor, form.value, now) : form;
		return result.ok ? c.redirect('/sessions?saved=email', 303) : show(c, result.problems, form.values);
	}),

	post('/workplace', 'signed-in', ['session.revoked'], async (c) => {
		const { tx, actor, now, world } = c.var;
		const form = readForm(await c.req.formData(), workplaceForm);
		if (!form.ok) return notFound();
		const browser = { userAgent: c.req.header('user-agent'), device: readCookie(c, world, 'device') };
		keepSession(c, await changeWorkplace(tx, actor, form.value.person, browser, now));
		return c.redirect('/', 303);
	})
];

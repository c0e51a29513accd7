import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import { readForm } from '../../../core/forms';
import { open, post, type Route, type Visitor } from '../../../http';
import { clientAddress } from '../../../http-client';
import { forgetCookie, keepCookie, readCookie } from '../../../http-cookies';
import { enterDemonstration } from '../commands/demonstration';
import type { OpenedSession } from '../commands/open-session';
import { signOut } from '../commands/sessions';
import { signIn } from '../commands/sign-in';
import { demonstrationForm, signInForm } from '../form/sign-in';
import { SignInPage } from '../pages/sign-in';
import { isFirstRun, listDemonstrationAccounts } from '../queries/before-sign-in';
import { ownPath } from '../rules/next';

/** What the browser tells of itself. */
export const browserOf = (c: Context<Visitor>) => ({
	userAgent: c.req.header('user-agent'),
	device: readCookie(c, c.var.world, 'device')
});

const aYear = 365 * 86_400_000;

/** From here on the browser carries the session; the device's mark stays when the session is gone. */
export function keepSession(c: Context, { token, device, at, expiresAt, remembered }: OpenedSession) {
	const { world } = c.var;
	keepCookie(c, world, 'session', token, remembered ? { at, expiresAt } : undefined);
	keepCookie(c, world, 'device', device, { at, expiresAt: new Date(Date.parse(at) + aYear).toISOString() });
}

const notices: Record<string, string> = {
	'signed-out': 'Вы вышли. До встречи.',
	'signed-out-everywhere': 'Вы вышли на всех устройствах.'
};

export const signInRoutes: readonly Route[] = [
	open.get('/sign-in', async (c) => {
		const { world, now } = c.var;
		const next = ownPath(c.req.query('next'));
		if (await world.actorOf(c)) return c.redirect(next, 303);
		if (await isFirstRun(world.db)) return c.redirect('/welcome', 303);
		const demonstration = await listDemonstrationAccounts(world.db, now.at);
		const notice = notices[c.req.query('saved') ?? ''];
		return c.html(<SignInPage values={{ next }} notice={notice} demonstration={demonstration} />);
	}),

	open.post('/sign-in', async (c) => {
		const { world, now } = c.var;
		const form = readForm(await c.req.formData(), signInForm);
		const from = { ...browserOf(c), address: clientAddress(c, world) };
		const result = form.ok ? await signIn(world.db, form.value, from, now) : form;
		if (!result.ok) {
			const demonstration = await listDemonstrationAccounts(world.db, now.at);
			return c.html(<SignInPage values={form.values} problems={result.problems} demonstration={demonstration} />, 422);
		}
		keepSession(c, result.value);
		return c.redirect(ownPath(form.values.next), 303);
	}),

	open.post('/sign-in/demonstration', async (c) => {
		const { world, now } = c.var;
		const form = readForm(await c.req.formData(), demonstrationForm);
		if (!form.ok) return notFound();
		keepSession(c, await enterDemonstration(world.db, form.value.person, browserOf(c), now));
		return c.redirect(ownPath(form.values.next), 303);
	}),

	post('/sign-out', 'signed-in', ['session.revoked'], async (c) => {
		const { tx, actor, now, world } = c.var;
		await signOut(tx, actor, now);
		forgetCookie(c, world, 'session');
		return c.redirect('/sign-in?saved=signed-out', 303);
	})
];

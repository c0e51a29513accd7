import type { Context } from 'hono';
import { readForm } from '../../../core/forms';
import { open, post, type Route, type Visitor } from '../../../http';
import { clientAddress } from '../../../http-client';
import { readCookie } from '../../../http-cookies';
import { acceptInvitation, noteWrongCode } from '../commands/accept-invitation';
import { changeWorkplace } from '../commands/change-workplace';
import { joinByInvitation } from '../commands/join-by-invitation';
import { acceptanceForm, codeForm, renewalForm } from '../form/invitation';
import { ClosedInvitationPage, CodePage, InvitationPage } from '../pages/invitation';
import { countWrongCodes, freeLogin, type SeenInvitation, seeInvitation } from '../queries/seen-invitation';
import { wrongCodesOfOneAddress } from '../rules/attempts';
import { suggestedLogin } from '../rules/logins';
import { browserOf, keepSession } from './sign-in';

const tooMany = 'С этого адреса слишком часто вводят неверные коды. Подождите час или откройте ссылку из приглашения.';

/** The invitation of an address, unless too many wrong codes came from where the request comes from. */
async function find(c: Context<Visitor>, key: string) {
	const { world, now } = c.var;
	const address = clientAddress(c, world);
	const isCode = /^\d+$/.test(key);
	if (isCode && (await countWrongCodes(world.db, address, now.at)) >= wrongCodesOfOneAddress)
		return 'too-many' as const;
	const invitation = await seeInvitation(world.db, key, now.at);
	if (!invitation && isCode) await noteWrongCode(world.db, address, now);
	return invitation;
}

const closed = (c: Context, invitation: SeenInvitation | undefined) =>
	c.html(
		<ClosedInvitationPage why={!invitation || invitation.state === 'open' ? 'unknown' : invitation.state} />,
		invitation ? 410 : 404
	);

const namesOf = ({ family_name, given_name, patronymic }: SeenInvitation) => ({
	familyName: family_name,
	givenName: given_name,
	patronymic
});

export const invitationRoutes: readonly Route[] = [
	open.get('/invitation', (c) => c.html(<CodePage />)),

	open.post('/invitation', async (c) => {
		const form = readForm(await c.req.formData(), codeForm);
		if (!form.ok) return c.html(<CodePage values={form.values} problems={form.problems} />, 422);
		const invitation = await find(c, form.value.code);
		if (invitation === 'too-many') return c.html(<CodePage values={form.values} problems={{ form: tooMany }} />, 429);
		if (invitation) return c.redirect(`/invitation/${form.value.code}`, 303);
		const problems = { code: 'Такого кода нет. Проверьте цифры: возможно, две поменялись местами.' };
		return c.html(<CodePage values={form.values} problems={problems} />, 422);
	}),

	open.get('/invitation/:key', async (c) => {
		const invitation = await find(c, c.req.param('key'));
		if (invitation === 'too-many') return c.html(<CodePage problems={{ form: tooMany }} />, 429);
		if (invitation?.state !== 'open') return closed(c, invitation);
		const signedIn = (await c.var.world.actorOf(c))?.name;
		const login = await freeLogin(c.var.world.db, suggestedLogin(namesOf(invitation)));
		const values = { login, email: invitation.email ?? '' };
		return c.html(<InvitationPage address={c.req.path} {...{ invitation, values, signedIn }} />);
	}),

	open.post('/invitation/:key', async (c) => {
		const { world, now } = c.var;
		const key = c.req.param('key');
		const invitation = await find(c, key);
		if (invitation === 'too-many') return c.html(<CodePage problems={{ form: tooMany }} />, 429);
		if (invitation?.state !== 'open') return closed(c, invitation);

		const form = readForm(await c.req.formData(), invitation.login ? renewalForm : acceptanceForm);
		const result = form.ok ? await acceptInvitation(world.db, invitation, key, form.value, browserOf(c), now) : form;
		if (!result.ok) {
			const { problems } = result;
			return c.html(<InvitationPage address={c.req.path} values={form.values} {...{ invitation, problems }} />, 422);
		}
		keepSession(c, result.value);
		return c.redirect('/', 303);
	}),

	// account.activated stands in the journal of the organisation that invites: the other one need not know of a second job
	post('/invitation/:key/joining', 'signed-in', ['session.revoked'], async (c) => {
		const { tx, actor, now, world } = c.var;
		const result = await joinByInvitation(tx, c.req.param('key'), now);
		if (!result.ok) return c.html(<CodePage problems={result.problems} />, 422);
		const browser = { userAgent: c.req.header('user-agent'), device: readCookie(c, world, 'device') };
		keepSession(c, await changeWorkplace(tx, actor, result.value, browser, now));
		return c.redirect('/', 303);
	})
];

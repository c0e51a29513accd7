import { domainToUnicode } from 'node:url';
import qrcode from 'qrcode';
import { notFound } from '../../../core/errors';
import { fullName } from '../../../core/names';
import { get, type Route } from '../../../http';
import { addressOf } from '../../../http-client';
import { sessionSecret } from '../../../http-cookies';
import { type Slip, SlipsPage } from '../pages/slips';
import { listSlips, type SlipRow } from '../queries/slips';
import { reachOf } from '../rules/invitations';
import { keepers } from '../rules/roles';
import { hashOf, invitationSecrets } from '../rules/secrets';

/** The link and the code, when this very sign-in issued them; the QR code only where a telephone could open it. */
async function secretsOf({ id, token_hash }: SlipRow, secret: string, address: string, withQr: boolean) {
	const { token, code } = invitationSecrets(secret, id);
	if (!hashOf(token).equals(token_hash)) return undefined;
	const link = `${address}/invitation/${token}`;
	return withQr ? { link, code, qr: await qrcode.toString(link, { type: 'svg', margin: 0 }) } : { link, code };
}

/** «https://наставник.школа.рф», not «https://xn--…»: people type what they can read. */
function readable(address: string) {
	const { protocol, hostname, port } = new URL(address);
	return `${protocol}//${domainToUnicode(hostname) || hostname}${port && `:${port}`}`;
}

export const slipRoutes: readonly Route[] = [
	get('/invitations/:batch', keepers, async (c) => {
		const { tx, actor, view, world } = c.var;
		const rows = await listSlips(tx, actor, c.req.param('batch'));
		if (rows.length === 0) return notFound();
		const [address, secret] = [addressOf(c, world), sessionSecret(c, world)];
		const reach = reachOf(address);
		const slips = await Promise.all(
			rows.map(async (row): Promise<Slip> => {
				const { family_name: familyName, given_name: givenName, patronymic } = row;
				return {
					name: fullName({ familyName, givenName, patronymic }),
					personId: row.person_id,
					until: row.expires_at,
					secrets: await secretsOf(row, secret, address, reach !== 'this-computer'),
					state: row.used_at ? 'used' : row.revoked_at ? 'revoked' : 'open'
				};
			})
		);
		return c.html(<SlipsPage {...{ view, slips, reach }} address={readable(address)} />);
	})
];

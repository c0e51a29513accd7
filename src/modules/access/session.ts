import type { Context } from 'hono';
import { type Actor, workingRoles } from '../../core/actor';
import { shortName } from '../../core/names';
import type { World } from '../../http';
import { keepCookie, readCookie } from '../../http-cookies';
import { touchSession } from './commands/touch-session';
import { findSession, type OpenSession } from './queries/session';
import { mainFirst } from './rules/roles';
import { hashOf } from './rules/secrets';
import { expiryOf, isDueForTouch } from './rules/sessions';

/** Who a request comes from, by its cookie: one query, and a write at most once in five minutes. */
export const actorOf =
	(world: Pick<World, 'db' | 'clock' | 'publicUrl'>) =>
	async (c: Context): Promise<Actor | undefined> => {
		const token = readCookie(c, world, 'session');
		if (!token) return undefined;
		const at = world.clock().toISOString();
		const session = await findSession(world.db, hashOf(token), at);
		if (!session) return undefined;
		if (isDueForTouch(session.last_seen_at, at)) await touch(c, world, token, session, at);
		return actorFrom(session);
	};

async function touch(
	c: Context,
	world: Pick<World, 'db' | 'publicUrl'>,
	token: string,
	session: OpenSession,
	at: string
) {
	const { remembered, created_at: createdAt } = session;
	const expiresAt = expiryOf({ remembered, createdAt, at });
	await touchSession(world.db, hashOf(token), { at, expiresAt });
	if (remembered) keepCookie(c, world, 'session', token, { at, expiresAt });
}

const actorFrom = (session: OpenSession): Actor => ({
	organisationId: session.organisation_id,
	personId: session.person_id,
	accountId: session.account_id,
	sessionId: session.session_id,
	timeZone: session.time_zone,
	name: shortName({
		familyName: session.family_name,
		givenName: session.given_name,
		patronymic: session.patronymic
	}),
	roles: workingRoles(mainFirst(session.roles), session.one_person_mode),
	organisation: { name: session.organisation, kind: session.kind, onePersonMode: session.one_person_mode }
});

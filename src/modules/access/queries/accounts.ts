import { sql } from 'kysely';
import type { Actor, Role } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import { isSuspended, visiblePeople, worksHere } from './invitable';

export type AccountInList = Awaited<ReturnType<typeof listAccounts>>[number];

const invitedUntil = sql<string | null>`(
	select i.expires_at from invitations i
	where i.organisation_id = p.organisation_id and i.person_id = p.id and i.used_at is null and i.revoked_at is null)`;

const suspensionReason = sql<string | null>`(
	select s.reason from access_suspensions s
	where s.organisation_id = p.organisation_id and s.person_id = p.id and s.lifted_at is null)`;

const lastSeen = sql<string | null>`(
	select max(s.last_seen_at) from sessions s where s.organisation_id = p.organisation_id and s.person_id = p.id)`;

const rolesOn = (today: string) => sql<Role[]>`array(
	select r.role from role_periods r
	where r.organisation_id = p.organisation_id and r.person_id = p.id and r.period @> ${today}::date
	order by lower(r.period), r.role)`;

const account = (tx: Tx, actor: Actor, now: Now) =>
	visiblePeople(tx, actor)
		.leftJoin('accounts as a', 'a.id', 'p.account_id')
		.select([
			'p.id',
			'p.family_name',
			'p.given_name',
			'p.patronymic',
			'a.login',
			isSuspended.as('suspended'),
			invitedUntil.as('invitedUntil'),
			lastSeen.as('lastSeenAt'),
			rolesOn(now.today).as('roles')
		]);

/** Everybody who works here, by name: login, roles of today, last visit, invitation. */
export const listAccounts = (tx: Tx, actor: Actor, now: Now) =>
	account(tx, actor, now)
		.where(worksHere(now.today))
		.orderBy(sql`p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu"`)
		.orderBy('p.id')
		.execute();

/** One person, who left too; undefined for somebody of another organisation. */
export const findAccount = async (tx: Tx, actor: Actor, id: string, now: Now) =>
	isId(id)
		? account(tx, actor, now)
				.select([worksHere(now.today).as('worksHere'), suspensionReason.as('suspensionReason')])
				.where('p.id', '=', id)
				.executeTakeFirst()
		: undefined;

export type Account = NonNullable<Awaited<ReturnType<typeof findAccount>>>;

import { sql } from 'kysely';
import { type Actor, type Author, type OrganisationKind, type Role, workingRoles } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { shortName } from '../../../core/names';
import type { Tx } from '../../../db/as-actor';
import { mainFirst } from '../rules/roles';

type Row = {
	accountId: string;
	familyName: string;
	givenName: string;
	patronymic: string;
	roles: Role[];
	name: string;
	kind: OrganisationKind;
	onePersonMode: boolean;
};

/**
 * Somebody who has asked for long work, with the rights of today, for the moment when it is written down; undefined when their door is closed.
 * Who asked by a way in of their own has an account.
 */
export async function actorToday(tx: Tx, author: Author, personId: string, now: Now): Promise<Actor | undefined> {
	const { organisationId, timeZone } = author;
	const { rows } = await sql<Row>`select coalesce(p.account_id::text, '') as "accountId", p.family_name as "familyName",
			p.given_name as "givenName", p.patronymic, o.name, o.kind, o.one_person_mode as "onePersonMode",
			array(select r.role from role_periods r where r.organisation_id = p.organisation_id and r.person_id = p.id
				and r.period @> ${now.today}::date order by lower(r.period), r.role) as roles
		from people p join organisations o on o.organisation_id = p.organisation_id
		where p.organisation_id = ${organisationId} and p.id = ${personId}
			and may_enter(p.organisation_id, p.id, ${now.today}::date)`.execute(tx);
	const row = rows[0];
	if (!row) return undefined;
	const { accountId, roles, name, kind, onePersonMode, ...names } = row;
	return {
		...{ organisationId, personId, accountId, sessionId: '', timeZone, name: shortName(names) },
		roles: workingRoles(mainFirst(roles), onePersonMode),
		organisation: { name, kind, onePersonMode }
	};
}

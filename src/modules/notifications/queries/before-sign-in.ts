import { sql } from 'kysely';
import { type Actor, type OrganisationKind, type Role, workingRoles } from '../../../core/actor';
import { shortName } from '../../../core/names';
import type { Db } from '../../../db/connection';
import { mainFirst } from '../../access/rules/roles';

type Owner = {
	organisation_id: string;
	person_id: string;
	account_id: string;
	family_name: string;
	given_name: string;
	patronymic: string;
	roles: Role[];
	organisation: string;
	kind: OrganisationKind;
	time_zone: string;
	one_person_mode: boolean;
};

/** Whose calendar a secret address is, as they are today; undefined when it was revoked or its person may not enter. */
export async function findFeedOwner(db: Db, tokenHash: Buffer, at: string): Promise<Actor | undefined> {
	const { rows } = await sql<Owner>`select * from calendar_feed_owner(${tokenHash}, ${at})`.execute(db);
	const [owner] = rows;
	if (!owner) return undefined;
	const { family_name: familyName, given_name: givenName, patronymic } = owner;
	return {
		organisationId: owner.organisation_id,
		personId: owner.person_id,
		accountId: owner.account_id,
		sessionId: '', // nobody has signed in: with this actor one only reads
		timeZone: owner.time_zone,
		name: shortName({ familyName, givenName, patronymic }),
		roles: workingRoles(mainFirst(owner.roles), owner.one_person_mode),
		organisation: { name: owner.organisation, kind: owner.kind, onePersonMode: owner.one_person_mode }
	};
}

export type LettersByKey = { organisation: string; wish: 'weekly' | 'with-deadlines' | 'none' };

/** Whose letters the key of a letter silences; undefined when nobody's. */
export async function findLettersByKey(db: Db, key: string) {
	const { rows } = await sql<LettersByKey>`select organisation, wish from letters_by_key(${key})`.execute(db);
	return rows[0];
}

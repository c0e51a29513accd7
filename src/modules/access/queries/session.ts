import { sql } from 'kysely';
import type { OrganisationKind, Role } from '../../../core/actor';
import type { Db } from '../../../db/connection';

export type OpenSession = {
	session_id: string;
	account_id: string;
	organisation_id: string;
	person_id: string;
	family_name: string;
	given_name: string;
	patronymic: string;
	roles: Role[];
	organisation: string;
	kind: OrganisationKind;
	time_zone: string;
	one_person_mode: boolean;
	created_at: string;
	last_seen_at: string;
	remembered: boolean;
};

/** The living session of a cookie and whom it stands for, in one query; undefined when it has run out, was revoked or its person may not enter. */
export async function findSession(db: Db, tokenHash: Buffer, at: string) {
	const { rows } = await sql<OpenSession>`select * from session_actor(${tokenHash}, ${at})`.execute(db);
	return rows[0];
}

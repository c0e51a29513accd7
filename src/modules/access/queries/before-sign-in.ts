import { sql } from 'kysely';
import type { OrganisationKind, Role } from '../../../core/actor';
import type { Db } from '../../../db/connection';

/** Nobody has an account yet: the house is to be founded first. */
export async function isFirstRun(db: Db) {
	const { rows } = await sql<{ pending: boolean }>`select first_run_pending() as pending`.execute(db);
	return rows[0]?.pending === true;
}

export type DemonstrationAccount = {
	account_id: string;
	person_id: string;
	organisation: string;
	kind: OrganisationKind;
	family_name: string;
	given_name: string;
	patronymic: string;
	roles: Role[];
};

/** Empty unless this installation is a demonstration. */
export async function listDemonstrationAccounts(db: Db, at: string) {
	const { rows } = await sql<DemonstrationAccount>`select * from demonstration_accounts(${at})`.execute(db);
	return rows;
}

import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';
import type { Former, Home } from '../rules/remarks/remark';
import { listHints } from './hints';
import { listColleagues } from './import-people';
import { findSelf } from './imports';

/** What the organisation knows of itself: its name, who works here on the day, who did and left, what was corrected before. */
export async function findHome(tx: Tx, actor: Actor, today: string): Promise<Home> {
	const { name, fullName, kind } = await findSelf(tx, actor);
	return {
		self: { name, kind, ...(fullName && { fullName }) },
		colleagues: await listColleagues(tx, actor, today),
		former: await listFormer(tx, actor, today),
		hints: await listHints(tx, actor)
	};
}

/** Everyone whose every employment is over, with the first day without them. */
const listFormer = (tx: Tx, actor: Actor, today: string): Promise<Former[]> =>
	tx
		.selectFrom('people as p')
		.innerJoin('employments as e', (on) =>
			on.onRef('e.organisation_id', '=', 'p.organisation_id').onRef('e.person_id', '=', 'p.id')
		)
		.select([
			'p.id',
			'p.family_name as familyName',
			'p.given_name as givenName',
			'p.patronymic',
			sql<string>`max(upper(e.period))`.as('leftOn')
		])
		.where('p.organisation_id', '=', actor.organisationId)
		.where('p.removed_at', 'is', null)
		.groupBy(['p.organisation_id', 'p.id'])
		.having(sql<boolean>`bool_and(not upper_inf(e.period)) and max(upper(e.period)) <= ${today}::date`)
		.execute();

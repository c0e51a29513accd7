import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';

/** People of the organisation, those who left too; not what was entered by mistake. */
export const visiblePeople = (tx: Tx, actor: Actor) =>
	tx.selectFrom('people as p').where('p.organisation_id', '=', actor.organisationId).where('p.removed_at', 'is', null);

/** They work here, or are guests of whom no employment is recorded: those who may have a way in. */
export const worksHere = (today: string) => sql<boolean>`(
	not exists (select from employments e where e.organisation_id = p.organisation_id and e.person_id = p.id)
	or exists (
		select from employments e
		where e.organisation_id = p.organisation_id and e.person_id = p.id
			and (upper_inf(e.period) or upper(e.period) > ${today}::date)))`;

export const isSuspended = sql<boolean>`exists (
	select from access_suspensions s
	where s.organisation_id = p.organisation_id and s.person_id = p.id and s.lifted_at is null)`;

/** Those of the given people who may be invited, and whether their door is closed at present. */
export function listInvitable(tx: Tx, actor: Actor, ids: readonly string[], now: Now) {
	return visiblePeople(tx, actor)
		.where(worksHere(now.today))
		.where('p.id', 'in', ids)
		.select(['p.id', 'p.family_name', 'p.given_name', isSuspended.as('suspended')])
		.execute();
}

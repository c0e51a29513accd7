import { sql } from 'kysely';
import type { Actor, Role } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import { fullName } from './made';

export type Askable = { id: string; name: string; post: string; roles: Role[] };

/** Everybody who works here today and may be asked: those whose visas papers usually want, first. One query. */
export async function listAskable(tx: Tx, { organisationId }: Actor, { today }: Now, one?: string): Promise<Askable[]> {
	const { rows } = await sql<Askable>`
		select p.id, ${fullName('p')} as name,
			coalesce((select t.title from posts t where t.organisation_id = p.organisation_id and t.person_id = p.id
				and t.period @> ${today}::date order by t.main desc, t.title limit 1), '') as post, r.roles
		from people p
		cross join lateral (select array(select distinct r.role from role_periods r where r.organisation_id = p.organisation_id
			and r.person_id = p.id and r.period @> ${today}::date order by r.role) as roles) r
		where p.organisation_id = ${organisationId} and p.removed_at is null and ${one === undefined ? sql`true` : sql`p.id = ${one}`}
			and exists (select from employments e where e.organisation_id = p.organisation_id and e.person_id = p.id
				and e.period @> ${today}::date)
		order by not r.roles && array['trade-union', 'personnel', 'director', 'curator', 'commission'],
			p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu", p.id`.execute(tx);
	return rows;
}

export const findAskable = async (tx: Tx, actor: Actor, id: string, now: Now): Promise<Askable | undefined> =>
	isId(id) ? (await listAskable(tx, actor, now, id))[0] : undefined;

/** Who was taken off the sheet. */
export const listRemovedApprovals = (tx: Tx, { organisationId }: Actor, documentId: string) =>
	tx
		.selectFrom('document_approvals')
		.where('organisation_id', '=', organisationId)
		.where('document_id', '=', documentId)
		.where('removed_at', 'is not', null)
		.select(['id', 'person_id as personId'])
		.execute();

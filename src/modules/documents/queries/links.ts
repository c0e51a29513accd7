import { sql } from 'kysely';
import type { Actor, Role } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';

export type Linkable = { id: string; title: string; number: string; datedOn: string | null };

/** Documents that may replace, cancel or amend this one: drafts, and those registered no earlier. One query. */
export async function listLinkable(
	tx: Tx,
	{ organisationId }: Actor,
	{ id, datedOn }: { id: string; datedOn: string | null }
): Promise<Linkable[]> {
	const { rows } = await sql<Linkable>`
		select d.id, d.title, d.number, d.dated_on as "datedOn" from documents d
		where d.organisation_id = ${organisationId} and d.id <> ${id} and d.removed_at is null
			and (d.dated_on is null or d.dated_on >= ${datedOn}::date)
			and not exists (select from document_links l where l.organisation_id = d.organisation_id and l.undone_at is null
				and (l.later_id, l.earlier_id) in ((d.id, ${id}::uuid), (${id}::uuid, d.id)))
		order by d.made_at desc, d.id limit 200`.execute(tx);
	return rows;
}

/** What was taken back by a later document, to be done again. */
export async function listTakenBy(tx: Tx, { organisationId }: Actor, laterId: string) {
	const { rows } = await sql<{
		id: string;
		documentId: string;
		what: 'order' | 'role';
		role: Role | null; // ended, or withdrawn whole
		personId: string | null;
		until: string | null; // the last day of the role; withdrawn: none
		mentorships: string[];
	}>`
		select e.id, e.document_id as "documentId", e.what, coalesce(r.role, w.role) as role,
			coalesce(r.person_id, w.person_id) as "personId", case when not upper_inf(r.period) then upper(r.period) - 1 end as until,
			array(select distinct s.mentorship_id from mentorship_steps s where s.organisation_id = e.organisation_id
				and s.act_id = e.act_id) as mentorships
		from document_effects e
		left join role_periods r on r.organisation_id = e.organisation_id and r.id = e.thing_id and e.what = 'role'
		left join role_withdrawals w on w.organisation_id = e.organisation_id and w.id = e.thing_id and e.what = 'role'
		where e.organisation_id = ${organisationId} and e.taken_by_id = ${laterId}
		order by e.made_at, e.id`.execute(tx);
	return rows;
}

import { sql } from 'kysely';
import type { Actor, Role } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';
import { fullName } from './made';

export type Effect = {
	id: string;
	what: 'order' | 'role';
	thingId: string;
	actId: string | null;
	personId: string | null;
	person: string;
	role: Role | null;
	until: string | null; // the last day of the role
};

/** What a document has done elsewhere and still stands: what was taken back there is no more. */
export async function listEffects(tx: Tx, { organisationId }: Actor, documentId: string): Promise<Effect[]> {
	const { rows } = await sql<Effect>`
		select e.id, e.what, e.thing_id as "thingId", e.act_id as "actId", r.person_id as "personId", coalesce(${fullName('p')}, '') as person,
			r.role, case when not upper_inf(r.period) then upper(r.period) - 1 end as until
		from document_effects e
		left join role_periods r on r.organisation_id = e.organisation_id and r.id = e.thing_id and e.what = 'role'
		left join people p on p.organisation_id = r.organisation_id and p.id = r.person_id
		where e.organisation_id = ${organisationId} and e.document_id = ${documentId} and e.undone_at is null
			and case e.what when 'role' then r.id is not null else exists (select from mentorship_orders o
				where o.organisation_id = e.organisation_id and o.id = e.thing_id and o.withdrawn_at is null) end
		order by e.made_at, e.id`.execute(tx);
	return rows;
}

import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import { personName } from '../../registry/queries/pieces';

export type FinishedProgramme = {
	id: string;
	personId: string;
	name: string;
	partnerId: string | null;
	partner: string;
	from: string;
	to: string;
	form: string;
	results: string;
	/** What the mentee asked for. */
	requests: string;
	/** The case that describes it already. */
	practiceId: string | null;
};

/** A programme that was gone through, with what the registers know of it: what a case begins with. One query. */
export async function findFinished(
	tx: Tx,
	{ organisationId }: Actor,
	which: { programme: string } | { person: string }
): Promise<FinishedProgramme | undefined> {
	const [id, column] = 'programme' in which ? [which.programme, sql`g.id`] : [which.person, sql`e.person_id`];
	if (!isId(id)) return undefined;
	const { rows } = await sql<FinishedProgramme>`
		select g.id, p.id as "personId", ${personName('p')} as name, g.partner_id as "partnerId",
			coalesce(nullif(${personName('b')}, ''), g.partner_note) as partner, lower(g.period) as from, upper(g.period) - 1 as to,
			g.form, g.results,
			coalesce((
				select string_agg(q.words, E'\n' order by q.said_on, q.id) from mentee_requests q
				where q.organisation_id = g.organisation_id and q.person_id = p.id and q.removed_at is null
					and q.confirmed_at is not null and q.words <> ''), '') as requests,
			(select r.id from practices r where r.organisation_id = g.organisation_id and r.programme_id = g.id
				and r.removed_at is null order by r.made_at limit 1) as "practiceId"
		from programme_periods g
		join register_entries e on e.organisation_id = g.organisation_id and e.id = g.entry_id and e.withdrawn_at is null
		join people p on p.organisation_id = e.organisation_id and p.id = e.person_id and p.removed_at is null
		left join people b on b.organisation_id = g.organisation_id and b.id = g.partner_id
		where g.organisation_id = ${organisationId} and ${column} = ${id} and g.removed_at is null and g.outcome = 'completed'
		order by upper(g.period) desc, g.id limit 1`.execute(tx);
	return rows[0];
}

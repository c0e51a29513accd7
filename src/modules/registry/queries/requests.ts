import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import type { RequestOf } from '../rules/requests';
import { personName } from './pieces';

/** Every request of those who work here, the most urgent first: one query; a school has hundreds of them at most. */
export async function listRequests(tx: Tx, { organisationId }: Actor, { today }: Now): Promise<RequestOf[]> {
	const { rows } = await sql<RequestOf>`
		select q.id, p.id as "personId", ${personName('p')} as name,
			coalesce((
				select string_agg(t.title, ', ' order by t.main desc, t.title) from posts t
				where t.organisation_id = p.organisation_id and t.person_id = p.id and t.period @> ${today}::date), '') as post,
			exists (select from register_entries e where e.organisation_id = p.organisation_id and e.person_id = p.id
				and e.register = 'mentees' and e.withdrawn_at is null and e.period @> ${today}::date) as "inBank",
			q.words, q.priority, q.format, q.source, q.source_note as "sourceNote", q.said_on as "saidOn",
			q.confirmed_at is not null as confirmed,
			(select v.what from request_events v where v.organisation_id = q.organisation_id and v.request_id = q.id
				and v.undone_at is null order by v.on_date desc, v.recorded_at desc, v.id desc limit 1) as last,
			coalesce((
				select json_agg(json_build_object('topic', d.topic, 'source', d.source, 'level', d.level) order by d.level desc, d.topic)
				from request_deficits d where d.organisation_id = q.organisation_id and d.request_id = q.id), '[]') as deficits
		from mentee_requests q
		join people p on p.organisation_id = q.organisation_id and p.id = q.person_id and p.removed_at is null
		where q.organisation_id = ${organisationId} and q.removed_at is null
		order by q.priority, p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu", q.said_on desc, q.id`.execute(
		tx
	);
	return rows;
}

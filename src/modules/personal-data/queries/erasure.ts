import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import { canKeepData, type ErasureCase, usualYears } from '../rules/erasure';

export type Candidate = ErasureCase & {
	id: string;
	name: string;
	requestId: string | null;
	words: string;
	askedAt: string | null;
	askedBy: string | null;
};

/** How long people are kept by name here. */
export async function findRetention(tx: Tx, { organisationId }: Actor) {
	const row = await tx
		.selectFrom('retention_settings')
		.select(['years', 'version'])
		.where('organisation_id', '=', organisationId)
		.executeTakeFirst();
	return row ?? { years: usualYears, version: 0 };
}

const nameOf = (alias: string) =>
	sql`concat_ws(' ', ${sql.ref(`${alias}.family_name`)}, ${sql.ref(`${alias}.given_name`)}, nullif(${sql.ref(`${alias}.patronymic`)}, ''))`;

/** People with what decides an erasure: periods of work, the end of the last consent, an open request. */
const candidates = ({ organisationId }: Actor, today: string) => sql<Candidate>`
	select p.id, ${nameOf('p')} as name, p.erased_at is not null as erased, work.last_day as "lastDay",
		coalesce(work.going_on, false) as "atWork", r.id as "requestId", r.id is not null as asked,
		coalesce(r.words, '') as words, r.asked_at as "askedAt", ${nameOf('b')} as "askedBy",
		(select max(least(coalesce(c.valid_until, 'infinity'), coalesce(w.on_day, 'infinity'),
				greatest(coalesce(work.last_day, ${today}::date), c.given_on)))
			from consents c
			left join lateral (
				select min(x.withdrawn_on) as on_day from consent_withdrawals x
				where x.organisation_id = c.organisation_id and x.person_id = c.person_id and x.kind = c.kind
					and x.undone_at is null and x.withdrawn_on >= c.given_on) w on true
			where c.organisation_id = p.organisation_id and c.person_id = p.id) as "consentsEndedOn"
	from people p
	left join lateral (
		select case when bool_or(upper_inf(e.period)) then null else max(upper(e.period) - 1) end as last_day,
			bool_or(upper_inf(e.period) or upper(e.period) > ${today}::date) as going_on
		from employments e where e.organisation_id = p.organisation_id and e.person_id = p.id) work on true
	left join erasure_requests r on r.organisation_id = p.organisation_id and r.person_id = p.id
		and r.withdrawn_at is null and r.refused_at is null
	left join people b on b.organisation_id = r.organisation_id and b.id = r.asked_by
	where p.organisation_id = ${organisationId} and p.removed_at is null`;

/** One person, for those who may erase. */
export async function findCandidate(tx: Tx, actor: Actor, personId: string, { today }: Now) {
	if (!isId(personId) || !canKeepData(actor)) return undefined;
	const { rows } = await sql<Candidate>`${candidates(actor, today)} and p.id = ${personId}`.execute(tx);
	return rows[0];
}

/** Whoever has asked, and whoever's time is over: those who left `years` ago, or were erased and have consents left. One query. */
export async function listCandidates(tx: Tx, actor: Actor, years: number, { today }: Now) {
	const { rows } = await sql<Candidate>`
		select * from (${candidates(actor, today)}) c
		where (c.asked and not c.erased)
			or (not c."atWork" and not c.erased and c."lastDay" + make_interval(years => ${years}) < ${today}::date)
			or (c.erased and c."consentsEndedOn" is not null)
		order by c.asked desc, c."askedAt", c.name collate "ru-x-icu"`.execute(tx);
	return rows;
}

/** One's own open request, or the last answer to it. */
export async function findOwnRequest(tx: Tx, { organisationId, personId }: Actor) {
	const { rows } = await sql<{ id: string; askedAt: string; refusedAt: string | null; reason: string }>`
		select id, asked_at as "askedAt", refused_at as "refusedAt", reason from erasure_requests
		where organisation_id = ${organisationId} and person_id = ${personId} and withdrawn_at is null
		order by asked_at desc, id desc limit 1`.execute(tx);
	return rows[0];
}

import { type RawBuilder, sql } from 'kysely';
import type { Actor, Role } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { like, plain } from '../../../core/plain';
import type { Tx } from '../../../db/as-actor';
import { allKinds, type ConsentKind } from '../rules/kinds';
import type { Standing } from '../rules/standing';
import { pageSize, type RegisterFilter, type RegisterWanted } from '../rules/wanted';

export type PersonInRegister = {
	id: string;
	name: string;
	post: string;
	roles: Role[];
	/** One of each kind, in the order of the kinds; `asked` of this person. */
	standings: (Standing & { asked: boolean })[];
};
export type KindSummary = { kind: ConsentKind; asked: number; given: number };

const chosen: Record<RegisterFilter, RawBuilder<boolean>> = {
	involved: sql`involved`,
	missing: sql`missing > 0`,
	withdrawn: sql`withdrawn`,
	everybody: sql`true`
};

/** Everybody who works here, a mentor or mentee by role or by register, each with how all five kinds stand with them; `cells` and `register` for what is asked of them. */
const register = (organisationId: string, today: string, asked: readonly ConsentKind[]) => sql`
	r as (
		select person_id, array_agg(role order by role) as roles from (
			select person_id, role from role_periods
			where organisation_id = ${organisationId} and period @> ${today}::date
			union select person_id, case register when 'mentors' then 'mentor' else 'mentee' end from register_entries
			where organisation_id = ${organisationId} and withdrawn_at is null and period @> ${today}::date
		) as parts group by person_id
	), s as (
		select * from consents_on(${today}::date) where organisation_id = ${organisationId}
	), w as (
		select person_id, kind, max(withdrawn_on) as withdrawn_on from consent_withdrawals
		where organisation_id = ${organisationId} and undone_at is null group by person_id, kind
	), x as (
		select person_id, kind, max(valid_until) as expired_on from consents
		where organisation_id = ${organisationId} and removed_at is null and valid_until < ${today}::date
		group by person_id, kind
	), here as (
		select p.id, p.family_name, p.given_name, p.patronymic, p.search_key, coalesce(r.roles, '{}') as roles,
			concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, '')) as name,
			coalesce((
				select string_agg(t.title, ', ' order by t.main desc, t.title) from posts t
				where t.organisation_id = p.organisation_id and t.person_id = p.id and t.period @> ${today}::date), '') as post
		from people p
		left join r on r.person_id = p.id
		where p.organisation_id = ${organisationId} and p.removed_at is null
			and (not exists (select from employments e where e.organisation_id = p.organisation_id and e.person_id = p.id)
				or exists (select from employments e where e.organisation_id = p.organisation_id and e.person_id = p.id
					and (upper_inf(e.period) or upper(e.period) > ${today}::date)))
	), cells as (
		select h.id, k.kind, k.place, s.given_on, s.valid_until, t.number,
			case when s.id is null then w.withdrawn_on end as withdrawn_on,
			case when s.id is null then x.expired_on end as expired_on,
			k.kind = any(${asked}::text[]) and case
				when k.kind in ('mentor', 'mentee') then k.kind = any(h.roles)
				else h.roles && array['mentor', 'mentee'] end as asked
		from here h
		cross join unnest(${allKinds}::text[]) with ordinality as k (kind, place)
		left join s on s.person_id = h.id and s.kind = k.kind
		left join consent_texts t on t.organisation_id = s.organisation_id and t.id = s.text_id
		left join w on w.person_id = h.id and w.kind = k.kind
		left join x on x.person_id = h.id and x.kind = k.kind
	)`;

/** A page of the register, how many each filter would show, and how each kind stands: one query. */
export async function listRegister(
	tx: Tx,
	{ organisationId }: Actor,
	{ q, filter, page }: RegisterWanted,
	asked: readonly ConsentKind[],
	{ today }: Now
) {
	const words = plain(q).split(/\s+/).filter(Boolean);
	const { rows } = await sql<{
		people: PersonInRegister[];
		counts: Record<RegisterFilter, number>;
		kinds: KindSummary[];
	}>`
		with ${register(organisationId, today, asked)}, everybody as (
			select h.id, h.name, h.post, h.roles, h.family_name, h.given_name, h.patronymic,
				json_agg(json_build_object('kind', c.kind, 'asked', c.asked, 'givenOn', c.given_on, 'validUntil', c.valid_until,
					'textNumber', c.number, 'withdrawnOn', c.withdrawn_on, 'expiredOn', c.expired_on) order by c.place) as standings,
				count(*) filter (where c.asked and c.given_on is null) as missing,
				bool_or(c.withdrawn_on is not null) as withdrawn,
				h.roles && array['mentor', 'mentee'] as involved
			from here h join cells c on c.id = h.id
			where ${words.length === 0 ? sql`true` : sql`h.search_key like all(${words.map(like)}::text[])`}
			group by h.id, h.name, h.post, h.roles, h.family_name, h.given_name, h.patronymic
		)
		select
			coalesce((
				select json_agg(json_build_object('id', o.id, 'name', o.name, 'post', o.post, 'roles', o.roles,
					'standings', o.standings))
				from (
					select * from everybody where ${chosen[filter]}
					order by family_name collate "ru-x-icu", given_name collate "ru-x-icu", patronymic collate "ru-x-icu", id
					limit ${pageSize} offset ${(page - 1) * pageSize}) o), '[]') as people,
			json_build_object(${sql.join(
				Object.entries(chosen).flatMap(([name, condition]) => [
					sql.lit(name),
					sql`(select count(*) from everybody where ${condition})`
				])
			)}) as counts,
			(select json_agg(json_build_object('kind', k.kind, 'asked', k.asked, 'given', k.given) order by k.place) from (
				select kind, place, count(*) filter (where asked) as asked,
					count(*) filter (where asked and given_on is not null) as given
				from cells group by kind, place) k) as kinds`.execute(tx);
	const [row] = rows;
	if (!row) throw new Error('a query without from answered nothing');
	return row;
}

export type PersonWithout = { id: string; name: string; post: string };

/** Who is asked for a consent of this kind and has not given it; `everybody`: all who work here and have none. */
export async function listWithout(
	tx: Tx,
	{ organisationId }: Actor,
	kind: ConsentKind,
	asked: readonly ConsentKind[],
	everybody: boolean,
	{ today }: Now
) {
	const { rows } = await sql<PersonWithout>`
		with ${register(organisationId, today, asked)}
		select h.id, h.name, h.post from here h join cells c on c.id = h.id
		where c.kind = ${kind} and c.given_on is null and ${everybody ? sql`true` : sql`c.asked`}
		order by h.family_name collate "ru-x-icu", h.given_name collate "ru-x-icu", h.patronymic collate "ru-x-icu", h.id`.execute(
		tx
	);
	return rows;
}

export type Unsettled = { id: string; personId: string; name: string; kind: ConsentKind; withdrawnOn: string };

/** Withdrawals after which something is still to be taken down or asked back, the oldest first. */
export async function listUnsettled(tx: Tx, { organisationId }: Actor) {
	const { rows } = await sql<Unsettled>`
		select w.id, w.person_id as "personId", w.kind, w.withdrawn_on as "withdrawnOn",
			concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, '')) as name
		from consent_withdrawals w
		join people p on p.organisation_id = w.organisation_id and p.id = w.person_id
		where w.organisation_id = ${organisationId} and w.undone_at is null and w.settled_on is null
			and w.kind in ('publication', 'transfer')
		order by w.withdrawn_on, w.id`.execute(tx);
	return rows;
}

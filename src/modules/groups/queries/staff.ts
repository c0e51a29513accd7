import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { notTeachingPattern, teachingPattern } from '../../people/rules/posts';
import type { Periods } from '../rules/rule';

export type Opinion = { groupId: string | null; on: string; note: string; who: string };
export type Membership = { id: string; groupId: string; from: string; to: string | null; basis: string; who: string };

/** One of the staff beside everything that speaks for a group of one set. */
export type Sorted = {
	id: string;
	name: string;
	post: string;
	periods: Periods;
	self: Opinion | null;
	observer: Opinion | null;
	/** Today's decisions, of this set. */
	member: Membership[];
};

const opinion = (organisationId: string, setId: string, source: 'self' | 'observer') => sql`(
	select json_build_object('groupId', o.group_id, 'on', o.said_on, 'note', o.note,
		'who', concat_ws(' ', b.family_name, b.given_name, nullif(b.patronymic, '')))
	from group_opinions o
	join people b on b.organisation_id = o.organisation_id and b.id = o.said_by
	where o.organisation_id = ${organisationId} and o.person_id = p.id and o.set_id = ${setId} and o.source = ${source}
	order by o.said_at desc, o.id desc limit 1)`;

/**
 * Teachers who work here today, each with tenures, what they and others say, and the decisions of one set: one query.
 * `only`: this person alone, a teacher or not.
 */
export async function listSorted(
	tx: Tx,
	{ organisationId }: Actor,
	setId: string,
	{ today }: Now,
	only?: string
): Promise<Sorted[]> {
	const { rows } = await sql<Sorted>`
		with e as (
			select person_id,
				min(lower(period)) filter (where period @> ${today}::date) as since,
				max(upper(period) - 1) filter (where upper(period) <= ${today}::date) as left_before
			from employments where organisation_id = ${organisationId} group by person_id
		), t as (
			select person_id, string_agg(title, ', ' order by main desc, title) as posts,
				(array_agg(coalesce(held_since, lower(period)) order by main desc, lower(period)))[1] as post_since,
				bool_or(lower(title collate "ru-x-icu") ~ ${teachingPattern}
					and lower(title collate "ru-x-icu") !~ ${notTeachingPattern}) as teaches
			from posts where organisation_id = ${organisationId} and period @> ${today}::date group by person_id
		)
		select p.id, concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, '')) as name, coalesce(t.posts, '') as post,
			json_build_object('bornOn', p.born_on, 'teachingSince', p.teaching_since, 'employedSince', e.since,
				'postSince', t.post_since, 'leftBefore', e.left_before) as periods,
			${opinion(organisationId, setId, 'self')} as self,
			${opinion(organisationId, setId, 'observer')} as observer,
			coalesce((
				select json_agg(json_build_object('id', m.id, 'groupId', m.group_id, 'from', lower(m.period),
					'to', upper(m.period) - 1, 'basis', m.basis,
					'who', concat_ws(' ', b.family_name, b.given_name, nullif(b.patronymic, ''))) order by lower(m.period))
				from group_memberships m
				join staff_groups g on g.organisation_id = m.organisation_id and g.id = m.group_id and g.set_id = ${setId}
				join people b on b.organisation_id = m.organisation_id and b.id = m.decided_by
				where m.organisation_id = ${organisationId} and m.person_id = p.id and m.withdrawn_at is null
					and m.period @> ${today}::date), '[]') as member
		from people p
		left join e on e.person_id = p.id
		left join t on t.person_id = p.id
		where p.organisation_id = ${organisationId} and p.removed_at is null
			and ${only ? sql`p.id = ${only}` : sql`coalesce(t.teaches, false) and (e.since is not null or e.person_id is null)`}
		order by p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu", p.patronymic collate "ru-x-icu", p.id`.execute(
		tx
	);
	return rows;
}

export type HistoryLine = {
	at: string;
	kind: 'self' | 'observer' | 'decision';
	set: string;
	group: string | null;
	note: string;
	from: string;
	to: string | null;
	membershipId: string | null;
	withdrawn: boolean;
	who: string;
};

/** Everything ever said and decided of one person, the latest first: one query. */
export async function listHistory(tx: Tx, { organisationId }: Actor, personId: string): Promise<HistoryLine[]> {
	const { rows } = await sql<HistoryLine>`
		select h.at, h.kind, h.set, h."group", h.note, h."from", h."to", h."membershipId", h.withdrawn,
			concat_ws(' ', b.family_name, b.given_name, nullif(b.patronymic, '')) as who
		from (
			select o.organisation_id, o.said_at as at, o.source as kind, s.name as set, g.code || ' – ' || g.name as "group", o.note,
				o.said_on as "from", null::date as "to", null::uuid as "membershipId", false as withdrawn, o.said_by as by
			from group_opinions o
			join group_sets s on s.organisation_id = o.organisation_id and s.id = o.set_id
			left join staff_groups g on g.organisation_id = o.organisation_id and g.id = o.group_id
			where o.organisation_id = ${organisationId} and o.person_id = ${personId}
			union all
			select m.organisation_id, m.decided_at, 'decision', s.name, g.code || ' – ' || g.name, m.basis, lower(m.period),
				upper(m.period) - 1, m.id, m.withdrawn_at is not null, m.decided_by
			from group_memberships m
			join staff_groups g on g.organisation_id = m.organisation_id and g.id = m.group_id
			join group_sets s on s.organisation_id = g.organisation_id and s.id = g.set_id
			where m.organisation_id = ${organisationId} and m.person_id = ${personId}) h
		join people b on b.organisation_id = h.organisation_id and b.id = h.by
		order by h.at desc`.execute(tx);
	return rows;
}

/** What somebody last said of themselves, by set: one query. */
export async function listOwnOpinions(tx: Tx, { organisationId, personId }: Actor) {
	const { rows } = await sql<{ setId: string; groupId: string | null; note: string }>`
		select distinct on (set_id) set_id as "setId", group_id as "groupId", note from group_opinions
		where organisation_id = ${organisationId} and person_id = ${personId} and source = 'self'
		order by set_id, said_at desc, id desc`.execute(tx);
	return new Map(rows.map((row) => [row.setId, row]));
}

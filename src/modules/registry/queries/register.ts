import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import { guestPost } from '../../mentorships/queries/guests';
import type { RegisterLine } from '../rules/line';
import type { Register } from '../rules/registers';
import { offerJson, offerWaits, openRequests, personName, programmesJson } from './pieces';

/**
 * Everybody who is or was in a register, each once with the entry of today or else the last, by name: one query. Organisations have hundreds of
 * people in it at most, so filters and pages are cut from the whole (rules/wanted.ts). `only`: this person.
 */
export async function listRegister(
	tx: Tx,
	{ organisationId }: Actor,
	register: Register,
	{ today }: Now,
	only?: string
): Promise<RegisterLine[]> {
	const { rows } = await sql<RegisterLine>`
		with entry as (
			select distinct on (e.person_id) e.* from register_entries e
			where e.organisation_id = ${organisationId} and e.register = ${register} and e.withdrawn_at is null
				and ${only ? sql`e.person_id = ${only}` : sql`true`}
			order by e.person_id, e.period @> ${today}::date desc, lower(e.period) desc
		), c as (
			select person_id, json_agg(kind) as kinds from consents_on(${today}::date)
			where organisation_id = ${organisationId} group by person_id
		), w as (
			select person_id, min(lower(period)) filter (where period @> ${today}::date) as since,
				bool_or(upper_inf(period) or upper(period) > ${today}::date) as here
			from employments where organisation_id = ${organisationId} group by person_id
		), g as (
			select m.person_id, json_agg(json_build_object('id', s.id, 'code', s.code) order by s.position) as groups
			from group_memberships m
			join staff_groups s on s.organisation_id = m.organisation_id and s.id = m.group_id and s.removed_at is null
			where m.organisation_id = ${organisationId} and m.withdrawn_at is null and m.period @> ${today}::date
			group by m.person_id
		)
		select p.id as "personId", ${personName('p')} as name,
			coalesce((
				select string_agg(t.title, ', ' order by t.main desc, t.title) from posts t
				where t.organisation_id = p.organisation_id and t.person_id = p.id and t.period @> ${today}::date), ${guestPost('p')}, '') as post,
			coalesce((
				select json_agg(s.subject order by s.subject) from person_subjects s
				where s.organisation_id = p.organisation_id and s.person_id = p.id), '[]') as subjects,
			coalesce(p.phone, '') as phone, coalesce(p.email, '') as email,
			extract(year from p.born_on)::int as "birthYear", p.teaching_since as "teachingSince",
			w.since as "employedSince", coalesce(w.here, true) as "worksHere",
			coalesce(g.groups, '[]') as groups, coalesce(c.kinds, '[]') as consents,
			json_build_object('id', e.id, 'from', lower(e.period), 'to', upper(e.period) - 1, 'basis', e.basis,
				'leftReason', e.left_reason, 'leftNote', e.left_note) as entry,
			${register === 'mentees' ? openRequests('p') : sql`'[]'::json`} as requests,
			${offerJson('p', today)} as offer, ${offerWaits('p', today)} as "offerWaits",
			${programmesJson} as programmes,
			(select json_build_object('decision', d.decision, 'reason', d.reason, 'on', d.decided_on)
				from selection_decisions d
				where d.organisation_id = p.organisation_id and d.person_id = p.id and d.register = ${register}
					and d.undone_at is null order by d.decided_at desc, d.id desc limit 1) as decision,
			coalesce((
				select json_object_agg(k.criterion, k.met) from (
					select distinct on (m.criterion) m.criterion, m.met from criterion_marks m
					where m.organisation_id = p.organisation_id and m.person_id = p.id
					order by m.criterion, m.marked_at desc, m.id desc) k), '{}') as marks
		from entry e
		join people p on p.organisation_id = e.organisation_id and p.id = e.person_id and p.removed_at is null
		left join c on c.person_id = p.id
		left join w on w.person_id = p.id
		left join g on g.person_id = p.id
		order by p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu", p.patronymic collate "ru-x-icu", p.id`.execute(
		tx
	);
	return rows;
}

/** An entry that was not withdrawn. */
export async function findEntry(tx: Tx, { organisationId }: Actor, id: string) {
	if (!isId(id)) return undefined;
	return tx
		.selectFrom('register_entries')
		.select([
			'id',
			'person_id as personId',
			'register',
			sql<string>`lower(period)`.as('from'),
			sql<string | null>`upper(period) - 1`.as('to'),
			'left_at as leftAt'
		])
		.where('organisation_id', '=', organisationId)
		.where('id', '=', id)
		.where('withdrawn_at', 'is', null)
		.executeTakeFirst();
}

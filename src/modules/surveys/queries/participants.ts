import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { type Now, schoolYearOf } from '../../../core/dates';
import { isId } from '../../../core/ids';
import { like, plain } from '../../../core/plain';
import type { Tx } from '../../../db/as-actor';
import { isGuest } from '../../mentorships/queries/guests';
import { notTeachingPattern, teachingPattern } from '../../people/rules/posts';
import type { Eyes } from '../rules/assessment/eyes';
import type { Candidate } from '../rules/audience';
import { type ParticipantFilter, type ParticipantsWanted, participantsPage } from '../rules/wave-list';
import { keptBy } from './waves';

/** Everybody who works here today, with what an audience is made of and how often this school year asks them: one query. */
export async function listCandidates(
	tx: Tx,
	{ organisationId }: Actor,
	{ today }: Now,
	wave: { id: string | null; opensOn: string }
): Promise<Candidate[]> {
	const { from, to } = schoolYearOf(wave.opensOn);
	const { rows } = await sql<Candidate>`
		with t as (
			select person_id, string_agg(title, ', ' order by main desc, title) as posts,
				bool_or(lower(title collate "ru-x-icu") ~ ${teachingPattern}
					and lower(title collate "ru-x-icu") !~ ${notTeachingPattern}) as teaches
			from posts where organisation_id = ${organisationId} and period @> ${today}::date group by person_id
		), asked as (
			select p.person_id, count(distinct w.id) as waves
			from survey_participants p
			join survey_waves w on w.organisation_id = p.organisation_id and w.id = p.wave_id
			where p.organisation_id = ${organisationId} and p.removed_at is null and w.removed_at is null
				and w.opened_at is not null and w.opens_on between ${from}::date and ${to}::date
				and w.id is distinct from ${wave.id}::uuid
			group by p.person_id
		)
		select p.id, concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, '')) as name,
			coalesce(t.posts, '') as post, coalesce(t.teaches, false) as teaches,
			array(
				select r.role from role_periods r
				where r.organisation_id = p.organisation_id and r.person_id = p.id and r.period @> ${today}::date) as roles,
			array(
				select m.group_id from group_memberships m
				where m.organisation_id = p.organisation_id and m.person_id = p.id and m.withdrawn_at is null
					and m.period @> ${today}::date) as groups,
			array(
				select r.register from register_entries r
				where r.organisation_id = p.organisation_id and r.person_id = p.id and r.withdrawn_at is null
					and r.period @> ${today}::date) as registers,
			coalesce(a.waves, 0) as asked
		from people p
		left join t on t.person_id = p.id
		left join asked a on a.person_id = p.id
		where p.organisation_id = ${organisationId} and p.removed_at is null
			and (not exists (select from employments e where e.organisation_id = p.organisation_id and e.person_id = p.id)
					and not ${isGuest('p')}
				or exists (select from employments e where e.organisation_id = p.organisation_id and e.person_id = p.id
					and e.period @> ${today}::date))
		order by p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu", p.patronymic collate "ru-x-icu", p.id`.execute(
		tx
	);
	return rows;
}

export type Participant = {
	id: string;
	personId: string;
	name: string;
	post: string;
	about: string | null; // whom they answer about
	eyes: Eyes | null; // as whom, where people are assessed
	answered: boolean;
	links: number; // personal addresses that work
	/** How the program reaches them by itself: somebody without an account is reminded in person. */
	signsIn: boolean;
	answeredOn: string | null; // named only
	entered: boolean; // from paper or at their word
};

const named = sql`concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, ''))`;
const inOrder = sql`p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu", p.patronymic collate "ru-x-icu", s.id`;

const chosen: Record<ParticipantFilter, RawBuilder<boolean>> = {
	all: sql`true`,
	left: sql`not answered`,
	personally: sql`not answered and not "signsIn"`,
	answered: sql`answered`
};

/** Those whom a wave asks, by name: one page of them, and how many each filter would show. One query. */
export async function listParticipants(
	tx: Tx,
	{ organisationId, timeZone }: Actor,
	waveId: string,
	{ today }: Now,
	{ q, filter, page }: ParticipantsWanted,
	size = participantsPage
) {
	const words = plain(q).split(/\s+/).filter(Boolean);
	const { rows } = await sql<{ people: Participant[] } & Record<ParticipantFilter, number>>`
		with found as (
			select s.id, p.id as "personId", ${named} as name, s.answered,
				coalesce((select string_agg(t.title, ', ' order by t.main desc, t.title) from posts t
					where t.organisation_id = p.organisation_id and t.person_id = p.id and t.period @> ${today}::date), '') as post,
				nullif(concat_ws(' ', o.family_name, o.given_name, nullif(o.patronymic, '')), '') as about, s.eyes,
				(select count(*) from survey_links l where l.organisation_id = s.organisation_id and l.participant_id = s.id
					and l.revoked_at is null) as links,
				p.account_id is not null and may_enter(p.organisation_id, p.id, ${today}::date) as "signsIn",
				(a.answered_at at time zone ${timeZone})::date as "answeredOn", a.entered_by is not null as entered,
				row_number() over (order by ${inOrder}) as place
			from survey_participants s
			join people p on p.organisation_id = s.organisation_id and p.id = s.person_id
			left join people o on o.organisation_id = s.organisation_id and o.id = s.about_id
			left join survey_answers a on a.organisation_id = s.organisation_id and a.participant_id = s.id
			where s.organisation_id = ${organisationId} and s.wave_id = ${waveId} and s.removed_at is null
				and ${words.length === 0 ? sql`true` : sql`p.search_key like all(${words.map(like)}::text[])`}
		)
		select coalesce((select json_agg(f order by f.place) from (
				select * from found where ${chosen[filter]} order by place limit ${size} offset ${(page - 1) * size}) f), '[]') as people,
			${sql.join(
				Object.entries(chosen).map(([name, condition]) => sql`count(*) filter (where ${condition}) as ${sql.ref(name)}`)
			)}
		from found`.execute(tx);
	const [row] = rows;
	if (!row) throw new Error('a count answered nothing');
	return row;
}

/** Who in a wave would be asked too often in its school year: their names, and how many waves with this one. One query. */
export async function listAskedTooOften(
	tx: Tx,
	{ organisationId }: Actor,
	{ id, opensOn }: { id: string; opensOn: string },
	most: number
) {
	const { from, to } = schoolYearOf(opensOn);
	const { rows } = await sql<{ personId: string; name: string; waves: number }>`
		select p.id as "personId", ${named} as name, count(distinct w.id) + 1 as waves
		from (select distinct person_id from survey_participants
			where organisation_id = ${organisationId} and wave_id = ${id} and removed_at is null) here
		join people p on p.organisation_id = ${organisationId} and p.id = here.person_id
		join survey_participants s on s.organisation_id = p.organisation_id and s.person_id = p.id and s.removed_at is null
		join survey_waves w on w.organisation_id = s.organisation_id and w.id = s.wave_id and w.removed_at is null
			and w.opened_at is not null and w.opens_on between ${from}::date and ${to}::date and w.id <> ${id}
		group by p.id, p.family_name, p.given_name, p.patronymic
		having count(distinct w.id) + 1 > ${most}
		order by p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu", p.id`.execute(tx);
	return rows;
}

export type OneParticipant = {
	id: string;
	waveId: string;
	personId: string;
	name: string;
	answered: boolean;
	removed: boolean;
};

/** One of those asked, in a wave that the actor keeps. */
export async function findParticipant(tx: Tx, actor: Actor, id: string): Promise<OneParticipant | undefined> {
	if (!isId(id)) return undefined;
	const { rows } = await sql<OneParticipant>`
		select s.id, s.wave_id as "waveId", s.person_id as "personId", ${named} as name, s.answered,
			s.removed_at is not null as removed
		from survey_participants s
		join survey_waves w on w.organisation_id = s.organisation_id and w.id = s.wave_id and w.removed_at is null
		join people p on p.organisation_id = s.organisation_id and p.id = s.person_id
		where s.organisation_id = ${actor.organisationId} and s.id = ${id} and ${keptBy(actor)}`.execute(tx);
	return rows[0];
}

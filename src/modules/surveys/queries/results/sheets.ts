import { sql } from 'kysely';
import type { Actor } from '../../../../core/actor';
import type { Tx } from '../../../../db/as-actor';
import type { Answers } from '../../rules/answers';
import { everybody, type Narrowed } from '../../rules/summary/reading';
import type { ResultWave } from './wave';

/** One sheet. `key`: the person (and whom they answer about), a pseudonym, or null; without a name nothing else is there. */
export type ResultSheet = {
	waveId: string;
	key: string | null;
	participantId: string | null; // with a name only
	answers: Answers;
	person: { id: string; name: string; post: string } | null;
	about: { id: string; name: string } | null;
};

type Asked = Pick<ResultWave, 'id' | 'identity' | 'closesOn'>;

/** Those of a role or of a group on a day. */
const within = ({ role, group }: Narrowed) =>
	role
		? sql<boolean>`exists (select from role_periods r where r.organisation_id = s.organisation_id
			and r.person_id = s.person_id and r.role = ${role} and r.period && daterange(w.opens_on, w.closes_on, '[]'))`
		: group
			? sql<boolean>`exists (select from group_memberships m where m.organisation_id = s.organisation_id
				and m.person_id = s.person_id and m.group_id = ${group} and m.withdrawn_at is null
				and m.period && daterange(w.opens_on, w.closes_on, '[]'))`
			: sql<boolean>`true`;

const fullName = (of: 'p' | 'o') =>
	sql<string>`concat_ws(' ', ${sql.ref(`${of}.family_name`)}, ${sql.ref(`${of}.given_name`)}, nullif(${sql.ref(`${of}.patronymic`)}, ''))`;
const inOrder = sql`p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu", p.patronymic collate "ru-x-icu", s.id`;

/**
 * The answers of waves: with names in the order of the alphabet; without names in the order of their chance ids, and only
 * where the database shows them: closed, five or more.
 */
export async function listSheets(
	tx: Tx,
	{ organisationId }: Pick<Actor, 'organisationId'>,
	waves: readonly Asked[],
	narrowed: Narrowed = everybody
): Promise<ResultSheet[]> {
	const [named, unnamed] = [true, false].map((with_) =>
		waves.filter(({ identity }) => (identity === 'named') === with_).map(({ id }) => id)
	);
	const { rows } = await sql<ResultSheet>`
		select * from (
			select s.wave_id as "waveId", s.person_id || coalesce(':' || s.about_id, '') as key,
				s.id as "participantId", a.answers,
				json_build_object('id', p.id, 'name', ${fullName('p')}, 'post', coalesce((
					select string_agg(t.title, ', ' order by t.main desc, t.title) from posts t
					where t.organisation_id = p.organisation_id and t.person_id = p.id and t.period @> w.closes_on), '')) as person,
				case when o.id is not null then json_build_object('id', o.id, 'name', ${fullName('o')}) end as about,
				row_number() over (order by ${inOrder}) as place
			from survey_answers a
			join survey_participants s on s.organisation_id = a.organisation_id and s.id = a.participant_id
			join survey_waves w on w.organisation_id = s.organisation_id and w.id = s.wave_id
			join people p on p.organisation_id = s.organisation_id and p.id = s.person_id
			left join people o on o.organisation_id = s.organisation_id and o.id = s.about_id
			where a.organisation_id = ${organisationId} and s.wave_id = any(${named}::uuid[]) and ${within(narrowed)}
			union all
			select u.wave_id, u.pseudonym::text, null, u.answers, null, null, row_number() over (order by u.id)
			from survey_unnamed_answers u
			where u.organisation_id = ${organisationId} and u.wave_id = any(${unnamed}::uuid[])
		) sheets order by place`.execute(tx);
	return rows;
}

export type Asking = { id: string; name: string; about: string | null; answered: boolean };

/** Who is asked and whether they have answered; never when. */
export async function listAsked(tx: Tx, { organisationId }: Actor, waveId: string, narrowed: Narrowed = everybody) {
	const { rows } = await sql<Asking>`
		select s.id, ${fullName('p')} as name, nullif(${fullName('o')}, '') as about, s.answered
		from survey_participants s
		join survey_waves w on w.organisation_id = s.organisation_id and w.id = s.wave_id
		join people p on p.organisation_id = s.organisation_id and p.id = s.person_id
		left join people o on o.organisation_id = s.organisation_id and o.id = s.about_id
		where s.organisation_id = ${organisationId} and s.wave_id = ${waveId} and (s.removed_at is null or s.answered)
			and ${within(narrowed)}
		order by ${inOrder}`.execute(tx);
	return rows;
}

export type NarrowedCount = { role: string | null; group: string | null; name: string; count: number };

/** By which roles and groups a named wave can be looked at, and how many of them have answered. */
export async function listNarrowings(tx: Tx, { organisationId }: Actor, waveId: string) {
	const { rows } = await sql<NarrowedCount>`
		with s as (
			select s.person_id, w.opens_on, w.closes_on from survey_participants s
			join survey_waves w on w.organisation_id = s.organisation_id and w.id = s.wave_id
			where s.organisation_id = ${organisationId} and s.wave_id = ${waveId} and s.answered
		)
		select r.role, null as group, '' as name, count(distinct s.person_id) as count
		from s join role_periods r on r.organisation_id = ${organisationId} and r.person_id = s.person_id
			and r.period && daterange(s.opens_on, s.closes_on, '[]')
		group by r.role
		union all
		select null, g.id::text, concat_ws(' – ', nullif(g.code, ''), nullif(g.name, '')), count(distinct s.person_id)
		from s join group_memberships m on m.organisation_id = ${organisationId} and m.person_id = s.person_id
			and m.withdrawn_at is null and m.period && daterange(s.opens_on, s.closes_on, '[]')
		join staff_groups g on g.organisation_id = m.organisation_id and g.id = m.group_id
		group by g.id, g.code, g.name
		order by role nulls last, name`.execute(tx);
	return rows;
}

/** Names of those who are named in answers. */
export async function listNames(tx: Tx, { organisationId }: Pick<Actor, 'organisationId'>, ids: readonly string[]) {
	const { rows } = await sql<{ id: string; name: string }>`
		select p.id, ${fullName('p')} as name from people p
		where p.organisation_id = ${organisationId} and p.id = any(${[...ids]}::uuid[])`.execute(tx);
	return new Map(rows.map(({ id, name }) => [id, name]));
}

import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import { personName } from '../../registry/queries/pieces';
import { type Mentorship, type MentorshipRow, withLife } from '../rules/mentorship';
import { canReadMentorships } from '../rules/words';
import { guestPost } from './guests';

/** A member of a pair as JSON (rules/mentorship.ts, Member), out of the row `alias` of people. */
const member = (
	alias: string,
	today: string
) => sql`json_build_object('id', ${sql.ref(`${alias}.id`)}, 'name', ${personName(alias)},
	'post', coalesce((select string_agg(t.title, ', ' order by t.main desc, t.title) from posts t
		where t.organisation_id = m.organisation_id and t.person_id = ${sql.ref(`${alias}.id`)} and t.period @> ${today}::date), ${guestPost(alias)}, ''),
	'worksAt', (select g.works_at from guests g where g.organisation_id = m.organisation_id and g.person_id = ${sql.ref(`${alias}.id`)}
		order by g.number desc, g.id desc limit 1),
	'worksHere', coalesce((select bool_or(upper_inf(w.period) or upper(w.period) > ${today}::date) from employments w
		where w.organisation_id = m.organisation_id and w.person_id = ${sql.ref(`${alias}.id`)}), true),
	'consents', coalesce((select c.kinds from c where c.person_id = ${sql.ref(`${alias}.id`)}), '{}'))`;

/** Mentorships with everything their pages say, the newest proposal last: one query. `which` is a condition over `m`. */
async function read(tx: Tx, { organisationId }: Actor, { today }: Pick<Now, 'today'>, which: RawBuilder<boolean>) {
	const { rows } = await sql<MentorshipRow>`
		with c as (
			select person_id, json_object_agg(kind, given_on) as kinds from consents_on(${today}::date)
			where organisation_id = ${organisationId} and kind in ('mentor', 'mentee') group by person_id
		)
		select m.id, (select max(s.position) from mentorship_steps s
				where s.organisation_id = m.organisation_id and s.mentorship_id = m.id) as "lastPosition",
			m.kind, m.form, m.content, m.in_job_function as "inJobFunction", m.not_employee as "notEmployee",
			coalesce((select json_agg(distinct e.person_id) from mentorship_pairs p
				join register_entries e on e.organisation_id = p.organisation_id and e.person_id = p.mentee_id
					and e.register = 'mentees' and e.withdrawn_at is null and e.period && p.period
				where p.organisation_id = m.organisation_id and p.mentorship_id = m.id and p.removed_at is null), '[]') as "inRegister",
			coalesce((select json_agg(json_build_object('id', p.id, 'mentor', ${member('a', today)}, 'mentee', ${member('b', today)},
					'from', lower(p.period), 'to', upper(p.period) - 1, 'temporary', p.temporary, 'role', p.role, 'until', p.until, 'left', p.left_step is not null, 'leftStep', p.left_step,
					'first', j.what = 'proposed') order by j.position, p.id)
				from mentorship_pairs p
				join mentorship_steps j on j.organisation_id = p.organisation_id and j.id = p.joined_step
				join people a on a.organisation_id = p.organisation_id and a.id = p.mentor_id
				join people b on b.organisation_id = p.organisation_id and b.id = p.mentee_id
				where p.organisation_id = m.organisation_id and p.mentorship_id = m.id and p.removed_at is null), '[]') as pairs,
			(select json_agg(json_build_object('id', s.id, 'actId', s.act_id, 'position', s.position, 'what', s.what, 'on', s.on_date,
					'personId', s.person_id, 'from', lower(s.term), 'to', upper(s.term) - 1, 'orderId', s.order_id,
					'orderNumber', o.number, 'orderOn', o.signed_on, 'actKind', o.act_kind, 'series', o.series, 'how', s.how,
					'number', s.number, 'pay', s.pay, 'reason', s.reason, 'noticedOn', s.noticed_on, 'words', s.words,
					'person', coalesce(${personName('x')}, ''), 'at', s.recorded_at, 'who', ${personName('y')}) order by s.position)
				from mentorship_steps s
				join people y on y.organisation_id = s.organisation_id and y.id = s.recorded_by
				left join people x on x.organisation_id = s.organisation_id and x.id = s.person_id
				left join mentorship_orders o on o.organisation_id = s.organisation_id and o.id = s.order_id
				where s.organisation_id = m.organisation_id and s.mentorship_id = m.id and s.undone_at is null) as steps
		from mentorships m
		where m.organisation_id = ${organisationId} and ${which}
			and exists (select from mentorship_steps s where s.organisation_id = m.organisation_id and s.mentorship_id = m.id
				and s.undone_at is null)
		order by m.made_at, m.id`.execute(tx);
	return rows.map(withLife);
}

const withPerson = (
	organisationId: string,
	personId: string
) => sql<boolean>`m.id in (select p.mentorship_id from mentorship_pairs p
	where p.organisation_id = ${organisationId} and p.removed_at is null and ${personId} in (p.mentor_id, p.mentee_id))`;

/** Every mentorship of the organisation, for those who read them all. */
export const listMentorships = (tx: Tx, actor: Actor, now: Pick<Now, 'today'>): Promise<Mentorship[]> =>
	read(tx, actor, now, canReadMentorships(actor) ? sql<boolean>`true` : sql<boolean>`false`);

/** Somebody's, as mentor or mentee. The caller asks whether it may be seen. */
export const mentorshipsOf = (tx: Tx, actor: Actor, personId: string, now: Pick<Now, 'today'>): Promise<Mentorship[]> =>
	read(tx, actor, now, withPerson(actor.organisationId, personId));

/** One that the person sees: any for those who read them all, otherwise their own. */
export async function findMentorship(tx: Tx, actor: Actor, id: string, now: Pick<Now, 'today'>) {
	if (!isId(id)) return undefined;
	const own = canReadMentorships(actor) ? sql<boolean>`true` : withPerson(actor.organisationId, actor.personId);
	const [found] = await read(tx, actor, now, sql<boolean>`m.id = ${id} and ${own}`);
	return found;
}

/** Several by id, for an act on many at once. */
export const findMentorships = (tx: Tx, actor: Actor, ids: readonly string[], now: Pick<Now, 'today'>) =>
	read(
		tx,
		actor,
		now,
		canReadMentorships(actor) ? sql<boolean>`m.id = any(${ids.filter(isId)}::uuid[])` : sql<boolean>`false`
	);

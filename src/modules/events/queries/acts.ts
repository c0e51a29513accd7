import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';
import { personName } from '../../registry/queries/pieces';
import { actPrefix } from '../rules/acts';
import { seenBy } from './visible';

export type ActInLibrary = {
	id: string;
	kind: string;
	title: string;
	words: string;
	link: string;
	heldOn: string;
	announcedAt: string | null;
	acquaintBy: string | null;
	called: number;
	acquainted: number;
	mine: { acquaintedOn: string | null } | null;
};

/** The acts that somebody sees, by level and title, with how many have read each. One query. */
export async function listActs(tx: Tx, actor: Actor): Promise<ActInLibrary[]> {
	const { rows } = await sql<ActInLibrary>`
		select e.id, e.kind, e.title, e.words, e.link, e.held_on as "heldOn", e.announced_at as "announcedAt",
			e.acquaint_by as "acquaintBy", coalesce(p.called, 0) as called, coalesce(p.acquainted, 0) as acquainted, p.mine
		from events e
		left join lateral (
			select count(*) as called, count(*) filter (where i.acquainted_on is not null) as acquainted,
				(json_agg(json_build_object('acquaintedOn', i.acquainted_on))
					filter (where i.person_id = ${actor.personId}))->0 as mine
			from event_people i
			where i.organisation_id = e.organisation_id and i.event_id = e.id and i.removed_at is null) p on true
		where e.organisation_id = ${actor.organisationId} and e.removed_at is null and e.cancelled_at is null and not e.meets
			and starts_with(e.kind, ${actPrefix}) and ${seenBy(actor)}
		order by e.kind, e.title collate "ru-x-icu", e.id`.execute(tx);
	return rows;
}

export type ActReader = { name: string; post: string; read: Record<string, string | null> };

/** Who is called to read at least one act, with the day each was read: one query. */
export async function listActReaders(
	tx: Tx,
	{ organisationId }: Actor,
	acts: readonly string[],
	today: string
): Promise<ActReader[]> {
	const { rows } = await sql<ActReader>`
		select ${personName('p')} as name,
			coalesce((select string_agg(t.title, ', ' order by t.main desc, t.title) from posts t
				where t.organisation_id = p.organisation_id and t.person_id = p.id and t.period @> ${today}::date), '') as post,
			json_object_agg(i.event_id, i.acquainted_on) as read
		from event_people i
		join people p on p.organisation_id = i.organisation_id and p.id = i.person_id
		where i.organisation_id = ${organisationId} and i.event_id = any(${acts}::uuid[]) and i.removed_at is null
		group by p.organisation_id, p.id, p.family_name, p.given_name, p.patronymic
		order by p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu", p.patronymic collate "ru-x-icu", p.id`.execute(
		tx
	);
	return rows;
}

import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';

/** Of a guest in a column of people: what they do and where, «учитель физики, МБОУ „Школа № 5“»; null of anybody else. */
export const guestPost = (alias: string) => sql<string | null>`(
	select concat_ws(', ', nullif(gp.post, ''), gp.works_at) from guests gp
	where gp.organisation_id = ${sql.ref(`${alias}.organisation_id`)} and gp.person_id = ${sql.ref(`${alias}.id`)}
	order by gp.number desc, gp.id desc limit 1)`;
/** Whether a row of people is a guest: no colleague of those who work here. */
export const isGuest = (alias: string) => sql<boolean>`exists (select from guests gx
	where gx.organisation_id = ${sql.ref(`${alias}.organisation_id`)} and gx.person_id = ${sql.ref(`${alias}.id`)})`;

export type Guest = {
	personId: string;
	familyName: string;
	givenName: string;
	patronymic: string;
	post: string;
	worksAt: string;
	contact: string;
	number: number;
};

/** Mentors of other organisations by id, as they were last written down; `only`: this one. */
export async function listGuests(tx: Tx, { organisationId }: Actor, only?: string): Promise<Map<string, Guest>> {
	const { rows } = await sql<Guest>`
		select distinct on (g.person_id) g.person_id as "personId", p.family_name as "familyName", p.given_name as "givenName", p.patronymic,
			g.post, g.works_at as "worksAt", g.contact, g.number
		from guests g
		join people p on p.organisation_id = g.organisation_id and p.id = g.person_id and p.removed_at is null
		where g.organisation_id = ${organisationId} and ${only ? sql`g.person_id = ${only}` : sql`true`}
		order by g.person_id, g.number desc, g.id desc`.execute(tx);
	return new Map(rows.map((row) => [row.personId, row]));
}

export const findGuest = async (tx: Tx, actor: Actor, id: string) =>
	isId(id) ? (await listGuests(tx, actor, id)).get(id) : undefined;

/** What was written of a guest before that; undefined: it was the first. */
export async function findGuestBefore(tx: Tx, { organisationId }: Actor, { personId, number }: Guest) {
	const { rows } = await sql<Pick<Guest, 'post' | 'worksAt' | 'contact'>>`
		select post, works_at as "worksAt", contact from guests
		where organisation_id = ${organisationId} and person_id = ${personId} and number < ${number}
		order by number desc, id desc limit 1`.execute(tx);
	return rows[0];
}

/** Whether somebody leads, or has led, anybody. */
export async function hasPairs(tx: Tx, { organisationId }: Actor, personId: string) {
	const { rows } = await sql`select from mentorship_pairs
		where organisation_id = ${organisationId} and mentor_id = ${personId} limit 1`.execute(tx);
	return rows.length > 0;
}

/** A guest who leads nobody, and has led nobody. */
export async function findNewGuest(tx: Tx, actor: Actor, id: string) {
	const guest = await findGuest(tx, actor, id);
	return guest && !(await hasPairs(tx, actor, id)) ? guest : undefined;
}

/** Whether this was a guest who has been taken out since. */
export async function wasGuest(tx: Tx, { organisationId }: Actor, id: string) {
	if (!isId(id)) return false;
	const { rows } = await sql`select from people p
		where organisation_id = ${organisationId} and id = ${id} and removed_at is not null and ${isGuest('p')}`.execute(
		tx
	);
	return rows.length > 0;
}

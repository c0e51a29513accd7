import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';
import type { MinutesItem, Present } from '../rules/minutes';

export type Minutes = {
	eventId: string;
	body: string;
	number: string;
	chair: string;
	secretary: string;
	present: number | null;
	invited: number | null;
	guests: string;
	items: MinutesItem[];
	people: Present[];
	version: number;
	signedOn: string | null;
};

/** The minutes of an event, drafted or signed. */
export async function findMinutes(tx: Tx, { organisationId }: Actor, eventId: string): Promise<Minutes | undefined> {
	const { rows } = await sql<Minutes>`
		select event_id as "eventId", body, number, chair, secretary, present, invited, guests, items, people, version,
			signed_on as "signedOn"
		from event_minutes where organisation_id = ${organisationId} and event_id = ${eventId}`.execute(tx);
	return rows[0];
}

/** Numbers that signed minutes of a body bear in a school year, and who last chaired and kept them. */
export async function listNumbers(tx: Tx, { organisationId }: Actor, body: string, schoolYear: number) {
	const { rows } = await sql<{ eventId: string; number: string; chair: string; secretary: string; heldOn: string }>`
		select m.event_id as "eventId", m.number, m.chair, m.secretary, e.held_on as "heldOn" from event_minutes m
		join events e on e.organisation_id = m.organisation_id and e.id = m.event_id and e.removed_at is null
		where m.organisation_id = ${organisationId} and m.body = ${body} and m.school_year = ${schoolYear}
			and m.signed_at is not null
		order by e.held_on, m.number`.execute(tx);
	return rows;
}

import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import { personName } from '../../registry/queries/pieces';
import type { What } from '../rules/life';
import { canReadPleas, type PleaStep, type Reader, readers, type Wish } from '../rules/pleas';
import { mentorshipName } from './names';

export type Plea = {
	id: string;
	mentorshipId: string;
	personId: string;
	name: string;
	mentoring: boolean;
	title: string;
	wish: Wish;
	reader: Reader;
	words: string;
	askedOn: string;
	steps: PleaStep[];
	/** What has become of the pair since it was asked. */
	since: { what: What; on: string }[];
};

type Which = { own: true } | { own: false; id?: string };

/** One's own, or those one may read, the oldest first: one query. Whose else they are the database does not tell. */
async function read(tx: Tx, { organisationId, personId, roles }: Actor, which: Which): Promise<Plea[]> {
	const chosen = which.own
		? sql`l.person_id = ${personId}`
		: sql`l.person_id <> ${personId} and l.reader = any(${readers.filter((one) => roles.includes(one))}::text[])
			and ${which.id === undefined ? sql`true` : sql`l.id = ${which.id}`}`;
	const { rows } = await sql<Plea>`
		select l.id, l.mentorship_id as "mentorshipId", l.person_id as "personId", ${personName('p')} as name, l.wish, l.reader, l.words,
			l.asked_on as "askedOn", ${mentorshipName('l.mentorship_id')} as title,
			exists (select from mentorship_pairs t where t.organisation_id = l.organisation_id and t.mentorship_id = l.mentorship_id
				and t.removed_at is null and t.mentor_id = l.person_id) as mentoring,
			coalesce((select json_agg(json_build_object('id', s.id, 'what', s.what, 'on', s.on_date, 'words', s.words,
					'own', s.recorded_by = ${personId}, 'who', ${personName('w')}) order by s.recorded_at, s.id)
				from plea_steps s join people w on w.organisation_id = s.organisation_id and w.id = s.recorded_by
				where s.organisation_id = l.organisation_id and s.plea_id = l.id and s.undone_at is null), '[]') as steps,
			coalesce((select json_agg(json_build_object('what', m.what, 'on', m.on_date) order by m.position)
				from mentorship_steps m where m.organisation_id = l.organisation_id and m.mentorship_id = l.mentorship_id
					and m.undone_at is null and m.recorded_at > l.asked_at
					and m.what in ('suspended', 'resumed', 'replaced', 'left', 'completed', 'ended', 'dropped')), '[]') as since
		from pleas l
		join people p on p.organisation_id = l.organisation_id and p.id = l.person_id
		where l.organisation_id = ${organisationId} and ${chosen}
		order by l.asked_at, l.id`.execute(tx);
	return rows;
}

/** What one has asked oneself. */
export const listOwnPleas = (tx: Tx, actor: Actor) => read(tx, actor, { own: true });

/** What is addressed to one's role, by others. */
export const listPleas = async (tx: Tx, actor: Actor) => (canReadPleas(actor) ? read(tx, actor, { own: false }) : []);

export async function findPlea(tx: Tx, actor: Actor, id: string): Promise<Plea | undefined> {
	return isId(id) && canReadPleas(actor) ? (await read(tx, actor, { own: false, id }))[0] : undefined;
}

export type ReaderHere = { reader: Reader; people: { id: string; name: string }[] };

/** Who here could be asked about this pair: those who hold the role today and are not in the pair themselves. */
export async function listReaders(
	tx: Tx,
	{ organisationId }: Actor,
	mentorshipId: string,
	{ today }: Pick<Now, 'today'>
) {
	const { rows } = await sql<ReaderHere>`
		select r.role as reader, json_agg(json_build_object('id', p.id, 'name', ${personName('p')}) order by p.family_name, p.id) as people
		from role_periods r
		join people p on p.organisation_id = r.organisation_id and p.id = r.person_id and p.removed_at is null
		where r.organisation_id = ${organisationId} and r.role = any(${[...readers]}::text[]) and r.period @> ${today}::date
			and not exists (select from mentorship_pairs t where t.organisation_id = r.organisation_id
				and t.mentorship_id = ${mentorshipId} and t.removed_at is null and r.person_id in (t.mentor_id, t.mentee_id))
		group by r.role`.execute(tx);
	return rows.toSorted((one, other) => readers.indexOf(one.reader) - readers.indexOf(other.reader));
}

import { sql } from 'kysely';
import type { Author } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import type { Note } from '../rules/letters';

/** `key`: what it is about; the same is never told twice. */
export type NoteTo = { personId: string; key: string; note: Note };

/**
 * Tells each of them inside the program, and by mail where they have confirmed an address and want letters, in the act's own transaction.
 * Who never signs in is told by people. One query, however many they are.
 */
export async function writeNotes(tx: Tx, { organisationId }: Author, notes: readonly NoteTo[], now: Now) {
	if (notes.length === 0) return;
	await sql`
		with written as (
			insert into letters (organisation_id, id, person_id, kind, key, address, contents, made_at)
			select p.organisation_id, n.id, p.id, 'note', n.key,
				case when w.confirmed_at is not null and w.refused_at is null and w.wish <> 'none' then w.address end, n.note::jsonb, ${now.at}
			from unnest(${notes.map(() => newId(now))}::uuid[], ${notes.map(({ personId }) => personId)}::uuid[],
				${notes.map(({ key }) => key)}::text[], ${notes.map(({ note }) => JSON.stringify(note))}::text[]) n (id, person, key, note)
			join people p on p.organisation_id = ${organisationId} and p.id = n.person and p.account_id is not null
			left join letter_wishes w on w.organisation_id = p.organisation_id and w.person_id = p.id
			on conflict do nothing returning id, address
		)
		select enqueue('letters.send', jsonb_build_object('letterId', id), null, 'letter ' || id) from written
		where address is not null`.execute(tx);
}

import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { PersonName } from '../../../core/names';
import type { Tx } from '../../../db/as-actor';
import type { Sex } from '../../people/rules/names';
import type { NamePart } from '../rules/name-forms';

export type NameForms = PersonName & {
	id: string;
	sex: Sex | null;
	/** How many times it was said: whoever opened the page before the last has an old one. */
	version: number;
	own: { part: NamePart; word: string; forms: string[] | null }[];
};

/** A person and how their name was said to change: the newest of each part. One query. */
export async function findNameForms(tx: Tx, { organisationId }: Actor, personId: string) {
	if (!isId(personId)) return undefined;
	const { rows } = await sql<NameForms>`
		select p.id, p.family_name as "familyName", p.given_name as "givenName", p.patronymic, p.sex,
			(select count(*)::int + count(n.removed_at)::int from name_forms n
				where n.organisation_id = p.organisation_id and n.person_id = p.id) as version,
			coalesce((select json_agg(to_json(f)) from (
				select distinct on (n.part) n.part, n.word, n.forms from name_forms n
				where n.organisation_id = p.organisation_id and n.person_id = p.id and n.removed_at is null
				order by n.part, n.set_at desc, n.id desc) f), '[]') as own
		from people p
		where p.organisation_id = ${organisationId} and p.id = ${personId} and p.removed_at is null and p.erased_at is null`.execute(
		tx
	);
	return rows[0];
}

import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';

export type LinkRow = {
	id: string;
	participantId: string;
	hash: Buffer;
	name: string;
	about: string | null;
};

/** The living addresses of those who have not answered, the newest first of each: one query. */
export async function listLinks(tx: Tx, { organisationId }: Actor, waveId: string) {
	const { rows } = await sql<LinkRow>`
		select l.id, s.id as "participantId", l.token_hash as hash,
			concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, '')) as name,
			nullif(concat_ws(' ', o.family_name, o.given_name, nullif(o.patronymic, '')), '') as about
		from survey_participants s
		join survey_links l on l.organisation_id = s.organisation_id and l.participant_id = s.id and l.revoked_at is null
		join people p on p.organisation_id = s.organisation_id and p.id = s.person_id
		left join people o on o.organisation_id = s.organisation_id and o.id = s.about_id
		where s.organisation_id = ${organisationId} and s.wave_id = ${waveId} and s.removed_at is null and not s.answered
		order by p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu", p.patronymic collate "ru-x-icu", s.id,
			l.issued_at desc, l.id desc`.execute(tx);
	return rows;
}

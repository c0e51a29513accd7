import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';
import { sheetCode } from '../rules/links';

export type OnPaper = { id: string; name: string; about: string | null; code: string; answered: boolean };

type Row = Omit<OnPaper, 'code'> & { place: number; removed: boolean };

/** Everybody on the list of a wave with the number of their sheet: one query. Who was taken off keeps the place. */
export async function listOnPaper(tx: Tx, { organisationId }: Actor, waveId: string): Promise<OnPaper[]> {
	const { rows } = await sql<Row>`
		select s.id, s.answered, s.removed_at is not null as removed, row_number() over (order by s.id)::int as place,
			concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, '')) as name,
			nullif(concat_ws(' ', o.family_name, o.given_name, nullif(o.patronymic, '')), '') as about
		from survey_participants s
		join people p on p.organisation_id = s.organisation_id and p.id = s.person_id
		left join people o on o.organisation_id = s.organisation_id and o.id = s.about_id
		where s.organisation_id = ${organisationId} and s.wave_id = ${waveId}
		order by p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu", p.patronymic collate "ru-x-icu", s.id`.execute(
		tx
	);
	return rows
		.filter(({ removed }) => !removed)
		.map(({ place, removed: _, ...row }) => ({ ...row, code: sheetCode(place, row.id) }));
}

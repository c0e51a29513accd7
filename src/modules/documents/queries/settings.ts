import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import type { OwnForms } from '../engine/grammar/person';
import { type DocumentSettings, type Font, usualSettings } from '../rules/documents';

/** What the organisation has set; `version` 0 where nothing was set yet. */
export async function findSettings(
	tx: Tx,
	{ organisationId }: Pick<Actor, 'organisationId'>
): Promise<{ settings: DocumentSettings; version: number }> {
	const row = await tx
		.selectFrom('document_settings')
		.where('organisation_id', '=', organisationId)
		.select([
			'short_name as shortName',
			'place',
			'founder',
			'address',
			'tax_number as taxNumber',
			'site',
			'signer_id as signerId',
			'font',
			'size_halves as sizeHalves',
			'margin_left as marginLeft',
			'margin_right as marginRight',
			'margin_top as marginTop',
			'margin_bottom as marginBottom',
			'check_page as checkPage',
			'version'
		])
		.executeTakeFirst();
	if (!row) return { settings: usualSettings, version: 0 };
	const { version, font, ...rest } = row;
	return { version, settings: { ...rest, font: font as Font } };
}

export type NamedWorker = {
	id: string;
	familyName: string;
	givenName: string;
	patronymic: string;
	sex: 'female' | 'male' | null;
	post: string;
	worksAt: string | null; // of a guest
	roles: string[];
	own: OwnForms;
};

/** People by id or by a role they have today, with the main post of today: for the words of papers. */
export async function listWorkers(
	tx: Tx,
	{ organisationId }: Actor,
	ids: readonly string[],
	{ today }: Now
): Promise<NamedWorker[]> {
	const { rows } = await sql<NamedWorker>`
		select p.id, p.family_name as "familyName", p.given_name as "givenName", p.patronymic, p.sex,
			coalesce((select t.title from posts t where t.organisation_id = p.organisation_id and t.person_id = p.id
				and t.period @> ${today}::date order by t.main desc, t.title limit 1),
				(select g.post from guests g where g.organisation_id = p.organisation_id and g.person_id = p.id order by g.number desc limit 1), '') as post,
			(select g.works_at from guests g where g.organisation_id = p.organisation_id and g.person_id = p.id
				order by g.number desc limit 1) as "worksAt",
			array(select r.role from role_periods r where r.organisation_id = p.organisation_id and r.person_id = p.id
				and r.period @> ${today}::date and r.role in ('director', 'curator') order by r.role) as roles,
			coalesce((select json_object_agg(f.part, coalesce(to_json(f.forms), '"unchanged"'::json)) from (
				select distinct on (n.part) n.part, n.forms from name_forms n
				where n.organisation_id = p.organisation_id and n.person_id = p.id and n.removed_at is null
					and n.word = case n.part when 'familyName' then p.family_name when 'givenName' then p.given_name else p.patronymic end
				order by n.part, n.set_at desc, n.id desc) f), '{}') as own
		from people p
		where p.organisation_id = ${organisationId} and p.removed_at is null and (p.id = any(${[...ids]}::uuid[])
			or exists (select from role_periods r where r.organisation_id = p.organisation_id and r.person_id = p.id
				and r.period @> ${today}::date and r.role in ('director', 'curator')))
		order by p.family_name collate "ru-x-icu", p.id`.execute(tx);
	return rows;
}

/** Everybody who works here today: whoever may sign. */
export const listSigners = (tx: Tx, { organisationId }: Actor, { today }: Now) =>
	tx
		.selectFrom('people as p')
		.where('p.organisation_id', '=', organisationId)
		.where('p.removed_at', 'is', null)
		.where(
			sql<boolean>`exists (select from employments e where e.organisation_id = p.organisation_id and e.person_id = p.id
				and e.period @> ${today}::date)`
		)
		.select(['p.id', sql<string>`concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, ''))`.as('name')])
		.orderBy(sql`p.family_name collate "ru-x-icu"`)
		.orderBy('p.id')
		.execute();

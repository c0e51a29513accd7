import { sql } from 'kysely';
import type { Actor, Author } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';
import { allKinds, type ConsentKind, type ConsentParts } from '../rules/kinds';

export type ConsentText = {
	id: string;
	kind: ConsentKind;
	number: number;
	parts: ConsentParts;
	publishedAt: string;
	who: string;
};

/** The wording of each kind that is published now; a kind without one has no row. */
export async function currentTexts(tx: Tx, { organisationId }: Pick<Author, 'organisationId'>) {
	const { rows } = await sql<ConsentText>`
		select distinct on (t.kind) t.id, t.kind, t.number, t.parts, t.published_at as "publishedAt",
			concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, '')) as who
		from consent_texts t
		join people p on p.organisation_id = t.organisation_id and p.id = t.published_by
		where t.organisation_id = ${organisationId}
		order by t.kind, t.number desc`.execute(tx);
	return new Map(rows.map((row) => [row.kind, row]));
}

/** All wordings of one kind, the latest first, with how many consents were given to each. */
export async function listVersions(tx: Tx, { organisationId }: Actor, kind: ConsentKind) {
	const { rows } = await sql<ConsentText & { given: number }>`
		select t.id, t.kind, t.number, t.parts, t.published_at as "publishedAt",
			concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, '')) as who,
			(select count(*) from consents c
				where c.organisation_id = t.organisation_id and c.text_id = t.id and c.removed_at is null) as given
		from consent_texts t
		join people p on p.organisation_id = t.organisation_id and p.id = t.published_by
		where t.organisation_id = ${organisationId} and t.kind = ${kind}
		order by t.number desc`.execute(tx);
	return rows;
}

/** What the school asks, and whether strictly; by default everything, and not. */
export async function findSettings(tx: Tx, { organisationId }: Pick<Author, 'organisationId'>) {
	const row = await tx
		.selectFrom('consent_settings')
		.select(['asked', 'strict', 'version'])
		.where('organisation_id', '=', organisationId)
		.executeTakeFirst();
	return row
		? { ...row, asked: allKinds.filter((kind) => row.asked.includes(kind)) }
		: { asked: allKinds, strict: false, version: 0 };
}

import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';
import { piecesInPart } from '../rules/source-view';
import type { Piece } from '../rules/understanding';

const ofImport = (tx: Tx, actor: Actor, id: string) =>
	tx.selectFrom('roadmap_imports as i').where('i.organisation_id', '=', actor.organisationId).where('i.id', '=', id);

/** Of every piece the field it was read as, and which activities were doubtful when they were read. Texts, megabytes of them, stay behind. */
export async function findLinks(tx: Tx, actor: Actor, id: string) {
	const row = await ofImport(tx, actor, id)
		.select([
			sql<(string | null)[] | null>`(select jsonb_agg(p.one -> 'field' order by p.nth)
				from jsonb_array_elements(i.understood -> 'pieces') with ordinality as p (one, nth))`.as('fields'),
			sql<number[] | null>`(select jsonb_agg(distinct d -> 'activity')
				from jsonb_array_elements(i.understood -> 'doubts') as d)`.as('doubted')
		])
		.executeTakeFirst();
	return { fields: row?.fields ?? [], doubted: row?.doubted ?? [] };
}

/** One part of the file as it was read, counted from 1; with how many pieces there are and how many are in nothing. */
export async function findSourcePart(tx: Tx, actor: Actor, id: string, part: number) {
	const from = (part - 1) * piecesInPart;
	const row = await ofImport(tx, actor, id)
		.where('i.understood', 'is not', null)
		.select([
			sql<string>`i.understood -> 'source' ->> 'name'`.as('name'),
			sql<string[]>`i.understood -> 'warnings'`.as('warnings'),
			sql<number>`jsonb_array_length(i.understood -> 'pieces')`.as('all'),
			sql<number>`jsonb_array_length(jsonb_path_query_array(i.understood, '$.pieces[*] ? (@.use == "ignored")'))`.as(
				'leftOut'
			),
			sql<Piece[]>`jsonb_path_query_array(i.understood, '$.pieces[$from to $to]',
				jsonb_build_object('from', ${from}::int, 'to', ${from + piecesInPart - 1}::int))`.as('pieces')
		])
		.executeTakeFirst();
	return row && (part === 1 || row.pieces.length > 0) ? row : undefined;
}

export type SourcePart = NonNullable<Awaited<ReturnType<typeof findSourcePart>>>;

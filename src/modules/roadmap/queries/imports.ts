import { sql } from 'kysely';
import type { Actor, Author } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import type { Draft } from '../rules/draft';
import { importState } from '../rules/imports';
import type { Piece, Understanding } from '../rules/understanding';

/** Whose imports a person sees: their organisation's. Who may open them at all says the route table. */
const visibleImports = (tx: Tx, author: Author) =>
	tx.selectFrom('roadmap_imports as i').where('i.organisation_id', '=', author.organisationId);

const shownImports = (tx: Tx, author: Author) =>
	visibleImports(tx, author)
		.innerJoin('people as p', (on) =>
			on.onRef('p.organisation_id', '=', 'i.organisation_id').onRef('p.id', '=', 'i.created_by')
		)
		.leftJoin('roadmaps as r', (on) =>
			on.onRef('r.organisation_id', '=', 'i.organisation_id').onRef('r.import_id', '=', 'i.id')
		)
		.leftJoin('plan_renewals as n', (on) =>
			on.onRef('n.organisation_id', '=', 'i.organisation_id').onRef('n.import_id', '=', 'i.id')
		)
		.select([
			'i.id',
			'i.source_name as sourceName',
			'i.file_id as fileId',
			'i.created_at as createdAt',
			'i.asked_at as askedAt',
			'i.read_at as readAt',
			'i.failed_at as failedAt',
			'i.failure',
			'i.accepted_at as acceptedAt',
			'i.discarded_at as discardedAt',
			'i.version',
			sql<string | null>`coalesce(r.id, case when i.accepted_at is not null then n.roadmap_id end)`.as('roadmapId'),
			'n.roadmap_id as renews',
			sql<string>`concat_ws(' ', p.family_name, p.given_name, p.patronymic)`.as('createdBy')
		]);

/** The newest first; with the number of rows as far as they are known. */
export async function listImports(tx: Tx, actor: Actor) {
	const rows = await shownImports(tx, actor)
		.select([
			sql<string | null>`i.draft ->> 'title'`.as('title'),
			sql<number>`jsonb_array_length(coalesce(jsonb_path_query_array(i.draft, '$.activities[*] ? (@.removed == false)'), '[]'))`.as(
				'rows'
			)
		])
		.orderBy('i.created_at', 'desc')
		.limit(200)
		.execute();
	return rows.map((row) => ({ ...row, state: importState(row) }));
}

export type ImportLine = Awaited<ReturnType<typeof listImports>>[number];

/** One import with its draft and the correction that «Отменить» would take back; undefined when it is not there or not theirs. */
export async function findImport(tx: Tx, actor: Actor, id: string) {
	if (!isId(id)) return undefined;
	const row = await shownImports(tx, actor)
		.select((is) => [
			'i.draft',
			is
				.selectFrom('roadmap_corrections as c')
				.select('c.what')
				.whereRef('c.organisation_id', '=', 'i.organisation_id')
				.whereRef('c.import_id', '=', 'i.id')
				.where('c.undone_at', 'is', null)
				.orderBy('c.version', 'desc')
				.limit(1)
				.as('lastCorrection')
		])
		.where('i.id', '=', id)
		.executeTakeFirst();
	return row && { ...row, draft: row.draft as Draft | null, state: importState(row) };
}

export type RoadmapImport = NonNullable<Awaited<ReturnType<typeof findImport>>>;

/** What the reader answered, as it was: for the pieces that did not go in and the source of a row. */
export async function findUnderstood(tx: Tx, actor: Actor, id: string) {
	const row = await visibleImports(tx, actor).select('i.understood').where('i.id', '=', id).executeTakeFirst();
	return (row?.understood ?? undefined) as Understanding | undefined;
}

/** The stamps of the file, as they stand in it. */
export async function approvalsOf(tx: Tx, actor: Actor, id: string): Promise<string[]> {
	const row = await visibleImports(tx, actor)
		.select(sql<string[] | null>`i.understood -> 'approvals'`.as('approvals'))
		.where('i.id', '=', id)
		.executeTakeFirst();
	return row?.approvals ?? [];
}

/** How many pieces of the file went into nothing; the pieces themselves may be megabytes. */
export async function countLeftOut(tx: Tx, actor: Actor, id: string) {
	const row = await visibleImports(tx, actor)
		.select(
			sql<number>`jsonb_array_length(jsonb_path_query_array(i.understood, '$.pieces[*] ? (@.use == "ignored")'))`.as(
				'count'
			)
		)
		.where('i.id', '=', id)
		.executeTakeFirst();
	return row?.count ?? 0;
}

/** What was corrected, the newest first; what was taken back is said to be. */
export const listCorrections = (tx: Tx, actor: Actor, id: string) =>
	tx
		.selectFrom('roadmap_corrections as c')
		.innerJoin('people as p', (on) =>
			on.onRef('p.organisation_id', '=', 'c.organisation_id').onRef('p.id', '=', 'c.made_by')
		)
		.select([
			'c.what',
			'c.made_at as madeAt',
			'c.undone_at as undoneAt',
			sql<string>`concat_ws(' ', p.family_name, p.given_name, p.patronymic)`.as('who')
		])
		.where('c.organisation_id', '=', actor.organisationId)
		.where('c.import_id', '=', id)
		.orderBy('c.version', 'desc')
		.limit(50)
		.execute();

export type CorrectionMade = Awaited<ReturnType<typeof listCorrections>>[number];

/** The cells of the file that a row was read from. */
export async function findPieces(tx: Tx, actor: Actor, id: string, indexes: readonly number[]): Promise<Piece[]> {
	if (indexes.length === 0) return [];
	const row = await visibleImports(tx, actor)
		.select(
			sql<Piece[]>`coalesce((select jsonb_agg(i.understood -> 'pieces' -> at order by nth)
				from unnest(${[...indexes]}::int[]) with ordinality as of (at, nth)
				where i.understood -> 'pieces' -> at is not null), '[]')`.as('pieces')
		)
		.where('i.id', '=', id)
		.executeTakeFirst();
	return row?.pieces ?? [];
}

/** Whose plan it is, as plans may name it. */
export const findSelf = (tx: Tx, author: Author) =>
	tx
		.selectFrom('organisations')
		.select(['name', 'full_name as fullName', 'kind'])
		.where('organisation_id', '=', author.organisationId)
		.executeTakeFirstOrThrow();

/** What is to be read, whole; undefined when it has been read, given up or thrown away meanwhile. */
export async function findUnread(tx: Tx, author: Author, id: string) {
	const row = await visibleImports(tx, author)
		.select(['i.source_name as name', 'i.file_id as fileId', 'i.pasted'])
		.where('i.id', '=', id)
		.where('i.read_at', 'is', null)
		.where('i.failed_at', 'is', null)
		.where('i.discarded_at', 'is', null)
		.executeTakeFirst();
	if (!row) return undefined;
	if (row.pasted !== null) return { name: row.name, pasted: true, bytes: new TextEncoder().encode(row.pasted) };
	const chunks = await tx
		.selectFrom('file_chunks')
		.select('bytes')
		.where('organisation_id', '=', author.organisationId)
		.where('file_id', '=', row.fileId)
		.orderBy('position')
		.execute();
	return { name: row.name, pasted: false, bytes: Buffer.concat(chunks.map(({ bytes }) => bytes)) };
}

import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { notFound } from '../../../core/errors';
import type { Tx } from '../../../db/as-actor';
import { findDocument, type StoredDocument } from '../queries/document';

/** Whoever else acts on the document is waited for. */
export const hold = (tx: Tx, { organisationId }: Actor, { id }: { id: string }) =>
	sql`select from documents where organisation_id = ${organisationId} and id = ${id} for no key update`.execute(tx);

/**
 * Numbers and links of an organisation are given one after another: two at one moment see each other, and nobody waits for a document that
 * waits for theirs.
 */
export const holdBook = (tx: Tx, { organisationId }: Actor) =>
	sql`select pg_advisory_xact_lock(hashtextextended(${`${organisationId} document numbers`}, 0))`.execute(tx);

/** The document as it stands now, held. */
export async function heldDocument(tx: Tx, actor: Actor, { id }: { id: string }): Promise<StoredDocument> {
	await hold(tx, actor, { id });
	return (await findDocument(tx, actor, id)) ?? notFound();
}

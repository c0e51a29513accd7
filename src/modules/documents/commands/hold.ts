import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { notFound } from '../../../core/errors';
import type { Tx } from '../../../db/as-actor';
import { findDocument, type StoredDocument } from '../queries/document';

/** The document as it stands now; whoever else acts on it is waited for. */
export async function heldDocument(tx: Tx, actor: Actor, { id }: { id: string }): Promise<StoredDocument> {
	await sql`select from documents where organisation_id = ${actor.organisationId} and id = ${id} for no key update`.execute(
		tx
	);
	return (await findDocument(tx, actor, id)) ?? notFound();
}

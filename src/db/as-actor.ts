import { type Kysely, sql } from 'kysely';
import type { Author } from '../core/actor';
import type { Db } from './connection';
import type { DB } from './types';

declare const opened: unique symbol;

/** An open transaction in somebody's name. Only `asActor` makes one, and nothing in it can open another. */
export type Tx = Omit<Kysely<DB>, 'transaction' | 'startTransaction' | 'connection' | 'destroy'> & { [opened]: true };

export type Mode = 'read only' | 'read write';

/**
 * Runs one act in one transaction which row-level security ties to the author; beginning costs one round trip.
 * What is not ok, or throws, leaves no trace. The caller answers only after the commit.
 */
export function asActor<R extends { ok: boolean }>(
	db: Db,
	author: Author,
	mode: Mode,
	act: (tx: Tx) => Promise<R>
): Promise<R> {
	return db.connection().execute(async (connection) => {
		try {
			await sql`begin ${sql.raw(mode)};
				set local app.organisation = ${sql.lit(author.organisationId)};
				set local app.person = ${sql.lit(author.personId ?? '')};
				set local app.account = ${sql.lit(author.accountId ?? '')}`.execute(connection);
			const result = await act(connection as unknown as Tx);
			await (result.ok ? sql`commit` : sql`rollback`).execute(connection);
			return result;
		} catch (error) {
			await sql`rollback`.execute(connection).catch(() => undefined); // the connection itself may be gone
			throw error;
		}
	});
}

/** Reads in somebody's name and answers with what was read. */
export async function readAs<T>(db: Db, author: Author, read: (tx: Tx) => Promise<T>): Promise<T> {
	const { value } = await asActor(db, author, 'read only', async (tx) => ({ ok: true, value: await read(tx) }));
	return value;
}

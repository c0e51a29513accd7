import { sql } from 'kysely';
import type { Tx } from './as-actor';

/** What each background task is told besides its organisation; handlers stand in the modules' jobs.ts. */
export type Tasks = {
	'roadmap.read': { importId: string };
	'documents.package': { packageId: string };
	'matching.reckon': { askingId: string };
	'letters.round': object; // a morning of one organisation
	'letters.send': { letterId: string };
};

type Options = {
	runAt?: string; // ISO 8601; at once when absent
	key?: string; // one waiting job a key and organisation: a later request replaces it
};

/** Asks for background work in the act's own transaction: rolled back together, done after the commit. */
export async function enqueue<T extends keyof Tasks>(tx: Tx, task: T, payload: Tasks[T], { runAt, key }: Options = {}) {
	await sql`select enqueue(${task}, ${JSON.stringify(payload)}::jsonb, ${runAt ?? null}::timestamptz, ${key ?? null})`.execute(
		tx
	);
}

import { sql } from 'kysely';
import type { Actor, Author } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { enqueue } from '../../../db/outbox';
import { type Asking, findGoing } from '../queries/askings';
import { type AskingTimes, standingOf } from '../rules/asking';
import { canMatch } from '../rules/matchers';

type Asked = Pick<Asking, 'id' | 'kind' | 'review'> & Partial<Pick<Asking, 'proposalId' | 'decided'>>;

/** Asks for a large matching within the act's own transaction: nothing begins before it is committed. One at a time in an organisation. */
export async function askAside(tx: Tx, actor: Actor, asked: Asked, now: Now): Promise<Result<string>> {
	const going = await findGoing(tx, actor);
	if (going && standingOf(going, now.at) !== 'interrupted')
		return rejected({
			form: 'Один большой подбор уже идёт. Дождитесь его или остановите: ссылка на него – на странице «Подбор».'
		});
	if (going) await endAsking(tx, actor, going.id, { outcome: 'interrupted' }, now);
	const { id, kind, review, proposalId = null, decided = [] } = asked;
	await tx
		.insertInto('matching_askings')
		.values({
			...{ organisation_id: actor.organisationId, id, kind, review, proposal_id: proposalId, decided },
			...{ asked_at: now.at, asked_by: actor.personId }
		})
		.execute();
	await enqueue(tx, 'matching.reckon', { askingId: id });
	await journal(tx, actor, 'matching-run.asked', { kind: 'matching-run', id }, now);
	return { ok: true, value: id };
}

const open = (tx: Tx, { organisationId }: Author, id: string) =>
	tx
		.updateTable('matching_askings')
		.where('organisation_id', '=', organisationId)
		.where('id', '=', id)
		.where('ended_at', 'is', null);

/** Whoever takes it up first; false: it has ended, or was taken up before. */
export async function beginAsking(tx: Tx, author: Author, id: string, now: Now) {
	const { numUpdatedRows } = await open(tx, author, id)
		.where('begun_at', 'is', null)
		.set({ begun_at: now.at, noted_at: now.at })
		.executeTakeFirstOrThrow();
	return numUpdatedRows > 0n;
}

/** A sign of life with how far it is; false: it was stopped. */
export async function noteAsking(tx: Tx, author: Author, id: string, far: { done: number; wanted: number }, now: Now) {
	const { numUpdatedRows } = await open(tx, author, id)
		.set({ ...far, noted_at: now.at })
		.executeTakeFirstOrThrow();
	return numUpdatedRows > 0n;
}

type Ending = { outcome: NonNullable<AskingTimes['outcome']>; said?: string; changed?: boolean };

/** Ended, for good; false: it had ended before. Whoever comes at the same moment waits for the one who was first. */
export async function endAsking(tx: Tx, author: Author, id: string, ending: Ending, now: Now) {
	const { numUpdatedRows } = await open(tx, author, id)
		.set({ ...ending, ended_at: now.at })
		.executeTakeFirstOrThrow();
	return numUpdatedRows > 0n;
}

/** Called off before it was written: the thread sees it by its next sign of life, and nothing is written. */
export async function stopAsking(tx: Tx, actor: Actor, id: string, token: string, now: Now): Promise<Result<string>> {
	allow(canMatch(actor));
	return once(tx, actor, token, now, async () => {
		if (!(await endAsking(tx, actor, id, { outcome: 'stopped' }, now)))
			return rejected({ form: 'Остановить не успели: подбор уже закончился. Если он не нужен, уберите его.' });
		await journal(tx, actor, 'matching-run.stopped', { kind: 'matching-run', id }, now);
		return { ok: true, value: id };
	});
}

/** Holds the asking until the end of the transaction; false: it was stopped meanwhile. */
export async function holdAsking(tx: Tx, { organisationId }: Author, id: string) {
	const { rows } = await sql`select from matching_askings
		where organisation_id = ${organisationId} and id = ${id} and ended_at is null for update`.execute(tx);
	return rows.length > 0;
}

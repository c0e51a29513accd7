import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Result, Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import type { Db } from '../../../db/connection';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { hashOf } from '../../access/rules/secrets';
import { feedToken } from '../rules/feed';

/** A new secret address of one's own calendar; the one before it stops answering. Answers with the feed's id. */
export const issueFeed = (
	tx: Tx,
	actor: Actor,
	sessionSecret: string,
	{ token }: Submitted<unknown>,
	now: Now
): Promise<Result<string>> =>
	once(tx, actor, token, now, async () => {
		await revokeLiving(tx, actor, now);
		const id = newId(now);
		await tx
			.insertInto('calendar_feeds')
			.values({
				organisation_id: actor.organisationId,
				id,
				person_id: actor.personId,
				token_hash: hashOf(feedToken(sessionSecret, id)),
				issued_at: now.at
			})
			.execute();
		await journal(tx, actor, 'calendar-feed.issued', { kind: 'person', id: actor.personId }, now);
		return { ok: true, value: id };
	});

/** Nobody reads the calendar at that address any more. */
export const revokeFeed = (tx: Tx, actor: Actor, { token }: Submitted<unknown>, now: Now): Promise<Result<string>> =>
	once(tx, actor, token, now, async () => {
		await revokeLiving(tx, actor, now);
		await journal(tx, actor, 'calendar-feed.revoked', { kind: 'person', id: actor.personId }, now);
		return { ok: true, value: actor.personId };
	});

const revokeLiving = (tx: Tx, { organisationId, personId }: Actor, now: Now) =>
	tx
		.updateTable('calendar_feeds')
		.set({ revoked_at: now.at })
		.where('organisation_id', '=', organisationId)
		.where('person_id', '=', personId)
		.where('revoked_at', 'is', null)
		.execute();

/** That a calendar program has asked: written once an hour at the most. */
export const touchFeed = (db: Db, tokenHash: Buffer, at: string) =>
	sql`select touch_calendar_feed(${tokenHash}, ${at})`.execute(db);

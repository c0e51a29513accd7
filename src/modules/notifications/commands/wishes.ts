import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import type { Db } from '../../../db/connection';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { newSecret } from '../../access/commands/secret';
import { hashOf } from '../../access/rules/secrets';
import { findWishes } from '../queries/wishes';
import { codeLives, mostWrongCodes, type Wish, wishes } from '../rules/letters';
import { writeLetter } from './letters';

type Change = {
	wish?: Wish;
	days_ahead?: number;
	address?: string | null;
	code_hash?: Buffer | null;
	asked_at?: string | null;
	wrong_codes?: number;
	confirmed_at?: string | null;
	refused_at?: string | null;
};

/** Changes one's own row as it was seen, `version` 0: when there is none. False: somebody was faster. */
async function put(tx: Tx, { organisationId, personId }: Actor, version: number, change: Change) {
	const own = { organisation_id: organisationId, person_id: personId };
	const written =
		version === 0
			? await tx
					.insertInto('letter_wishes')
					.values({ ...own, key: newSecret(), ...change })
					.onConflict((is) => is.doNothing())
					.returning('version')
					.executeTakeFirst()
			: await tx
					.updateTable('letter_wishes')
					.set({ ...change, version: version + 1 })
					.where((is) => is.and({ ...own, version }))
					.returning('version')
					.executeTakeFirst();
	return written !== undefined;
}

/** Two who act on the same row at once do it one after the other. */
const hold = (tx: Tx, { organisationId, personId }: Actor) =>
	tx
		.selectFrom('letter_wishes')
		.select('version')
		.where('organisation_id', '=', organisationId)
		.where('person_id', '=', personId)
		.forUpdate()
		.execute();

async function somebodyFaster(tx: Tx, actor: Actor) {
	const { wish } = await findWishes(tx, actor);
	return rejected(
		{
			form: `Пока страница была открыта, настройку уже изменили: сейчас «${wishes[wish]}». Проверьте и запишите ещё раз.`
		},
		{ wish }
	);
}

/** What one wants to be mailed about. */
export const changeWish = (
	tx: Tx,
	actor: Actor,
	{ token, version, wish, daysAhead }: Submitted<{ version: number; wish: Wish; daysAhead: '0' | '1' }>,
	now: Now
): Promise<Result<string>> =>
	once(tx, actor, token, now, async () => {
		if (!(await put(tx, actor, version, { wish, days_ahead: Number(daysAhead) }))) return somebodyFaster(tx, actor);
		await journal(tx, actor, 'letters.wished', { kind: 'person', id: actor.personId }, now, { details: { wish } });
		return { ok: true, value: wish };
	});

/** So many letters with codes a day: an address that is somebody else's must not be plagued from here. */
const codesADay = 5;

/** Where one's letters go. A new address is asked first, by a letter with a code; an empty one takes the address away. */
export const giveAddress = (
	tx: Tx,
	actor: Actor,
	{ token, version, address }: Submitted<{ version: number; address: string }>,
	silent: string | undefined, // why nothing can be mailed (rules/letters.ts)
	now: Now
): Promise<Result<string>> =>
	once(tx, actor, token, now, async () => {
		if (silent && address) return rejected({ address: `Письмо с кодом не уйдёт: ${silent}.` });
		const nothing = { code_hash: null, asked_at: null, wrong_codes: 0, confirmed_at: null, refused_at: null };
		if (address === '') {
			if (!(await put(tx, actor, version, { ...nothing, address: null }))) return somebodyFaster(tx, actor);
			await journal(tx, actor, 'letters.address-taken', { kind: 'person', id: actor.personId }, now);
			return { ok: true, value: 'taken' };
		}
		const code = String(randomInt(1_000_000)).padStart(6, '0');
		const asked = { ...nothing, address, code_hash: codeHash(actor, code), asked_at: now.at };
		if (!(await put(tx, actor, version, asked))) return somebodyFaster(tx, actor);
		if ((await codesOfADay(tx, actor, now)) >= codesADay) {
			return rejected({ address: 'Сегодня писем с кодом было уже много. Попробуйте завтра.' });
		}
		await writeLetter(
			tx,
			actor,
			actor.personId,
			{ kind: 'confirmation', key: newId(now), contents: { code } },
			address,
			now
		);
		await journal(tx, actor, 'letters.address-given', { kind: 'person', id: actor.personId }, now);
		return { ok: true, value: 'asked' };
	});

/** Six figures are few: the hash is tied to the person, and the tries are counted. */
const codeHash = ({ personId }: Actor, code: string) => hashOf(`${personId} ${code}`);

async function codesOfADay(tx: Tx, { organisationId, personId }: Actor, { at }: Now) {
	const { n } = await tx
		.selectFrom('letters')
		.select((is) => is.fn.countAll<number>().as('n'))
		.where('organisation_id', '=', organisationId)
		.where('person_id', '=', personId)
		.where('kind', '=', 'confirmation')
		.where(sql<boolean>`made_at > ${at}::timestamptz - interval '1 day'`)
		.executeTakeFirstOrThrow();
	return n;
}

/**
 * The code of the letter proves that the address is theirs. A wrong one is an act too: counted and committed, so that
 * guessing ends.
 */
export const confirmAddress = (
	tx: Tx,
	actor: Actor,
	{ token, code }: Submitted<{ code: string }>,
	now: Now
): Promise<Result<'confirmed' | 'wrong-code' | 'old-code'>> =>
	once(tx, actor, token, now, async () => {
		await hold(tx, actor);
		const { codeHash: expected, askedAt, wrongCodes, version } = await findWishes(tx, actor);
		const old = !expected || !askedAt || Date.parse(now.at) - Date.parse(askedAt) > codeLives;
		if (old || wrongCodes >= mostWrongCodes || !codeHash(actor, code).equals(expected)) {
			await put(tx, actor, version, { wrong_codes: wrongCodes + 1 });
			await journal(tx, actor, 'letters.code-wrong', { kind: 'person', id: actor.personId }, now);
			return { ok: true, value: old || wrongCodes + 1 >= mostWrongCodes ? 'old-code' : 'wrong-code' };
		}
		await put(tx, actor, version, { code_hash: null, confirmed_at: now.at, wrong_codes: 0 });
		await journal(tx, actor, 'letters.address-confirmed', { kind: 'person', id: actor.personId }, now);
		return { ok: true, value: 'confirmed' };
	});

/** All notices of one's own are read. */
export const readNotices = (tx: Tx, actor: Actor, { token }: Submitted<unknown>, now: Now): Promise<Result<string>> =>
	once(tx, actor, token, now, async () => {
		await tx
			.updateTable('letters')
			.set({ read_at: now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where('person_id', '=', actor.personId)
			.where('read_at', 'is', null)
			.execute();
		await journal(tx, actor, 'letters.read', { kind: 'person', id: actor.personId }, now);
		return { ok: true, value: actor.personId };
	});

/** From a letter, without signing in. False: the key is nobody's. */
export async function silenceLetters(db: Db, key: string, now: Now) {
	const { rows } = await sql<{ silenced: boolean }>`
		select silence_letters(${key}, ${now.at}, ${newId(now)}) as silenced`.execute(db);
	return rows[0]?.silenced ?? false;
}

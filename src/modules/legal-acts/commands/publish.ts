import type { Actor } from '../../../core/actor';
import { type Now, showDate } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted, type Values } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { type NewFile, storeFile } from '../../files/commands';
import { findInLibrary } from '../queries/library';
import type { ActContent } from '../rules/act';
import { canKeepLibrary, contentOf, type LibraryAct } from '../rules/library';
import { hashOf } from './hash';

/** An act as its form holds it. */
export const valuesOfAct = (act: LibraryAct): Values => ({
	...Object.fromEntries(
		Object.entries(contentOf(act)).map(([name, value]) => [
			name,
			typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? showDate(value) : String(value ?? '')
		])
	),
	unsure: act.unsure ? 'on' : '',
	version: String(act.version?.number ?? 0)
});

type Wording = { contents: ActContent; brought: boolean; file: NewFile | null };

/** A wording more of an act; the first makes the act's own row. Nobody asks whether one may. */
export async function addWording(
	tx: Tx,
	actor: Actor,
	{ key, act }: { key: string; act: LibraryAct | undefined },
	{ contents, brought, file }: Wording,
	now: Now
) {
	const own = { organisation_id: actor.organisationId };
	const made = await tx
		.insertInto('legal_acts')
		.values({ ...own, id: newId(now), key, made_at: now.at, made_by: actor.personId })
		.onConflict((is) => is.columns(['organisation_id', 'key']).doUpdateSet({ removed_at: null }))
		.returning('id')
		.executeTakeFirstOrThrow();
	// what was taken out of the library goes on from its last wording
	const last = act
		? act.version
		: await tx
				.selectFrom('legal_act_versions')
				.where('organisation_id', '=', actor.organisationId)
				.where('act_id', '=', made.id)
				.orderBy('number', 'desc')
				.select(['id', 'number'])
				.executeTakeFirst();
	const id = newId(now);
	const added = await tx
		.insertInto('legal_act_versions')
		.values({
			...own,
			id,
			act_id: made.id,
			number: (last?.number ?? 0) + 1,
			contents: JSON.stringify(contentOf(contents)),
			hash: hashOf(contents),
			file_id: file ? await storeFile(tx, actor, file, now) : (act?.fileId ?? null),
			brought,
			derived_from: last?.id ?? null,
			published_at: now.at,
			published_by: actor.personId
		})
		.onConflict((is) => is.columns(['organisation_id', 'act_id', 'number']).doNothing())
		.returning('id')
		.executeTakeFirst();
	return added ? made.id : undefined;
}

type Said = Submitted<ActContent & { version: number; file: NewFile | null }>;

/** A new act, or other words about one: a wording that is never changed again. Answers with the act's key. */
export async function publishAct(
	tx: Tx,
	actor: Actor,
	given: LibraryAct | null,
	{ token, version, file, ...contents }: Said,
	now: Now
): Promise<Result<string>> {
	allow(canKeepLibrary(actor));
	return once(tx, actor, token, now, async () => {
		const key = given?.key ?? newId(now);
		const act = given ? await findInLibrary(tx, actor, key) : undefined;
		const late = () => rejected({}, act ? valuesOfAct(act) : undefined);
		if (act && (act.version?.number ?? 0) !== version) return late();
		const id = await addWording(tx, actor, { key, act }, { contents, brought: false, file }, now);
		if (!id) {
			const theirs = await findInLibrary(tx, actor, key);
			return rejected({}, theirs && valuesOfAct(theirs));
		}
		await journal(tx, actor, 'legal-act.published', { kind: 'legal-act', id }, now);
		return { ok: true, value: key };
	});
}

/** Taken out of the library, or brought back. What the program knows itself is not taken out but marked as no longer in force. */
export async function removeAct(
	tx: Tx,
	actor: Actor,
	key: string,
	{ token, back }: { token: string; back: boolean },
	now: Now
): Promise<Result<string>> {
	allow(canKeepLibrary(actor));
	return once(tx, actor, token, now, async () => {
		const row = await tx
			.updateTable('legal_acts')
			.set({ removed_at: back ? null : now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where('key', '=', key)
			.returning('id')
			.executeTakeFirst();
		if (!row) return rejected({ form: 'Этот акт известен программе: исправьте его слова или последний день.' });
		await journal(tx, actor, back ? 'legal-act.restored' : 'legal-act.removed', { kind: 'legal-act', id: row.id }, now);
		return { ok: true, value: key };
	});
}

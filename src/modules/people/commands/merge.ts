import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Problems, type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { canManageAccess } from '../../access/rules/roles';
import { findContradiction, listMergeSides, type Merge, type MergeSide } from '../queries/duplicates';
import { pairKey } from '../rules/likeness';
import {
	differingFields,
	keptOf,
	type MergedField,
	mergedCard,
	mergedFields,
	places,
	type Whose
} from '../rules/merging';

export type MergeChoice = {
	/** What stood on the page: two entries with so many things of each. */
	expected: string;
	choice: Partial<Record<MergedField, Whose>>;
	account: 'kept' | 'gone' | undefined; // whose login stays, when both have one
};

/** What changes by itself while somebody looks: signatures of one's own acts, sign-ins, letters. */
const passing = new Set(['sessions.person_id', 'letters.person_id']);

/** What was looked at, in a word, so that what is agreed to is what was seen. */
export const sumOfSides = (one: MergeSide, other: MergeSide) =>
	[one, other]
		.sort((a, b) => (a.id < b.id ? -1 : 1))
		.map(({ belongings }) =>
			belongings
				.filter(({ place }) => place in places && !passing.has(place))
				.map(({ place, count }) => `${place}:${count}`)
				.sort()
				.join(' ')
		)
		.join(' | ');

/** Two entries of one person become one; everything goes over in one transaction, and a record of it is kept. Answers with its id. */
export async function mergePeople(
	tx: Tx,
	actor: Actor,
	ids: readonly [string, string],
	{ token, expected, choice, account }: Submitted<MergeChoice>,
	now: Now
): Promise<Result<string>> {
	allow(canManageAccess(actor));
	return once(tx, actor, token, now, async () => {
		const [one, other] = await listMergeSides(tx, actor, ids, now);
		if (!one || !other) return notFound();
		if (expected !== sumOfSides(one, other))
			return rejected({
				form: 'Пока вы смотрели, у этих записей что-то прибавилось. Ниже – как есть теперь: проверьте ещё раз.'
			});
		const contradiction = await findContradiction(tx, actor, ids);
		if (contradiction) return rejected({ form: contradiction });
		const { kept, gone } = keptOf(one, other, actor.personId);
		const undecided: Problems = Object.fromEntries(
			differingFields(kept.card, gone.card)
				.filter((field) => !choice[field])
				.map((field) => [field, `${mergedFields[field]}: выберите, что остаётся`])
		);
		if (kept.hasAccount && gone.hasAccount && !account)
			undecided.account = 'У обеих записей есть вход в программу: выберите, какой логин остаётся';
		if (Object.keys(undecided).length > 0) return rejected(undecided);

		const card = mergedCard(kept.card, gone.card, choice);
		const columns = {
			family_name: card.familyName,
			given_name: card.givenName,
			patronymic: card.patronymic,
			sex: card.sex,
			born_on: card.bornOn,
			email: card.email || null,
			phone: card.phone || null,
			teaching_since: card.teachingSince,
			note: card.note
		};
		const goneAccount = gone.hasAccount && (!kept.hasAccount || account === 'gone');
		const { rows } = await sql<{ record: unknown }>`
			select merge_people(${kept.id}, ${gone.id}, ${JSON.stringify(columns)}::jsonb, ${goneAccount}, ${now.at},
				${actor.personId}) as record`.execute(tx);
		const id = newId(now);
		await tx
			.insertInto('person_merges')
			.values({
				organisation_id: actor.organisationId,
				id,
				kept_id: kept.id,
				gone_id: gone.id,
				record: JSON.stringify(rows[0]?.record ?? {}),
				merged_at: now.at,
				merged_by: actor.personId
			})
			.execute();
		await journal(tx, actor, 'person.merged', { kind: 'person', id: kept.id }, now, {
			details: { merge: id, gone: gone.id },
			before: { kept: kept.card, gone: gone.card },
			after: { ...card }
		});
		return { ok: true, value: id };
	});
}

/** Two entries again; what was written since then stays with the one that stayed. */
export async function undoMerge(
	tx: Tx,
	actor: Actor,
	merge: Merge,
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	allow(canManageAccess(actor));
	return once(tx, actor, token, now, async () => {
		const { rows } = await sql<{ done: boolean }>`select unmerge_people(${merge.id}, ${now.at}) as done`.execute(tx);
		if (!rows[0]?.done)
			return rejected({
				form: 'Разъединить уже нельзя: запись с тех пор объединили с другой, данные удалены или это уже сделано.'
			});
		await tx
			.updateTable('person_merges')
			.set({ undone_at: now.at, undone_by: actor.personId })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', merge.id)
			.execute();
		await journal(tx, actor, 'person.merge-undone', { kind: 'person', id: merge.keptId }, now, {
			details: { merge: merge.id }
		});
		return { ok: true, value: merge.id };
	});
}

/** «Это разные люди»: not asked about again. */
export async function distinguish(
	tx: Tx,
	actor: Actor,
	ids: readonly [string, string],
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	allow(canManageAccess(actor));
	return once(tx, actor, token, now, async () => {
		const sides = await listMergeSides(tx, actor, ids, now);
		if (sides.some((side) => !side) || ids[0] === ids[1]) return notFound();
		const [one = '', other = ''] = pairKey(...ids).split(' ');
		const id = newId(now);
		await tx
			.insertInto('person_distinctions')
			.values({
				organisation_id: actor.organisationId,
				id,
				one_id: one,
				other_id: other,
				said_at: now.at,
				said_by: actor.personId
			})
			.onConflict((is) => is.doNothing())
			.execute();
		await journal(tx, actor, 'person.distinguished', { kind: 'person', id: one }, now, { details: { other } });
		return { ok: true, value: id };
	});
}

/** Taken back: the pair is asked about again. */
export async function undoDistinction(
	tx: Tx,
	actor: Actor,
	id: string,
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	allow(canManageAccess(actor));
	return once(tx, actor, token, now, async () => {
		const row = await tx
			.updateTable('person_distinctions')
			.set({ undone_at: now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', id)
			.returning('one_id as oneId')
			.executeTakeFirst();
		if (!row) return notFound();
		await journal(tx, actor, 'person.distinction-undone', { kind: 'person', id: row.oneId }, now);
		return { ok: true, value: id };
	});
}

import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import { plain } from '../../../core/plain';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { listMappings, type SavedMapping } from '../queries/exchange';
import { type Mapping, problemWithColumns } from '../rules/exchange/mapping';
import { canKeepRegisters } from '../rules/registers';

type Saved = Submitted<Omit<Mapping, 'register'>>;

/** Keeps an order of columns under the receiver's name; `present`: one that is there already. Answers with the id. */
export async function saveMapping(
	tx: Tx,
	actor: Actor,
	register: Mapping['register'],
	present: SavedMapping | undefined,
	{ token, name, columns, form, version }: Saved & { version: number },
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		const problem = problemWithColumns(columns);
		if (problem) return rejected({ columns: problem });
		const others = (await listMappings(tx, actor, register)).filter(({ id }) => id !== present?.id);
		if (others.some((one) => plain(one.name) === plain(name)))
			return rejected({ name: 'Порядок столбцов с таким названием уже есть: назовите этот по-другому.' });
		const id = present?.id ?? newId(now);
		const words = { name, columns: JSON.stringify(columns), form: JSON.stringify(form) };
		if (present) {
			const { numUpdatedRows } = await tx
				.updateTable('exchange_mappings')
				.set({ ...words, version: version + 1 })
				.where('organisation_id', '=', actor.organisationId)
				.where('id', '=', id)
				.where('version', '=', version)
				.executeTakeFirst();
			if (!numUpdatedRows)
				return rejected(
					{
						form: 'Пока вы правили, этот порядок столбцов изменил кто-то другой. Сохраните ещё раз, чтобы осталось ваше.'
					},
					{ version: String(present.version) }
				);
		} else {
			await tx
				.insertInto('exchange_mappings')
				.values({
					organisation_id: actor.organisationId,
					id,
					register,
					...words,
					saved_at: now.at,
					saved_by: actor.personId
				})
				.execute();
		}
		await journal(tx, actor, 'exchange-mapping.saved', { kind: 'exchange-mapping', id }, now, { details: { name } });
		return { ok: true, value: id };
	});
}

/** Takes an order of columns away, or brings it back. */
export async function removeMapping(
	tx: Tx,
	actor: Actor,
	mapping: SavedMapping,
	{ token, back }: { token: string; back: boolean },
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		const others = await listMappings(tx, actor, mapping.register);
		if (back && others.some(({ id, name }) => id !== mapping.id && plain(name) === plain(mapping.name)))
			return rejected({ form: 'Порядок столбцов с таким названием появился снова: вернуть нельзя.' });
		await tx
			.updateTable('exchange_mappings')
			.set({ removed_at: back ? null : now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', mapping.id)
			.execute();
		const act = back ? 'exchange-mapping.restored' : 'exchange-mapping.removed';
		await journal(tx, actor, act, { kind: 'exchange-mapping', id: mapping.id }, now);
		return { ok: true, value: mapping.id };
	});
}

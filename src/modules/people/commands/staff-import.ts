import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import type { StaffImport } from '../queries/staff-import';
import { canKeepPeople } from '../rules/person';
import type { Draft } from '../rules/staff-import/draft';
import { type Columns, hasName } from '../rules/staff-import/headers';

const forgottenAfter = 14; // days: what was looked at and left does not keep people's data for ever

/** Keeps the table that was read (not the file) until it is accepted or discarded; forgets what was left long ago. */
export async function uploadStaffList(
	tx: Tx,
	actor: Actor,
	{ token, name, draft }: Submitted<{ name: string; draft: Draft }>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepPeople(actor));
	return once(tx, actor, token, now, async () => {
		const id = newId(now);
		await tx
			.updateTable('staff_imports')
			.set({ draft: null, discarded_at: now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where('draft', 'is not', null)
			.where('created_at', '<', new Date(Date.parse(now.at) - forgottenAfter * 86_400_000).toISOString())
			.execute();
		await tx
			.insertInto('staff_imports')
			.values({
				organisation_id: actor.organisationId,
				id,
				source_name: name.slice(0, 200) || 'Вставленная таблица',
				draft: JSON.stringify(draft),
				created_at: now.at,
				created_by: actor.personId
			})
			.execute();
		await journal(tx, actor, 'staff-import.uploaded', { kind: 'staff-import', id }, now, {
			details: { rows: draft.grid.length }
		});
		return { ok: true, value: id };
	});
}

/** What each column means, when it was understood wrongly. */
export async function setColumns(
	tx: Tx,
	actor: Actor,
	list: StaffImport,
	{ token, columns }: Submitted<{ columns: Columns }>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepPeople(actor));
	return once(tx, actor, token, now, async () => {
		if (!list.draft) return rejected({ form: gone });
		const twice = columns.find((field, index) => field !== null && columns.indexOf(field) !== index);
		if (twice) return rejected({ columns: 'Один и тот же смысл выбран для двух столбцов: оставьте его у одного' });
		if (!hasName(columns)) return rejected({ columns: 'Укажите столбец с ФИО или столбцы с фамилией и именем' });
		await change(tx, actor, list, { draft: JSON.stringify({ ...list.draft, columns } satisfies Draft) });
		await journal(tx, actor, 'staff-import.corrected', { kind: 'staff-import', id: list.id }, now);
		return { ok: true, value: list.id };
	});
}

/** Leaves the list; what was read of it is forgotten. */
export async function discardStaffList(
	tx: Tx,
	actor: Actor,
	list: StaffImport,
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	allow(canKeepPeople(actor));
	return once(tx, actor, token, now, async () => {
		if (!list.draft) return rejected({ form: gone });
		await change(tx, actor, list, { draft: null, discarded_at: now.at });
		await journal(tx, actor, 'staff-import.discarded', { kind: 'staff-import', id: list.id }, now);
		return { ok: true, value: list.id };
	});
}

export const gone = 'Этот список уже загружен или отменён. Откройте список людей или загрузите файл ещё раз.';

type Columnwise = { draft: string | null; discarded_at?: string; accepted_at?: string; outcome?: string };

/** Changes the row of a list under its version: two who press at one moment go one after the other. */
export async function change(tx: Tx, actor: Actor, { id, version }: StaffImport, columns: Columnwise) {
	const { numUpdatedRows } = await tx
		.updateTable('staff_imports')
		.set({ ...columns, version: version + 1 })
		.where('organisation_id', '=', actor.organisationId)
		.where('id', '=', id)
		.where('version', '=', version)
		.executeTakeFirst();
	return numUpdatedRows > 0;
}

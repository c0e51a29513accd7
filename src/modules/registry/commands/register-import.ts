import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import type { ImportDone, RegisterImport } from '../queries/exchange';
import { type ForeignColumns, type ForeignDraft, hasName } from '../rules/exchange/columns';
import { canKeepRegisters, type Register } from '../rules/registers';

const forgottenAfter = 14; // days: what was looked at and left does not keep people's data for ever
export const gone = 'Этот файл уже загружен или отложен. Откройте обмен файлами и загрузите его ещё раз.';

/** Keeps the table that was read (not the file) until it is accepted or put away; forgets what was left long ago. */
export async function uploadForeign(
	tx: Tx,
	actor: Actor,
	register: Register,
	{ token, name, draft }: Submitted<{ name: string; draft: ForeignDraft }>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		const id = newId(now);
		await tx
			.updateTable('register_imports')
			.set({ draft: null, discarded_at: now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where('draft', 'is not', null)
			.where('created_at', '<', new Date(Date.parse(now.at) - forgottenAfter * 86_400_000).toISOString())
			.execute();
		await tx
			.insertInto('register_imports')
			.values({
				organisation_id: actor.organisationId,
				id,
				register,
				source_name: name.slice(0, 200) || 'Вставленная таблица',
				draft: JSON.stringify(draft),
				created_at: now.at,
				created_by: actor.personId
			})
			.execute();
		await journal(tx, actor, 'register-import.uploaded', { kind: 'register-import', id }, now, {
			details: { register, rows: draft.grid.length }
		});
		return { ok: true, value: id };
	});
}

/** What each column holds, when it was understood wrongly. */
export async function setForeignColumns(
	tx: Tx,
	actor: Actor,
	file: RegisterImport,
	{ token, columns }: Submitted<{ columns: ForeignColumns }>,
	now: Now
): Promise<Result<string>> {
	return correct(tx, actor, file, token, now, (draft) => {
		const twice = columns.find((field, at) => field !== null && columns.indexOf(field) !== at);
		if (twice) return { columns: 'Один и тот же смысл выбран для двух столбцов: оставьте его у одного' };
		if (!hasName(columns)) return { columns: 'Укажите столбец с ФИО или столбцы с фамилией и именем' };
		return { ...draft, columns };
	});
}

export type RowCorrection = { decision: string; cells: readonly { at: number; text: string }[] };

/** A row put right: its cells, and whose it is. `number`: its row in the file, from 1. */
export async function correctForeignRow(
	tx: Tx,
	actor: Actor,
	file: RegisterImport,
	number: number,
	{ token, decision, cells }: Submitted<RowCorrection>,
	now: Now
): Promise<Result<string>> {
	return correct(tx, actor, file, token, now, (draft) => ({
		...draft,
		grid: draft.grid.map((row, at) =>
			at === number - 1
				? Array.from(
						{ length: Math.max(row.length, draft.columns.length) },
						(_, column) => cells.find((cell) => cell.at === column)?.text ?? row[column] ?? ''
					)
				: row
		),
		decisions: { ...draft.decisions, [number]: decision }
	}));
}

async function correct(
	tx: Tx,
	actor: Actor,
	file: RegisterImport,
	token: string,
	now: Now,
	change: (draft: ForeignDraft) => ForeignDraft | { columns: string }
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		if (!file.draft) return rejected({ form: gone });
		const changed = change(file.draft);
		if (!('grid' in changed)) return rejected(changed);
		if (!(await save(tx, actor, file, { draft: JSON.stringify(changed) }))) return rejected({ form: fasterThanYou });
		await journal(tx, actor, 'register-import.corrected', { kind: 'register-import', id: file.id }, now);
		return { ok: true, value: file.id };
	});
}

const fasterThanYou = 'Пока вы правили, этот файл исправил кто-то другой. Проверьте строку и сохраните ещё раз.';

/** Puts the file away; what was read of it is forgotten. */
export async function discardForeign(
	tx: Tx,
	actor: Actor,
	file: RegisterImport,
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		if (!file.draft) return rejected({ form: gone });
		if (!(await save(tx, actor, file, { draft: null, discarded_at: now.at }))) return rejected({ form: gone });
		await journal(tx, actor, 'register-import.discarded', { kind: 'register-import', id: file.id }, now);
		return { ok: true, value: file.id };
	});
}

type Columnwise = {
	draft?: string | null;
	discarded_at?: string;
	accepted_at?: string;
	accepted_by?: string;
	undone_at?: string;
	undone_by?: string;
	done?: string;
};

/** Changes the row of a file under its version: two who press at one moment go one after the other. */
export async function save(tx: Tx, actor: Actor, { id, version }: RegisterImport, columns: Columnwise) {
	const { numUpdatedRows } = await tx
		.updateTable('register_imports')
		.set({ ...columns, version: version + 1 })
		.where('organisation_id', '=', actor.organisationId)
		.where('id', '=', id)
		.where('version', '=', version)
		.executeTakeFirst();
	return numUpdatedRows > 0;
}

export const nothingDone = (): ImportDone => ({
	counts: { added: 0, entered: 0, changed: 0, same: 0, left: 0 },
	people: [],
	cards: [],
	acts: [],
	requests: [],
	offers: [],
	programmes: [],
	ended: []
});

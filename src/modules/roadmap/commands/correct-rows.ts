import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { type Rejected, rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import type { RowForm } from '../form/imports';
import {
	addRow,
	editRow,
	mergeRows,
	moveRows,
	putBackRows,
	removeRows,
	rowAbove,
	splitRow
} from '../rules/corrections';
import { type Draft, type DraftActivity, kept } from '../rules/draft';
import { inShort, valuesOfRow } from '../rules/row-values';
import { correctImport } from './correct-import';
import { readRow, rowFields, saysAsBefore } from './read-words';

/** The row as it is now; a row that others changed since the form was drawn comes back with their values. */
function freshRow(draft: Draft, key: string, seen: number, version: number): DraftActivity | Rejected {
	const row = draft.activities.find((one) => one.key === key) ?? notFound();
	if (row.changed <= seen) return row;
	return rejected({}, { ...valuesOfRow(row), version: String(version - 1) });
}

const changedMeanwhile = (row: DraftActivity | Rejected): row is Rejected => 'problems' in row;

/** A doubtful row saved as it stands: somebody has looked, and the doubt is over. */
function onlyLookedAt(draft: Draft, key: string, form: RowForm) {
	const row = draft.activities.find((one) => one.key === key);
	return row !== undefined && rowFields.every((field) => saysAsBefore(row, form, field));
}

/** Words of a row, understood anew at once. */
export const editActivity = (tx: Tx, actor: Actor, id: string, key: string, form: RowForm, now: Now) =>
	correctImport(
		tx,
		actor,
		id,
		{
			token: form.token,
			what: (draft) => `${onlyLookedAt(draft, key, form) ? 'Проверено' : 'Исправлено'}: «${inShort(form.title)}».`,
			correct(draft, version) {
				const row = freshRow(draft, key, form.version, version);
				return changedMeanwhile(row)
					? row
					: editRow(draft, key, readRow(form, draft, actor.organisation, row), version);
			}
		},
		now
	);

export const addActivity = (tx: Tx, actor: Actor, id: string, form: RowForm, now: Now) =>
	correctImport(
		tx,
		actor,
		id,
		{
			token: form.token,
			what: `Добавлено: «${inShort(form.title)}».`,
			correct: (draft, version) => addRow(draft, readRow(form, draft, actor.organisation), form.after || null, version)
		},
		now
	);

type Splitting = { token: string; version: number; titles: string[] };

export const splitActivity = (tx: Tx, actor: Actor, id: string, key: string, form: Splitting, now: Now) =>
	correctImport(
		tx,
		actor,
		id,
		{
			token: form.token,
			what: `Разделено на ${form.titles.length}: «${inShort(form.titles[0] ?? '')}» и дальше.`,
			correct(draft, version) {
				const row = freshRow(draft, key, form.version, version);
				if (changedMeanwhile(row)) {
					return rejected({ titles: 'Пока вы правили, эту строку изменили. Посмотрите на неё ещё раз.' });
				}
				return splitRow(draft, key, form.titles, version);
			}
		},
		now
	);

/** The row and the one above become one. */
export const mergeActivityUp = (tx: Tx, actor: Actor, id: string, key: string, token: string, now: Now) =>
	correctImport(
		tx,
		actor,
		id,
		{
			token,
			what: 'Объединено с предыдущим.',
			correct(draft, version) {
				const above = rowAbove(draft, key);
				if (!above) return rejected({ form: 'Выше в этом этапе мероприятий нет: объединять не с чем.' });
				return mergeRows(draft, [above.key, key], version);
			}
		},
		now
	);

export type Selection = {
	token: string;
	act: 'remove' | 'put-back' | 'merge' | 'move';
	rows: readonly string[];
	stage: string;
};

const said: Record<Selection['act'], string> = {
	remove: 'Убрано мероприятий',
	'put-back': 'Возвращено мероприятий',
	merge: 'Объединено в одно мероприятий',
	move: 'Перенесено мероприятий'
};

const nothingChosen = rejected({ form: 'Отметьте строки, с которыми это сделать.' });

/** One act on several rows at once. */
export const correctSelection = (tx: Tx, actor: Actor, id: string, { token, act, rows, stage }: Selection, now: Now) =>
	correctImport(
		tx,
		actor,
		id,
		{
			token,
			what: `${said[act]}: ${rows.length}.`,
			correct(draft, version) {
				const there = new Set((act === 'put-back' ? draft.activities : kept(draft)).map(({ key }) => key));
				const keys = rows.filter((key) => there.has(key));
				if (keys.length === 0) return nothingChosen;
				if (act === 'remove') return removeRows(draft, keys, version);
				if (act === 'put-back') return putBackRows(draft, keys, version);
				return act === 'merge' ? merge(draft, keys, version) : move(draft, keys, stage, version);
			}
		},
		now
	);

function merge(draft: Draft, keys: readonly string[], version: number): Draft | Rejected {
	const stages = new Set(draft.activities.filter(({ key }) => keys.includes(key)).map(({ stage }) => stage));
	if (keys.length < 2) return rejected({ form: 'Чтобы объединить, отметьте хотя бы две строки.' });
	if (stages.size > 1)
		return rejected({ form: 'Объединить можно мероприятия одного этапа. Сначала перенесите их в один.' });
	return mergeRows(draft, keys, version);
}

function move(draft: Draft, keys: readonly string[], stage: string, version: number): Draft | Rejected {
	if (!draft.stages.some(({ key }) => key === stage)) return rejected({ form: 'Выберите этап, в который перенести.' });
	return moveRows(draft, keys, stage, version);
}

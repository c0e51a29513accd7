import type { Actor } from '../../../core/actor';
import { asRange, type Now, showDate } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { findCalendar } from '../queries';
import { type DaysOff, schoolYearFrom } from '../rules/calendar';
import { canChangeCalendar, type NewDaysOff, problemsWithDays } from '../rules/changes';
import { changeCalendar, put, type Rows } from './change-calendar';

const said = ({ name, from, to }: Pick<DaysOff, 'name' | 'from' | 'to'>) =>
	from === to ? `${name}, ${showDate(from)}` : `${name}, ${showDate(from)} – ${showDate(to)}`;

/** Vacations, quarantine, a regional holiday, a Saturday made working. The same days twice are refused. */
export async function addDaysOff(
	tx: Tx,
	actor: Actor,
	year: number,
	{ token, ...days }: Submitted<NewDaysOff>,
	now: Now
): Promise<Result<string>> {
	allow(canChangeCalendar(actor));
	return once(tx, actor, token, now, async () => {
		const problems = problemsWithDays(days, schoolYearFrom(year));
		if (Object.keys(problems).length > 0) return rejected(problems);
		const { daysOff } = await findCalendar(tx, actor, days);
		const twin = daysOff.find(({ kind }) => kind === days.kind);
		if (twin) return rejected({ from: `Эти дни уже отмечены: ${said(twin)}. Уберите прежние или выберите другие.` });

		const row = { id: newId(now), kind: days.kind, name: days.name, period: asRange(days) };
		const change = {
			act: 'day-off.added' as const,
			what: `Добавлено: ${said(days)}`,
			remove: {},
			add: { terms: [], daysOff: [row] }
		};
		return { ok: true, value: await changeCalendar(tx, actor, change, now) };
	});
}

export async function removeDaysOff(
	tx: Tx,
	actor: Actor,
	days: DaysOff,
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	allow(canChangeCalendar(actor));
	return once(tx, actor, token, now, async () => {
		const change = {
			act: 'day-off.removed' as const,
			what: `Убрано: ${said(days)}`,
			remove: { daysOff: [days.id] },
			add: { terms: [], daysOff: [] }
		};
		return { ok: true, value: await changeCalendar(tx, actor, change, now) };
	});
}

type Change = { id: string; removed: unknown; added: readonly string[] };

/** Takes the last change back: what it put in goes, what it took away returns. `last`: the id of the last one. */
export async function undoCalendarChange(
	tx: Tx,
	actor: Actor,
	{ id, removed, added }: Change,
	last: string | undefined,
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	allow(canChangeCalendar(actor));
	return once(tx, actor, token, now, async () => {
		if (id !== last)
			return rejected({ form: 'После этого календарь меняли ещё раз. Сначала отмените последнее изменение.' });
		const rows = removed as Rows;
		for (const table of ['terms', 'days_off'] as const) {
			await tx
				.deleteFrom(table)
				.where('organisation_id', '=', actor.organisationId)
				.where('id', 'in', [...added, id])
				.execute();
		}
		await put(tx, actor, rows);
		await tx
			.updateTable('calendar_changes')
			.set({ undone_at: now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', id)
			.execute();
		await tx
			.updateTable('school_years')
			.set((row) => ({ version: row('version', '+', 1) }))
			.where('organisation_id', '=', actor.organisationId)
			.execute();
		await journal(tx, actor, 'calendar.restored', { kind: 'calendar-change', id }, now);
		return { ok: true, value: id };
	});
}

import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { asRange, type Now, showDate } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { visiblePeople } from '../../people/queries/visible';
import { canKeepRegisters, type ProgrammeOutcome } from '../rules/registers';

export type Beginning = { from: string; partner: string | null; partnerNote: string; form: string };
type EntryAtWork = { id: string; personId: string; from: string; to: string | null };

/** «Вошёл в программу»: somebody of a register begins to work with a partner. */
export async function beginProgramme(
	tx: Tx,
	actor: Actor,
	entry: EntryAtWork,
	{ token, from, partner, partnerNote, form }: Submitted<Beginning>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		if (from < entry.from)
			return rejected({ from: `В банке с ${showDate(entry.from)}: в программу входят не раньше.` });
		if (entry.to && from > entry.to) return rejected({ from: `Выбыл из банка ${showDate(entry.to)}: проверьте дату.` });
		if (partner === entry.personId) return rejected({ partner: 'Человек не может быть сам себе наставником.' });
		if (partner) {
			const known = await visiblePeople(tx, actor).where('p.id', '=', partner).select('p.id').executeTakeFirst();
			if (!known) return notFound();
		}
		const id = newId(now);
		await tx
			.insertInto('programme_periods')
			.values({
				organisation_id: actor.organisationId,
				id,
				entry_id: entry.id,
				period: asRange({ from, to: null }),
				partner_id: partner,
				partner_note: partnerNote,
				form,
				recorded_at: now.at,
				recorded_by: actor.personId
			})
			.execute();
		await journal(tx, actor, 'programme.begun', { kind: 'person', id: entry.personId }, now);
		return { ok: true, value: id };
	});
}

export type Ending = { version: number; on: string; outcome: ProgrammeOutcome; results: string; caseUrl: string };
type ProgrammeAtWork = { id: string; personId: string; from: string };

/** «Завершил»: the last day, how it ended, and what came of it. Written again, it mends what was written. */
export async function endProgramme(
	tx: Tx,
	actor: Actor,
	programme: ProgrammeAtWork,
	{ token, version, on, outcome, results, caseUrl }: Submitted<Ending>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		if (on < programme.from)
			return rejected({ on: `В программе с ${showDate(programme.from)}: последний день не может быть раньше.` });
		if (on > now.today) return rejected({ on: 'Этот день ещё не наступил: запишите, когда программа завершится.' });
		const { numAffectedRows } = await sql`
			update programme_periods set period = daterange(lower(period), ${on}::date + 1), outcome = ${outcome},
				results = ${results}, case_url = ${caseUrl}, version = version + 1
			where organisation_id = ${actor.organisationId} and id = ${programme.id} and version = ${version}`.execute(tx);
		if (!numAffectedRows)
			return rejected({ form: 'Пока вы писали, запись изменил кто-то другой. Откройте карточку и сверьте.' }, {});
		await journal(tx, actor, 'programme.ended', { kind: 'person', id: programme.personId }, now, {
			details: { outcome }
		});
		return { ok: true, value: programme.id };
	});
}

/** An ended programme goes on again: the end was written by mistake. */
export async function reopenProgramme(
	tx: Tx,
	actor: Actor,
	programme: ProgrammeAtWork,
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		await sql`
			update programme_periods set period = daterange(lower(period), null), outcome = null, version = version + 1
			where organisation_id = ${actor.organisationId} and id = ${programme.id}`.execute(tx);
		await journal(tx, actor, 'programme.reopened', { kind: 'person', id: programme.personId }, now);
		return { ok: true, value: programme.id };
	});
}

/** Taken away as a mistake. */
export async function removeProgramme(
	tx: Tx,
	actor: Actor,
	programme: ProgrammeAtWork,
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		await tx
			.updateTable('programme_periods')
			.set({ removed_at: now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', programme.id)
			.execute();
		await journal(tx, actor, 'programme.removed', { kind: 'person', id: programme.personId }, now);
		return { ok: true, value: programme.id };
	});
}

import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { addYears, asRange, type Now, showDate } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { visiblePeople } from '../../people/queries/visible';
import { findEntry } from '../queries/register';
import { canKeepRegisters, type ProgrammeOutcome } from '../rules/registers';

type WithWhom = { partner: string | null; partnerNote: string; form: string };
export type Beginning = WithWhom & { from: string };

/** «Вошёл в программу»: somebody of a register begins to work with a partner. */
export async function beginProgramme(
	tx: Tx,
	actor: Actor,
	seen: { id: string },
	{ token, from, partner, partnerNote, form }: Submitted<Beginning>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		// Whoever lets the person go at this moment is waited for
		await sql`select from register_entries where organisation_id = ${actor.organisationId} and id = ${seen.id}
			for no key update`.execute(tx);
		const entry = (await findEntry(tx, actor, seen.id)) ?? notFound();
		if (from > addYears(now.today, 1)) return rejected({ from: 'Больше чем на год вперёд: проверьте год.' });
		if (from < entry.from)
			return rejected({ from: `В банке с ${showDate(entry.from)}: в программу входят не раньше.` });
		if (entry.to && from > entry.to) return rejected({ from: `Выбыл из банка ${showDate(entry.to)}: проверьте дату.` });
		const alone = await problemWithPartner(tx, actor, entry.personId, partner);
		if (alone) return alone;
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

async function problemWithPartner(tx: Tx, actor: Actor, personId: string, partner: string | null) {
	if (partner === personId) return rejected({ partner: 'Человек не может быть сам себе наставником.' });
	if (!partner) return undefined;
	const known = await visiblePeople(tx, actor).where('p.id', '=', partner).select('p.id').executeTakeFirst();
	return known ? undefined : notFound();
}

/** What a pair keeps is changed on the pair's own page, and comes here by itself (commands/mentorship-programmes.ts). */
const keptByPair = ({ mentorship }: { mentorship: string | null }, form: string) =>
	mentorship ? rejected({ form }) : undefined;

/** The pair has come together, or was written down wrongly: with whom and in which form. */
export async function changeProgramme(
	tx: Tx,
	actor: Actor,
	programme: { id: string; personId: string; mentorship: string | null },
	{ token, version, partner, partnerNote, form }: Submitted<WithWhom & { version: number }>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		const kept = keptByPair(programme, 'С кем и в какой форме, ведёт пара: измените это на её странице.');
		if (kept) return kept;
		const alone = await problemWithPartner(tx, actor, programme.personId, partner);
		if (alone) return alone;
		const { numUpdatedRows } = await tx
			.updateTable('programme_periods')
			.set({ partner_id: partner, partner_note: partnerNote, form, version: version + 1 })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', programme.id)
			.where('version', '=', version)
			.executeTakeFirst();
		if (!numUpdatedRows)
			return rejected({ form: 'Пока вы писали, запись изменил кто-то другой. Откройте карточку и сверьте.' }, {});
		await journal(tx, actor, 'programme.changed', { kind: 'person', id: programme.personId }, now);
		return { ok: true, value: programme.id };
	});
}

export type Ending = { version: number; on: string; outcome: ProgrammeOutcome; results: string; caseUrl: string };
export type ProgrammeAtWork = { id: string; personId: string; from: string; mentorship: string | null };

/** The last day in the register of whoever is in the programme, held till the end of the act; null: they are in it still. */
async function lastDayInRegister(tx: Tx, { organisationId }: Actor, { id }: { id: string }) {
	const { rows } = await sql<{ to: string | null }>`
		select upper(e.period) - 1 as to from programme_periods r
		join register_entries e on e.organisation_id = r.organisation_id and e.id = r.entry_id
		where r.organisation_id = ${organisationId} and r.id = ${id} for no key update of e`.execute(tx);
	return rows[0]?.to ?? null;
}

const endKept =
	'Последний день и чем закончилось, ведёт пара: завершите её или исправьте на её странице. Результаты и ссылку допишите здесь.';

/** «Завершил»: the last day, how it ended, and what came of it. Written again, it mends what was written. */
export async function endProgramme(
	tx: Tx,
	actor: Actor,
	programme: ProgrammeAtWork & { to?: string | null; outcome?: string | null },
	{ token, version, on, outcome, results, caseUrl }: Submitted<Ending>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		const same = on === programme.to && outcome === programme.outcome; // what came of it is written here all the same
		const kept = same ? undefined : keptByPair(programme, endKept);
		if (kept) return kept;
		if (on < programme.from)
			return rejected({ on: `В программе с ${showDate(programme.from)}: последний день не может быть раньше.` });
		if (on > now.today) return rejected({ on: 'Этот день ещё не наступил: запишите, когда программа завершится.' });
		const left = await lastDayInRegister(tx, actor, programme);
		if (left && on > left)
			return rejected({ on: `Выбыл из банка ${showDate(left)}: работа в программе кончилась не позже.` });
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

/** An ended programme goes on again: the end was written by mistake. Not of somebody who has left the register: that is undone first. */
export async function reopenProgramme(
	tx: Tx,
	actor: Actor,
	programme: ProgrammeAtWork,
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		const kept = keptByPair(programme, 'Завершение ведёт пара: отмените его на её странице.');
		if (kept) return kept;
		if (await lastDayInRegister(tx, actor, programme))
			return rejected({ form: 'Человек выбыл из банка: сначала отмените выбытие.' });
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
		const kept = keptByPair(programme, 'Эту запись ведёт пара: прекратите или отмените её на её странице.');
		if (kept) return kept;
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

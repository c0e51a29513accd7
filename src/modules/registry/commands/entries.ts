import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { addYears, asRange, type Now, showDate } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { findSettings } from '../../consents/queries/texts';
import { listCandidates } from '../queries/candidates';
import { canKeepRegisters, type LeavingReason, type Register } from '../rules/registers';
import { problemWithStrict } from '../rules/strict';

/** `act`: of which act it is a part; a new one where none is named. */
export type Entering = { person: readonly string[]; from: string; basis: string; act?: string };
export type Entered = { act: string; count: number };

/** Enters many into a register from a day on. Where the school is strict about consents, nobody enters without them. */
export async function enterRegister(
	tx: Tx,
	actor: Actor,
	register: Register,
	{ token, person, from, basis, act: part }: Submitted<Entering>,
	now: Now
): Promise<Result<Entered>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		const act = part ?? newId(now);
		if (from > addYears(now.today, 1)) return rejected({ from: 'Больше чем на год вперёд: проверьте год.' });
		const people = [...new Set(person)];
		// Whoever enters the same people at this moment is waited for
		await sql`select from people where organisation_id = ${actor.organisationId} and id = any(${people}::uuid[])
			order by id for no key update`.execute(tx);
		const candidates = await listCandidates(tx, actor, register, now);
		const chosen = people.map((id) => candidates.find((one) => one.id === id) ?? notFound());
		const strict = problemWithStrict(chosen, await findSettings(tx, actor), register);
		if (strict) return rejected({ person: strict });
		const { rows: clashing } = await sql<{ personId: string; from: string; to: string | null }>`
			select person_id as "personId", lower(period) as from, upper(period) - 1 as to from register_entries
			where organisation_id = ${actor.organisationId} and register = ${register} and withdrawn_at is null
				and person_id = any(${people}::uuid[]) and period && daterange(${from}::date, null)`.execute(tx);
		const [clash] = clashing;
		if (clash) {
			const name = chosen.find(({ id }) => id === clash.personId)?.name ?? '';
			const when = clash.to ? `с ${showDate(clash.from)} по ${showDate(clash.to)}` : `с ${showDate(clash.from)}`;
			return rejected({ person: `${name} уже в банке ${when}. Снимите отметку или укажите день после этого срока.` });
		}
		await tx
			.insertInto('register_entries')
			.values(
				people.map((person_id) => ({
					organisation_id: actor.organisationId,
					id: newId(now),
					act_id: act,
					person_id,
					register,
					period: asRange({ from, to: null }),
					basis,
					entered_at: now.at,
					entered_by: actor.personId
				}))
			)
			.execute();
		await journal(tx, actor, 'register.entered', { kind: 'register-act', id: act }, now, {
			details: { register, count: people.length }
		});
		return { ok: true, value: { act, count: people.length } };
	});
}

/** Takes back what one act entered, whole, and brings back those whom it let go out of the other register; the history keeps it as a mistake. */
export async function undoEntering(
	tx: Tx,
	actor: Actor,
	act: string,
	{ token }: { token: string },
	now: Now
): Promise<Result<Register>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		const rows = await tx
			.updateTable('register_entries as e')
			.set({ withdrawn_at: now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where('act_id', '=', act)
			.where('withdrawn_at', 'is', null)
			.where('left_at', 'is', null)
			.where(({ not, exists, selectFrom }) =>
				not(
					exists(
						selectFrom('programme_periods as p')
							.whereRef('p.organisation_id', '=', 'e.organisation_id')
							.whereRef('p.entry_id', '=', 'e.id')
							.where('p.removed_at', 'is', null)
							.select('p.id')
					)
				)
			)
			.returning(['register', 'person_id as personId'])
			.execute();
		const [first] = rows;
		if (!first) return notFound();
		const people = rows.map(({ personId }) => personId);
		await bringBack(tx, actor, act, people);
		await journal(tx, actor, 'register.entering-undone', { kind: 'register-act', id: act }, now, {
			details: { count: rows.length }
		});
		return { ok: true, value: first.register };
	});
}

export type Leaving = { person: readonly string[]; on: string; reason: LeavingReason; note: string; act?: string };

/** Many leave a register: `on` is their last day in it. Work in the programme that goes on must be ended first. */
export async function leaveRegister(
	tx: Tx,
	actor: Actor,
	register: Register,
	{ token, person, on, reason, note, act: part }: Submitted<Leaving>,
	now: Now
): Promise<Result<Entered>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		const act = part ?? newId(now);
		if (on > addYears(now.today, 1)) return rejected({ on: 'Больше чем на год вперёд: проверьте год.' });
		const people = [...new Set(person)];
		const { rows: open } = await sql<{ id: string; personId: string; from: string; name: string; working: boolean }>`
			select e.id, e.person_id as "personId", lower(e.period) as from, concat_ws(' ', p.family_name, p.given_name) as name,
				exists (select from programme_periods r
					join register_entries x on x.organisation_id = r.organisation_id and x.id = r.entry_id and x.withdrawn_at is null
					where r.organisation_id = e.organisation_id
					and (r.entry_id = e.id or (r.partner_id = e.person_id and x.register <> e.register))
					and r.removed_at is null and (upper_inf(r.period) or upper(r.period) - 1 > ${on}::date)) as working
			from register_entries e join people p on p.organisation_id = e.organisation_id and p.id = e.person_id
			where e.organisation_id = ${actor.organisationId} and e.register = ${register} and e.withdrawn_at is null
				and upper_inf(e.period) and e.person_id = any(${people}::uuid[])
			for update of e`.execute(tx);
		if (open.length < people.length)
			return rejected({ person: 'Кто-то из отмеченных уже не в банке. Откройте список заново.' });
		const late = open.find(({ from }) => from > on);
		if (late)
			return rejected({ on: `${late.name}: в банке с ${showDate(late.from)}. Последний день не может быть раньше.` });
		const working = open.find((one) => one.working);
		if (working)
			return rejected({ person: `${working.name}: работа в программе ещё идёт. Сначала завершите её в карточке.` });
		await sql`
			update register_entries set period = daterange(lower(period), ${on}::date + 1), left_reason = ${reason},
				left_note = ${note}, left_act_id = ${act}, left_at = ${now.at}, left_by = ${actor.personId}
			where organisation_id = ${actor.organisationId} and id = any(${open.map(({ id }) => id)}::uuid[])`.execute(tx);
		await journal(tx, actor, 'register.left', { kind: 'register-act', id: act }, now, {
			details: { register, count: open.length, reason }
		});
		return { ok: true, value: { act, count: open.length } };
	});
}

/** Brings back those whom one act let go, unless they have entered anew since. */
export async function undoLeaving(
	tx: Tx,
	actor: Actor,
	act: string,
	{ token }: { token: string },
	now: Now
): Promise<Result<Register>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		const rows = await bringBack(tx, actor, act);
		const [first] = rows;
		if (!first) return notFound();
		await journal(tx, actor, 'register.leaving-undone', { kind: 'register-act', id: act }, now, {
			details: { count: rows.length }
		});
		return { ok: true, value: first.register };
	});
}

async function bringBack(tx: Tx, { organisationId }: Actor, act: string, people: readonly string[] | null = null) {
	const { rows } = await sql<{ register: Register }>`
		update register_entries e set period = daterange(lower(period), null), left_reason = null, left_note = '',
			left_act_id = null, left_at = null, left_by = null
		where organisation_id = ${organisationId} and left_act_id = ${act} and withdrawn_at is null
			and (${people}::uuid[] is null or person_id = any(${people}::uuid[]))
			and not exists (select from register_entries n where n.organisation_id = e.organisation_id
				and n.person_id = e.person_id and n.register = e.register and n.withdrawn_at is null
				and n.id <> e.id and n.period && daterange(lower(e.period), null))
		returning register`.execute(tx);
	return rows;
}

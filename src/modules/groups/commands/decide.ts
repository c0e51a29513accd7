import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { addYears, asRange, type Now, showDate } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal, noteNothingDone } from '../../../db/journal';
import { once } from '../../../db/once';
import { visiblePeople } from '../../people/queries/visible';
import { canKeepGroups, type GroupSet } from '../rules/groups';
import { closeLines } from './close';

export type Opinion = { source: 'self' | 'observer'; group: string | null; note: string };

/** What somebody says of where they, or somebody they have seen at work, belong. */
export async function sayOpinion(
	tx: Tx,
	actor: Actor,
	{ set, personId }: { set: GroupSet; personId: string },
	{ token, source, group, note }: Submitted<Opinion>,
	now: Now
): Promise<Result<string>> {
	allow(source === 'self' ? personId === actor.personId : canKeepGroups(actor));
	return once(tx, actor, token, now, async () => {
		if (group && !set.groups.some(({ id }) => id === group)) return notFound();
		const id = newId(now);
		await tx
			.insertInto('group_opinions')
			.values({
				organisation_id: actor.organisationId,
				id,
				person_id: personId,
				set_id: set.id,
				group_id: group,
				source,
				note,
				said_on: now.today,
				said_at: now.at,
				said_by: actor.personId
			})
			.execute();
		await journal(
			tx,
			actor,
			source === 'self' ? 'group.self-assessed' : 'group.observed',
			{ kind: 'person', id: personId },
			now
		);
		return { ok: true, value: id };
	});
}

export type Decision = { personId: string; groupId: string; basis: string };

/** The curator's decision about many: from a day on, each is in a group. In an exclusive set the former one ends the day before. `closes`: lines of the plan it is the end of. */
export async function decide(
	tx: Tx,
	actor: Actor,
	set: GroupSet,
	{
		token,
		from,
		decisions,
		drop = [],
		closes = []
	}: Submitted<{ from: string; decisions: readonly Decision[]; drop?: readonly string[]; closes?: readonly string[] }>,
	now: Now
): Promise<Result<{ count: number; closed: number }>> {
	allow(canKeepGroups(actor));
	return once(tx, actor, token, now, async () => {
		if (from > addYears(now.today, 1)) return rejected({ from: 'Больше чем на год вперёд: проверьте год.' });
		const people = [...new Set(decisions.map(({ personId }) => personId))];
		const known = people.length
			? await visiblePeople(tx, actor).where('p.id', 'in', people).select('p.id').execute()
			: [];
		if (known.length < people.length || decisions.some(({ groupId }) => !set.groups.some(({ id }) => id === groupId)))
			return notFound();
		const groups = set.groups.map(({ id }) => id);
		const { rows: open } = await sql<{ id: string; personId: string; groupId: string; from: string }>`
			select m.id, m.person_id as "personId", m.group_id as "groupId", lower(m.period) as "from" from group_memberships m
			where m.organisation_id = ${actor.organisationId} and m.group_id = any(${groups}::uuid[]) and m.withdrawn_at is null
				and (upper_inf(m.period) or upper(m.period) > ${from}::date)
				and (m.person_id = any(${people}::uuid[]) or m.id = any(${drop}::uuid[]))
			for update`.execute(tx);
		const fresh = decisions.filter(
			({ personId, groupId }) => !open.some((one) => one.personId === personId && one.groupId === groupId)
		);
		const ending = open.filter(
			({ id, personId }) => drop.includes(id) || (set.exclusive && fresh.some((one) => one.personId === personId))
		);
		const late = ending.find((one) => one.from >= from);
		if (late)
			return rejected({
				from: `Нынешнее решение действует с ${showDate(late.from)}: новое должно начинаться позже. Если прежнее ошибочно, уберите его в карточке.`
			});
		const day = from > now.today ? from : now.today;
		if (fresh.length === 0 && ending.length === 0) {
			noteNothingDone(tx);
			return { ok: true, value: { count: 0, closed: await closeLines(tx, actor, set, { closes, day }, now) } };
		}
		if (ending.length > 0)
			await sql`
				update group_memberships set period = daterange(lower(period), ${from}::date)
				where organisation_id = ${actor.organisationId} and id = any(${ending.map(({ id }) => id)}::uuid[])`.execute(
				tx
			);
		if (fresh.length > 0)
			await tx
				.insertInto('group_memberships')
				.values(
					fresh.map(({ personId, groupId, basis }) => ({
						organisation_id: actor.organisationId,
						id: newId(now),
						person_id: personId,
						group_id: groupId,
						period: asRange({ from, to: null }),
						basis,
						decided_at: now.at,
						decided_by: actor.personId
					}))
				)
				.execute();
		await journal(tx, actor, 'group.decided', { kind: 'group-set', id: set.id }, now, {
			details: { from, added: fresh.length, ended: ending.length }
		});
		const closed = await closeLines(tx, actor, set, { closes, day }, now);
		return { ok: true, value: { count: fresh.length + ending.length, closed } };
	});
}

type OpenMembership = { id: string; from: string };

/** A decision taken by mistake is withdrawn whole; it stays in the history as such. */
export async function withdrawMembership(
	tx: Tx,
	actor: Actor,
	membership: OpenMembership,
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	allow(canKeepGroups(actor));
	return once(tx, actor, token, now, async () => {
		await tx
			.updateTable('group_memberships')
			.set({ withdrawn_at: now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', membership.id)
			.execute();
		await journal(tx, actor, 'group.withdrawn', { kind: 'group-membership', id: membership.id }, now);
		return { ok: true, value: membership.id };
	});
}

import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import type { Meeting } from '../rules/meeting';
import type { MeetingKind } from '../rules/words';

/** The facts of a meeting, as they lie in its row. */
export type Facts = Partial<
	Pick<
		Meeting,
		| 'plannedOn'
		| 'startsAt'
		| 'lasts'
		| 'place'
		| 'topic'
		| 'heldOn'
		| 'format'
		| 'missed'
		| 'cancelledOn'
		| 'goal'
		| 'how'
	>
> & { kind?: MeetingKind };

const columns = ({ plannedOn, startsAt, heldOn, cancelledOn, ...same }: Facts) => ({
	...same,
	...(plannedOn !== undefined && { planned_on: plannedOn }),
	...(startsAt !== undefined && { starts_at: startsAt }),
	...(heldOn !== undefined && { held_on: heldOn }),
	...(cancelledOn !== undefined && { cancelled_on: cancelledOn })
});

type What = 'planned' | 'moved' | 'cancelled' | 'recorded' | 'corrected' | 'removed';

async function remember(
	tx: Tx,
	actor: Actor,
	act: string,
	what: What,
	rows: readonly { id: string; before: unknown }[],
	now: Now
) {
	if (rows.length === 0) return;
	await tx
		.insertInto('meeting_changes')
		.values(
			rows.map(({ id, before }) => ({
				...{ organisation_id: actor.organisationId, id: newId(now), act_id: act, meeting_id: id, what },
				...{ before: before === null ? null : JSON.stringify(before), made_at: now.at, made_by: actor.personId }
			}))
		)
		.execute();
}

/** New meetings of a mentorship. Answers with their ids, in order. */
export async function makeMeetings(
	tx: Tx,
	actor: Actor,
	mentorshipId: string,
	act: string,
	what: 'planned' | 'recorded',
	meetings: readonly (Facts & { kind: MeetingKind; together?: string })[],
	now: Now
): Promise<string[]> {
	if (meetings.length === 0) return [];
	const made = meetings.map((facts) => ({ id: newId(now), facts }));
	await tx
		.insertInto('meetings')
		.values(
			made.map(({ id, facts: { kind, together, ...facts } }) => ({
				...{ organisation_id: actor.organisationId, id, mentorship_id: mentorshipId, kind, ...columns(facts) },
				...{ together: together ?? null, made_at: now.at, made_by: actor.personId, changed_at: now.at }
			}))
		)
		.execute();
	await remember(
		tx,
		actor,
		act,
		what,
		made.map(({ id }) => ({ id, before: null })),
		now
	);
	return made.map(({ id }) => id);
}

/** The facts of one change; how they stood is remembered with the act. */
export async function changeMeeting(
	tx: Tx,
	actor: Actor,
	{ id }: Pick<Meeting, 'id'>,
	act: string,
	what: What,
	facts: Facts,
	now: Now
) {
	const mine = sql<boolean>`organisation_id = ${actor.organisationId} and id = ${id}`;
	const before = await sql<{
		before: unknown;
	}>`select jsonb_build_object('kind', kind, 'planned_on', planned_on, 'starts_at', starts_at,
		'lasts', lasts, 'place', place, 'topic', topic, 'held_on', held_on, 'format', format, 'missed', missed, 'cancelled_on', cancelled_on,
		'goal', goal, 'how', how) as before from meetings where ${mine}`.execute(tx);
	await remember(tx, actor, act, what, [{ id, before: before.rows[0]?.before ?? {} }], now);
	await tx
		.updateTable('meetings')
		.set({
			...columns(facts),
			...(what === 'removed' && { removed_at: now.at }),
			version: sql<number>`version + 1`,
			changed_at: now.at
		})
		.where(mine)
		.execute();
}

/** Meetings of a pair are changed by one at a time: who comes second sees what the first has done. */
export const hold = (tx: Tx, { organisationId }: Actor, mentorshipIds: readonly string[]) =>
	sql`select from mentorships where organisation_id = ${organisationId} and id = any(${[...mentorshipIds]}::uuid[])
		order by id for no key update`.execute(tx);

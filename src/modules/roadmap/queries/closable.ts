import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';
import type { OccurrenceKind } from '../rules/activity-state';
import type { CapabilityCode } from '../rules/capabilities';
import { type Closable, closableOf } from '../rules/closable';
import { canCarryOut } from '../rules/plan';
import { visibleActivities } from './visible';

/**
 * What a room that does one of these capabilities could close for somebody: open times of plans in work whose activity they may carry
 * out, the nearest deadline first. What others above answer for is not ours to close. One query.
 */
export const listClosable = (tx: Tx, actor: Actor, capabilities: readonly CapabilityCode[], today: string) =>
	openTimes(tx, actor, { capabilities, awaited: false }, today);

/** The same of what others above answer for: it is waited for until what they made has arrived. */
export const listAwaited = (tx: Tx, actor: Actor, capabilities: readonly CapabilityCode[], today: string) =>
	openTimes(tx, actor, { capabilities, awaited: true }, today);

type Sought = { capabilities: readonly CapabilityCode[]; awaited: boolean };

async function openTimes(tx: Tx, actor: Actor, { capabilities, awaited }: Sought, today: string): Promise<Closable[]> {
	const rows = await visibleActivities(tx, actor)
		.innerJoin('occurrences as o', (on) =>
			on.onRef('o.organisation_id', '=', 'a.organisation_id').onRef('o.activity_id', '=', 'a.id')
		)
		.where('r.archived_at', 'is', null)
		.where('a.awaited', '=', awaited)
		.where('a.capability', 'in', [...capabilities])
		.where(
			sql<boolean>`not exists (select from completions c where c.organisation_id = o.organisation_id
				and c.occurrence_id = o.id and c.withdrawn_at is null)`
		)
		.orderBy('r.accepted_at')
		.orderBy('r.id')
		.orderBy('a.position')
		.orderBy('o.id')
		.select((of) => [
			'o.id as occurrenceId',
			'a.id as activityId',
			sql<string>`concat_ws('. ', a.number, a.title)`.as('title'),
			'r.title as planTitle',
			'a.deadline_text as deadlineText',
			sql<OccurrenceKind>`o.kind`.as('kind'),
			sql<string | null>`lower(o.period)`.as('from'),
			sql<string | null>`upper(o.period) - 1`.as('to'),
			'o.due_on as dueOn',
			'o.added_on as addedOn',
			sql<boolean>`a.coverage is not null`.as('ofMany'),
			sql<number>`(select count(*) from evidence e where e.organisation_id = o.organisation_id and e.occurrence_id = o.id
				and e.removed_at is null and e.taken_back_at is null)`.as('evidence'),
			jsonArrayFrom(
				of
					.selectFrom('activity_responsible as ar')
					.whereRef('ar.organisation_id', '=', 'a.organisation_id')
					.whereRef('ar.activity_id', '=', 'a.id')
					.where('ar.removed_at', 'is', null)
					.select(['ar.text', 'ar.kind', 'ar.person_id as personId'])
			).as('responsible')
		])
		.execute();
	const mine = rows.filter(({ responsible }) =>
		canCarryOut(actor, { responsible, responsibleIds: responsible.flatMap(({ personId }) => personId ?? []) })
	);
	return closableOf(
		mine.map(({ responsible: _, ...open }) => open),
		today
	);
}

import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import type { PlanActivity } from '../queries/activities';
import type { Colleague } from '../queries/colleagues';
import { leadsPlans } from '../rules/plan';
import type { Before } from '../rules/plan-changes';
import { keepChange } from './plan-changes';

type Assignment = Submitted<{ position: string }>;

/** Says who a written responsible is here, or adds one more. Answers with the person's id. */
export async function assignPerson(
	tx: Tx,
	actor: Actor,
	activity: PlanActivity,
	person: Colleague,
	{ token, position }: Assignment,
	now: Now
): Promise<Result<string>> {
	allow(leadsPlans(actor));
	return once(tx, actor, token, now, async () => {
		if (activity.responsibleIds.includes(person.id)) {
			return rejected({ personId: 'Этот человек уже отвечает за мероприятие' });
		}
		const written = activity.responsible.find((one) => String(one.position) === position);
		if (position && !written) return rejected({ position: 'Этой строки уже нет. Выберите из списка ещё раз.' });
		await assign(tx, actor, activity.id, person, written?.position, now);
		return { ok: true, value: person.id };
	});
}

/**
 * Entrusts several activities to one person: in place of the written words where they can only be meant for one
 * («Куратор»), beside them otherwise. Answers with the id of the change, by which all of it is taken back.
 */
export async function assignSeveral(
	tx: Tx,
	actor: Actor,
	activities: readonly PlanActivity[],
	person: Colleague,
	token: string,
	now: Now
): Promise<Result<string>> {
	allow(leadsPlans(actor));
	return once(tx, actor, token, now, async () => {
		const fresh = activities.filter(({ responsibleIds }) => !responsibleIds.includes(person.id));
		if (activities.length === 0) return rejected({ form: 'Ничего не выбрано: отметьте хотя бы одну строку.' });
		if (fresh.length === 0) return rejected({ form: 'За всё выбранное этот человек уже отвечает.' });
		const entrusted: Entrusted[] = [];
		for (const activity of fresh) {
			const free = onlyFree(activity);
			const position = await assign(tx, actor, activity.id, person, free, now);
			entrusted.push({ activityId: activity.id, position, added: free === undefined });
		}
		const what = `Поручено строк: ${fresh.length}. Отвечает ${person.name}`;
		const planId = fresh[0]?.roadmapId ?? '';
		return { ok: true, value: await keepChange(tx, actor, { planId, what, before: { entrusted } }, now) };
	});
}

const onlyFree = ({ responsible }: PlanActivity) => {
	const free = responsible.filter(({ personId, kind }) => !personId && (kind === 'role' || kind === 'person'));
	return free.length === 1 ? free[0]?.position : undefined;
};

type Entrusted = NonNullable<Before['entrusted']>[number];

/** Puts a person behind the words at `position`, or on a line of their own; answers with its position. */
async function assign(
	tx: Tx,
	actor: Actor,
	activityId: string,
	person: Colleague,
	position: number | undefined,
	now: Now
) {
	const mine = { organisation_id: actor.organisationId, activity_id: activityId };
	let at = position;
	if (position !== undefined) {
		await tx
			.updateTable('activity_responsible')
			.set({ person_id: person.id })
			.where((is) => is.and({ ...mine, position }))
			.execute();
	} else {
		const { position: last } = await tx
			.insertInto('activity_responsible')
			.columns(['organisation_id', 'activity_id', 'position', 'text', 'kind', 'person_id', 'entrusted'])
			.expression((from) =>
				from
					.selectFrom('activity_responsible')
					.where((is) => is.and(mine))
					.select((of) => [
						of.val(mine.organisation_id).$castTo<string>().as('organisation_id'),
						of.val(mine.activity_id).$castTo<string>().as('activity_id'),
						of(of.fn.coalesce(of.fn.max('position'), of.val(-1)), '+', 1).as('position'),
						of.val(person.name).as('text'),
						of.val('person').as('kind'),
						of.val(person.id).as('person_id'),
						of.val(true).as('entrusted')
					])
			)
			.returning('position')
			.executeTakeFirstOrThrow();
		at = last;
	}
	const subject = { kind: 'activity', id: activityId } as const;
	await journal(tx, actor, 'activity.assigned', subject, now, { details: { personId: person.id } });
	return at ?? 0;
}

/** Nobody in particular answers any more; words that stood in the plan stay, an added line goes. */
export async function unassignPerson(
	tx: Tx,
	actor: Actor,
	activity: PlanActivity,
	personId: string,
	token: string,
	now: Now
): Promise<Result<string>> {
	allow(leadsPlans(actor));
	return once(tx, actor, token, now, async () => {
		const held = activity.responsible.find((one) => one.personId === personId);
		if (!held) return rejected({ form: 'Этот человек уже не отвечает за мероприятие' });
		await tx
			.updateTable('activity_responsible')
			.set(held.entrusted ? { removed_at: now.at } : { person_id: null })
			.where('organisation_id', '=', actor.organisationId)
			.where('activity_id', '=', activity.id)
			.where('position', '=', held.position)
			.execute();
		const subject = { kind: 'activity', id: activity.id } as const;
		await journal(tx, actor, 'activity.unassigned', subject, now, { details: { personId } });
		return { ok: true, value: activity.id };
	});
}

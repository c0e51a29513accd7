import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Act } from '../../../core/acts';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import type { PaperChoice } from '../rules/paper';
import { leadsPlans } from '../rules/plan';
import type { Frozen } from '../rules/plan-contents';

/** Editions that stand, of plans that somebody sees whole. */
const visibleEditions = (tx: Tx, actor: Actor) => {
	const editions = tx
		.selectFrom('plan_editions as e')
		.innerJoin('people as by', (on) =>
			on.onRef('by.organisation_id', '=', 'e.organisation_id').onRef('by.id', '=', 'e.approved_by')
		)
		.where('e.organisation_id', '=', actor.organisationId)
		.where('e.withdrawn_at', 'is', null)
		.select([
			'e.id',
			'e.roadmap_id as roadmapId',
			'e.number',
			'e.order_number as orderNumber',
			'e.order_day as orderDay',
			'e.sha256',
			'e.approved_at as approvedAt',
			'e.approved_by as approvedBy',
			sql<PaperChoice>`e.paper`.as('paper'),
			sql<string>`concat_ws(' ', by.family_name, by.given_name, nullif(by.patronymic, ''))`.as('approvedByName')
		]);
	return leadsPlans(actor) ? editions : editions.where(sql<boolean>`false`);
};

const withContents = (tx: Tx, actor: Actor) =>
	visibleEditions(tx, actor).select(sql<Frozen>`e.contents`.as('contents'));

export type EditionLine = Awaited<ReturnType<typeof editionsOf>>[number];
export type PlanEdition = NonNullable<Awaited<ReturnType<typeof findEdition>>>;

/** The editions of a plan, the newest first, with how many rows each holds. */
export const editionsOf = (tx: Tx, actor: Actor, planId: string) =>
	visibleEditions(tx, actor)
		.where('e.roadmap_id', '=', planId)
		.select(sql<number>`jsonb_array_length(e.contents -> 'rows')`.as('rows'))
		.orderBy('e.number', 'desc')
		.execute();

export const findEdition = async (tx: Tx, actor: Actor, id: string) =>
	isId(id) ? withContents(tx, actor).where('e.id', '=', id).executeTakeFirst() : undefined;

/** The edition in force; undefined when the plan was never approved here. */
export const latestEdition = (tx: Tx, actor: Actor, planId: string) =>
	withContents(tx, actor).where('e.roadmap_id', '=', planId).orderBy('e.number', 'desc').limit(1).executeTakeFirst();

export type LastChange = { at: string; act: Act; who: string | null };

const changing: readonly Act[] = [
	'activity.added',
	'activity.changed',
	'activity.removed',
	'activity.restored',
	'activity.reverted',
	'deadline.moved'
];
const ofThePlan: readonly Act[] = [
	'roadmap.reverted',
	'roadmap.renewed',
	'roadmap.renewal-undone',
	'plan.reordered',
	'plan.edited',
	'plan.stages-changed',
	'plan.change-undone'
];

/** Who changed what last since an instant: by id of an activity, and under the plan's own id what was done to it as a whole. */
export async function changedSince(
	tx: Tx,
	actor: Actor,
	planId: string,
	since: string
): Promise<Map<string, LastChange>> {
	const rows = await tx
		.selectFrom('journal as j')
		.leftJoin('people as p', (on) =>
			on.onRef('p.organisation_id', '=', 'j.organisation_id').onRef('p.id', '=', 'j.actor_id')
		)
		.where('j.organisation_id', '=', actor.organisationId)
		.where('j.at', '>=', since)
		.where((is) =>
			is.or([
				is.and([
					is('j.subject_kind', '=', 'activity'),
					is('j.act', 'in', changing),
					is('j.subject_id', 'in', (of) =>
						of
							.selectFrom('activities as a')
							.where('a.organisation_id', '=', actor.organisationId)
							.where('a.roadmap_id', '=', planId)
							.select('a.id')
					)
				]),
				is.and([is('j.subject_kind', '=', 'roadmap'), is('j.subject_id', '=', planId), is('j.act', 'in', ofThePlan)])
			])
		)
		.distinctOn('j.subject_id')
		.orderBy('j.subject_id')
		.orderBy('j.at', 'desc')
		.orderBy('j.id', 'desc')
		.select([
			'j.subject_id as id',
			'j.at',
			sql<Act>`j.act`.as('act'),
			sql<string | null>`nullif(concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, '')), '')`.as('who')
		])
		.execute();
	return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}

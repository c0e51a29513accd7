import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import type { TemplateContents } from '../rules/template';
import type { Plan } from './plans';

/** A template with its newest version: one's own, or one that a level above offers. Row-level security shows no others. */
const newestTemplates = (tx: Tx) =>
	tx
		.selectFrom('plan_templates as t')
		.innerJoinLateral(
			(of) =>
				of
					.selectFrom('plan_template_versions as v')
					.whereRef('v.organisation_id', '=', 't.organisation_id')
					.whereRef('v.template_id', '=', 't.id')
					.orderBy('v.number', 'desc')
					.limit(1)
					.selectAll()
					.as('v'),
			(on) => on.onTrue()
		)
		.select([
			't.id',
			't.organisation_id as organisationId',
			't.roadmap_id as roadmapId',
			't.withdrawn_at as withdrawnAt',
			'v.number',
			'v.note',
			'v.sha256',
			'v.published_at as publishedAt',
			sql<string>`v.contents->>'title'`.as('title'),
			sql<number>`jsonb_array_length(v.contents->'rows')`.as('rows'),
			sql<string | null>`(select a.name from organisations_above() a where a.organisation_id = t.organisation_id)`.as(
				'by'
			)
		]);

/** What the levels above offer to begin a plan with, the newest first. */
export const templatesFromAbove = (tx: Tx, actor: Actor) =>
	newestTemplates(tx)
		.where('t.organisation_id', '<>', actor.organisationId)
		.where('t.withdrawn_at', 'is', null)
		.orderBy('v.published_at', 'desc')
		.execute();

export type TemplateLine = Awaited<ReturnType<typeof templatesFromAbove>>[number];

const contents = sql<TemplateContents>`v.contents`;

/** A template of a level above with the words of its newest version; undefined when nobody above offers it. */
export const findTemplate = async (tx: Tx, actor: Actor, id: string) =>
	isId(id)
		? newestTemplates(tx)
				.where('t.organisation_id', '<>', actor.organisationId)
				.where('t.withdrawn_at', 'is', null)
				.where('t.id', '=', id)
				.select(contents.as('contents'))
				.executeTakeFirst()
		: undefined;

export type Template = NonNullable<Awaited<ReturnType<typeof findTemplate>>>;

/** The template made from one's own plan; undefined when it was never published. */
export const templateOfPlan = (tx: Tx, actor: Actor, { id }: Plan) =>
	newestTemplates(tx)
		.where('t.organisation_id', '=', actor.organisationId)
		.where('t.roadmap_id', '=', id)
		.select(contents.as('contents'))
		.executeTakeFirst();

export type OwnTemplate = NonNullable<Awaited<ReturnType<typeof templateOfPlan>>>;

/** Which organisations below have taken it, and the version each has seen last: names and numbers, nothing of their plans. */
export async function uptakeOf(tx: Tx, templateId: string) {
	const { rows } = await sql<{ organisationId: string; name: string; version: number; seenAt: string }>`
		select organisation_id as "organisationId", name, version, seen_at as "seenAt" from template_uptake(${templateId})`.execute(
		tx
	);
	return rows;
}

export type Uptake = Awaited<ReturnType<typeof uptakeOf>>;

/** What a plan was begun from: the version it has seen, and the newest one with its words; undefined when it was begun otherwise. */
export async function copyOf(tx: Tx, actor: Actor, { id }: Pick<Plan, 'id'>) {
	return newestTemplates(tx)
		.innerJoin('template_copies as c', (on) =>
			on.onRef('c.template_organisation_id', '=', 't.organisation_id').onRef('c.template_id', '=', 't.id')
		)
		.innerJoin('plan_template_versions as seen', (on) =>
			on
				.onRef('seen.organisation_id', '=', 'c.template_organisation_id')
				.onRef('seen.template_id', '=', 'c.template_id')
				.onRef('seen.number', '=', 'c.version')
		)
		.where('c.organisation_id', '=', actor.organisationId)
		.where('c.roadmap_id', '=', id)
		.select([contents.as('contents'), 'c.version as seen', sql<TemplateContents>`seen.contents`.as('seenContents')])
		.executeTakeFirst();
}

export type TemplateCopy = NonNullable<Awaited<ReturnType<typeof copyOf>>>;

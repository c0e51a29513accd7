import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';
import { seenBy } from '../../events/queries/visible';
import { seenBy as practicesSeenBy } from '../../practices/queries/visible';
import { visibleActivities } from '../../roadmap/queries/visible';
import { leadsPlans } from '../../roadmap/rules/plan';
import { keptBy } from '../../surveys/queries/waves';
import { canKeepWaves } from '../../surveys/rules/wave';
import type { Found, Section } from '../rules';

/** A thing that can be found: its line of the answer, every word it is found by, its place among its kind. */
export type Thing = Found & { section: string; words: string; place: number };

/** Everything of one room that the person may see; undefined where they may see nothing of it. */
// biome-ignore lint/suspicious/noExplicitAny: each room asks its own tables; what they answer with is the same
type Source = (tx: Tx, actor: Actor) => SelectQueryBuilder<any, any, Thing> | undefined;

const named = (section: Section) => sql<string>`${sql.lit(section)}::text`.as('section');
const inOrder = (order: RawBuilder<unknown>) => sql<number>`row_number() over (order by ${order})`.as('place');

/** Colleagues by name, post or subject; their cards say the rest to those who may know it. */
const people: Source = (tx, actor) =>
	tx
		.selectFrom('people as p')
		.leftJoinLateral(
			(of) =>
				of
					.selectFrom('posts as t')
					.whereRef('t.organisation_id', '=', 'p.organisation_id')
					.whereRef('t.person_id', '=', 'p.id')
					.select(sql<string | null>`string_agg(t.title, ', ' order by t.main desc, t.title)`.as('titles'))
					.as('post'),
			(on) => on.onTrue()
		)
		.where('p.organisation_id', '=', actor.organisationId)
		.where('p.removed_at', 'is', null)
		.select([
			named('people'),
			sql<string>`concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, ''))`.as('title'),
			sql<string>`'/people/' || p.id`.as('href'),
			'post.titles as about',
			sql<string>`concat_ws(' ', p.family_name, p.given_name, p.patronymic, post.titles,
				(select string_agg(s.subject, ' ') from person_subjects s
					where s.organisation_id = p.organisation_id and s.person_id = p.id))`.as('words'),
			inOrder(sql`p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu"`)
		]);

const plans: Source = (tx, actor) =>
	leadsPlans(actor)
		? tx
				.selectFrom('roadmaps as r')
				.where('r.organisation_id', '=', actor.organisationId)
				.select([
					named('plans'),
					'r.title',
					sql<string>`'/roadmap/' || r.id`.as('href'),
					sql<string | null>`case when r.archived_at is not null then 'в архиве' end`.as('about'),
					sql<string>`concat_ws(' ', r.title, r.goal,
						(select string_agg(s.title, ' ') from stages s
							where s.organisation_id = r.organisation_id and s.roadmap_id = r.id))`.as('words'),
					inOrder(sql`r.archived_at is not null, r.accepted_at desc`)
				])
		: undefined;

const activities: Source = (tx, actor) =>
	visibleActivities(tx, actor).select([
		named('activities'),
		'a.title',
		sql<string>`'/activities/' || a.id`.as('href'),
		sql<string | null>`a.deadline_text`.as('about'),
		sql<string>`concat_ws(' ', a.number, a.lead, a.title, a.deadline_text,
			(select string_agg(concat_ws(' ', x.text, p.family_name, p.given_name, p.patronymic), ' ')
				from activity_responsible x
				left join people p on p.organisation_id = x.organisation_id and p.id = x.person_id
				where x.organisation_id = a.organisation_id and x.activity_id = a.id and x.removed_at is null),
			(select string_agg(x.text, ' ') from activity_results x
				where x.organisation_id = a.organisation_id and x.activity_id = a.id and x.removed_at is null))`.as('words'),
		inOrder(sql`r.archived_at is not null, r.accepted_at desc, a.position`)
	]);

/** What proves that something was done. */
const files: Source = (tx, actor) =>
	visibleActivities(tx, actor)
		.innerJoin('occurrences as o', (on) =>
			on.onRef('o.organisation_id', '=', 'a.organisation_id').onRef('o.activity_id', '=', 'a.id')
		)
		.innerJoin('evidence as e', (on) =>
			on.onRef('e.organisation_id', '=', 'o.organisation_id').onRef('e.occurrence_id', '=', 'o.id')
		)
		.where('e.removed_at', 'is', null)
		.select([
			named('files'),
			'e.title',
			sql<string>`'/activities/' || a.id || '#evidence'`.as('href'),
			sql<string | null>`a.title`.as('about'),
			sql<string>`concat_ws(' ', e.title, e.words, e.url)`.as('words'),
			inOrder(sql`e.attached_at desc`)
		]);

/** Files that came as roadmaps, whatever became of them. */
const imports: Source = (tx, actor) =>
	leadsPlans(actor)
		? tx
				.selectFrom('roadmap_imports as i')
				.where('i.organisation_id', '=', actor.organisationId)
				.select([
					named('imports'),
					'i.source_name as title',
					sql<string>`'/roadmap/imports/' || i.id`.as('href'),
					sql<string | null>`case when i.accepted_at is not null then 'принят к работе'
						when i.discarded_at is not null then 'отменён' when i.failed_at is not null then 'не прочитан'
						else 'ждёт проверки' end`.as('about'),
					sql<string>`i.source_name`.as('words'),
					inOrder(sql`i.created_at desc`)
				])
		: undefined;

/** What was asked, is asked and will be, for those who ask. */
const surveys: Source = (tx, actor) =>
	canKeepWaves(actor)
		? tx
				.selectFrom('survey_waves as w')
				.innerJoin('questionnaire_versions as v', (on) =>
					on.onRef('v.organisation_id', '=', 'w.organisation_id').onRef('v.id', '=', 'w.version_id')
				)
				.where('w.organisation_id', '=', actor.organisationId)
				.where('w.removed_at', 'is', null)
				.where(keptBy(actor))
				.select([
					named('surveys'),
					'w.title',
					sql<string>`'/surveys/waves/' || w.id`.as('href'),
					sql<
						string | null
					>`case when w.closed_at is not null then 'закрыто' when w.opened_at is null then 'готовится' end`.as('about'),
					sql<string>`concat_ws(' ', w.title, w.words, v.content ->> 'title')`.as('words'),
					inOrder(sql`w.closed_at is not null, w.opens_on desc`)
				])
		: undefined;

/** Meetings and announcements that somebody sees, by what they were about and what was decided. */
const events: Source = (tx, actor) =>
	tx
		.selectFrom('events as e')
		.where('e.organisation_id', '=', actor.organisationId)
		.where('e.removed_at', 'is', null)
		.where(seenBy(actor))
		.select([
			named('events'),
			'e.title',
			sql<string>`'/events/' || e.id`.as('href'),
			sql<string | null>`e.kind || ', ' || to_char(e.held_on, 'DD.MM.YYYY')`.as('about'),
			sql<string>`concat_ws(' ', e.kind, e.title, e.words, e.place, e.outside, to_char(e.held_on, 'DD.MM.YYYY'),
				(select string_agg(x ->> 'question', ' ') from jsonb_array_elements(e.agenda) x))`.as('words'),
			inOrder(sql`e.held_on desc, e.id`)
		]);

/** What worked here, by its words and its authors. */
const practices: Source = (tx, actor) =>
	tx
		.selectFrom('practices as r')
		.where('r.organisation_id', '=', actor.organisationId)
		.where('r.removed_at', 'is', null)
		.where(practicesSeenBy(actor))
		.select([
			named('practices'),
			'r.title',
			sql<string>`'/practices/' || r.id`.as('href'),
			sql<string | null>`case when r.accepted_at is null then 'черновик' else nullif(r.dates, '') end`.as('about'),
			sql<string>`concat_ws(' ', r.title, r.problem, r.goal, r.audience, r.steps, r.after_words,
				(select string_agg(concat_ws(' ', p.family_name, p.given_name, p.patronymic), ' ')
					from practice_authors x join people p on p.organisation_id = x.organisation_id and p.id = x.person_id
					where x.organisation_id = r.organisation_id and x.practice_id = r.id))`.as('words'),
			inOrder(sql`r.changed_at desc, r.id`)
		]);

/** One line a room: a new room adds its source here. */
export const sources: Record<Section, Source> = {
	people,
	plans,
	activities,
	events,
	practices,
	surveys,
	files,
	imports
};

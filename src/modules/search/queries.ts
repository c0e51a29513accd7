import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../core/actor';
import type { Tx } from '../../db/as-actor';
import { visibleActivities } from '../roadmap/queries/visible';
import { leadsPlans } from '../roadmap/rules/plan';
import { type Found, like, mostOfEach, type Section, wordsOf } from './rules';

type Source = (tx: Tx, actor: Actor, query: string) => Promise<Found[]>;

/** ё is е, and capitals are no matter in any database. */
const plain = (text: RawBuilder<unknown>) => sql<string>`translate(lower(${text} collate "ru-x-icu"), 'ё', 'е')`;

/** Every word stands in the text, or the text holds the same words in other forms. */
const holds = (text: RawBuilder<unknown>, query: string) => {
	const patterns = wordsOf(query).map(like);
	return sql<boolean>`(${plain(text)} like all(${patterns}::text[])
		or to_tsvector('russian', ${plain(text)}) @@ plainto_tsquery('russian', ${wordsOf(query).join(' ')}))`;
};

/** Colleagues by name or post; their cards say the rest to those who may know it. */
const people: Source = (tx, actor, query) =>
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
		.where(holds(sql`concat_ws(' ', p.family_name, p.given_name, p.patronymic, post.titles)`, query))
		.select([
			sql<string>`concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, ''))`.as('title'),
			sql<string>`'/people/' || p.id`.as('href'),
			'post.titles as about'
		])
		.orderBy(sql`p.family_name collate "ru-x-icu"`)
		.limit(mostOfEach)
		.execute();

const plans: Source = async (tx, actor, query) =>
	leadsPlans(actor)
		? tx
				.selectFrom('roadmaps as r')
				.where('r.organisation_id', '=', actor.organisationId)
				.where(holds(sql`r.title || ' ' || r.goal`, query))
				.select([
					'r.title',
					sql<string>`'/roadmap/' || r.id`.as('href'),
					sql<string | null>`case when r.archived_at is not null then 'в архиве' end`.as('about')
				])
				.orderBy('r.accepted_at', 'desc')
				.limit(mostOfEach)
				.execute()
		: [];

const activities: Source = (tx, actor, query) =>
	visibleActivities(tx, actor)
		.where(
			holds(
				sql`concat_ws(' ', a.number, a.lead, a.title, a.deadline_text,
					(select string_agg(x.text, ' ') from activity_responsible x
						where x.organisation_id = a.organisation_id and x.activity_id = a.id and x.removed_at is null),
					(select string_agg(x.text, ' ') from activity_results x
						where x.organisation_id = a.organisation_id and x.activity_id = a.id and x.removed_at is null))`,
				query
			)
		)
		.select([
			'a.title',
			sql<string>`'/activities/' || a.id`.as('href'),
			sql<string | null>`a.deadline_text`.as('about')
		])
		.orderBy(sql`r.archived_at is not null`)
		.orderBy('r.accepted_at', 'desc')
		.orderBy('a.position')
		.limit(mostOfEach)
		.execute();

const files: Source = (tx, actor, query) =>
	visibleActivities(tx, actor)
		.innerJoin('occurrences as o', (on) =>
			on.onRef('o.organisation_id', '=', 'a.organisation_id').onRef('o.activity_id', '=', 'a.id')
		)
		.innerJoin('evidence as e', (on) =>
			on.onRef('e.organisation_id', '=', 'o.organisation_id').onRef('e.occurrence_id', '=', 'o.id')
		)
		.where('e.removed_at', 'is', null)
		.where(holds(sql`e.title`, query))
		.select(['e.title', sql<string>`'/activities/' || a.id || '#evidence'`.as('href'), 'a.title as about'])
		.orderBy('e.attached_at', 'desc')
		.limit(mostOfEach)
		.execute();

/** One line a room: a new room adds its source here. */
const sources: Record<Section, Source> = { people, plans, activities, files };

export type Answer = { section: Section; found: Found[] };

/** Asks every room for what the person may see; a query without a word finds nothing. */
export async function searchEverything(tx: Tx, actor: Actor, query: string): Promise<Answer[]> {
	if (wordsOf(query).length === 0) return [];
	const answers: Answer[] = [];
	for (const [section, source] of Object.entries(sources) as [Section, Source][]) {
		const found = await source(tx, actor, query);
		if (found.length > 0) answers.push({ section, found });
	}
	return answers;
}

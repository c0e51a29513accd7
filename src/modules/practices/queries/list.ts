import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { like, plain } from '../../../core/plain';
import type { Tx } from '../../../db/as-actor';
import { type PracticeFilter, type PracticesWanted, practicesPage } from '../rules/list';
import { seenBy } from './visible';

export type PracticeInList = {
	id: string;
	title: string;
	form: string;
	authors: string;
	dates: string;
	acceptedAt: string | null;
	spreads: boolean;
	files: number;
};

const chosen: Record<PracticeFilter, RawBuilder<boolean>> = {
	accepted: sql`"acceptedAt" is not null`,
	proposed: sql`"acceptedAt" is null`,
	all: sql`true`
};

export type PracticesFound = {
	practices: PracticeInList[];
	counts: Record<PracticeFilter, number>;
	forms: { form: string; count: number }[];
};

/** A page of the bank as somebody sees it: what waits first, then by title; with what each filter and form would show. One query. */
export async function listPractices(tx: Tx, actor: Actor, wanted: PracticesWanted): Promise<PracticesFound> {
	const words = plain(wanted.q).split(/\s+/).filter(Boolean);
	const { rows } = await sql<PracticesFound>`
		with seen as (
			select r.id, r.title, r.form, r.dates, r.accepted_at as "acceptedAt", r.spreads, coalesce(n.names, '') as authors,
				(select count(*) from practice_files k where k.organisation_id = r.organisation_id and k.practice_id = r.id
					and k.removed_at is null) as files,
				translate(lower(concat_ws(' ', r.title, r.problem, r.goal, r.audience, r.steps, r.after_words, n.names)
					collate "ru-x-icu"), 'ё', 'е') as words
			from practices r
			left join lateral (
				select string_agg(concat_ws(' ', p.family_name, p.given_name), ', ' order by p.family_name collate "ru-x-icu", p.id)
					as names
				from people p
				where p.organisation_id = r.organisation_id and p.id in (select x.person_id from practice_authors x
					where x.organisation_id = r.organisation_id and x.practice_id = r.id)) n on true
			where r.organisation_id = ${actor.organisationId} and r.removed_at is null and ${seenBy(actor)}
		), found as (
			select * from seen
			where ${words.length === 0 ? sql`true` : sql`words like all(${words.map(like)}::text[])`}
				and ${wanted.form ? sql`form = ${wanted.form}` : sql`true`}
		)
		select
			coalesce((select json_agg(to_json(o)::jsonb - 'words') from (
				select * from found where ${chosen[wanted.filter]}
				order by "acceptedAt" is not null, title collate "ru-x-icu", id
				limit ${practicesPage} offset ${(wanted.page - 1) * practicesPage}) o), '[]') as practices,
			json_build_object(${sql.join(
				Object.entries(chosen).flatMap(([name, condition]) => [
					sql.lit(name),
					sql`(select count(*) from found where ${condition})`
				])
			)}) as counts,
			coalesce((select json_agg(json_build_object('form', k.form, 'count', k.n) order by k.n desc, k.form) from (
				select form, count(*) as n from seen group by form) k), '[]') as forms`.execute(tx);
	return rows[0] as PracticesFound;
}

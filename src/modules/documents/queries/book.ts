import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { like, plain } from '../../../core/plain';
import type { Tx } from '../../../db/as-actor';
import type { ActKind } from '../../mentorships/rules/words';
import { type BookSort, type BookWanted, bookMost, bookPage } from '../rules/book';
import { canMakeDocuments } from '../rules/documents';
import type { Series } from '../rules/library/templates';
import type { LinkKind } from '../rules/life';
import { fullName } from './made';
import { looseOrders } from './numbers';

/** A line of the journal: a document, or an order of pairs that was typed in without a paper of ours. */
export type BookLine = {
	id: string;
	of: 'document' | 'order';
	title: string;
	actKind: ActKind | null;
	series: Series;
	number: string;
	datedOn: string;
	who: string;
	later: { id: string; how: LinkKind; title: string; actKind: ActKind | null; number: string; datedOn: string }[];
};
export type BookFound = {
	lines: BookLine[];
	total: number;
	series: { series: Series; count: number }[];
	years: string[];
};

/** Numbers go as people count: 2 before 10, whatever is written around them. */
const sorts: Record<BookSort, RawBuilder<unknown>> = {
	dated: sql`"datedOn"`,
	number: sql`substring(number from '\\d+')::numeric`,
	title: sql`title collate "ru-x-icu"`
};

/** The registration journal: everything that has a number and a day. One query. */
export async function listBook(tx: Tx, actor: Actor, wanted: BookWanted): Promise<BookFound> {
	const { organisationId } = actor;
	const words = plain(wanted.q).split(/\s+/).filter(Boolean);
	const way = wanted.descending ? sql`desc` : sql`asc`;
	const { rows } = await sql<BookFound>`
		with every as (
			select d.id, 'document' as "of", d.title, d.act_kind as "actKind", d.series, d.number, d.dated_on as "datedOn",
				(select ${fullName('p')} from people p where p.organisation_id = d.organisation_id and p.id = d.registered_by) as who,
				coalesce((select json_agg(json_build_object('id', t.id, 'how', l.how, 'title', t.title, 'actKind', t.act_kind,
						'number', t.number, 'datedOn', t.dated_on) order by t.dated_on, l.made_at)
					from document_links l join documents t on t.organisation_id = l.organisation_id and t.id = l.later_id
					where l.organisation_id = d.organisation_id and l.earlier_id = d.id and l.undone_at is null
						and t.registered_at is not null), '[]') as later
			from documents d
			where d.organisation_id = ${organisationId} and d.registered_at is not null and d.removed_at is null
			union all
			select o.id, 'order', 'О наставнических парах', o.act_kind, o.series, o.number, o.signed_on,
				(select ${fullName('p')} from people p where p.organisation_id = o.organisation_id and p.id = o.registered_by), '[]'
			from ${looseOrders(organisationId)}
		), found as (
			select * from every where ${canMakeDocuments(actor)}
				and ${wanted.year ? sql`extract(year from "datedOn") = ${Number(wanted.year)}` : sql`true`}
				and ${words.length === 0 ? sql`true` : sql`translate(lower(concat_ws(' ', title, number) collate "ru-x-icu"), 'ё', 'е') like all(${words.map(like)}::text[])`}
		), chosen as (select * from found where ${wanted.series ? sql`series = ${wanted.series}` : sql`true`})
		select
			coalesce((select json_agg(o) from (
				select * from chosen order by ${sorts[wanted.sort]} ${way} nulls last, "datedOn" ${way}, id ${way}
				limit ${wanted.whole ? bookMost : bookPage} offset ${wanted.whole ? 0 : (wanted.page - 1) * bookPage}) o), '[]')
				as lines,
			(select count(*)::int from chosen) as total,
			coalesce((select json_agg(json_build_object('series', k.series, 'count', k.n) order by k.series) from (
				select series, count(*) as n from found group by series) k), '[]') as series,
			array(select distinct extract(year from "datedOn")::int::text from every where ${canMakeDocuments(actor)} order by 1 desc) as years`.execute(
		tx
	);
	return rows[0] as BookFound;
}

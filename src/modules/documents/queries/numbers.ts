import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';
import type { ActKind } from '../../mentorships/rules/words';
import type { JournalSeries } from '../rules/registration';

export type KnownNumber = { actKind: ActKind | null; series: string; number: string; signedOn: string };

/** Orders of pairs typed in without a paper of ours; what a document has registered stands once. */
export const looseOrders = (organisationId: string) => sql`mentorship_orders o
	where o.organisation_id = ${organisationId} and o.withdrawn_at is null and not exists (select from document_effects e
		where e.organisation_id = o.organisation_id and e.what = 'order' and e.thing_id = o.id and e.undone_at is null)`;

/** Numbers given in a calendar year, to be compared with a new one. */
export async function numbersOfYear(
	tx: Tx,
	{ organisationId }: Actor,
	year: string,
	except: string
): Promise<KnownNumber[]> {
	const { rows } = await sql<KnownNumber>`
		select * from (
			select d.act_kind as "actKind", d.series, d.number, d.dated_on as "signedOn" from documents d
			where d.organisation_id = ${organisationId} and d.registered_at is not null and d.removed_at is null
				and d.number <> '' and d.id <> ${except}
			union all
			select o.act_kind, o.series, o.number, o.signed_on from ${looseOrders(organisationId)}) n
		where "signedOn" between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date order by "signedOn"`.execute(tx);
	return rows;
}

export type OwnJournal = { series: JournalSeries; pattern: string; kept: boolean; version: number };

/** Series whose numbers are given here. */
export const listJournals = (tx: Tx, { organisationId }: Actor): Promise<OwnJournal[]> =>
	tx
		.selectFrom('document_journals')
		.where('organisation_id', '=', organisationId)
		.select((of) => [of.ref('series').$castTo<JournalSeries>().as('series'), 'pattern', 'kept', 'version'])
		.execute();

/** The number after the last one given here in a series and a calendar year. */
export async function nextOwnNumber(tx: Tx, { organisationId }: Actor, series: string, year: string): Promise<number> {
	const { rows } = await sql<{ next: number }>`
		select coalesce(max(own_number), 0)::int + 1 as next from documents where organisation_id = ${organisationId}
			and series = ${series} and extract(year from dated_on) = ${Number(year)}`.execute(tx);
	return rows[0]?.next ?? 1;
}

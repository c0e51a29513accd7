import { sql } from 'kysely';
import { type Actor, type Author, has } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import type { Fields } from '../engine/template/values';
import { documentMakers } from '../rules/documents';
import { packagesPage } from '../rules/packages';
import { type DocumentLine, fullName, lineColumns, lineJoins } from './made';

export type PackageLine = {
	id: string;
	kind: string;
	title: string;
	askedAt: string;
	who: string;
	wanted: number;
	made: number;
	unmade: { name: string; reason: string }[];
	finished: boolean;
	/** The day it was made on, by the clocks of the organisation. */
	finishedOn: string | null;
	removed: boolean;
	file: { id: string; name: string; size: number } | null;
	print: { id: string; name: string; size: number } | null;
};
export type StoredPackage = PackageLine & { names: string[] };

const file = (column: string) => sql`(select json_build_object('id', f.id, 'name', f.name, 'size', f.size) from files f
	where f.organisation_id = k.organisation_id and f.id = ${sql.ref(column)})`;
const columns = sql`k.id, k.kind, k.title, k.asked_at as "askedAt", ${fullName('p')} as who, k.wanted, k.made, k.unmade,
	k.finished_at is not null as finished, (k.finished_at at time zone organisation_time_zone(k.organisation_id))::date::text as "finishedOn", k.removed_at is not null as removed, ${file('k.file_id')} as file, ${file('k.print_id')} as print`;
const from = sql`document_packages k join people p on p.organisation_id = k.organisation_id and p.id = k.asked_by`;

/** Sets that were made here, the newest first, and how many there are. */
export async function listPackages(tx: Tx, { organisationId }: Actor, page: number) {
	const { rows } = await sql<PackageLine & { of: number }>`
		select ${columns}, count(*) over ()::int as of from ${from} where k.organisation_id = ${organisationId} and k.removed_at is null
		order by k.asked_at desc, k.id desc limit ${packagesPage} offset ${(page - 1) * packagesPage}`.execute(tx);
	return { packages: rows, of: rows[0]?.of ?? 0 };
}

/** One set with the names of its papers. */
export async function findPackage(tx: Tx, { organisationId }: Actor, id: string): Promise<StoredPackage | undefined> {
	if (!isId(id)) return undefined;
	const { rows } = await sql<StoredPackage>`
		select ${columns}, array(select w.name from document_package_papers w where w.organisation_id = k.organisation_id
			and w.package_id = k.id order by w.position) as names
		from ${from} where k.organisation_id = ${organisationId} and k.id = ${id}`.execute(tx);
	return rows[0];
}

/** Drafts that a set's papers are kept as, in its order. One query. */
export async function listPackageDrafts(tx: Tx, { organisationId }: Actor, id: string) {
	const { rows } = await sql<DocumentLine>`
		select ${lineColumns} from document_package_papers w
			join documents d on d.organisation_id = w.organisation_id and d.id = w.document_id ${lineJoins}
		where w.organisation_id = ${organisationId} and w.package_id = ${id} and d.removed_at is null
		order by w.position`.execute(tx);
	return rows;
}

export type WantedPaper = { name: string; code: string; annex: number | null; fields: Fields; reason: string };

/** What a set that waits is made of; undefined when there is nothing to do. */
export async function findWaiting(tx: Tx, { organisationId }: Pick<Author, 'organisationId'>, id: string) {
	const { rows } = await sql<{ title: string; papers: WantedPaper[] }>`
		select k.title, (select json_agg(json_build_object('name', w.name, 'code', w.code, 'annex', w.annex,
				'fields', w.values, 'reason', w.reason) order by w.position)
			from document_package_papers w where w.organisation_id = k.organisation_id and w.package_id = k.id) as papers
		from document_packages k
		where k.organisation_id = ${organisationId} and k.id = ${id} and k.finished_at is null`.execute(tx);
	return rows[0];
}

/** Files of sets, for those who make papers. */
export const visiblePackageFiles = (tx: Tx, actor: Actor) =>
	tx
		.selectFrom('document_packages as k')
		.where('k.organisation_id', '=', actor.organisationId)
		.where((is) => is.lit(has(actor, ...documentMakers)))
		.select(sql<string>`unnest(array[k.file_id, k.print_id])`.as('file_id'));

import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';
import type { ActContent } from '../rules/act';
import { type LibraryAct, libraryOf } from '../rules/library';

type Row = {
	key: string;
	removed: boolean;
	id: string;
	number: number;
	hash: string;
	brought: boolean;
	contents: ActContent;
	fileId: string | null;
	fileName: string | null;
};

/** The whole library: the organisation's newest wordings, and what the program knows besides. One query. */
export async function listLibrary(tx: Tx, { organisationId }: Pick<Actor, 'organisationId'>): Promise<LibraryAct[]> {
	const { rows } = await sql<Row>`
		select a.key, a.removed_at is not null as removed, v.id, v.number, v.hash, v.brought, v.contents,
			v.file_id as "fileId", f.name as "fileName"
		from legal_acts a
		join lateral (select * from legal_act_versions v where v.organisation_id = a.organisation_id and v.act_id = a.id
			order by v.number desc limit 1) v on true
		left join files f on f.organisation_id = v.organisation_id and f.id = v.file_id
		where a.organisation_id = ${organisationId}
		order by a.key`.execute(tx);
	const own = rows
		.filter(({ removed }) => !removed)
		.map(({ key, id, number, hash, brought, contents, fileId, fileName }) => ({
			...{ ...contents, key, fileId, fileName, version: { id, number, hash, brought } }
		}));
	return libraryOf(
		own,
		rows.filter(({ removed }) => removed).map(({ key }) => key)
	);
}

export const findInLibrary = async (tx: Tx, actor: Actor, key: string) =>
	(await listLibrary(tx, actor)).find((act) => act.key === key);

/** Texts of acts: everybody who works here reads them. */
export const actFiles = (tx: Tx, { organisationId }: Pick<Actor, 'organisationId'>) =>
	tx
		.selectFrom('legal_act_versions as v')
		.innerJoin('legal_acts as a', (on) =>
			on.onRef('a.organisation_id', '=', 'v.organisation_id').onRef('a.id', '=', 'v.act_id')
		)
		.where('v.organisation_id', '=', organisationId)
		.where('a.removed_at', 'is', null)
		.where('v.file_id', 'is not', null)
		.select('v.file_id');

import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import { type Criterion, startingCriteria } from '../rules/criteria';
import type { ActKind, EditionContents } from '../rules/edition';
import type { Register } from '../rules/registers';
import { personName } from './pieces';

export type EditionLine = {
	id: string;
	register: Register;
	number: number;
	approvedOn: string;
	actKind: ActKind;
	actNumber: string;
	actDate: string | null;
	note: string;
	approvedAt: string;
	who: string;
	withdrawn: boolean;
	count: number;
};
export type Edition = EditionLine & {
	contents: EditionContents;
	before: { number: number; contents: EditionContents } | null;
};

const line = sql`e.id, e.register, e.number, e.approved_on as "approvedOn", e.act_kind as "actKind",
	e.act_number as "actNumber", e.act_date as "actDate", e.note, e.approved_at as "approvedAt",
	${personName('p')} as who, e.withdrawn_at is not null as withdrawn, json_array_length((e.contents->'people')::json) as count`;

/** The approved editions of a register, the latest first. */
export async function listEditions(tx: Tx, { organisationId }: Actor, register: Register) {
	const { rows } = await sql<EditionLine>`
		select ${line} from register_editions e
		join people p on p.organisation_id = e.organisation_id and p.id = e.approved_by
		where e.organisation_id = ${organisationId} and e.register = ${register}
		order by e.number desc`.execute(tx);
	return rows;
}

/** One edition with the one that stood before it: one query. */
export async function findEdition(tx: Tx, { organisationId }: Actor, id: string): Promise<Edition | undefined> {
	if (!isId(id)) return undefined;
	const { rows } = await sql<Edition>`
		select ${line}, e.contents, (
			select json_build_object('number', b.number, 'contents', b.contents) from register_editions b
			where b.organisation_id = e.organisation_id and b.register = e.register and b.number < e.number
				and b.withdrawn_at is null
			order by b.number desc limit 1) as before
		from register_editions e
		join people p on p.organisation_id = e.organisation_id and p.id = e.approved_by
		where e.organisation_id = ${organisationId} and e.id = ${id}`.execute(tx);
	return rows[0];
}

/** The school's criteria; the program's own while it has none. */
export async function findCriteria(tx: Tx, { organisationId }: Pick<Actor, 'organisationId'>) {
	const row = await tx
		.selectFrom('selection_criteria')
		.select(['criteria', 'version'])
		.where('organisation_id', '=', organisationId)
		.executeTakeFirst();
	return row
		? { criteria: row.criteria as Criterion[], version: row.version }
		: { criteria: [...startingCriteria], version: 0 };
}

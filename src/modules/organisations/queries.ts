import { sql } from 'kysely';
import type { Actor, OrganisationKind } from '../../core/actor';
import type { Now } from '../../core/dates';
import { isId } from '../../core/ids';
import type { Tx } from '../../db/as-actor';
import type { BelowFilter, BelowSort } from './rules/below';
import type { OwnWords } from './rules/words';

export type Organisation = Awaited<ReturnType<typeof findOrganisation>>;

/** One's own organisation with the names above it, the nearest first, and how many work there today. */
export async function findOrganisation(tx: Tx, { organisationId }: Pick<Actor, 'organisationId'>, { today }: Now) {
	const row = await tx
		.selectFrom('organisations as o')
		.where('o.organisation_id', '=', organisationId)
		.select([
			'o.organisation_id as id',
			'o.kind',
			'o.name',
			'o.full_name as fullName',
			'o.time_zone as timeZone',
			'o.working_week as workingWeek',
			'o.one_person_mode as onePersonMode',
			'o.words',
			'o.version',
			sql<{ kind: OrganisationKind; name: string }[]>`coalesce((
				select json_agg(json_build_object('kind', a.kind, 'name', a.name) order by a.distance)
				from organisations_above() a), '[]')`.as('above'),
			sql<number>`(
				select count(distinct e.person_id) from employments e
				join people p on p.organisation_id = e.organisation_id and p.id = e.person_id and p.removed_at is null
				where e.organisation_id = o.organisation_id and e.period @> ${today}::date)`.as('staff')
		])
		.executeTakeFirstOrThrow();
	return { ...row, workingWeek: row.workingWeek === 6 ? (6 as const) : (5 as const), words: row.words as OwnWords };
}

export type OrganisationBelow = {
	id: string;
	kind: OrganisationKind;
	name: string;
	parentName: string;
	distance: number;
	staff: number;
	mentors: number;
	mentees: number;
	entered: boolean;
	invitedUntil: string | null;
};

type Wanted = { q: string; filter: BelowFilter; sort: BelowSort; descending: boolean; page: number };

const orders: Record<BelowSort, string> = {
	name: 'name collate "ru-x-icu"',
	staff: 'staff',
	mentors: 'mentors',
	mentees: 'mentees'
};

export const pageSize = 50;

/** Names and counts of the organisations below, one page of them, and how many each filter would show: one query. */
export async function listBelow(tx: Tx, { today }: Now, { q, filter, sort, descending, page }: Wanted) {
	const words = q.toLowerCase().replaceAll('ё', 'е').split(/\s+/).filter(Boolean);
	const { rows } = await sql<{ below: OrganisationBelow[] | null; all: number; atWork: number; silent: number }>`
		with found as (
			select * from organisations_below(${today}::date) b
			where ${sql.join(
				[
					sql`true`,
					...words.map(
						(word) =>
							sql`translate(lower((b.name || ' ' || b.full_name) collate "ru-x-icu"), 'ё', 'е') like ${`%${likely(word)}%`}`
					)
				],
				sql` and `
			)}
		), chosen as (
			select * from found
			where ${filter === 'at-work' ? sql`entered` : filter === 'silent' ? sql`not entered` : sql`true`}
		)
		select
			(select json_agg(json_build_object('id', p.organisation_id, 'kind', p.kind, 'name', p.name, 'parentName', p.parent_name,
				'distance', p.distance, 'staff', p.staff, 'mentors', p.mentors, 'mentees', p.mentees, 'entered', p.entered,
				'invitedUntil', p.invited_until))
				from (
					select * from chosen
					order by ${sql.raw(orders[sort])} ${sql.raw(descending ? 'desc' : 'asc')}, name, organisation_id
					limit ${pageSize} offset ${(page - 1) * pageSize}) p) as below,
			(select count(*) from found) as "all",
			(select count(*) from found where entered) as "atWork",
			(select count(*) from found where not entered) as silent`.execute(tx);
	const { below, all = 0, atWork = 0, silent = 0 } = rows[0] ?? { below: [] };
	return { below: below ?? [], counts: { all, 'at-work': atWork, silent } };
}

/** A percent sign typed into a search is a percent sign. */
export const likely = (word: string) => word.replace(/[\\%_]/g, '\\$&');

/** One organisation below, by id; undefined when it does not stand below. */
export async function findBelow(tx: Tx, { today }: Now, id: string) {
	if (!isId(id)) return undefined;
	const { rows } = await sql<OrganisationBelow>`
		select organisation_id as id, kind, name, parent_name as "parentName", distance, staff, mentors, mentees, entered,
			invited_until as "invitedUntil"
		from organisations_below(${today}::date) where organisation_id = ${id}`.execute(tx);
	return rows[0];
}

/** Under which a new organisation may stand: one's own and the levels below. */
export async function listParents(tx: Tx, actor: Actor, { today }: Now) {
	const { rows } = await sql<{ id: string; kind: OrganisationKind; name: string }>`
		select organisation_id as id, kind, name from organisations_below(${today}::date)
		where kind in ('resource-centre', 'authority', 'region')
		order by name collate "ru-x-icu"`.execute(tx);
	return [{ id: actor.organisationId, kind: actor.organisation.kind, name: actor.organisation.name }, ...rows];
}

import { sql } from 'kysely';
import type { Actor, Role } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import { type ConsentKind, canKeepConsents } from '../rules/kinds';

export type ConsentLine = {
	id: string;
	kind: ConsentKind;
	givenOn: string;
	validUntil: string | null;
	how: 'paper' | 'program';
	textNumber: number | null;
	fileId: string | null;
	alone: boolean; // nobody else's sheet is in the file
	removed: boolean;
	standing: boolean;
	who: string;
};
export type WithdrawalLine = {
	id: string;
	kind: ConsentKind;
	withdrawnOn: string;
	how: 'paper' | 'program';
	settledOn: string | null;
	undone: boolean;
	who: string;
};
export type PersonConsents = {
	id: string;
	name: string;
	post: string;
	roles: Role[];
	consents: ConsentLine[];
	withdrawals: WithdrawalLine[];
};

const nameOf = (alias: string) =>
	sql`concat_ws(' ', ${sql.ref(`${alias}.family_name`)}, ${sql.ref(`${alias}.given_name`)}, nullif(${sql.ref(`${alias}.patronymic`)}, ''))`;

/** Everything that one person agreed to and withdrew, the latest first: their own, or for those who keep the register. One query. */
export async function findPersonConsents(
	tx: Tx,
	actor: Actor,
	personId: string,
	{ today }: Now
): Promise<PersonConsents | undefined> {
	if (!isId(personId) || !(canKeepConsents(actor) || actor.personId === personId)) return undefined;
	const { rows } = await sql<PersonConsents>`
		select p.id, ${nameOf('p')} as name,
			coalesce((
				select string_agg(t.title, ', ' order by t.main desc, t.title) from posts t
				where t.organisation_id = p.organisation_id and t.person_id = p.id and t.period @> ${today}::date), '') as post,
			array(select r.role from role_periods r
				where r.organisation_id = p.organisation_id and r.person_id = p.id and r.period @> ${today}::date
				union select case e.register when 'mentors' then 'mentor' else 'mentee' end from register_entries e
				where e.organisation_id = p.organisation_id and e.person_id = p.id and e.withdrawn_at is null
					and e.period @> ${today}::date) as roles,
			coalesce((
				select json_agg(json_build_object('id', c.id, 'kind', c.kind, 'givenOn', c.given_on, 'validUntil', c.valid_until,
					'how', c.how, 'textNumber', t.number, 'fileId', c.file_id, 'alone', not exists (select from consents o
						where o.organisation_id = c.organisation_id and o.file_id = c.file_id and o.person_id <> c.person_id),
					'removed', c.removed_at is not null,
					'standing', s.id is not null, 'who', ${nameOf('b')}) order by c.given_on desc, c.recorded_at desc, c.id desc)
				from consents c
				left join consent_texts t on t.organisation_id = c.organisation_id and t.id = c.text_id
				left join consents_on(${today}::date) s on s.organisation_id = c.organisation_id and s.id = c.id
				join people b on b.organisation_id = c.organisation_id and b.id = c.recorded_by
				where c.organisation_id = p.organisation_id and c.person_id = p.id), '[]') as consents,
			coalesce((
				select json_agg(json_build_object('id', w.id, 'kind', w.kind, 'withdrawnOn', w.withdrawn_on, 'how', w.how,
					'settledOn', w.settled_on, 'undone', w.undone_at is not null, 'who', ${nameOf('b')})
					order by w.withdrawn_on desc, w.recorded_at desc, w.id desc)
				from consent_withdrawals w
				join people b on b.organisation_id = w.organisation_id and b.id = w.recorded_by
				where w.organisation_id = p.organisation_id and w.person_id = p.id), '[]') as withdrawals
		from people p
		where p.organisation_id = ${actor.organisationId} and p.id = ${personId} and p.removed_at is null`.execute(tx);
	return rows[0];
}

/** Whose record a consent or a withdrawal is; for those who keep the register. */
export async function findOwner(tx: Tx, actor: Actor, table: 'consents' | 'consent_withdrawals', id: string) {
	if (!isId(id) || !canKeepConsents(actor)) return undefined;
	return tx
		.selectFrom(table)
		.select(['id', 'person_id as personId'])
		.where('organisation_id', '=', actor.organisationId)
		.where('id', '=', id)
		.executeTakeFirst();
}

/** Scans somebody may open: all of them for those who keep the register, else one's own, unless others' sheets are in the same file. */
export const visibleScans = (tx: Tx, actor: Actor) => {
	const scans = tx
		.selectFrom('consents as c')
		.where('c.organisation_id', '=', actor.organisationId)
		.where('c.removed_at', 'is', null)
		.select('c.file_id');
	if (canKeepConsents(actor)) return scans;
	return scans
		.where('c.person_id', '=', actor.personId)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('consents as o')
						.whereRef('o.organisation_id', '=', 'c.organisation_id')
						.whereRef('o.file_id', '=', 'c.file_id')
						.where('o.person_id', '!=', actor.personId)
						.select('o.id')
				)
			)
		);
};

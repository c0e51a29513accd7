import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { isId } from '../../../core/ids';
import { fullName } from '../../../core/names';
import type { Tx } from '../../../db/as-actor';
import { likelyPairs, type Pair, pairKey } from '../rules/likeness';
import type { Mergeable, MergedCard, MergeRecord } from '../rules/merging';
import { type KnownPerson, listStaff } from './staff-lines';

export type DuplicatePair = Pair<KnownPerson>;
export type Distinction = {
	id: string;
	one: string;
	other: string;
	oneId: string;
	otherId: string;
	saidAt: string;
	who: string;
};

const name = (alias: string) =>
	sql<string>`concat_ws(' ', ${sql.ref(`${alias}.family_name`)}, ${sql.ref(`${alias}.given_name`)}, nullif(${sql.ref(`${alias}.patronymic`)}, ''))`;

/** Pairs of which it was said that they are two people. */
export async function listDistinctions(tx: Tx, { organisationId }: Actor): Promise<Distinction[]> {
	const { rows } = await sql<Distinction>`
		select d.id, d.one_id as "oneId", d.other_id as "otherId", ${name('a')} as one, ${name('b')} as other,
			d.said_at as "saidAt", ${name('p')} as who
		from person_distinctions d
		join people a on a.organisation_id = d.organisation_id and a.id = d.one_id and a.removed_at is null
		join people b on b.organisation_id = d.organisation_id and b.id = d.other_id and b.removed_at is null
		join people p on p.organisation_id = d.organisation_id and p.id = d.said_by
		where d.organisation_id = ${organisationId} and d.undone_at is null
		order by d.said_at desc, d.id desc`.execute(tx);
	return rows;
}

/** Entries that may be one person, but those of which it was said that they are two. `only`: pairs of this person. */
export async function listDuplicates(tx: Tx, actor: Actor, now: Now, only?: string): Promise<DuplicatePair[]> {
	const told = new Set((await listDistinctions(tx, actor)).map(({ oneId, otherId }) => pairKey(oneId, otherId)));
	return likelyPairs(await listStaff(tx, actor, now)).filter(
		({ one, other }) => !told.has(pairKey(one.id, other.id)) && (!only || one.id === only || other.id === only)
	);
}

/** Everything of an entry that is looked at before two are merged. */
export type MergeSide = Mergeable & {
	card: MergedCard;
	posts: { title: string; from: string; to: string | null }[];
	employments: { from: string; to: string | null }[];
	registers: { register: string; from: string; to: string | null }[];
	subjects: string[];
	belongings: { place: string; count: number }[];
};

/** Both sides, in the order of the ids given; somebody of them may be missing. */
export async function listMergeSides(tx: Tx, { organisationId }: Actor, ids: readonly string[], { today }: Now) {
	const periods = (table: string, more: string) => sql`coalesce((
		select json_agg(json_build_object(${sql.raw(more)} 'from', lower(x.period), 'to', upper(x.period) - 1) order by lower(x.period))
		from ${sql.table(table)} x where x.organisation_id = p.organisation_id and x.person_id = p.id
			${table === 'register_entries' ? sql`and x.withdrawn_at is null` : sql``}), '[]')`;
	const { rows } = await sql<Omit<MergeSide, 'name'>>`
		select p.id, p.created_at as "createdAt", p.account_id is not null as "hasAccount",
			(select a.login from accounts a where a.id = p.account_id) as login,
			json_build_object('familyName', p.family_name, 'givenName', p.given_name, 'patronymic', p.patronymic, 'sex', p.sex,
				'bornOn', p.born_on, 'email', coalesce(p.email, ''), 'phone', coalesce(p.phone, ''),
				'teachingSince', p.teaching_since, 'note', p.note) as card,
			${periods('role_periods', "'role', x.role,")} as roles, ${periods('posts', "'title', x.title,")} as posts,
			${periods('employments', '')} as employments, ${periods('register_entries', "'register', x.register,")} as registers,
			coalesce((select json_agg(s.subject order by s.subject) from person_subjects s
				where s.organisation_id = p.organisation_id and s.person_id = p.id), '[]') as subjects,
			exists (select from employments e where e.organisation_id = p.organisation_id and e.person_id = p.id
				and (upper_inf(e.period) or upper(e.period) > ${today}::date)) as employed,
			coalesce((select json_agg(json_build_object('place', b.place, 'count', b.count)) from belongings_of(p.id) b), '[]')
				as belongings
		from people p
		where p.organisation_id = ${organisationId} and p.removed_at is null and p.erased_at is null
			and p.id = any(${ids.filter(isId)}::uuid[])`.execute(tx);
	return ids.map((id) => {
		const row = rows.find((one) => one.id === id);
		return row && { ...row, name: fullName(row.card) };
	});
}

/** Why two entries cannot be one person: they work with each other, or one answers about the other. */
export async function findContradiction(tx: Tx, { organisationId }: Actor, ids: readonly [string, string]) {
	const { rows } = await sql<{ pair: boolean; leads: boolean; survey: boolean }>`
		select exists (
			select from programme_periods r
			join register_entries e on e.organisation_id = r.organisation_id and e.id = r.entry_id and e.withdrawn_at is null
			where r.organisation_id = ${organisationId} and r.removed_at is null
				and e.person_id = any(${ids}::uuid[]) and r.partner_id = any(${ids}::uuid[])) as pair,
			exists (select from mentorship_pairs m where m.organisation_id = ${organisationId} and m.removed_at is null
				and m.mentor_id = any(${ids}::uuid[]) and m.mentee_id = any(${ids}::uuid[])) as leads,
			exists (select from survey_participants s where s.organisation_id = ${organisationId}
				and s.person_id = any(${ids}::uuid[]) and s.about_id = any(${ids}::uuid[])) as survey`.execute(tx);
	const [row] = rows;
	if (row?.pair)
		return 'Эти двое работают в паре друг с другом: это разные люди. Если пару записали по ошибке, уберите её в карточке банка.';
	if (row?.leads)
		return 'Один из них – наставник другого: это разные люди. Если пару записали по ошибке, отмените её в разделе «Пары».';
	if (row?.survey) return 'Один из них отвечает в анкете о другом: это разные люди.';
	return undefined;
}

export type Merge = {
	id: string;
	keptId: string;
	goneId: string;
	kept: string;
	keptNow: boolean; // the entry that stayed is still there by itself
	record: MergeRecord | Record<string, never>;
	mergedAt: string;
	who: string;
	undoneAt: string | null;
};

const merge = sql`m.id, m.kept_id as "keptId", m.gone_id as "goneId", ${name('k')} as kept,
	k.removed_at is null and k.erased_at is null as "keptNow", m.merged_at as "mergedAt", ${name('p')} as who, m.undone_at as "undoneAt"`;

export async function findMerge(tx: Tx, { organisationId }: Actor, id: string) {
	if (!isId(id)) return undefined;
	const { rows } = await sql<Merge>`
		select ${merge}, m.record from person_merges m
		join people k on k.organisation_id = m.organisation_id and k.id = m.kept_id
		join people p on p.organisation_id = m.organisation_id and p.id = m.merged_by
		where m.organisation_id = ${organisationId} and m.id = ${id}`.execute(tx);
	return rows[0];
}

/** What has been merged here, the latest first. */
export async function listMerges(tx: Tx, { organisationId }: Actor) {
	const { rows } = await sql<Omit<Merge, 'record'>>`
		select ${merge} from person_merges m
		join people k on k.organisation_id = m.organisation_id and k.id = m.kept_id
		join people p on p.organisation_id = m.organisation_id and p.id = m.merged_by
		where m.organisation_id = ${organisationId} order by m.merged_at desc, m.id desc limit 50`.execute(tx);
	return rows;
}

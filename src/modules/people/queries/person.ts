import { sql } from 'kysely';
import type { Actor, Role } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { isId } from '../../../core/ids';
import type { Tx } from '../../../db/as-actor';
import type { Sex } from '../rules/names';
import { canKeepPeople, canSeePrivate, type EmploymentKind } from '../rules/person';

export type PostPeriod = {
	id: string;
	title: string;
	main: boolean;
	heldSince: string | null;
	from: string;
	to: string | null;
};
export type EmploymentPeriod = { id: string; kind: EmploymentKind; from: string; to: string | null };

/** What only those who keep the list, and the person, see. */
export type PrivateCard = {
	sex: Sex | null;
	bornOn: string | null;
	email: string;
	phone: string;
	teachingSince: string | null;
	note: string;
	hasAccount: boolean;
	roles: { id: string; role: Role; from: string; to: string | null; basis: string }[];
	/** The last dismissal that was not taken back. */
	leaving: { id: string; lastDay: string } | null;
};

export type Person = {
	id: string;
	familyName: string;
	givenName: string;
	patronymic: string;
	version: number;
	removed: boolean;
	mergedInto: string | null; // the entry that was one person with this one
	subjects: string[];
	posts: PostPeriod[]; // to those who may not see what is private: the present ones
	employments: EmploymentPeriod[];
	here: boolean; // works here today, or will
	private: PrivateCard | null;
};

type Row = Omit<Person, 'private'> & PrivateCard;

/** A card with its periods, the latest first; one query. An entry taken away is found by those who may bring it back. */
export async function findPerson(tx: Tx, actor: Actor, id: string, { today }: Now): Promise<Person | undefined> {
	if (!isId(id)) return undefined;
	const { rows } = await sql<Row>`
		select p.id, p.family_name as "familyName", p.given_name as "givenName", p.patronymic, p.version,
			p.removed_at is not null as removed, p.merged_into as "mergedInto", p.sex, p.born_on as "bornOn", coalesce(p.email, '') as email,
			coalesce(p.phone, '') as phone, p.teaching_since as "teachingSince", p.note, p.account_id is not null as "hasAccount",
			coalesce((
				select json_agg(s.subject order by s.subject) from person_subjects s
				where s.organisation_id = p.organisation_id and s.person_id = p.id), '[]') as subjects,
			coalesce((
				select json_agg(json_build_object('id', t.id, 'title', t.title, 'main', t.main, 'heldSince', t.held_since,
					'from', lower(t.period), 'to', upper(t.period) - 1) order by t.main desc, lower(t.period) desc, t.title)
				from posts t where t.organisation_id = p.organisation_id and t.person_id = p.id), '[]') as posts,
			coalesce((
				select json_agg(json_build_object('id', e.id, 'kind', e.kind, 'from', lower(e.period), 'to', upper(e.period) - 1)
					order by lower(e.period) desc)
				from employments e where e.organisation_id = p.organisation_id and e.person_id = p.id), '[]') as employments,
			coalesce((
				select json_agg(json_build_object('id', r.id, 'role', r.role, 'basis', r.basis, 'from', lower(r.period),
					'to', upper(r.period) - 1) order by lower(r.period) desc)
				from role_periods r where r.organisation_id = p.organisation_id and r.person_id = p.id), '[]') as roles,
			(select json_build_object('id', l.id, 'lastDay', l.last_day) from leavings l
				where l.organisation_id = p.organisation_id and l.person_id = p.id and l.undone_at is null
				order by l.recorded_at desc limit 1) as leaving
		from people p
		where p.organisation_id = ${actor.organisationId} and p.id = ${id}`.execute(tx);
	const row = rows[0];
	if (!row || (row.removed && !canKeepPeople(actor))) return undefined;

	const { sex, bornOn, email, phone, teachingSince, note, hasAccount, roles, leaving, ...open } = row;
	const here = row.employments.length === 0 || row.employments.some(({ to }) => !to || to >= today);
	if (canSeePrivate(actor, id)) {
		return { ...open, here, private: { sex, bornOn, email, phone, teachingSince, note, hasAccount, roles, leaving } };
	}
	const posts = row.posts.filter(({ from, to }) => from <= today && (!to || to >= today));
	return { ...open, here, posts, employments: [], private: null };
}

/** Of the same name, ё or not: somebody may be entered twice. `key` as `nameKey` makes it. */
export const listNamesakes = (tx: Tx, { organisationId }: Actor, key: string) =>
	tx
		.selectFrom('people as p')
		.where('p.organisation_id', '=', organisationId)
		.where('p.removed_at', 'is', null)
		.where(sql<boolean>`trim(p.search_key) = ${key}`)
		.select(['p.id', 'p.born_on as bornOn'])
		.execute();

/** What has been used for posts and subjects here, the commonest first: suggestions while typing. */
export async function listUsedWords(tx: Tx, { organisationId }: Actor) {
	const { rows } = await sql<{ posts: string[]; subjects: string[] }>`
		select
			array(select title from posts where organisation_id = ${organisationId}
				group by title order by count(*) desc, title limit 100) as posts,
			array(select subject from person_subjects where organisation_id = ${organisationId}
				group by subject order by count(*) desc, subject limit 100) as subjects`.execute(tx);
	return rows[0] ?? { posts: [], subjects: [] };
}

import { sql } from 'kysely';
import { type Actor, type Author, type OrganisationKind, type Role, workingRoles } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { shortName } from '../../../core/names';
import type { Tx } from '../../../db/as-actor';
import { mainFirst } from '../../access/rules/roles';
import type { LetterKind, Readable, Wish } from '../rules/letters';

type Row = {
	personId: string;
	accountId: string;
	familyName: string;
	givenName: string;
	patronymic: string;
	roles: Role[];
	organisation: string;
	kind: OrganisationKind;
	onePersonMode: boolean;
	wish: Wish | null;
	daysAhead: 0 | 1 | null;
	address: string | null; // confirmed, and not one that refused a letter
	digestOf: string | null; // the Monday of the last digest
};

/** Those who sign in here today, with their roles and what they want to be written. One query. */
export async function listReaders(tx: Tx, author: Author, { today }: Now) {
	const { rows } = await sql<Row>`
		select p.id as "personId", a.id as "accountId", p.family_name as "familyName", p.given_name as "givenName", p.patronymic,
			array(
				select r.role from role_periods r
				where r.organisation_id = p.organisation_id and r.person_id = p.id and r.period @> ${today}::date
				order by lower(r.period), r.role) as roles,
			o.name as organisation, o.kind, o.one_person_mode as "onePersonMode",
			w.wish, w.days_ahead as "daysAhead",
			case when w.confirmed_at is not null and w.refused_at is null then w.address end as address,
			(select max(l.key) from letters l
				where l.organisation_id = p.organisation_id and l.person_id = p.id and l.kind = 'digest') as "digestOf"
		from people p
		join organisations o on o.organisation_id = p.organisation_id
		join accounts a on a.id = p.account_id and a.disabled_at is null
		left join letter_wishes w on w.organisation_id = p.organisation_id and w.person_id = p.id
		where p.organisation_id = ${author.organisationId} and may_enter(p.organisation_id, p.id, ${today}::date)
		order by p.id`.execute(tx);
	return rows.map((row) => ({
		actor: actorFrom(row, author),
		wish: row.wish ?? ('weekly' as const),
		daysAhead: row.daysAhead ?? (1 as const),
		address: row.wish === 'none' ? null : row.address,
		digestOf: row.digestOf
	}));
}

export type LetterReader = Awaited<ReturnType<typeof listReaders>>[number];

const actorFrom = (row: Row, { organisationId, timeZone }: Author): Actor => ({
	organisationId,
	timeZone,
	personId: row.personId,
	accountId: row.accountId,
	sessionId: '', // nobody has signed in: with this actor one only reads
	name: shortName(row),
	roles: workingRoles(mainFirst(row.roles), row.onePersonMode),
	organisation: { name: row.organisation, kind: row.kind, onePersonMode: row.onePersonMode }
});

export type MailState = { muted: boolean; paused: boolean };

/** Whether this installation and this organisation mail at all. */
export async function findMailState(tx: Tx, { organisationId }: Author): Promise<MailState> {
	const { rows } = await sql<MailState>`
		select i.mail_muted_at is not null as muted,
			exists (select from mail_pauses m
				where m.organisation_id = ${organisationId} and m.resumed_at is null) as paused
		from instance i`.execute(tx);
	return rows[0] ?? { muted: true, paused: true };
}

/** A letter that still waits to be carried, with the key that silences; undefined when it went, was given up, or nobody may be written to. */
export async function findWaiting(tx: Tx, { organisationId }: Author, letterId: string, { today }: Now) {
	const { rows } = await sql<{
		id: string;
		personId: string;
		kind: LetterKind;
		address: string;
		contents: unknown;
		attempts: number;
		madeOn: string;
		key: string;
		welcome: boolean; // may still enter, and wants letters at this address
		account: string | null;
	}>`
		select l.id, l.person_id as "personId", l.kind, l.address, l.contents, l.attempts, w.key,
			(l.made_at at time zone o.time_zone)::date as "madeOn",
			may_enter(l.organisation_id, l.person_id, ${today}::date)
				and w.address = l.address and w.refused_at is null and (l.kind = 'confirmation' or w.wish <> 'none') as welcome
		from letters l
		join organisations o on o.organisation_id = l.organisation_id
		join letter_wishes w on w.organisation_id = l.organisation_id and w.person_id = l.person_id
		where l.organisation_id = ${organisationId} and l.id = ${letterId}
			and l.address is not null and l.sent_at is null and l.given_up_at is null`.execute(tx);
	return rows[0];
}

export type WaitingLetter = NonNullable<Awaited<ReturnType<typeof findWaiting>>>;

export type Notice = {
	id: string;
	madeOn: string;
	readAt: string | null;
} & Readable;

/** What was written to one, newest first. */
export async function listNotices(tx: Tx, { organisationId, personId, timeZone }: Actor, most = 30): Promise<Notice[]> {
	const rows = await tx
		.selectFrom('letters')
		.select([
			'id',
			'kind',
			'contents',
			sql<string>`(made_at at time zone ${timeZone})::date`.as('madeOn'),
			'read_at as readAt'
		])
		.where('organisation_id', '=', organisationId)
		.where('person_id', '=', personId)
		.where('kind', '<>', 'confirmation')
		.orderBy('made_at', 'desc')
		.orderBy('id', 'desc')
		.limit(most)
		.execute();
	return rows as Notice[];
}

/** How many notices one has not read yet. */
export async function countUnread(tx: Tx, { organisationId, personId }: Actor) {
	const { n } = await tx
		.selectFrom('letters')
		.select((is) => is.fn.countAll<number>().as('n'))
		.where('organisation_id', '=', organisationId)
		.where('person_id', '=', personId)
		.where('kind', '<>', 'confirmation')
		.where('read_at', 'is', null)
		.executeTakeFirstOrThrow();
	return n;
}

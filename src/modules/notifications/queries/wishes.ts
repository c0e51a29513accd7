import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import type { Wish } from '../rules/letters';

/** One's own wishes; the address suggested is the one that is known anyway. */
export async function findWishes(tx: Tx, { organisationId, personId, accountId }: Actor) {
	const row = await tx
		.selectFrom('letter_wishes')
		.select([
			'wish',
			'days_ahead as daysAhead',
			'address',
			'code_hash as codeHash',
			'asked_at as askedAt',
			'wrong_codes as wrongCodes',
			'confirmed_at as confirmedAt',
			'refused_at as refusedAt',
			'version'
		])
		.where('organisation_id', '=', organisationId)
		.where('person_id', '=', personId)
		.executeTakeFirst();
	if (row) return { ...row, known: '' };
	const { rows } = await sql<{ known: string | null }>`
		select coalesce(a.email, p.email) as known from people p left join accounts a on a.id = ${accountId}
		where p.organisation_id = ${organisationId} and p.id = ${personId}`.execute(tx);
	return { ...nothingSaid, known: rows[0]?.known ?? '' };
}

export type OwnWishes = Awaited<ReturnType<typeof findWishes>>;

const nothingSaid = {
	wish: 'weekly' as Wish,
	daysAhead: 1,
	address: null,
	codeHash: null,
	askedAt: null,
	wrongCodes: 0,
	confirmedAt: null,
	refusedAt: null,
	version: 0
};

export type Correspondent = {
	personId: string;
	name: string;
	wish: Wish | null;
	addressState: 'none' | 'asked' | 'confirmed' | 'refused';
	sent: number; // letters carried in the last thirty days
	lastSentOn: string | null;
	reason: string | null; // why the last one was given up
};

/** Who is mailed what: those who sign in here. The addresses themselves are nobody's business. One query. */
export async function listCorrespondents(tx: Tx, { organisationId, timeZone }: Actor, { at, today }: Now) {
	const { rows } = await sql<Correspondent>`
		select p.id as "personId", concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, '')) as name, w.wish,
			case
				when w.refused_at is not null then 'refused'
				when w.confirmed_at is not null then 'confirmed'
				when w.address is not null then 'asked'
				else 'none'
			end as "addressState",
			(select count(*) from letters l where l.organisation_id = p.organisation_id and l.person_id = p.id
				and l.kind <> 'confirmation' and l.sent_at > ${at}::timestamptz - interval '30 days') as sent,
			last.sent_on as "lastSentOn", last.reason
		from people p
		join accounts a on a.id = p.account_id and a.disabled_at is null
		left join letter_wishes w on w.organisation_id = p.organisation_id and w.person_id = p.id
		left join lateral (
			select (l.sent_at at time zone ${timeZone})::date as sent_on,
				case when l.given_up_at is not null then l.reason end as reason
			from letters l
			where l.organisation_id = p.organisation_id and l.person_id = p.id and (l.sent_at is not null or l.given_up_at is not null)
			order by l.made_at desc limit 1) last on true
		where p.organisation_id = ${organisationId} and may_enter(p.organisation_id, p.id, ${today}::date)
		order by p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu", p.id`.execute(tx);
	return rows;
}

import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { listLibrary } from '../../legal-acts/queries/library';
import { listMentorships } from '../../mentorships/queries/mentorships';
import { findOrganisation } from '../../organisations/queries';
import type { OwnWords } from '../../organisations/rules/words';
import type { KnownPerson, OwnCancelled, PaperHome } from '../rules/checker/paper';
import { paperWords } from '../rules/words';
import { findSettings } from './settings';

/** What the organisation knows of itself when it reads a paper over. */
export async function findPaperHome(tx: Tx, actor: Actor, now: Now): Promise<PaperHome> {
	const { kind, name, fullName, words } = await findOrganisation(tx, actor, now);
	const { settings } = await findSettings(tx, actor);
	const pairs = (await listMentorships(tx, actor, now)).flatMap((mentorship) => mentorship.pairs);
	return {
		kind,
		names: [...new Set([settings.shortName, name, fullName].filter(Boolean))],
		head: paperWords(kind, words as OwnWords).head,
		people: await listKnown(tx, actor),
		pairs: pairs.map(({ mentor, mentee, from, to }) => ({ mentor: mentor.id, mentee: mentee.id, from, to })),
		acts: await listLibrary(tx, actor),
		cancelled: await listCancelled(tx, actor),
		today: now.today
	};
}

/** Everybody who works here or did, with the first day without them. */
const listKnown = (tx: Tx, { organisationId }: Actor): Promise<KnownPerson[]> =>
	tx
		.selectFrom('people as p')
		.innerJoin('employments as e', (on) =>
			on.onRef('e.organisation_id', '=', 'p.organisation_id').onRef('e.person_id', '=', 'p.id')
		)
		.where('p.organisation_id', '=', organisationId)
		.where('p.removed_at', 'is', null)
		.where('p.family_name', '<>', '')
		.groupBy(['p.organisation_id', 'p.id'])
		.select([
			'p.id',
			'p.family_name as familyName',
			'p.given_name as givenName',
			'p.patronymic',
			'p.sex',
			sql<string | null>`case when bool_or(upper_inf(e.period)) then null else max(upper(e.period)) end`.as('leftOn')
		])
		.execute();

/** Registered papers that a later registered one has replaced or cancelled. */
async function listCancelled(tx: Tx, { organisationId }: Actor): Promise<OwnCancelled[]> {
	const { rows } = await sql<OwnCancelled>`
		select e.number, e.dated_on as "datedOn", e.title, l.how, t.number as by, t.dated_on as "byOn"
		from document_links l
		join documents e on e.organisation_id = l.organisation_id and e.id = l.earlier_id
		join documents t on t.organisation_id = l.organisation_id and t.id = l.later_id
		where l.organisation_id = ${organisationId} and l.undone_at is null and l.how in ('replaces', 'cancels')
			and t.registered_at is not null and e.registered_at is not null and e.number <> ''
		order by e.dated_on, e.id`.execute(tx);
	return rows;
}

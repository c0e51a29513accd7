import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { listLibrary } from '../../legal-acts/queries/library';
import { listMentorships } from '../../mentorships/queries/mentorships';
import { findOrganisation } from '../../organisations/queries';
import type { OwnWords } from '../../organisations/rules/words';
import type { KnownPerson, PaperHome } from '../rules/checker/paper';
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

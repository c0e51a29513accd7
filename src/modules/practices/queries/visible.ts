import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { canKeepPractices } from '../rules/practice';

/** Which practices (`r`) somebody sees: those of the bank, and drafts that are their own; who keeps the bank sees every one. */
export const seenBy = (actor: Pick<Actor, 'roles' | 'personId'>) =>
	canKeepPractices(actor)
		? sql<boolean>`true`
		: sql<boolean>`(r.accepted_at is not null or r.made_by = ${actor.personId} or exists (
				select from practice_authors x where x.organisation_id = r.organisation_id and x.practice_id = r.id
					and x.person_id = ${actor.personId}))`;

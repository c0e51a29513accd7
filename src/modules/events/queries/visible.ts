import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { canKeepEvents } from '../rules/event';

/**
 * Which events (`e`) somebody sees: those who keep them all; others, once it was announced, those they are called to, and those they
 * lead.
 */
export const seenBy = (actor: Actor) =>
	canKeepEvents(actor)
		? sql<boolean>`true`
		: sql<boolean>`(e.led_by = ${actor.personId} or e.announced_at is not null and exists (
				select from event_people i where i.organisation_id = e.organisation_id and i.event_id = e.id
					and i.person_id = ${actor.personId} and i.removed_at is null))`;

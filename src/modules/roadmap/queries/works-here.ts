import { type RawBuilder, sql } from 'kysely';

/** Of `people as p`: employed on the day, or no employment is recorded at all, as of the founder in the first minutes. */
export const worksHere = (today: string): RawBuilder<boolean> => sql<boolean>`(
	exists (select from employments e where e.organisation_id = p.organisation_id and e.person_id = p.id
		and e.period @> ${today}::date)
	or not exists (select from employments e where e.organisation_id = p.organisation_id and e.person_id = p.id))`;

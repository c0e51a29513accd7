import { sql } from 'kysely';

/** «Петрова Анна Ивановна» of a row of people. */
export const personName = (alias: string) =>
	sql<string>`concat_ws(' ', ${sql.ref(`${alias}.family_name`)}, ${sql.ref(`${alias}.given_name`)}, nullif(${sql.ref(`${alias}.patronymic`)}, ''))`;

/** Requests of a person that were neither met nor withdrawn, the most urgent first (rules/line.ts, RequestBrief). */
export const openRequests = (person: string) => sql`coalesce((
	select json_agg(json_build_object('id', q.id, 'words', q.words, 'priority', q.priority, 'format', q.format,
		'source', q.source, 'saidOn', q.said_on, 'confirmed', q.confirmed_at is not null,
		'taken', exists (select from request_events v where v.organisation_id = q.organisation_id and v.request_id = q.id
			and v.undone_at is null and v.what = 'taken'),
		'deficits', coalesce((
			select json_agg(json_build_object('topic', d.topic, 'source', d.source, 'level', d.level) order by d.level desc, d.topic)
			from request_deficits d where d.organisation_id = q.organisation_id and d.request_id = q.id), '[]'))
		order by q.priority, q.said_on desc, q.id)
	from mentee_requests q
	where q.organisation_id = ${sql.ref(`${person}.organisation_id`)} and q.person_id = ${sql.ref(`${person}.id`)}
		and q.removed_at is null
		and not exists (select from request_events v where v.organisation_id = q.organisation_id and v.request_id = q.id
			and v.undone_at is null and v.what in ('met', 'withdrawn'))), '[]')`;

/** Offers of a person that were neither taken back nor have run out (`o`). */
const standingOffers = (person: string, today: string) => sql`mentor_offers o
	where o.organisation_id = ${sql.ref(`${person}.organisation_id`)} and o.person_id = ${sql.ref(`${person}.id`)}
		and o.removed_at is null and (o.withdrawn_on is null or o.withdrawn_on > ${today}::date)
		and (o.until is null or o.until >= ${today}::date)`;

/** What a person offers as a mentor today (rules/line.ts, OfferBrief): the last that was looked at; a draft where there is nothing else. */
export const offerJson = (person: string, today: string) => sql`(
	select json_build_object('id', o.id, 'competences', o.competences, 'otherCompetences', o.other_competences,
		'achievements', o.achievements, 'interests', o.interests, 'formats', o.formats, 'capacity', o.capacity,
		'freeTime', o.free_time, 'wishes', o.wishes, 'category', o.category, 'saidOn', o.said_on, 'until', o.until,
		'confirmed', o.confirmed_at is not null)
	from ${standingOffers(person, today)}
	order by o.confirmed_at is null, o.said_on desc, o.recorded_at desc, o.id desc limit 1)`;

/** Whether the last thing they offered is a draft that waits for the curator's look. */
export const offerWaits = (person: string, today: string) => sql<boolean>`coalesce((
	select o.confirmed_at is null from ${standingOffers(person, today)}
	order by o.said_on desc, o.recorded_at desc, o.id desc limit 1), false)`;

/**
 * Work in the programme of an entry (`e`) and its person (`p`), the latest first: what was written of it, and what was written of a
 * partner from the other register with this person (`mirrored`). Nothing is typed twice.
 */
export const programmesJson = sql`coalesce((
	select json_agg(json_build_object('id', r.id, 'from', lower(r.period), 'to', upper(r.period) - 1,
		'partner', case when r.entry_id = e.id
			then concat_ws('; ', nullif(${personName('b')}, ''), nullif(r.partner_note, '')) else ${personName('o')} end,
		'form', r.form, 'outcome', r.outcome, 'results', r.results,
		'caseUrl', case when r.entry_id = e.id then r.case_url else '' end,
		'version', r.version, 'mirrored', r.entry_id <> e.id, 'mentorship', r.mentorship_id) order by lower(r.period) desc, r.id desc)
	from programme_periods r
	join register_entries x on x.organisation_id = r.organisation_id and x.id = r.entry_id and x.withdrawn_at is null
	join people o on o.organisation_id = x.organisation_id and o.id = x.person_id
	left join people b on b.organisation_id = r.organisation_id and b.id = r.partner_id
	where r.organisation_id = e.organisation_id and r.removed_at is null
		and (r.entry_id = e.id or (r.partner_id = e.person_id and x.register <> e.register and r.period && e.period))), '[]')`;

import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { asRange, type Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import type { KeptProgramme } from '../rules/kept-programme';

/**
 * Makes «вошёл в программу» and «завершил» of a mentorship's mentees what they are now: what was written by hand of the same pair is taken
 * over, what is no longer true is taken away. Who is not in the register of mentees is left out. Inside an act that has permitted itself.
 */
export async function keepProgrammes(
	tx: Tx,
	{ organisationId, personId }: Actor,
	mentorshipId: string,
	wanted: readonly KeptProgramme[],
	now: Now
) {
	const column = <K extends keyof KeptProgramme>(key: K) => wanted.map((one) => one[key]);
	const periods = wanted.map(({ from, to }) => asRange({ from, to }));
	const ids = wanted.map(() => newId(now));
	await sql`
		with wanted as (
			select w.*, e.id as entry, daterange(greatest(lower(w.period), lower(e.period)), upper(w.period)) as lasts
			from unnest(${ids}::uuid[], ${column('mentee')}::uuid[], ${periods}::daterange[], ${column('outcome')}::text[],
				${column('partner')}::uuid[], ${column('partnerNote')}::text[], ${column('form')}::text[])
				w (id, mentee, period, outcome, partner, note, form)
			join lateral (select e.id, e.period from register_entries e
				where e.organisation_id = ${organisationId} and e.person_id = w.mentee and e.register = 'mentees'
					and e.withdrawn_at is null and e.period && w.period order by lower(e.period) desc limit 1) e on true
		), kept as (
			update programme_periods r set mentorship_id = ${mentorshipId}, period = w.lasts, outcome = w.outcome,
				partner_id = w.partner, partner_note = w.note, form = w.form, version = r.version + 1
			from wanted w
			where r.organisation_id = ${organisationId} and r.entry_id = w.entry and r.removed_at is null
				and (r.mentorship_id = ${mentorshipId} or r.mentorship_id is null and r.outcome is null
					and coalesce(r.partner_id = w.partner, r.partner_note = ''))
			returning r.id, r.entry_id
		), gone as (
			update programme_periods r set removed_at = ${now.at}
			where r.organisation_id = ${organisationId} and r.mentorship_id = ${mentorshipId} and r.removed_at is null
				and not exists (select from wanted w where w.entry = r.entry_id)
		)
		insert into programme_periods (organisation_id, id, entry_id, period, partner_id, partner_note, form, outcome,
			mentorship_id, recorded_at, recorded_by)
		select ${organisationId}, w.id, w.entry, w.lasts, w.partner, w.note, w.form, w.outcome, ${mentorshipId}, ${now.at}, ${personId}
		from wanted w
		where not isempty(w.lasts) and not exists (select from kept k where k.entry_id = w.entry)`.execute(tx);
}

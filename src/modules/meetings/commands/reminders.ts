import { sql } from 'kysely';
import type { Author } from '../../../core/actor';
import { addDays, type Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import type { NudgeAbout } from '../rules/nudges';
import { daysBetweenNudges } from '../rules/words';

type Here = Pick<Author, 'organisationId'>;

/** Who of these was reminded within the week: nobody is reminded twice in it. */
export async function remindedLately(tx: Tx, { organisationId }: Here, people: readonly string[], today: string) {
	const { rows } = await sql<{ id: string }>`select distinct n.person_id as id from meeting_nudges n
		where n.organisation_id = ${organisationId} and n.person_id = any(${[...people]}::uuid[])
			and n.sent_on > ${addDays(today, -daysBetweenNudges)}::date`.execute(tx);
	return new Set(rows.map(({ id }) => id));
}

export type Reminder = { mentorshipId: string; personId: string; about: NudgeAbout };

/** The lines that count reminders; `by`: null is the program itself, by a line of the week's letter. */
export async function countReminders(
	tx: Tx,
	{ organisationId }: Here,
	reminders: readonly Reminder[],
	by: string | null,
	now: Now
) {
	if (reminders.length === 0) return;
	await tx
		.insertInto('meeting_nudges')
		.values(
			reminders.map(({ mentorshipId, personId, about }) => ({
				...{ organisation_id: organisationId, id: newId(now), mentorship_id: mentorshipId, person_id: personId, about },
				...{ sent_on: now.today, sent_at: now.at, sent_by: by }
			}))
		)
		.execute();
}

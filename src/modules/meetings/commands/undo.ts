import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { findPairWork } from '../queries/meetings';
import { canKeepMeetings } from '../rules/words';
import { hold } from './write';

/** Takes back what was done to meetings of a pair in one sitting, while nothing was done to them since. */
export async function undoMeetings(
	tx: Tx,
	actor: Actor,
	mentorshipId: string,
	{ token, act }: Submitted<{ act: string }>,
	now: Now
): Promise<Result<string>> {
	return once(tx, actor, token, now, async () => {
		await hold(tx, actor, [mentorshipId]);
		const { own, mentorship } = (await findPairWork(tx, actor, mentorshipId, now)) ?? notFound();
		allow(own || canKeepMeetings(actor));
		const here = actor.organisationId;
		const { rows } = await sql<{ mine: boolean; later: boolean }>`
			select m.mentorship_id = ${mentorship.id} as mine, exists (select from meeting_changes l where l.organisation_id = c.organisation_id
				and l.meeting_id = c.meeting_id and l.undone_at is null and l.act_id <> c.act_id and (l.made_at, l.id) > (c.made_at, c.id)) as later
			from meeting_changes c join meetings m on m.organisation_id = c.organisation_id and m.id = c.meeting_id
			where c.organisation_id = ${here} and c.act_id = ${act} and c.undone_at is null`.execute(tx);
		if (rows.length === 0 || rows.some(({ mine }) => !mine)) return notFound();
		if (rows.some(({ later }) => later))
			return rejected({ form: 'После этого с встречей уже сделали что-то ещё. Отмените сначала последнее.' });
		await sql`select undo_meeting_words(${act}, ${now.at})`.execute(tx);
		await sql`
			update meetings m set kind = coalesce(c.before ->> 'kind', m.kind), planned_on = coalesce((c.before ->> 'planned_on')::date, m.planned_on),
				starts_at = c.before ->> 'starts_at', lasts = coalesce((c.before ->> 'lasts')::int, m.lasts),
				place = coalesce(c.before ->> 'place', ''), topic = coalesce(c.before ->> 'topic', ''),
				held_on = (c.before ->> 'held_on')::date, format = c.before ->> 'format', missed = c.before ->> 'missed',
				cancelled_on = (c.before ->> 'cancelled_on')::date, goal = c.before ->> 'goal', how = coalesce(c.before ->> 'how', m.how),
				removed_at = case when c.before is null then ${now.at}::timestamptz end, version = m.version + 1, changed_at = ${now.at}
			from meeting_changes c
			where m.organisation_id = ${here} and c.organisation_id = ${here} and c.meeting_id = m.id and c.act_id = ${act}
				and c.undone_at is null`.execute(tx);
		await sql`update meeting_changes set undone_at = ${now.at}
			where organisation_id = ${here} and act_id = ${act} and undone_at is null`.execute(tx);
		await journal(tx, actor, 'meeting.undone', { kind: 'mentorship', id: mentorshipId }, now);
		return { ok: true, value: mentorshipId };
	});
}

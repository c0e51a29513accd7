import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { findMeeting } from '../queries/meetings';
import { type Answer, canKeepMeetings } from '../rules/words';

export type Said = { answer: Answer; words: string; ready: boolean | null; shared: boolean };

/** How a meeting was for one who was there: a later word is laid over an earlier one. */
export async function giveFeedback(
	tx: Tx,
	actor: Actor,
	meetingId: string,
	{ token, person = actor.personId, ...said }: Submitted<Said & { person?: string | undefined }>,
	now: Now
): Promise<Result<string>> {
	return once(tx, actor, token, now, async () => {
		const { meeting, own } = (await findMeeting(tx, actor, meetingId, now)) ?? notFound();
		const whose = meeting.people.find(({ id, came }) => id === person && came) ?? notFound();
		const self = whose.id === actor.personId;
		allow(self || (canKeepMeetings(actor) && !own));
		if (meeting.kind === 'first' && said.ready === null)
			return rejected({
				ready: self ? 'Отметьте, готовы ли вы работать вместе.' : 'Отметьте, готов ли человек работать вместе.'
			});
		if (!self && meeting.feedback.some(({ personId, how }) => personId === person && how === 'program'))
			return rejected({ form: 'Человек уже ответил сам. Его ответ остаётся.' });
		await writeFeedback(tx, actor, meetingId, person, said, now);
		await journal(tx, actor, 'meeting.answered', { kind: 'meeting', id: meetingId }, now);
		return { ok: true, value: meetingId };
	});
}

/** The same inside the act that writes the meeting down. */
export async function writeFeedback(tx: Tx, actor: Actor, meetingId: string, personId: string, said: Said, now: Now) {
	const how = personId === actor.personId ? ('program' as const) : ('words' as const);
	await tx
		.insertInto('meeting_feedback')
		.values({
			...{
				organisation_id: actor.organisationId,
				id: newId(now),
				meeting_id: meetingId,
				act_id: newId(now),
				person_id: personId
			},
			...{ ...said, how, given_at: now.at, given_by: actor.personId }
		})
		.execute();
	await sql`update meeting_people set answered_on = ${now.today} where organisation_id = ${actor.organisationId}
		and meeting_id = ${meetingId} and person_id = ${personId} and undone_at is null`.execute(tx);
}

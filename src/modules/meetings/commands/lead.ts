import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { writeNotes } from '../../notifications/commands/notes';
import { findPairWork } from '../queries/meetings';
import { findCadence } from '../queries/settings';
import { type NudgeAbout, nudgeNote, whomToNudge } from '../rules/nudges';
import { canKeepMeetings } from '../rules/words';
import { countReminders, remindedLately } from './reminders';

export type Nudged = { told: number; spared: number };

/** One tap of the curator: those of the pair whom it concerns are reminded, each at most once a week. */
export async function nudgePair(
	tx: Tx,
	actor: Actor,
	mentorshipId: string,
	{ token, about }: Submitted<{ about: NudgeAbout }>,
	now: Now
): Promise<Result<Nudged>> {
	allow(canKeepMeetings(actor));
	return once(tx, actor, token, now, async () => {
		const { mentorship, meetings } = (await findPairWork(tx, actor, mentorshipId, now)) ?? notFound();
		const people = whomToNudge(about, mentorship, meetings, now.today).filter((id) => id !== actor.personId);
		if (people.length === 0) return rejected({ form: 'Напоминать уже не о чем: откройте список заново.' });
		const lately = await remindedLately(tx, actor, people, now.today);
		const told = people.filter((id) => !lately.has(id));
		if (told.length === 0)
			return rejected({
				form: 'Этим людям напоминали меньше недели назад. Больше одного напоминания в неделю программа не шлёт: поговорите лично.'
			});
		await writeNudges(tx, actor, mentorshipId, about, told, actor.personId, now);
		await journal(tx, actor, 'meeting.nudged', { kind: 'mentorship', id: mentorshipId }, now, {
			details: { about, count: told.length }
		});
		return { ok: true, value: { told: told.length, spared: people.length - told.length } };
	});
}

/** The note and the line that counts it. */
export async function writeNudges(
	tx: Tx,
	author: { organisationId: string; timeZone: string; personId: string | null },
	mentorshipId: string,
	about: NudgeAbout,
	people: readonly string[],
	by: string | null,
	now: Now
) {
	if (people.length === 0) return;
	const reminders = people.map((personId) => ({ mentorshipId, personId, about }));
	await countReminders(tx, author, reminders, by, now);
	const note = nudgeNote(about, mentorshipId);
	await writeNotes(
		tx,
		author,
		people.map((personId) => ({ personId, key: `nudge ${about} ${mentorshipId} ${now.today}`, note })),
		now
	);
}

/** How often pairs meet, as the school's own Положение says. */
export async function setCadence(
	tx: Tx,
	actor: Actor,
	{ token, version, cadence }: Submitted<{ version: number; cadence: number }>,
	now: Now
): Promise<Result<null>> {
	allow(canKeepMeetings(actor));
	return once(tx, actor, token, now, async () => {
		const here = actor.organisationId;
		const { numAffectedRows } = await sql`
			insert into meeting_settings (organisation_id, cadence, version) values (${here}, ${cadence}, 1)
			on conflict (organisation_id) do update set cadence = excluded.cadence, version = meeting_settings.version + 1
			where meeting_settings.version = ${version}`.execute(tx);
		if (!numAffectedRows) {
			const { cadence: theirs } = await findCadence(tx, actor);
			return rejected(
				{ cadence: 'Частоту только что изменили. Посмотрите, что записано, и решите заново.' },
				{ cadence: String(theirs) }
			);
		}
		await journal(tx, actor, 'meeting.cadence-set', { kind: 'organisation', id: here }, now, { details: { cadence } });
		return { ok: true, value: null };
	});
}

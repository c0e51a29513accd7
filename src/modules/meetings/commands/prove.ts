import type { Actor } from '../../../core/actor';
import { type Now, showDate } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { findOrganisation } from '../../organisations/queries';
import { closeByArtefact } from '../../roadmap/commands/close-by-artefact';
import { meetingsInWord } from '../engine/meetings-in-word';
import { listAllWork } from '../queries/meetings';
import type { WorkLine } from '../rules/overview';
import { type ProofOf, proofs, proofTable, proved } from '../rules/proof';
import { canKeepMeetings } from '../rules/words';
import { daysOfWork, peopleOn, works } from '../rules/work';
import { hold, makeMeetings } from './write';

type Proving = { of: ProofOf; closes: readonly string[]; lines: readonly WorkLine[] };

/** The list of meetings as it stands today becomes the proof of lines of the plan. */
export async function proveByMeetings(
	tx: Tx,
	actor: Actor,
	{ token, of, closes, lines }: Submitted<Proving>,
	now: Now
): Promise<Result<number>> {
	allow(canKeepMeetings(actor));
	return once(tx, actor, token, now, async () => {
		if (closes.length === 0) return rejected({ form: 'Отметьте мероприятие плана, которое подтверждаете.' });
		const count = lines.filter(proved[of]).length;
		if (count === 0) return rejected({ form: 'Показать пока нечего: ни у одной пары этого ещё нет.' });
		const { fullName: organisation } = await findOrganisation(tx, actor, now);
		const title = `${proofs[of]}, на ${showDate(now.today)}`;
		const bytes = await meetingsInWord({ organisation, title, table: proofTable(of, lines) });
		const artefact = {
			...{ kind: 'meetings' as const, id: actor.organisationId, on: now.today, title },
			...{ words: `${proofs[of]}: ${count} из ${lines.length}`, file: { name: 'Встречи пар.docx', bytes } }
		};
		const { closed } = await closeByArtefact(tx, actor, closes, artefact, now);
		await journal(tx, actor, 'meeting.proved', { kind: 'organisation', id: actor.organisationId }, now, {
			details: { of, count }
		});
		return { ok: true, value: closed.length };
	});
}

type GroupFinal = { heldOn: string; place: string; works: string; mentorship: readonly string[] };

/** One final meeting of many pairs and groups at once: a line in the journal of each. */
export async function recordGroupFinal(
	tx: Tx,
	actor: Actor,
	{ token, heldOn, place, works: words, mentorship: chosen }: Submitted<GroupFinal>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepMeetings(actor));
	return once(tx, actor, token, now, async () => {
		if (heldOn > now.today)
			return rejected({ heldOn: 'Эта дата ещё не наступила. Запишите встречу, когда она состоится.' });
		await hold(tx, actor, chosen);
		const all = (await listAllWork(tx, actor, now)).filter(({ mentorship }) => chosen.includes(mentorship.id));
		if (all.length < new Set(chosen).size)
			return rejected({ mentorship: 'Откройте список заново: какой-то пары в нём больше нет.' });
		const wrong = all.find(({ mentorship }) => {
			const { from, to } = daysOfWork(mentorship);
			return heldOn < from || heldOn > to || (!works(mentorship) && mentorship.life.state !== 'completed');
		});
		if (wrong) return rejected({ heldOn: 'Не все отмеченные пары работали в этот день. Проверьте дату и список.' });
		const again = all.find(({ meetings }) =>
			meetings.some((one) => one.kind === 'group-final' && one.heldOn === heldOn)
		);
		if (again) return rejected({ heldOn: `Общая итоговая встреча ${showDate(heldOn)} у отмеченных пар уже записана.` });
		const act = newId(now);
		const facts = {
			kind: 'group-final' as const,
			plannedOn: heldOn,
			heldOn,
			format: 'in-person' as const,
			place,
			how: 'words' as const
		};
		for (const { mentorship } of all) {
			const [id = ''] = await makeMeetings(
				tx,
				actor,
				mentorship.id,
				act,
				'recorded',
				[{ ...facts, together: act }],
				now
			);
			const whose = { organisation_id: actor.organisationId, meeting_id: id, act_id: act };
			await tx
				.insertInto('meeting_people')
				.values(
					peopleOn(mentorship, heldOn).map(({ person, side }) => ({
						...{ ...whose, id: newId(now), person_id: person.id, side, came: true }
					}))
				)
				.execute();
			await tx
				.insertInto('meeting_records')
				.values({ ...whose, id: newId(now), works: words, written_at: now.at, written_by: actor.personId })
				.execute();
		}
		await journal(tx, actor, 'meeting.recorded', { kind: 'meeting', id: act }, now, { details: { count: all.length } });
		return { ok: true, value: act };
	});
}

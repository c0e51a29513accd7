import { sql } from 'kysely';
import type { Actor } from '../../../../core/actor';
import type { Now } from '../../../../core/dates';
import { allow, notFound } from '../../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../../core/forms';
import type { Tx } from '../../../../db/as-actor';
import { newId } from '../../../../db/id';
import { journal, noteNothingDone } from '../../../../db/journal';
import { once } from '../../../../db/once';
import { listCandidates } from '../../queries/participants';
import type { Wave } from '../../queries/waves';
import type { Eyes } from '../../rules/assessment/eyes';
import { type Audience, membersOf } from '../../rules/audience';
import { canKeepWaves } from '../../rules/wave';

type Asked = { personId: string; aboutId: string | null; eyes?: Eyes };

/** Puts people on the list of a wave, those taken off it again among them; answers with how many are new on it. */
export async function insertParticipants(tx: Tx, actor: Actor, waveId: string, people: readonly Asked[], now: Now) {
	if (people.length === 0) return 0;
	const { numAffectedRows = 0n } = await sql`
		insert into survey_participants (organisation_id, id, wave_id, person_id, about_id, eyes)
		select ${actor.organisationId}, one.id, ${waveId}, one.person_id, one.about_id, one.eyes
		from unnest(${people.map(() => newId(now))}::uuid[], ${people.map(({ personId }) => personId)}::uuid[],
			${people.map(({ aboutId }) => aboutId)}::uuid[], ${people.map(({ eyes }) => eyes ?? null)}::text[])
			as one (id, person_id, about_id, eyes)
		on conflict (organisation_id, wave_id, person_id, about_id) do update
			set removed_at = null, eyes = coalesce(excluded.eyes, survey_participants.eyes)
			where survey_participants.removed_at is not null
				or survey_participants.eyes is null and excluded.eyes is not null`.execute(tx);
	return Number(numAffectedRows);
}

/** More people are asked, before a wave is opened or while it is. `about`: whom the chosen people answer about. */
export async function askPeople(
	tx: Tx,
	actor: Actor,
	wave: Wave,
	{ token, audience, about }: Submitted<{ audience: Audience; about: string | null }>,
	now: Now
): Promise<Result<{ count: number }>> {
	allow(canKeepWaves(actor));
	return once(tx, actor, token, now, async () => {
		if (wave.closedAt) return rejected({ form: 'Анкетирование закрыто: добавить в него некого.' });
		const staff = await listCandidates(tx, actor, now, wave);
		if (about && !staff.some(({ id }) => id === about)) return notFound();
		const people = membersOf(audience, staff);
		if (people.length === 0) return rejected({ form: 'Отметьте, кого добавить.' });
		if (about && wave.identity === 'anonymous')
			return rejected({
				about: 'Без имени о людях не спрашивают: ответы о разных людях смешались бы. Начните анкетирование с именем.'
			});
		if (about && people.some(({ id }) => id === about))
			return rejected({ about: 'О себе не отвечают: выберите другого человека или уберите его из тех, кто отвечает.' });
		const asked = people.map(({ id }) => ({ personId: id, aboutId: about }));
		const count = await insertParticipants(tx, actor, wave.id, asked, now);
		if (count === 0) noteNothingDone(tx);
		else
			await journal(tx, actor, 'survey-wave.asked', { kind: 'survey-wave', id: wave.id }, now, { details: { count } });
		return { ok: true, value: { count } };
	});
}

/** Takes people off the list who have not answered; their addresses stop opening. Who has answered stays. */
export async function takeOff(
	tx: Tx,
	actor: Actor,
	wave: Wave,
	{ token, participant }: Submitted<{ participant: readonly string[] }>,
	now: Now
): Promise<Result<{ count: number }>> {
	allow(canKeepWaves(actor));
	return once(tx, actor, token, now, async () => {
		if (wave.closedAt) return rejected({ form: 'Анкетирование закрыто: его список больше не меняется.' });
		const { numAffectedRows = 0n } = await sql`
			update survey_participants set removed_at = ${now.at}
			where organisation_id = ${actor.organisationId} and wave_id = ${wave.id} and id = any(${participant}::uuid[])
				and not answered and removed_at is null`.execute(tx);
		const count = Number(numAffectedRows);
		if (count === 0) return rejected({ form: 'Никто не убран: все отмеченные уже ответили.' });
		await journal(tx, actor, 'survey-wave.taken-off', { kind: 'survey-wave', id: wave.id }, now, {
			details: { count }
		});
		return { ok: true, value: { count } };
	});
}

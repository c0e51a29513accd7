import { sql } from 'kysely';
import type { Actor } from '../../../../core/actor';
import type { Now } from '../../../../core/dates';
import { allow } from '../../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../../core/forms';
import type { Tx } from '../../../../db/as-actor';
import { newId } from '../../../../db/id';
import { journal } from '../../../../db/journal';
import { once } from '../../../../db/once';
import { hashOf } from '../../../access/rules/secrets';
import { listLinks } from '../../queries/links';
import type { OneParticipant } from '../../queries/participants';
import type { Wave } from '../../queries/waves';
import { answerToken } from '../../rules/links';
import { canKeepWaves } from '../../rules/wave';

/**
 * A personal address for everybody who has not answered and has none that can be shown here; `participant`: another one, for these. Addresses handed out before go on
 * working: a person answers once by whichever.
 */
export async function issueLinks(
	tx: Tx,
	actor: Actor,
	wave: Wave,
	sessionSecret: string,
	{ token, participant }: Submitted<{ participant: readonly string[] }>,
	now: Now
): Promise<Result<{ count: number }>> {
	allow(canKeepWaves(actor));
	return once(tx, actor, token, now, async () => {
		if (wave.closedAt) return rejected({ form: 'Анкетирование закрыто: ссылки больше ни к чему.' });
		const people = await tx
			.selectFrom('survey_participants')
			.select('id')
			.where('organisation_id', '=', actor.organisationId)
			.where('wave_id', '=', wave.id)
			.where('removed_at', 'is', null)
			.where('answered', '=', false)
			.$if(participant.length > 0, (is) => is.where('id', 'in', participant))
			.execute();
		if (people.length === 0) return rejected({ form: 'Все, кого спрашивают, уже ответили.' });
		const there = participant.length > 0 ? new Set<string>() : await shownTo(tx, actor, wave, sessionSecret);
		const without = people.filter(({ id }) => !there.has(id));
		if (without.length === 0)
			return rejected({ form: 'Ссылка уже есть у каждого, кто не ответил: откройте «Ссылки и листки».' });
		const links = without.map(({ id }) => ({ id: newId(now), participant: id }));
		await sql`
			insert into survey_links (organisation_id, id, participant_id, token_hash, issued_at)
			select ${actor.organisationId}, one.id, one.participant, one.hash, ${now.at}
			from unnest(${links.map(({ id }) => id)}::uuid[], ${links.map((link) => link.participant)}::uuid[],
				${links.map(({ id }) => hashOf(answerToken(sessionSecret, id)))}::bytea[]) as one (id, participant, hash)`.execute(
			tx
		);
		await journal(tx, actor, 'survey-links.issued', { kind: 'survey-wave', id: wave.id }, now, {
			details: { count: links.length }
		});
		return { ok: true, value: { count: links.length } };
	});
}

/** Those whose address this very sign-in made, and can show. */
async function shownTo(tx: Tx, actor: Actor, wave: Wave, sessionSecret: string) {
	const links = await listLinks(tx, actor, wave.id);
	const mine = links.filter(({ id, hash }) => hashOf(answerToken(sessionSecret, id)).equals(hash));
	return new Set(mine.map(({ participantId }) => participantId));
}

/** A slip was lost: none of this person's addresses opens any more. */
export async function revokeLinks(
	tx: Tx,
	actor: Actor,
	participant: OneParticipant,
	{ token }: Submitted<unknown>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepWaves(actor));
	return once(tx, actor, token, now, async () => {
		await tx
			.updateTable('survey_links')
			.set({ revoked_at: now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where('participant_id', '=', participant.id)
			.where('revoked_at', 'is', null)
			.execute();
		await journal(tx, actor, 'survey-links.revoked', { kind: 'survey-wave', id: participant.waveId }, now);
		return { ok: true, value: participant.waveId };
	});
}

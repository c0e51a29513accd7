import { sql } from 'kysely';
import type { Actor } from '../../../../core/actor';
import { isId } from '../../../../core/ids';
import type { Tx } from '../../../../db/as-actor';

export type Taking = {
	id: string;
	actId: string;
	participantId: string;
	kind: 'request' | 'offer';
	thingId: string | null;
};

/** What has been decided about the answers of a wave and was not taken back. */
export async function listTakings(tx: Tx, { organisationId }: Actor, waveId: string) {
	const { rows } = await sql<Taking>`
		select t.id, t.act_id as "actId", t.participant_id as "participantId", t.kind, t.thing_id as "thingId"
		from survey_takings t
		join survey_participants s on s.organisation_id = t.organisation_id and s.id = t.participant_id
		where t.organisation_id = ${organisationId} and s.wave_id = ${waveId} and t.undone_at is null`.execute(tx);
	return rows;
}

/** One decision, or all of one act; with the wave they belong to. */
export async function findTakings(tx: Tx, { organisationId }: Actor, id: string) {
	if (!isId(id)) return [];
	const { rows } = await sql<Taking & { waveId: string }>`
		select t.id, t.act_id as "actId", t.participant_id as "participantId", t.kind, t.thing_id as "thingId",
			s.wave_id as "waveId"
		from survey_takings t
		join survey_participants s on s.organisation_id = t.organisation_id and s.id = t.participant_id
		where t.organisation_id = ${organisationId} and (t.id = ${id} or t.act_id = ${id})`.execute(tx);
	return rows;
}

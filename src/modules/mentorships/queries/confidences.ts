import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';
import { canReadConfidences } from '../rules/words';

/** What was told in confidence of one mentorship, by step: nothing for those who may not read it. */
export async function confidencesOf(tx: Tx, actor: Actor, mentorshipId: string): Promise<Map<string, string>> {
	if (!canReadConfidences(actor)) return new Map();
	const rows = await tx
		.selectFrom('mentorship_confidences as c')
		.innerJoin('mentorship_steps as s', (on) =>
			on.onRef('s.organisation_id', '=', 'c.organisation_id').onRef('s.id', '=', 'c.step_id')
		)
		.where('c.organisation_id', '=', actor.organisationId)
		.where('s.mentorship_id', '=', mentorshipId)
		.select(['c.step_id as step', 'c.words'])
		.execute();
	return new Map(rows.map(({ step, words }) => [step, words]));
}

import type { Actor } from '../../../core/actor';
import type { Tx } from '../../../db/as-actor';

/** Whether one's own head may be a mentor here: a warning, unless the school has decided otherwise. */
export async function findMentorshipSettings(tx: Tx, { organisationId }: Actor) {
	const row = await tx
		.selectFrom('mentorship_settings')
		.select(['line_manager_forbidden as headsForbidden', 'version'])
		.where('organisation_id', '=', organisationId)
		.executeTakeFirst();
	return row ?? { headsForbidden: false, version: 0 };
}

import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { findMentorshipSettings } from '../queries/settings';
import { canKeepMentorships } from '../rules/words';

/** The school decides whether heads may be mentors of those they lead. */
export async function setMentorshipSettings(
	tx: Tx,
	actor: Actor,
	{ token, headsForbidden, version }: Submitted<{ headsForbidden: boolean; version: number }>,
	now: Now
): Promise<Result<null>> {
	allow(canKeepMentorships(actor));
	return once(tx, actor, token, now, async () => {
		const standing = await findMentorshipSettings(tx, actor);
		if (standing.version !== version)
			return rejected({ form: 'Порядок уже изменил кто-то другой: откройте страницу заново.' }, {});
		await writeHeadsRule(tx, actor, { headsForbidden, version }, now);
		return { ok: true, value: null };
	});
}

/** One rule for pairs that are made by hand and for those that are matched. */
export async function writeHeadsRule(
	tx: Tx,
	actor: Actor,
	{ headsForbidden, version }: { headsForbidden: boolean; version: number },
	now: Now
) {
	const rule = { line_manager_forbidden: headsForbidden, version: version + 1 };
	await tx
		.insertInto('mentorship_settings')
		.values({ organisation_id: actor.organisationId, ...rule })
		.onConflict((is) => is.column('organisation_id').doUpdateSet(rule))
		.execute();
	const subject = { kind: 'mentorship-settings', id: actor.organisationId } as const;
	await journal(tx, actor, 'mentorship.settings-set', subject, now, { details: { headsForbidden } });
}

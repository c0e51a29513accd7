import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import type { Result } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { findSelf } from '../queries/imports';
import { type Draft, draftOf } from '../rules/draft';
import { askOnce } from '../rules/every-year';
import { hintsOf } from '../rules/hints';
import { knowOurselves } from '../rules/ourselves';
import { leadsPlans } from '../rules/plan';
import type { Understanding } from '../rules/understanding';

/** Keeps what was corrected in an import that is being accepted; what was said of the same words before gives way. */
export async function learnHints(
	tx: Tx,
	actor: Actor,
	importId: string,
	{ understood, accepted }: { understood: Understanding; accepted: Draft },
	now: Now
) {
	const read = askOnce(knowOurselves(draftOf(understood), await findSelf(tx, actor)));
	const hints = hintsOf(read, accepted);
	if (hints.length === 0) return 0;
	await tx
		.insertInto('import_hints')
		.values(
			hints.map((hint) => ({
				organisation_id: actor.organisationId,
				id: newId(now),
				kind: hint.kind,
				words: hint.words,
				written: hint.written,
				person_id: hint.kind === 'person' ? hint.personId : null,
				meaning: 'meaning' in hint ? hint.meaning : null,
				import_id: importId,
				learned_at: now.at,
				learned_by: actor.personId
			}))
		)
		.onConflict((is) =>
			is.columns(['organisation_id', 'kind', 'words']).doUpdateSet((of) => ({
				written: of.ref('excluded.written'),
				person_id: of.ref('excluded.person_id'),
				meaning: of.ref('excluded.meaning'),
				import_id: of.ref('excluded.import_id'),
				learned_at: of.ref('excluded.learned_at'),
				learned_by: of.ref('excluded.learned_by')
			}))
		)
		.execute();
	return hints.length;
}

/** «Забыть»: the line is erased, not only hidden. */
export async function forgetHint(tx: Tx, actor: Actor, id: string, token: string, now: Now): Promise<Result<null>> {
	allow(leadsPlans(actor));

	return once(tx, actor, token, now, async () => {
		await tx
			.deleteFrom('import_hints')
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', id)
			.execute();
		await journal(tx, actor, 'roadmap.hint-forgotten', { kind: 'import-hint', id }, now);
		return { ok: true, value: null };
	});
}

import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { writeHeadsRule } from '../../mentorships/commands/settings';
import { findMentorshipSettings } from '../../mentorships/queries/settings';
import type { Format } from '../../registry/rules/registers';
import { findTerms } from '../queries/terms';
import { canMatch } from '../rules/matchers';
import { allParts, type Conditions, type Terms, type Weights } from '../rules/score/terms';

type Setting = { kind: Format; weights: Weights; conditions: Conditions; version: number };

/** The next number of what the school weighs: one kind's weights anew, the other kinds' as they were. */
export async function setTerms(
	tx: Tx,
	actor: Actor,
	{ token, kind, weights, conditions, version }: Submitted<Setting>,
	now: Now
): Promise<Result<number>> {
	allow(canMatch(actor));
	return once(tx, actor, token, now, async () => {
		if (allParts.every((part) => weights[part] === 0))
			return rejected({ form: 'Всё стоит на нуле: сравнивать пары было бы нечем. Прибавьте хотя бы одно.' });
		const standing = await findTerms(tx, actor);
		if (standing.version !== version) return faster(standing.version);
		const terms: Terms = { weights: { ...standing.terms.weights, [kind]: weights }, conditions };
		const number = standing.number + 1;
		const { numInsertedOrUpdatedRows: inserted } = await tx
			.insertInto('matching_terms')
			.values({
				organisation_id: actor.organisationId,
				id: newId(now),
				number,
				terms: JSON.stringify(terms),
				saved_at: now.at,
				saved_by: actor.personId
			})
			.onConflict((is) => is.columns(['organisation_id', 'number']).doNothing())
			.executeTakeFirstOrThrow();
		if (!inserted) return faster(version + 1);
		const headsForbidden = conditions.ownManager === 'forbid';
		const was = await findMentorshipSettings(tx, actor);
		if (was.headsForbidden !== headsForbidden)
			await writeHeadsRule(tx, actor, { headsForbidden, version: was.version }, now);
		await journal(tx, actor, 'matching-terms.set', { kind: 'organisation', id: actor.organisationId }, now, {
			details: { kind, number }
		});
		return { ok: true, value: number };
	});
}

const faster = (version: number) =>
	rejected(
		{ form: 'Пока вы правили, весомость изменил кто-то другой. Сверьте и сохраните ещё раз.' },
		{ version: String(version) }
	);

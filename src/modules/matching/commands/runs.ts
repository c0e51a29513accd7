import { createHash } from 'node:crypto';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import type { Format } from '../../registry/rules/registers';
import { gatherFacts } from '../queries/facts';
import { findTerms } from '../queries/terms';
import { canMatch } from '../rules/matchers';
import { reckon } from '../rules/score/reckon';
import { canonical, stored } from '../rules/score/stored';
import { putAway } from './put-away';

/** Reckons the best pairs of today's people by today's terms and keeps the whole of it: what went in, what came out, what proves it. */
export async function makeRun(
	tx: Tx,
	actor: Actor,
	{ token, kind, review }: Submitted<{ kind: Format; review: boolean }>,
	now: Now
): Promise<Result<string>> {
	allow(canMatch(actor));
	return once(tx, actor, token, now, async () => {
		const { facts, names } = await gatherFacts(tx, actor, now);
		const { number, terms } = await findTerms(tx, actor);
		if (facts.mentees.length === 0 || facts.mentors.length === 0)
			return rejected({ form: 'Подбирать пока некого: внесите людей в банк наставников и в банк наставляемых.' });
		const inputs = { kind, review, facts, terms };
		const reckoned = reckon(inputs);
		if (!reckoned.ok) return rejected({ form: withNames(reckoned.message, names) });
		if (reckoned.problem.mentees.length === 0)
			return rejected({
				form: 'У каждого наставляемого уже есть наставник. Чтобы пересмотреть пары, отметьте это под кнопкой.'
			});
		const id = newId(now);
		await tx
			.insertInto('matching_runs')
			.values({
				organisation_id: actor.organisationId,
				id,
				kind,
				terms_number: number,
				inputs: JSON.stringify(inputs),
				problem: JSON.stringify(stored(reckoned.problem)),
				result: JSON.stringify(reckoned.result),
				sha256: createHash('sha256').update(canonical(inputs)).digest('hex'),
				made_at: now.at,
				made_by: actor.personId
			})
			.execute();
		await journal(tx, actor, 'matching-run.made', { kind: 'matching-run', id }, now, {
			details: { pairs: reckoned.result.pairs.length, alone: reckoned.result.unmatched.length }
		});
		return { ok: true, value: id };
	});
}

/** The solver calls people by their ids; people do not. */
const withNames = (message: string, names: ReadonlyMap<string, string>) =>
	message.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => names.get(id) ?? 'человек без имени');

/** A run that is of no use is put away, or brought back; nothing of it changes. */
export async function putRunAway(
	tx: Tx,
	actor: Actor,
	id: string,
	{ token, back }: { token: string; back: boolean },
	now: Now
): Promise<Result<string>> {
	allow(canMatch(actor));
	return once(tx, actor, token, now, async () => {
		await putAway(tx, actor, 'matching_runs', id, back, now);
		await journal(
			tx,
			actor,
			back ? 'matching-run.restored' : 'matching-run.removed',
			{ kind: 'matching-run', id },
			now
		);
		return { ok: true, value: id };
	});
}

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
import { inOrder } from '../rules/score/gather';
import { type Kept, keptOf } from '../rules/score/kept';
import { isLarge } from '../rules/score/large';
import type { Tie } from '../rules/score/people';
import type { RunInputs } from '../rules/score/problem';
import { askAside } from './askings';
import { putAway } from './put-away';

export type Wanted = { kind: Format; review: boolean };
/** What a run is reckoned from, by which number of the terms, and who is who. */
export type Gathered = { inputs: RunInputs; number: number; names: ReadonlyMap<string, string> };

/**
 * The best pairs of today's people by today's terms. A small school's are reckoned and kept at once; a large one's are asked for and made aside.
 * The answer is the run's id, there already or to come.
 */
export async function makeRun(tx: Tx, actor: Actor, asked: Submitted<Wanted>, now: Now): Promise<Result<string>> {
	allow(canMatch(actor));
	return once(tx, actor, asked.token, now, async () => {
		const { kind, review } = asked;
		const gathered = await gatherInputs(tx, actor, asked, [], now);
		if (!gathered.ok) return gathered;
		const id = newId(now);
		const { inputs } = gathered.value;
		return isLarge(inputs.facts)
			? askAside(tx, actor, { id, kind, review }, now)
			: keepRun(tx, actor, id, gathered.value, keptOf(inputs), now);
	});
}

/** Today's people and terms, with what is being decided of pairs in the same act. */
export async function gatherInputs(
	tx: Tx,
	actor: Actor,
	{ kind, review }: Wanted,
	decided: readonly Tie[],
	now: Now
): Promise<Result<Gathered>> {
	const { facts, names } = await gatherFacts(tx, actor, now);
	const { number, terms } = await findTerms(tx, actor);
	if (facts.mentees.length === 0 || facts.mentors.length === 0)
		return rejected({ form: 'Подбирать пока некого: внесите людей в банк наставников и в банк наставляемых.' });
	const ties = [...facts.ties, ...decided.map((one) => ({ mentee: one.mentee, mentor: one.mentor, kind: one.kind }))];
	return { ok: true, value: { inputs: { kind, review, facts: inOrder({ ...facts, ties }), terms }, number, names } };
}

/** Writes down the whole of a run: what went in, what came out, what proves it. */
export async function keepRun(
	tx: Tx,
	actor: Actor,
	id: string,
	{ inputs, number, names }: Gathered,
	reckoned: Kept,
	now: Now
): Promise<Result<string>> {
	if (!reckoned.ok) return rejected({ form: withNames(reckoned.message, names) });
	const { mentees, pairs, alone, ...kept } = reckoned.kept;
	if (mentees === 0)
		return rejected({
			form: 'У каждого наставляемого уже есть наставник. Чтобы пересмотреть пары, отметьте это под кнопкой.'
		});
	await tx
		.insertInto('matching_runs')
		.values({
			...{ organisation_id: actor.organisationId, id, kind: inputs.kind, terms_number: number, ...kept },
			...{ made_at: now.at, made_by: actor.personId }
		})
		.execute();
	await journal(tx, actor, 'matching-run.made', { kind: 'matching-run', id }, now, { details: { pairs, alone } });
	return { ok: true, value: id };
}

/** The solver calls people by their ids; people do not. */
export const withNames = (message: string, names: ReadonlyMap<string, string>) =>
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

import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { gatherFacts } from '../../matching/queries/facts';
import { findTerms } from '../../matching/queries/terms';
import { canMatch } from '../../matching/rules/matchers';
import { explainer } from '../../matching/rules/score/reckon';
import { leadsOf, reasonsOf } from '../../matching/rules/score/score';
import type { Suggestion } from '../rules/suggest';

/** Who named whom, and how a talk ended, is the curator's (school-year, 26): others get the order without these reasons. */
const curators: readonly string[] = ['wishes', 'interview'];

/**
 * The best for somebody of the register of mentees by the very points and reasons of the matching, whoever still has a place first; those whom its
 * conditions forbid are not named. Undefined where one of the registers is empty of them: then nothing was told that could be scored.
 */
export async function suggestByScore(
	tx: Tx,
	actor: Actor,
	menteeId: string,
	posts: ReadonlyMap<string, string>,
	now: Now,
	most = 3
): Promise<Suggestion[] | undefined> {
	const { facts, names } = await gatherFacts(tx, actor, now);
	const mentors = facts.mentors.filter(({ id }) => id !== menteeId);
	if (!facts.mentees.some(({ id }) => id === menteeId) || mentors.length === 0) return undefined;
	const { terms } = await findTerms(tx, actor);
	const explain = explainer({ kind: 'one-to-one', review: false, facts, terms });
	const leads = leadsOf(facts);
	const scored = mentors.flatMap(({ id, capacity }) => {
		const { score, parts, warnings, failed } = explain(menteeId, id);
		if (failed.length > 0) return [];
		const leading = leads.get(id) ?? 0;
		const full = leading >= capacity;
		const told = canMatch(actor) ? parts : parts.filter(({ part }) => !curators.includes(part));
		const suggestion: Suggestion = {
			...{ id, score, name: names.get(id) ?? '', post: posts.get(id) ?? '' },
			points: score,
			reasons: reasonsOf(told, 4).map(({ reason }) => reason),
			warnings: [...(full ? [`мест больше нет: ведёт ${leading} из ${capacity}`] : []), ...warnings]
		};
		return [{ full, suggestion }];
	});
	return scored
		.toSorted(
			(one, other) =>
				Number(one.full) - Number(other.full) ||
				other.suggestion.score - one.suggestion.score ||
				one.suggestion.name.localeCompare(other.suggestion.name, 'ru') ||
				(one.suggestion.id < other.suggestion.id ? -1 : 1)
		)
		.slice(0, most)
		.map(({ suggestion }) => suggestion);
}

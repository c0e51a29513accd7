import type { MatchingInput, Pair } from './input';
import { compile } from './problem';
import { hasWholes } from './ranges';
import { type Certificate, matchingOf, pairsOf, solve } from './result';
import { hasRoles } from './roles/check';
import { matchRoles } from './roles/match-roles';
import { withUnlock } from './unlock';
import { verify } from './verify';
import { keepWhole } from './whole';
import { type Unlock, type Unmatched, whyUnmatched } from './why-unmatched';

/** What `nastavnik match` answers. Numbers of people are places in the input. */
export type MatchAnswer = {
	pairs: readonly Pair[];
	unmatched: readonly Unmatched[];
	score: number;
	certificate: Certificate;
	verified: true;
	/** Only where «both or none» or the size of a group had to be decided: whether nothing better exists, or how much at most. */
	whole?: { exact: boolean; steps: number; gap?: { served: number; score: number } };
};

const mostStepsToAdvise = 100;

/** Whether the mentee has one more mentor in a matching made anew as advised. */
export function isConfirmed(input: MatchingInput, { mentee, got }: Unmatched, unlock: Unlock): boolean {
	const compiled = compile(withUnlock(input, mentee, unlock));
	if (!compiled.ok) return false;
	const market = solve(compiled.problem);
	keepWhole(market);
	return pairsOf(market).filter(([one]) => one === mentee).length > got;
}

export type Answered = { ok: true; answer: MatchAnswer } | { ok: false; message: string };

/**
 * The best matching, with its reasons and its proof. A mistake in the input is one Russian sentence. An answer that cannot
 * be verified is never given: that is thrown.
 */
export function match(input: MatchingInput, searchSteps?: number): Answered {
	if (hasRoles(input)) return matchRoles(input, searchSteps);
	const compiled = compile(input);
	if (!compiled.ok) return compiled;
	const market = solve(compiled.problem);
	const { choices, ...whole } = keepWhole(market, searchSteps);
	const matching = matchingOf(market, choices);
	const checked = verify(input, matching);
	if (!checked.ok) throw new Error(`Подбор не прошёл проверку и не показан: ${checked.where}.`);
	let unmatched = whyUnmatched(market, input, choices);
	// Advice was tried with the decisions as they are; others may be taken then, so it is tried once more, or not given.
	if (hasWholes(input))
		unmatched = unmatched.map((one) => ({
			...one,
			wouldUnlock:
				whole.steps > mostStepsToAdvise ? [] : one.wouldUnlock.filter((unlock) => isConfirmed(input, one, unlock))
		}));
	return { ok: true, answer: { ...matching, unmatched, verified: true, ...(choices.length > 0 && { whole }) } };
}

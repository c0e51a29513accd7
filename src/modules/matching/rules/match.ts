import type { MatchingInput, Pair } from './input';
import { compile } from './problem';
import { type Certificate, matchingOf, solve } from './result';
import { verify } from './verify';
import { type Unmatched, whyUnmatched } from './why-unmatched';

/** What `nastavnik match` answers. Numbers of people are places in the input. */
export type MatchAnswer = {
	pairs: readonly Pair[];
	unmatched: readonly Unmatched[];
	score: number;
	certificate: Certificate;
	verified: true;
};

export type Answered = { ok: true; answer: MatchAnswer } | { ok: false; message: string };

/**
 * The best matching, with its reasons and its proof. A mistake in the input is one Russian sentence. An answer that cannot
 * be verified is never given: that is thrown.
 */
export function match(input: MatchingInput): Answered {
	const compiled = compile(input);
	if (!compiled.ok) return compiled;
	const market = solve(compiled.problem);
	const matching = matchingOf(market);
	const checked = verify(input, matching);
	if (!checked.ok) throw new Error(`Подбор не прошёл проверку и не показан: ${checked.where}.`);
	return { ok: true, answer: { ...matching, unmatched: whyUnmatched(market, input), verified: true } };
}

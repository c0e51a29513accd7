import type { MatchingInput, Pair } from './input';
import { compile } from './problem';
import { matchingOf, solve } from './result';
import { hasRoles } from './roles/check';
import { solveRoles } from './roles/match-roles';
import { verify } from './verify';
import { keepWhole } from './whole';

/** The best pairs, verified, without reasons; nothing where what is kept contradicts itself. */
export function bestOf(input: MatchingInput): { pairs: readonly Pair[]; exact: boolean } | undefined {
	if (hasRoles(input)) {
		const solved = solveRoles(input);
		return solved.ok ? { pairs: solved.matching.pairs, exact: solved.whole?.exact ?? true } : undefined;
	}
	const compiled = compile(input);
	if (!compiled.ok) return undefined;
	const market = solve(compiled.problem);
	const { choices, exact } = keepWhole(market);
	const matching = matchingOf(market, choices);
	const checked = verify(input, matching);
	if (!checked.ok) throw new Error(`Перестановка не прошла проверку и не показана: ${checked.where}.`);
	return { pairs: matching.pairs, exact };
}

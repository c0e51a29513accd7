import type { MatchingInput } from '../input';
import { wrongCandidates, wrongPeople } from '../input';
import type { Answered } from '../match';
import { compile } from '../problem';
import { matchingOf, solve } from '../result';
import { keepWhole, type Whole } from '../whole';
import { wrongRoles } from './check';
import { expandRoles } from './expand';
import { foldRoles, type RoleMatching } from './fold';
import { verifyRoles } from './verify-roles';
import { whyInRoles } from './why-roles';

/** Queues are reckoned eight times finer with roles: a gap is told in the queues of the people. */
const finer = 8;

export type Solved =
	| { ok: true; matching: RoleMatching; whole?: Omit<Whole, 'choices'> }
	| { ok: false; message: string };

/** The best matching of people some of whom need somebody in roles, verified; without explanations. */
export function solveRoles(input: MatchingInput, searchSteps?: number): Solved {
	const message = wrongPeople(input) ?? wrongCandidates(input) ?? wrongRoles(input);
	if (message) return { ok: false, message };
	const expanded = expandRoles(input);
	const compiled = compile(expanded.input);
	if (!compiled.ok) return { ok: false, message: tooMuch };
	const market = solve(compiled.problem);
	const { choices, ...whole } = keepWhole(market, searchSteps);
	const matching = foldRoles(input, expanded, matchingOf(market, choices));
	const checked = verifyRoles(input, matching);
	if (!checked.ok) throw new Error(`Подбор с ролями не прошёл проверку и не показан: ${checked.where}.`);
	const { gap } = whole;
	return {
		ok: true,
		matching,
		...(choices.length > 0 && {
			whole: { ...whole, ...(gap && { gap: { ...gap, served: gap.served / finer } }) }
		})
	};
}

const tooMuch =
	'Людей, ролей или очередей слишком много, чтобы считать точно: разделите задачу, например по округам, или пишите очереди меньшими числами.';

/** `match` (rules/match.ts) for an input with roles: the same answer, each pair with its role, each reason by role. */
export function matchRoles(input: MatchingInput, searchSteps?: number): Answered {
	const solved = solveRoles(input, searchSteps);
	if (!solved.ok) return solved;
	const { matching, whole } = solved;
	const unmatched = whyInRoles(input, matching, (changed) => {
		const again = solveRoles(changed);
		return again.ok ? again.matching.pairs : [];
	});
	return { ok: true, answer: { ...matching, unmatched, verified: true, ...(whole && { whole }) } };
}

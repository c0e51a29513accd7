import type { MatchingInput } from '../input';
import { compile } from '../problem';
import { solve } from '../result';
import { hasRoles } from '../roles/check';
import { type Expanded, expandRoles } from '../roles/expand';
import { priceOfWish } from '../what-if';
import { keepWhole } from '../whole';
import { type Role, roleNamed } from './roles';

/** Who has to move for a wish, and what it does to their points; `to` null: left without. */
export type WishMove = { mentee: string; from: string | null; to: string | null; points: number };
export type WishPrice = { mentor: string; role?: Role; score: number; served: number; chain: WishMove[] };

/** What each mentor would cost everybody whom this mentee may have and has not, in each role. Exact: each is tried and taken back. */
export function pricesFor(problem: MatchingInput, menteeId: string): WishPrice[] {
	const at = problem.mentees.findIndex(({ id }) => id === menteeId);
	const flat = flatOf(problem);
	const compiled = compile(flat.input);
	if (at < 0 || !compiled.ok) return [];
	const market = solve(compiled.problem);
	keepWhole(market);
	const { menteeNumber, mentorNumber, menteeAt, mentorAt } = compiled.problem;
	const { candidates } = flat.input;
	const points = new Map<string, number>();
	for (const [row, unit] of candidates.mentee.entries())
		points.set(`${unit} ${candidates.mentor[row]}`, candidates.score[row]!);
	const places = (list: readonly number[]) => list.map((number) => mentorAt[number]!);
	const sumOf = (unit: number, list: readonly number[]) =>
		list.reduce((sum, end) => sum + (points.get(`${unit} ${end}`) ?? 0), 0);
	const nameOf = (end: number | undefined) => (end === undefined ? null : problem.mentors[flat.mentorOf(end)]!.id);
	const wished = candidates.mentee.keys().filter((row) => flat.units[candidates.mentee[row]!]?.mentee === at);
	return Array.from(wished).flatMap((row): WishPrice[] => {
		const [unit, end] = [candidates.mentee[row]!, candidates.mentor[row]!];
		const [i, j] = [menteeNumber[unit]!, mentorNumber[end]!];
		const mentor = flat.mentorOf(end);
		const full = market.capacity[mentorNumber[mentor]!] === 0;
		if (market.locked.some((pair) => pair.mentee === i) || market.capacity[j] === 0 || full) return [];
		const { score, served, chain } = priceOfWish(market, i, j);
		const role = roleNamed(problem.mentees[at]!.roles?.[flat.units[unit]!.role]);
		return [
			{
				mentor: problem.mentors[mentor]!.id,
				...(role && { role }),
				score,
				served,
				chain: chain.flatMap((move): WishMove[] => {
					const who = flat.units[menteeAt[move.mentee]!]; // nobody: a stand-in, who moves with somebody
					if (!who) return [];
					const [from, to] = [places(move.from), places(move.to)];
					const moved = menteeAt[move.mentee]!;
					return [
						{
							mentee: problem.mentees[who.mentee]!.id,
							from: nameOf(from[0]),
							to: nameOf(to[0]),
							points: sumOf(moved, to) - sumOf(moved, from)
						}
					];
				})
			}
		];
	});
}

/** The problem without roles, and who is who in it. */
function flatOf(problem: MatchingInput): Pick<Expanded, 'input' | 'units'> & { mentorOf: (end: number) => number } {
	if (!hasRoles(problem))
		return {
			input: problem,
			units: problem.mentees.map((_, mentee) => ({ mentee, role: -1 })),
			mentorOf: (end) => end
		};
	const { input, units, eithers } = expandRoles(problem);
	const seats = new Map(eithers.map(({ seat, mentor }) => [seat, mentor]));
	return { input, units, mentorOf: (end) => seats.get(end) ?? end };
}

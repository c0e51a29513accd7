import type { MatchingInput } from '../input';
import { match } from '../match';
import { compile } from '../problem';
import { type Certificate, solve } from '../result';
import { verify } from '../verify';
import { priceOfWish } from '../what-if';
import { keepWhole, type Whole } from '../whole';
import type { Unmatched } from '../why-unmatched';
import { apartOf, failedBy, warningsOf } from './filters';
import { problemOf, type RunInputs } from './problem';
import { type ScoredPart, scorer } from './score';
import { weightsFor } from './terms';

export type RunPair = {
	mentee: string;
	mentor: string;
	score: number;
	parts: readonly ScoredPart[];
	locked: boolean;
	warnings: readonly string[];
};

/** What came out, with what proves it. Places in `unmatched` and `certificate` are those of the problem. */
export type RunResult = {
	pairs: readonly RunPair[];
	unmatched: readonly Unmatched[];
	score: number;
	certificate: Certificate;
	verified: true;
	whole?: Omit<Whole, 'choices'>;
};

export type Reckoned = { ok: true; problem: MatchingInput; result: RunResult } | { ok: false; message: string };

/** The best pairs of these people, each with its reasons, checked by independent code. A contradiction among locks is one sentence. */
export function reckon(inputs: RunInputs): Reckoned {
	const problem = problemOf(inputs);
	const answered = match(problem);
	if (!answered.ok) return answered;
	const { pairs, whole, ...answer } = answered.answer;
	const locked = new Set(problem.locked?.map(([mentee, mentor]) => `${mentee} ${mentor}`));
	const explain = explainer(inputs);
	return {
		ok: true,
		problem,
		result: {
			...answer,
			pairs: pairs.map(([i, j]) => ({
				...explain(problem.mentees[i]!.id, problem.mentors[j]!.id),
				locked: locked.has(`${i} ${j}`)
			})),
			...(whole && { whole })
		}
	};
}

/** What a pair of this run is worth and what is to be known of it; people by id. */
export function explainer({ kind, review, facts, terms }: RunInputs) {
	const score = scorer(review ? { ...facts, current: [] } : facts, kind, weightsFor(terms, kind));
	const mentees = new Map(facts.mentees.map((one) => [one.id, one]));
	const mentors = new Map(facts.mentors.map((one) => [one.id, one]));
	const apart = apartOf(facts);
	return (menteeId: string, mentorId: string): Omit<RunPair, 'locked'> & { failed: string[] } => {
		const [mentee, mentor] = [mentees.get(menteeId)!, mentors.get(mentorId)!];
		const failed = failedBy(mentee, mentor, terms.conditions, apart);
		const warnings = [...failed, ...warningsOf(mentee, mentor, terms.conditions)];
		return { mentee: menteeId, mentor: mentorId, ...score(mentee, mentor), warnings, failed };
	};
}

/** Who has to move for a wish, and what it does to their points; `to` null: left without. */
export type WishMove = { mentee: string; from: string | null; to: string | null; points: number };
export type WishPrice = { mentor: string; score: number; served: number; chain: WishMove[] };

/** What each mentor would cost everybody whom this mentee may have and has not. Exact: each is tried and taken back. */
export function pricesFor(problem: MatchingInput, menteeId: string): WishPrice[] {
	const mentee = problem.mentees.findIndex(({ id }) => id === menteeId);
	const compiled = compile(problem);
	if (mentee < 0 || !compiled.ok) return [];
	const market = solve(compiled.problem);
	keepWhole(market);
	const { menteeNumber, mentorNumber, menteeAt, mentorAt } = compiled.problem;
	const { candidates, mentees, mentors } = problem;
	const points = new Map<number, number>();
	for (let at = 0; at < candidates.score.length; at++)
		points.set(candidates.mentee[at]! * mentors.length + candidates.mentor[at]!, candidates.score[at]!);
	const sumOf = (i: number, list: readonly number[]) =>
		list.reduce((sum, j) => sum + (points.get(menteeAt[i]! * mentors.length + mentorAt[j]!) ?? 0), 0);
	const nameOf = (j: number | undefined) => (j === undefined ? null : mentors[mentorAt[j]!]!.id);
	const wished = mentors.keys().filter((j) => points.has(mentee * mentors.length + j));
	return Array.from(wished).flatMap((j): WishPrice[] => {
		const i = menteeNumber[mentee]!;
		if (market.locked.some((pair) => pair.mentee === i) || market.capacity[mentorNumber[j]!] === 0) return [];
		const { score, served, chain } = priceOfWish(market, i, mentorNumber[j]!);
		return [
			{
				mentor: mentors[j]!.id,
				score,
				served,
				chain: chain.map((move) => ({
					mentee: mentees[menteeAt[move.mentee]!]!.id,
					from: nameOf(move.from[0]),
					to: nameOf(move.to[0]),
					points: sumOf(move.mentee, move.to) - sumOf(move.mentee, move.from)
				}))
			}
		];
	});
}

/** A saved run is checked again whenever somebody asks. */
export const stillProved = (problem: MatchingInput, { pairs, score, certificate }: RunResult) => {
	const [mentee, mentor] = [placesOf(problem.mentees), placesOf(problem.mentors)];
	const places = pairs.map((pair) => [mentee.get(pair.mentee) ?? -1, mentor.get(pair.mentor) ?? -1] as const);
	return verify(problem, { pairs: places, score, certificate }).ok;
};

const placesOf = (people: readonly { id: string }[]) => new Map(people.map(({ id }, at) => [id, at]));

import type { MatchingInput, Pair } from '../input';
import type { MatchAnswer } from '../match';
import type { Matching } from '../result';
import { verify } from '../verify';
import type { Choice } from '../whole';
import type { Unmatched } from '../why-unmatched';
import { type Frame, frameOf } from './frame';
import { mostToExplain, newResults, type Report, type Results, solveParcel } from './solve-parcel';

/** The whole from its parcels: the matching with its prices, as the solver of one piece would give it, and verified. */
export type Solved = Omit<MatchAnswer, 'unmatched'>;

export type InParts =
	| { ok: true; solved: Solved; unmatched: Unmatched[]; parts: number }
	| { ok: false; message: string };

/** Part by part, in one thread. The same pairs as rules/match.ts, whatever the parts are. */
export function solveInParts(input: MatchingInput, how: { fully?: boolean; parcelSize?: number } = {}): InParts {
	const framed = frameOf(input, how.parcelSize);
	if (!framed.ok) return framed;
	const { frame } = framed;
	const fully = how.fully ?? input.mentees.length <= mostToExplain;
	const results = newResults(input.mentees.length, input.mentors.length);
	const reports = Array.from(frame.order, (parcel) => solveParcel(frame, parcel, results, fully));
	return {
		ok: true,
		solved: wholeOf(input, frame, results, reports),
		unmatched: reports.flatMap(({ unmatched }) => unmatched).sort((one, other) => one.mentee - other.mentee),
		parts: frame.parts
	};
}

/** Puts the parcels together and verifies the whole; what cannot be verified is thrown. Reports come in any order. */
export function wholeOf(
	input: MatchingInput,
	{ ranges }: Pick<Frame, 'ranges'>,
	results: Results,
	reports: readonly Omit<Report, 'unmatched'>[]
): Solved {
	const { person, step, lotBits, stay, force } = ranges;
	const choices = reports.flatMap((report) => report.choices).sort(inOrder);
	const matching: Matching = {
		pairs: pairsOf(results),
		score: reports.reduce((sum, { score }) => sum + score, 0),
		certificate: {
			person,
			step,
			lotBits,
			stay,
			menteeUtility: Array.from(results.utility),
			menteeUtilityLow: Array.from(results.utilityLow),
			mentorPrice: Array.from(results.price),
			mentorPriceLow: Array.from(results.priceLow),
			...(choices.length > 0 && { decided: { force: force || 0, ...decided(choices) } })
		}
	};
	const checked = verify(input, matching);
	if (!checked.ok) throw new Error(`Подбор не прошёл проверку и не показан: ${checked.where}.`);
	return { ...matching, verified: true, ...(choices.length > 0 && { whole: searched(reports) }) };
}

const placeOf = (choice: Choice) => ('mentee' in choice ? choice.mentee : choice.mentor);
const inOrder = (one: Choice, other: Choice) =>
	one.kind < other.kind ? -1 : one.kind > other.kind ? 1 : placeOf(one) - placeOf(other);

function decided(choices: readonly Choice[]) {
	const of = (kind: Choice['kind']) => choices.filter((choice) => choice.kind === kind).map(placeOf);
	return { serve: of('serve'), drop: of('drop'), open: of('open'), close: of('close') };
}

function searched(reports: readonly Omit<Report, 'unmatched'>[]) {
	const whole = { exact: true, steps: 0 };
	const gap = { served: 0, score: 0 };
	for (const report of reports) {
		whole.steps += report.steps;
		whole.exact &&= report.exact;
		gap.served += report.gap?.served ?? 0;
		gap.score += report.gap?.score ?? 0;
	}
	return whole.exact ? whole : { ...whole, gap };
}

/** By mentee, then by mentor. */
function pairsOf({ partner }: Results): Pair[] {
	const pairs: Pair[] = [];
	for (let i = 0; i < partner.length / 2; i++) {
		const [one, other] = [partner[2 * i]!, partner[2 * i + 1]!];
		if (one >= 0 && other >= 0) pairs.push([i, Math.min(one, other)], [i, Math.max(one, other)]);
		else if (one >= 0) pairs.push([i, one]);
	}
	return pairs;
}

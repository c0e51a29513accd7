import type { MatchAnswer } from '../rules/match';
import type { Solved } from '../rules/parts/solve-in-parts';
import type { Columns } from './thread-words';

/** The matching as columns, which cost little to hand from thread to thread. */
export function columnsOf({ pairs, score, certificate, verified, whole }: Solved): Columns {
	const column = Int32Array.from({ length: 2 * pairs.length }, (_, at) => pairs[at >> 1]![at & 1]!);
	return {
		pairs: column,
		score,
		certificate: {
			...certificate,
			menteeUtility: Float64Array.from(certificate.menteeUtility),
			menteeUtilityLow: Float64Array.from(certificate.menteeUtilityLow),
			mentorPrice: Float64Array.from(certificate.mentorPrice),
			mentorPriceLow: Float64Array.from(certificate.mentorPriceLow)
		},
		verified,
		...(whole && { whole })
	};
}

/** The answer as rules/match.ts gives it, from columns. */
export function answerOf({ unmatched, ...columns }: Columns & Pick<MatchAnswer, 'unmatched'>): MatchAnswer {
	const { pairs, certificate } = columns;
	return {
		...columns,
		unmatched,
		pairs: Array.from({ length: pairs.length / 2 }, (_, at) => [pairs[2 * at]!, pairs[2 * at + 1]!] as const),
		certificate: {
			...certificate,
			menteeUtility: Array.from(certificate.menteeUtility),
			menteeUtilityLow: Array.from(certificate.menteeUtilityLow),
			mentorPrice: Array.from(certificate.mentorPrice),
			mentorPriceLow: Array.from(certificate.mentorPriceLow)
		}
	};
}

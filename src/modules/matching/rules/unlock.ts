import type { MatchingInput, MentorInput, Pair } from './input';
import type { Unlock } from './why-unmatched';

/** The input as it would be with what is advised to help this mentee. */
export function withUnlock(input: MatchingInput, mentee: number, unlock: Unlock): MatchingInput {
	const { mentors, candidates, locked = [] } = input;
	const pair: Pair = [mentee, unlock.mentor];
	if (unlock.kind === 'filters')
		return {
			...input,
			missing: input.missing?.filter((one) => one.mentee !== mentee || one.mentor !== unlock.mentor),
			candidates: {
				mentee: Int32Array.of(...candidates.mentee, mentee),
				mentor: Int32Array.of(...candidates.mentor, unlock.mentor),
				score: Int32Array.of(...candidates.score, 0)
			}
		};
	return {
		...input,
		mentors: withPlace(mentors, unlock.mentor),
		locked: unlock.kept ? [...locked, pair] : locked
	};
}

/** One more place with this mentor, as dear as the last. */
export const withPlace = (mentors: readonly MentorInput[], mentor: number): MentorInput[] =>
	mentors.map((one, at) => {
		if (at !== mentor) return one;
		const slotCosts = one.slotCosts && [...one.slotCosts, one.slotCosts.at(-1) ?? 0];
		return { ...one, capacity: one.capacity + 1, ...(slotCosts && { slotCosts }) };
	});

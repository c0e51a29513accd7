import type { MatchingInput, Pair } from '../input';
import { withPlace } from '../unlock';
import type { Unlock } from '../why-unmatched';
import { noRoleCandidates } from './check';

/** The input as it would be with what is advised. */
export function withUnlockInRole(input: MatchingInput, mentee: number, unlock: Unlock): MatchingInput {
	const { mentors, locked = [], roleCandidates = noRoleCandidates() } = input;
	const { mentor, role } = unlock;
	if (unlock.kind === 'filters') {
		const columns = role === undefined ? input.candidates : roleCandidates;
		const more = {
			mentee: Int32Array.of(...columns.mentee, mentee),
			mentor: Int32Array.of(...columns.mentor, mentor),
			score: Int32Array.of(...columns.score, 0)
		};
		const missing = input.missing?.filter(
			(one) => one.mentee !== mentee || one.mentor !== mentor || (one.role ?? role) !== role
		);
		if (role === undefined) return { ...input, candidates: more, ...(missing && { missing }) };
		return {
			...input,
			roleCandidates: { ...more, role: Int32Array.of(...roleCandidates.role, role) },
			...(missing && { missing })
		};
	}
	const pair: Pair = role === undefined ? [mentee, mentor] : [mentee, mentor, role];
	return { ...input, mentors: withPlace(mentors, mentor), locked: unlock.kept ? [...locked, pair] : locked };
}

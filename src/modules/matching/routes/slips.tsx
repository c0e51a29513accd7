import { get, type Route } from '../../../http';
import { findMentorships } from '../../mentorships/queries/mentorships';
import type { Mentorship } from '../../mentorships/rules/mentorship';
import { noteFor } from '../../mentorships/rules/notes';
import { type Slip, SlipsPage } from '../pages/slips';
import { listUnreachable } from '../queries/unreachable';
import { matchers } from '../rules/matchers';
import { proposalIn } from './proposals';

/** The letter of each, on each side once, for those whom no letter reaches. */
function slipsOf(mentorships: readonly Mentorship[], unreachable: ReadonlySet<string>) {
	const pairs = mentorships.flatMap(({ pairs, life }) => pairs.map((pair) => ({ ...pair, term: life.term })));
	return (['mentor', 'mentee'] as const).flatMap((side) => {
		const other = side === 'mentor' ? 'mentee' : 'mentor';
		return [...Map.groupBy(pairs, (pair) => pair[side].id)].flatMap(([id, of]): Slip[] => {
			const [first] = of;
			if (!first || !unreachable.has(id)) return [];
			const about = { others: of.map((pair) => pair[other].name), term: first.term, on: first.term.from };
			return [{ name: first[side].name, letter: noteFor('proposed', side, about) }];
		});
	});
}

export const matchingSlipRoutes: readonly Route[] = [
	get('/matching/proposals/:id/slips', matchers, async (c) => {
		const { tx, actor, now, view } = c.var;
		const proposal = await proposalIn(c);
		const mentorships = await findMentorships(tx, actor, proposal.mentorships, now);
		const people = mentorships.flatMap(({ pairs }) => pairs.flatMap(({ mentor, mentee }) => [mentor.id, mentee.id]));
		const slips = slipsOf(mentorships, await listUnreachable(tx, actor, people));
		return c.html(<SlipsPage {...{ view, proposal, slips }} />);
	})
];

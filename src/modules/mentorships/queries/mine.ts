import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { awaits, menteesOf, mentorsOf } from '../rules/mentorship';
import { mentorshipsOf } from './mentorships';

export type MyProposal = { id: string; mentoring: boolean; others: string };

/** Proposals that wait for one's own word. One query. */
export async function listProposals(tx: Tx, actor: Actor, now: Pick<Now, 'today'>): Promise<MyProposal[]> {
	const own = await mentorshipsOf(tx, actor, actor.personId, now);
	return own
		.filter((one) => awaits(one, actor.personId, now.today))
		.map(({ id, pairs }) => {
			const mentoring = pairs.some(({ mentor }) => mentor.id === actor.personId);
			const others = (mentoring ? menteesOf(pairs) : mentorsOf(pairs)).map(({ name }) => name).join(', ');
			return { id, mentoring, others };
		});
}

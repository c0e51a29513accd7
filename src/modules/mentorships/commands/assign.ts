import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { findMentorships } from '../queries/mentorships';
import { needsOf } from '../rules/missing';
import type { OrderWords } from '../rules/orders';
import type { Proposal } from '../rules/proposal';
import { canKeepMentorships } from '../rules/words';
import { order } from './orders';
import { type Gathered, gather, type Papers } from './papers';
import { proposeMentorships } from './propose';
import { settle } from './write';

export type Assigning = {
	proposal: Proposal;
	/** What has been gathered already; null: they will be asked. */
	papers: (Omit<Papers, 'need'> & { codes: readonly Gathered['code'][] }) | null;
	order: OrderWords | null;
	anyway: boolean;
	closes: readonly string[];
};
export type Assigned = { id: string; closed: number };

/** «Назначить наставника»: a proposal, the words and papers of both, and the order, whatever there is of them, in one sitting. */
export async function assignMentor(
	tx: Tx,
	actor: Actor,
	{ token, proposal, papers, order: ordering, anyway, closes }: Submitted<Assigning>,
	now: Now
): Promise<Result<Assigned>> {
	allow(canKeepMentorships(actor));
	return once(tx, actor, token, now, async () => {
		const proposed = await proposeMentorships(tx, actor, [proposal], now);
		if (!proposed.ok) return proposed;
		const again = () => findMentorships(tx, actor, proposed.value.ids, now);
		const [made] = await again();
		if (!made) throw new Error('what was proposed a moment ago is there');
		if (papers && papers.codes.length > 0) {
			const gathered = needsOf(made, now.today).flatMap(({ code, person, side, done }) =>
				!done && person && side && papers.codes.includes(code as Gathered['code'])
					? [{ code: code as Gathered['code'], person: person.id, side }]
					: []
			);
			const written =
				gathered.length > 0
					? await gather(tx, actor, made, { ...papers, need: gathered }, proposed.value.act, now)
					: null;
			if (written && !written.ok) return written;
			await settle(tx, actor, made, now);
			await journal(tx, actor, 'mentorship.papers-recorded', { kind: 'mentorship', id: made.id }, now);
		}
		if (!ordering) return { ok: true, value: { id: made.id, closed: 0 } };
		const ready = await again();
		if (ready[0]?.life.state === 'proposed')
			return rejected({ words: 'Приказ пишут, когда согласны оба: отметьте это или сохраните без приказа.' });
		const ordered = await order(
			tx,
			actor,
			ready,
			{ ...ordering, mentorships: [made.id], anyway, closes },
			proposed.value.act,
			now
		);
		if (!ordered.ok) return ordered;
		return { ok: true, value: { id: made.id, closed: ordered.value.closed } };
	});
}

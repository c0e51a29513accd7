import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal, noteNothingDone } from '../../../db/journal';
import { once } from '../../../db/once';
import type { Mentorship } from '../rules/mentorship';
import { membersOf } from '../rules/mentorship';
import { canKeepMentorships, type DeclineReason } from '../rules/words';
import { held, notNow, settle, writeSteps } from './write';

export type Answer = {
	person: string;
	answer: 'accepted' | 'declined';
	reason: DeclineReason | null;
	confidence: string;
};

/** Somebody says whether they will take part; the curator writes down what she was told («со слов»). */
export async function answerProposal(
	tx: Tx,
	actor: Actor,
	seen: Mentorship,
	{ token, person, answer, reason, confidence }: Submitted<Answer>,
	now: Now
): Promise<Result<string>> {
	const own = person === actor.personId;
	allow(own || canKeepMentorships(actor));
	return once(tx, actor, token, now, async () => {
		const mentorship = await held(tx, actor, seen, now);
		if (!membersOf(mentorship.pairs).some(({ id }) => id === person)) return notFound();
		const late = notNow(answer, mentorship);
		if (late) return late;
		if (answer === 'accepted' && mentorship.life.accepted.has(person)) {
			noteNothingDone(tx);
			return { ok: true, value: seen.id };
		}
		if (answer === 'declined' && own && !canKeepMentorships(actor) && mentorship.life.state !== 'proposed')
			return rejected({ form: 'Пару уже оформляют: скажите куратору, что передумали.' });
		await writeSteps(
			tx,
			actor,
			newId(now),
			[
				{
					mentorship,
					steps: [
						{
							what: answer,
							on: now.today,
							personId: person,
							how: own ? 'program' : 'words',
							...(answer === 'declined' && { reason: reason ?? 'circumstances', confidence })
						}
					]
				}
			],
			now
		);
		await settle(tx, actor, seen, now);
		await journal(tx, actor, `mentorship.${answer}`, { kind: 'mentorship', id: seen.id }, now);
		return { ok: true, value: seen.id };
	});
}

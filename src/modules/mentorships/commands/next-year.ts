import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { addDays, type Now } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { findMentorships } from '../queries/mentorships';
import { may } from '../rules/life';
import { type Mentorship, titleOf } from '../rules/mentorship';
import type { Fate } from '../rules/next-year';
import { canKeepMentorships } from '../rules/words';
import { problemWithClash, proposeMentorships } from './propose';
import { tell } from './tell';
import { type NewStep, settle, writeSteps } from './write';

export type NextYear = { fates: Readonly<Record<string, Fate>>; endOn: string; from: string; to: string };
export type Decided = { extended: number; completed: number; anew: number };

/** «Продлить, завершить, новый приказ», pair by pair in one act: all or none. */
export async function decideNextYear(
	tx: Tx,
	actor: Actor,
	{ token, fates, endOn, from, to }: Submitted<NextYear>,
	now: Now
): Promise<Result<Decided>> {
	allow(canKeepMentorships(actor));
	return once(tx, actor, token, now, async () => {
		const ids = Object.keys(fates).filter((id) => fates[id] !== 'later');
		if (ids.length === 0) return rejected({ form: 'Ни для одной пары ничего не выбрано.' });
		if (endOn > now.today) return rejected({ endOn: 'Этот день ещё не наступил: завершают прошедшим днём.' });
		if (from <= endOn) return rejected({ from: 'Новый срок начинается после последнего дня прежнего.' });
		await sql`select from mentorships where organisation_id = ${actor.organisationId} and id = any(${ids}::uuid[])
			order by id for no key update`.execute(tx);
		const found = await findMentorships(tx, actor, ids, now);
		if (found.length < ids.length) return notFound();
		const late = found.find(({ life, id }) => !may(fates[id] === 'extend' ? 'extended' : 'completed', life.state));
		if (late) return rejected({ form: `${titleOf(late)}: пара уже не действует. Откройте список заново.` });
		const short = found.find(({ life, id }) => fates[id] === 'extend' && to <= life.term.to);
		if (short) return rejected({ to: `${titleOf(short)}: срок и так не короче. Укажите день позже.` });
		const begun = found.find(({ life, id }) => fates[id] !== 'extend' && endOn < life.term.from);
		if (begun) return rejected({ endOn: `${titleOf(begun)}: срок начинается позже этого дня.` });

		const act = newId(now);
		const stepOf = ({ id, life }: Mentorship): NewStep =>
			fates[id] === 'extend'
				? { what: 'extended', on: addDays(life.term.to, 1), term: { from: life.term.from, to } }
				: { what: 'completed', on: endOn, reason: 'term-over' };
		const clash = await problemWithLonger(tx, actor, found, fates, to);
		if (clash) return rejected({ form: clash });
		await writeSteps(
			tx,
			actor,
			act,
			found.map((mentorship) => ({ mentorship, steps: [stepOf(mentorship)] })),
			now
		);
		for (const mentorship of found) await settle(tx, actor, mentorship, now);
		const of = (fate: Fate) => found.filter(({ id }) => fates[id] === fate);
		await tell(tx, actor, 'extended', act, of('extend'), { on: from }, now);
		await tell(tx, actor, 'completed', act, [...of('complete'), ...of('anew')], { on: endOn }, now);
		const anew = of('anew');
		if (anew.length > 0) {
			const proposals = anew.map(({ kind, form, content, inJobFunction, notEmployee, pairs }) => ({
				...{ kind, form, content, inJobFunction, notEmployee, from, to },
				pairs: pairs
					.filter(({ left, temporary }) => !left && !temporary)
					.map(({ mentor, mentee, role }) => ({ mentor: mentor.id, mentee: mentee.id, role }))
			}));
			const proposed = await proposeMentorships(tx, actor, proposals, now);
			if (!proposed.ok) return rejected({ form: Object.values(proposed.problems)[0] ?? '' });
		}
		await journal(tx, actor, 'mentorship.year-decided', { kind: 'mentorship', id: found[0]?.id ?? act }, now, {
			details: { count: found.length }
		});
		const counts = { extended: of('extend').length, completed: of('complete').length, anew: anew.length };
		return { ok: true, value: counts };
	});
}

const problemWithLonger = (
	tx: Tx,
	actor: Actor,
	found: readonly Mentorship[],
	fates: NextYear['fates'],
	to: string
) => {
	const longer = found
		.filter(({ id }) => fates[id] === 'extend')
		.flatMap(({ pairs, life }) =>
			pairs
				.filter(({ left, temporary }) => !left && !temporary)
				.map(({ mentor, mentee }) => ({
					...{ mentor: mentor.id, mentee: mentee.id },
					...{ from: addDays(life.term.to, 1), to }
				}))
		);
	return longer.length > 0 ? problemWithClash(tx, actor, longer) : undefined;
};

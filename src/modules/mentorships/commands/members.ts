import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { addDays, asRange, type Now, type Span, showDate } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import type { Role } from '../../matching/rules/score/roles';
import type { Mentorship, Pair } from '../rules/mentorship';
import { problemWithWork } from '../rules/proposal';
import { type ChangeReason, canKeepMentorships } from '../rules/words';
import { lockedPeople, problemWithClash, problemWithHeads } from './propose';
import { tell } from './tell';
import { held, type NewStep, notNow, settle, writeSteps } from './write';

type Wanted = { mentor: string; mentee: string; role: Role | ''; from: string; to: string; until: string | null };
type Change = { step: NewStep; leaving: readonly Pair[]; coming: readonly Wanted[] };

type Refused = ReturnType<typeof rejected>;

/** A command by which who leads whom changes from a day on: some part, some come together. Nothing of what was is written over. */
const change =
	<Form>(
		what: 'replaced' | 'joined' | 'left',
		decide: (mentorship: Mentorship, form: Submitted<Form>) => Change | Refused
	) =>
	async (tx: Tx, actor: Actor, seen: Mentorship, form: Submitted<Form>, now: Now): Promise<Result<string>> => {
		allow(canKeepMentorships(actor));
		return once(tx, actor, form.token, now, async () => {
			const mentorship = await held(tx, actor, seen, now);
			const late = notNow(what, mentorship);
			if (late) return late;
			const decided = decide(mentorship, form);
			if ('problems' in decided) return decided;
			const { step, leaving, coming } = decided;
			const problem = await problemWithComing(tx, actor, mentorship, coming);
			if (problem) return rejected(problem);
			const act = newId(now);
			const [id = ''] = await writeSteps(tx, actor, act, [{ mentorship, steps: [step] }], now);
			await part(tx, actor, id, leaving, addDays(step.on, what === 'left' ? 0 : -1));
			await comeTogether(tx, actor, mentorship.id, id, coming, now);
			const settled = (await settle(tx, actor, seen, now)) ?? mentorship;
			await journal(tx, actor, `mentorship.${what}`, { kind: 'mentorship', id: seen.id }, now);
			await tell(tx, actor, 'replaced', act, [settled], { on: step.on }, now);
			return { ok: true, value: seen.id };
		});
	};

async function problemWithComing(tx: Tx, actor: Actor, mentorship: Mentorship, coming: readonly Wanted[]) {
	const ids = coming.flatMap(({ mentor, mentee }) => [mentor, mentee]);
	if (ids.length === 0) return undefined;
	if (coming.some(({ mentor, mentee }) => mentor === mentee))
		return { person: 'Человек не может быть сам себе наставником.' };
	const people = await lockedPeople(tx, actor, ids);
	if (people.size < new Set(ids).size) return notFound();
	const head = await problemWithHeads(tx, actor, people, coming);
	if (head) return { person: head };
	for (const { mentor, mentee, from, to } of coming) {
		const problem =
			problemWithWork(people.get(mentor), { from, to }) ?? problemWithWork(people.get(mentee), { from, to });
		if (problem) return { person: Object.values(problem)[0] ?? '' };
	}
	const inside = mentorship.pairs.find((pair) =>
		coming.some(
			({ mentor, mentee, from }) =>
				pair.mentor.id === mentor && pair.mentee.id === mentee && !pair.left && pair.to >= from
		)
	);
	if (inside) return { person: `${inside.mentor.name} и ${inside.mentee.name} уже работают вместе в этой паре.` };
	const clash = await problemWithClash(tx, actor, coming);
	return clash ? { person: clash } : undefined;
}

const part = (tx: Tx, { organisationId }: Actor, step: string, leaving: readonly Pair[], last: string) =>
	sql`update mentorship_pairs set left_step = ${step},
			period = daterange(lower(period), greatest(lower(period), ${last}::date) + 1)
		where organisation_id = ${organisationId} and id = any(${leaving.map(({ id }) => id)}::uuid[])`.execute(tx);

async function comeTogether(
	tx: Tx,
	{ organisationId }: Actor,
	mentorshipId: string,
	step: string,
	coming: readonly Wanted[],
	now: Now
) {
	if (coming.length === 0) return;
	await tx
		.insertInto('mentorship_pairs')
		.values(
			coming.map(({ mentor, mentee, role, from, to, until }) => ({
				organisation_id: organisationId,
				...{
					id: newId(now),
					mentorship_id: mentorshipId,
					mentor_id: mentor,
					mentee_id: mentee,
					role,
					joined_step: step
				},
				period: asRange({ from, to }),
				temporary: until !== null,
				until
			}))
		)
		.execute();
}

const goingOn = ({ pairs }: Mentorship) => pairs.filter(({ left }) => !left);
/** Those who stay when whoever stands in has gone. */
const lasting = (pairs: readonly Pair[]) => pairs.filter(({ temporary }) => !temporary);

export type Replacing = {
	was: string; // the mentor who goes, or is stood in for
	person: string; // who comes
	on: string;
	until: string | null; // «временный наставник»: until when
	reason: ChangeReason;
	confidence: string;
};

/** Another mentor from a day on; or somebody who stands in for a while, and the mentor stays. */
export const replaceMentor = change<Replacing>(
	'replaced',
	(mentorship, { was, person, on, until, reason, confidence }) => {
		const { term } = mentorship.life;
		const own = lasting(goingOn(mentorship)).filter(({ mentor }) => mentor.id === was);
		if (own.length === 0) return rejected({ was: 'Этот наставник здесь уже не работает. Откройте страницу заново.' });
		if (was === person) return rejected({ person: 'Это тот же наставник. Выберите другого.' });
		const outside = notWithin(term, on);
		if (outside) return outside;
		if (until && (until < on || until > term.to))
			return rejected({ until: `Укажите день с ${showDate(on)} по ${showDate(term.to)}.` });
		const coming = own.map(({ mentee, role }) => ({
			...{ mentor: person, mentee: mentee.id, role, from: on, to: until ?? term.to },
			until
		}));
		const words = until ? `временно, по ${showDate(until)}` : '';
		const step = { what: 'replaced' as const, on, personId: person, reason, words, confidence };
		return { step, leaving: until ? [] : own, coming };
	}
);

const notWithin = ({ from, to }: Span, on: string) =>
	on < from || on > to
		? rejected({ on: `Срок – с ${showDate(from)} по ${showDate(to)}: укажите день внутри него.` })
		: undefined;

export type Joining = { person: string; side: 'mentor' | 'mentee'; role: Role | ''; on: string };

/** One more mentee comes to all mentors, or one more mentor to all mentees. */
export const joinMentorship = change<Joining>('joined', (mentorship, { person, side, role, on }) => {
	const { term } = mentorship.life;
	if (mentorship.form === 'chain')
		return rejected({ form: 'В цепочке важен порядок: заведите новую, а эту завершите.' });
	if (role && side === 'mentee') return rejected({ role: 'Роль бывает у наставника. Выберите «без роли».' });
	const outside = notWithin(term, on);
	if (outside) return outside;
	const others = new Set(
		lasting(goingOn(mentorship)).map((pair) => (side === 'mentee' ? pair.mentor.id : pair.mentee.id))
	);
	const coming = [...others].map((other) => ({
		...(side === 'mentee' ? { mentor: other, mentee: person } : { mentor: person, mentee: other }),
		...{ role, from: on, to: term.to, until: null }
	}));
	return { step: { what: 'joined', on, personId: person }, leaving: [], coming };
});

export type Leaving = { person: string; on: string; reason: ChangeReason; confidence: string };

/** Somebody leaves a triad or a group; the rest go on. `on` is their last day. */
export const leaveMentorship = change<Leaving>('left', (mentorship, { person, on, reason, confidence }) => {
	const going = goingOn(mentorship);
	const leaving = going.filter(({ mentor, mentee }) => mentor.id === person || mentee.id === person);
	if (leaving.length === 0) return rejected({ person: 'Этот человек здесь уже не участвует.' });
	if (lasting(going).every((pair) => leaving.includes(pair)))
		return rejected({
			form: 'Без этого человека пары не остаётся: прекратите её раньше срока или смените наставника.'
		});
	const outside = notWithin(mentorship.life.term, on);
	if (outside) return outside;
	return { step: { what: 'left', on, personId: person, reason, confidence }, leaving, coming: [] };
});

import type { Actor } from '../../../core/actor';
import type { Act } from '../../../core/acts';
import { addDays, addYears, type Now, type Span, showDate } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { findCalendar } from '../../calendar/queries';
import { problemsWithEnding } from '../rules/ending';
import { shiftedTerm } from '../rules/life';
import type { Mentorship } from '../rules/mentorship';
import type { Told } from '../rules/notes';
import { canKeepMentorships, type EndReason, type PauseReason } from '../rules/words';
import { problemWithClash } from './propose';
import { tell } from './tell';
import { held, type NewStep, notNow, settle, writeSteps } from './write';

type Decided = { step: NewStep; told?: Told; until?: string };

/** One step of one mentorship: it is held, asked whether it may be taken, written, and told. */
async function turn(
	tx: Tx,
	actor: Actor,
	seen: Mentorship,
	token: string,
	{ what, act }: { what: NewStep['what']; act: Act },
	decide: (mentorship: Mentorship) => Promise<Decided | ReturnType<typeof rejected>>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepMentorships(actor));
	return once(tx, actor, token, now, async () => {
		const mentorship = await held(tx, actor, seen, now);
		const late = notNow(what, mentorship);
		if (late) return late;
		const decided = await decide(mentorship);
		if ('problems' in decided) return decided;
		const { step, told, until } = decided;
		const id = newId(now);
		await writeSteps(tx, actor, id, [{ mentorship, steps: [step] }], now);
		const settled = (await settle(tx, actor, seen, now)) ?? mentorship;
		await journal(tx, actor, act, { kind: 'mentorship', id: seen.id }, now);
		if (told) await tell(tx, actor, told, id, [settled], { on: step.on, ...(until && { until }) }, now);
		return { ok: true, value: seen.id };
	});
}

export type Pause = { on: string; until: string | null; reason: PauseReason; confidence: string };

/** «Приостановлено»: from `on` nothing is waited for; `until`: when they think to go on. */
export const suspendMentorship = (tx: Tx, actor: Actor, seen: Mentorship, pause: Submitted<Pause>, now: Now) =>
	turn(
		tx,
		actor,
		seen,
		pause.token,
		{ what: 'suspended', act: 'mentorship.suspended' },
		async ({ life: { term } }) => {
			const { on, until, reason, confidence } = pause;
			if (on < term.from || on > term.to)
				return rejected({ on: `Срок – с ${showDate(term.from)} по ${showDate(term.to)}: пауза бывает внутри него.` });
			if (until && until < on) return rejected({ until: 'Последний день паузы раньше первого.' });
			const words = until ? `по ${showDate(until)}` : '';
			return { step: { what: 'suspended', on, reason, words, confidence }, told: 'suspended', ...(until && { until }) };
		},
		now
	);

/** They go on from `on`; the term is as many days longer as the pause was, when it is so wanted. */
export const resumeMentorship = (
	tx: Tx,
	actor: Actor,
	seen: Mentorship,
	{ token, on, shift }: Submitted<{ on: string; shift: boolean }>,
	now: Now
) =>
	turn(
		tx,
		actor,
		seen,
		token,
		{ what: 'resumed', act: 'mentorship.resumed' },
		async (mentorship) => {
			const { suspendedOn, term } = mentorship.life;
			if (!suspendedOn || on < suspendedOn)
				return rejected({ on: `Пауза с ${showDate(suspendedOn ?? on)}: продолжить раньше нельзя.` });
			const later = shift ? shiftedTerm(term, suspendedOn, on) : undefined;
			const clash = later && (await clashOf(tx, actor, mentorship, later));
			if (clash) return rejected({ on: clash });
			return { step: { what: 'resumed', on, ...(later && { term: later }) }, told: 'resumed' };
		},
		now
	);

/** A later last day, or an earlier one: the term goes on, its order is amended. */
export const extendMentorship = (
	tx: Tx,
	actor: Actor,
	seen: Mentorship,
	{ token, to }: Submitted<{ to: string }>,
	now: Now
) =>
	turn(
		tx,
		actor,
		seen,
		token,
		{ what: 'extended', act: 'mentorship.extended' },
		async (mentorship) => {
			const { from, to: was } = mentorship.life.term;
			if (to <= was) return rejected({ to: `Срок и так до ${showDate(was)}: укажите день позже.` });
			if (to > addYears(from, 5)) return rejected({ to: 'Больше пяти лет вместе: проверьте год.' });
			const clash = await clashOf(tx, actor, mentorship, { from: addDays(was, 1), to });
			if (clash) return rejected({ to: clash });
			return { step: { what: 'extended', on: addDays(was, 1), term: { from, to } }, told: 'extended' };
		},
		now
	);

const clashOf = (tx: Tx, actor: Actor, { id, pairs }: Mentorship, { from, to }: Span) =>
	problemWithClash(
		tx,
		actor,
		pairs
			.filter(({ left, temporary }) => !left && !temporary)
			.map(({ mentor, mentee }) => ({ mentor: mentor.id, mentee: mentee.id, from, to })),
		id
	);

/** The programme has been gone through. */
export const completeMentorship = (
	tx: Tx,
	actor: Actor,
	seen: Mentorship,
	{ token, on, words }: Submitted<{ on: string; words: string }>,
	now: Now
) =>
	turn(
		tx,
		actor,
		seen,
		token,
		{ what: 'completed', act: 'mentorship.completed' },
		async ({ life: { term } }) => {
			if (on > now.today) return rejected({ on: 'Этот день ещё не наступил: запишите, когда программа завершится.' });
			if (on < term.from) return rejected({ on: `Срок начинается ${showDate(term.from)}: проверьте день.` });
			return { step: { what: 'completed', on, reason: 'goals-met', words }, told: 'completed' };
		},
		now
	);

export type Ending = { on: string; reason: EndReason; noticedOn: string | null; words: string; confidence: string };

/** Ended before its term (rules/ending.ts): `on` is the last day. */
export const endMentorship = (tx: Tx, actor: Actor, seen: Mentorship, ending: Submitted<Ending>, now: Now) =>
	turn(
		tx,
		actor,
		seen,
		ending.token,
		{ what: 'ended', act: 'mentorship.ended' },
		async (mentorship) => {
			const { token: _, ...step } = ending;
			const { noticedOn, on } = ending;
			const span = { from: noticedOn ?? on, to: addDays(noticedOn ?? on, 60) };
			const problems = problemsWithEnding(ending, mentorship, await findCalendar(tx, actor, span));
			if (noticedOn && noticedOn > now.today) problems.noticedOn = 'Этот день ещё не наступил.';
			if (Object.keys(problems).length > 0) return rejected(problems);
			return { step: { what: 'ended', ...step }, told: 'ended' };
		},
		now
	);

/** Works without an order: only with a reason, which stands in the history. */
export const allowMentorship = (
	tx: Tx,
	actor: Actor,
	seen: Mentorship,
	{ token, words }: Submitted<{ words: string }>,
	now: Now
) =>
	turn(
		tx,
		actor,
		seen,
		token,
		{ what: 'allowed', act: 'mentorship.allowed' },
		async () => ({ step: { what: 'allowed', on: now.today, words } }),
		now
	);

/** The proposal is taken back before it works. */
export const dropMentorship = (tx: Tx, actor: Actor, seen: Mentorship, { token }: { token: string }, now: Now) =>
	turn(
		tx,
		actor,
		seen,
		token,
		{ what: 'dropped', act: 'mentorship.dropped' },
		async () => ({ step: { what: 'dropped', on: now.today }, told: 'dropped' }),
		now
	);

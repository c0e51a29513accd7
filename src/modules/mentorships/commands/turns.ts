import type { Actor } from '../../../core/actor';
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
type Refused = ReturnType<typeof rejected>;
type Where = { tx: Tx; actor: Actor; now: Now };

/** A command of one step of one mentorship: it is held, asked whether it may be taken, written, and told. */
const turn =
	<Form>(
		what: 'suspended' | 'resumed' | 'extended' | 'completed' | 'ended' | 'allowed' | 'dropped',
		decide: (
			mentorship: Mentorship,
			form: Submitted<Form>,
			where: Where
		) => Decided | Refused | Promise<Decided | Refused>
	) =>
	async (tx: Tx, actor: Actor, seen: Mentorship, form: Submitted<Form>, now: Now): Promise<Result<string>> => {
		allow(canKeepMentorships(actor));
		return once(tx, actor, form.token, now, async () => {
			const mentorship = await held(tx, actor, seen, now);
			const late = notNow(what, mentorship);
			if (late) return late;
			const decided = await decide(mentorship, form, { tx, actor, now });
			if ('problems' in decided) return decided;
			const { step, told, until } = decided;
			const id = newId(now);
			await writeSteps(tx, actor, id, [{ mentorship, steps: [step] }], now);
			const settled = (await settle(tx, actor, seen, now)) ?? mentorship;
			await journal(tx, actor, `mentorship.${what}`, { kind: 'mentorship', id: seen.id }, now);
			if (told) await tell(tx, actor, told, id, [settled], { on: step.on, ...(until && { until }) }, now);
			return { ok: true, value: seen.id };
		});
	};

export type Pause = { on: string; until: string | null; reason: PauseReason; confidence: string };

/** «Приостановлено»: from `on` nothing is waited for; `until`: when they think to go on. */
export const suspendMentorship = turn<Pause>('suspended', ({ life: { term } }, { on, until, reason, confidence }) => {
	if (on < term.from || on > term.to)
		return rejected({ on: `Срок – с ${showDate(term.from)} по ${showDate(term.to)}: пауза бывает внутри него.` });
	if (until && until < on) return rejected({ until: 'Последний день паузы раньше первого.' });
	const words = until ? `по ${showDate(until)}` : '';
	return { step: { what: 'suspended', on, reason, words, confidence }, told: 'suspended', ...(until && { until }) };
});

/** They go on from `on`; the term is as many days longer as the pause was, when it is so wanted. */
export const resumeMentorship = turn<{ on: string; shift: boolean }>(
	'resumed',
	async (mentorship, { on, shift }, where) => {
		const { suspendedOn, term } = mentorship.life;
		if (!suspendedOn || on < suspendedOn)
			return rejected({ on: `Пауза с ${showDate(suspendedOn ?? on)}: продолжить раньше нельзя.` });
		const later = shift ? shiftedTerm(term, suspendedOn, on) : undefined;
		const clash = later && (await clashOf(where, mentorship, later));
		if (clash) return rejected({ on: clash });
		return { step: { what: 'resumed', on, ...(later && { term: later }) }, told: 'resumed' };
	}
);

/** A later last day, or an earlier one: the term goes on, its order is amended. */
export const extendMentorship = turn<{ to: string }>('extended', async (mentorship, { to }, where) => {
	const { from, to: was } = mentorship.life.term;
	if (to <= was) return rejected({ to: `Срок и так до ${showDate(was)}: укажите день позже.` });
	if (to > addYears(from, 5)) return rejected({ to: 'Больше пяти лет вместе: проверьте год.' });
	const clash = await clashOf(where, mentorship, { from: addDays(was, 1), to });
	if (clash) return rejected({ to: clash });
	return { step: { what: 'extended', on: addDays(was, 1), term: { from, to } }, told: 'extended' };
});

const clashOf = ({ tx, actor }: Where, { id, pairs }: Mentorship, { from, to }: Span) =>
	problemWithClash(
		tx,
		actor,
		pairs
			.filter(({ left, temporary }) => !left && !temporary)
			.map(({ mentor, mentee }) => ({ mentor: mentor.id, mentee: mentee.id, from, to })),
		id
	);

/** The programme has been gone through. */
export const completeMentorship = turn<{ on: string; words: string }>(
	'completed',
	({ life: { term } }, { on, words }, { now }) => {
		if (on > now.today) return rejected({ on: 'Этот день ещё не наступил: запишите, когда программа завершится.' });
		if (on < term.from) return rejected({ on: `Срок начинается ${showDate(term.from)}: проверьте день.` });
		return { step: { what: 'completed', on, reason: 'goals-met', words }, told: 'completed' };
	}
);

export type Ending = { on: string; reason: EndReason; noticedOn: string | null; words: string; confidence: string };

/** Ended before its term (rules/ending.ts): `on` is the last day. */
export const endMentorship = turn<Ending>('ended', async (mentorship, { token: _, ...ending }, { tx, actor, now }) => {
	const { noticedOn, on } = ending;
	const span = { from: noticedOn ?? on, to: addDays(noticedOn ?? on, 60) };
	const problems = problemsWithEnding(ending, mentorship, await findCalendar(tx, actor, span));
	if (noticedOn && noticedOn > now.today) problems.noticedOn = 'Этот день ещё не наступил.';
	if (Object.keys(problems).length > 0) return rejected(problems);
	return { step: { what: 'ended', ...ending }, told: 'ended' };
});

/** Works without an order: only with a reason, which stands in the history. */
export const allowMentorship = turn<{ words: string }>('allowed', (_, { words }, { now }) => ({
	step: { what: 'allowed', on: now.today, words }
}));

/** The proposal is taken back before it works. */
export const dropMentorship = turn<object>('dropped', (_, __, { now }) => ({
	step: { what: 'dropped', on: now.today },
	told: 'dropped'
}));

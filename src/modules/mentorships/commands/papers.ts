import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../core/actor';
import { addYears, type Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { recordConsents } from '../../consents/commands/record';
import type { Mentorship } from '../rules/mentorship';
import { type NeedCode, needsOf, type Side } from '../rules/missing';
import { canReadMentorships } from '../rules/words';
import { held, type NewStep, settle, writeSteps } from './write';

/** What of the needs is there now: «word», «consent», «agreement» of whom. */
export type Gathered = { code: Exclude<NeedCode, 'order' | 'change-order'>; side: Side; person: string };
export type Papers = { on: string; need: readonly Gathered[]; number: string; pay: string };

/** Words, consents and agreements of one mentorship that were gathered by a day: one act. Consents go into their register. */
export async function recordPapers(
	tx: Tx,
	actor: Actor,
	seen: Mentorship,
	{ token, ...papers }: Submitted<Papers>,
	now: Now
): Promise<Result<string>> {
	allow(canReadMentorships(actor));
	return once(tx, actor, token, now, async () => {
		const mentorship = await held(tx, actor, seen, now);
		const written = await gather(tx, actor, mentorship, papers, newId(now), now);
		if (!written.ok) return written;
		await settle(tx, actor, seen, now);
		await journal(tx, actor, 'mentorship.papers-recorded', { kind: 'mentorship', id: seen.id }, now, {
			details: { count: written.value }
		});
		return { ok: true, value: seen.id };
	});
}

/** The same inside another act. Answers with how many were written. */
export async function gather(
	tx: Tx,
	actor: Actor,
	mentorship: Mentorship,
	{ on, need: gathered, number, pay }: Papers,
	act: string,
	now: Now
): Promise<Result<number>> {
	if (on > now.today) return rejected({ on: 'Этот день ещё не наступил: проверьте дату на бумаге.' });
	if (on < addYears(now.today, -5)) return rejected({ on: 'Больше пяти лет назад: проверьте год.' });
	const open = needsOf(mentorship, now.today).filter(({ done, person }) => !done && person);
	const fresh = gathered.filter(({ code, person }) =>
		open.some((need) => need.code === code && need.person?.id === person)
	);
	if (fresh.length === 0) return rejected({ need: 'Отметьте, что собрано: всё остальное уже записано.' });
	for (const kind of ['mentor', 'mentee'] as const) {
		const person = fresh.filter(({ code, side }) => code === 'consent' && side === kind).map((one) => one.person);
		if (person.length === 0) continue;
		const consents = { token: randomUUID(), kind, givenOn: on, validUntil: null, person };
		const recorded = await recordConsents(tx, actor, consents, null, now);
		if (!recorded.ok) return recorded;
	}
	const steps = fresh.flatMap(({ code, person }): NewStep[] => {
		if (code === 'word') return [{ what: 'accepted', on, personId: person, how: 'words' }];
		return code === 'agreement' ? [{ what: 'agreement', on, personId: person, number, pay }] : [];
	});
	await writeSteps(tx, actor, act, [{ mentorship, steps }], now);
	return { ok: true, value: fresh.length };
}

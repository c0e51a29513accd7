import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import { asRange, type Now, type Span } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { keepProgrammes } from '../../registry/commands/mentorship-programmes';
import { findMentorship } from '../queries/mentorships';
import { may, states, type What } from '../rules/life';
import type { Mentorship } from '../rules/mentorship';
import { programmesOf } from '../rules/programmes';
import { fits, formOf } from '../rules/proposal';
import type { Reason } from '../rules/words';

/** The mentorship as it stands now; whoever else acts on it at this moment is waited for. */
export async function held(tx: Tx, actor: Actor, { id }: { id: string }, now: Now): Promise<Mentorship> {
	await sql`select from mentorships where organisation_id = ${actor.organisationId} and id = ${id}
		for no key update`.execute(tx);
	return (await findMentorship(tx, actor, id, now)) ?? notFound();
}

/** What is said to whoever comes too late, or asks for a step out of order. */
export function notNow(what: What, { life }: Mentorship) {
	if (may(what, life.state)) return undefined;
	return rejected({
		form: `Пара ${states[life.state]}: этого шага сейчас сделать нельзя. Откройте её страницу заново.`
	});
}

export type NewStep = {
	what: What;
	on: string;
	personId?: string;
	how?: 'program' | 'words';
	term?: Span;
	orderId?: string;
	number?: string;
	pay?: string;
	reason?: Reason;
	noticedOn?: string | null;
	words?: string;
	confidence?: string; // read by the curator alone
};

type Writing = { mentorship: Pick<Mentorship, 'id' | 'lastPosition'>; steps: readonly NewStep[] };

/** Writes steps of one act, of one mentorship or many. Answers with their ids in the order they were given. */
export async function writeSteps(tx: Tx, actor: Actor, act: string, writings: readonly Writing[], now: Now) {
	const rows = writings.flatMap(({ mentorship, steps }) =>
		steps.map((step, at) => ({
			...step,
			id: newId(now),
			of: mentorship.id,
			position: mentorship.lastPosition + at + 1
		}))
	);
	if (rows.length === 0) return [];
	await tx
		.insertInto('mentorship_steps')
		.values(
			rows.map((step) => ({
				organisation_id: actor.organisationId,
				id: step.id,
				mentorship_id: step.of,
				act_id: act,
				position: step.position,
				what: step.what,
				on_date: step.on,
				person_id: step.personId ?? null,
				how: step.how ?? null,
				term: step.term ? asRange(step.term) : null,
				order_id: step.orderId ?? null,
				number: step.number ?? '',
				pay: step.pay ?? '',
				reason: step.reason ?? null,
				noticed_on: step.noticedOn ?? null,
				words: step.words ?? '',
				recorded_at: now.at,
				recorded_by: actor.personId
			}))
		)
		.execute();
	const told = rows.flatMap(({ id, confidence }) =>
		confidence ? [{ organisation_id: actor.organisationId, step_id: id, words: confidence }] : []
	);
	if (told.length > 0) await tx.insertInto('mentorship_confidences').values(told).execute();
	return rows.map(({ id }) => id);
}

/** After steps: the days of its pairs, and what the register says of those in the programme, follow from how it stands now. */
export async function settle(tx: Tx, actor: Actor, { id }: { id: string }, now: Now): Promise<Mentorship | undefined> {
	const mentorship = await findMentorship(tx, actor, id, now);
	if (!mentorship) {
		await keepProgrammes(tx, actor, id, [], now);
		return undefined;
	}
	const { life, pairs } = mentorship;
	const over = life.state === 'ended' || life.state === 'completed';
	const last = over && life.since < life.term.to ? life.since : life.term.to;
	await sql`
		update mentorship_pairs set void = ${life.state === 'declined' || life.state === 'dropped'},
			period = daterange(lower(period), greatest(lower(period), least(until, ${last}::date)) + 1)
		where organisation_id = ${actor.organisationId} and mentorship_id = ${id} and removed_at is null
			and left_step is null`.execute(tx);
	const settled = pairs.map((pair) => {
		if (pair.left) return pair;
		const to = pair.until && pair.until < last ? pair.until : last;
		return { ...pair, to: to > pair.from ? to : pair.from };
	});
	const going = settled.filter(({ left, temporary }) => !left && !temporary);
	const named = going.map(({ mentor, mentee }) => ({ mentor: mentor.id, mentee: mentee.id }));
	if (!fits(mentorship.form, named))
		await tx
			.updateTable('mentorships')
			.set({ form: formOf(named) })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', id)
			.execute();
	await keepProgrammes(tx, actor, id, programmesOf({ ...mentorship, pairs: settled }), now);
	return { ...mentorship, pairs: settled };
}

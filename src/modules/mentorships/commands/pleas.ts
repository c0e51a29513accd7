import { type Actor, system } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal, noteNothingDone } from '../../../db/journal';
import { once } from '../../../db/once';
import { writeNotes } from '../../notifications/commands/notes';
import { findPlea, listOwnPleas, listReaders, type Plea } from '../queries/pleas';
import { isOver } from '../rules/life';
import type { Mentorship } from '../rules/mentorship';
import { canReadPleas, type PleaWhat, pleaStanding, type Reader, type Wish } from '../rules/pleas';

export type Asked = { wish: Wish; reader: Reader; words: string };

/** The journal tells that somebody has asked, and not who: it is read by more than the one who was asked. */
const nobody = ({ organisationId, timeZone }: Actor) => system(organisationId, timeZone);

/** A mentor or a mentee asks for help, or to part, of whom they choose. The other one of the pair learns nothing. */
export async function askPlea(
	tx: Tx,
	actor: Actor,
	{ id: mentorshipId, life }: Mentorship,
	{ token, wish, reader, words }: Submitted<Asked>,
	now: Now
): Promise<Result<string>> {
	return once(tx, actor, token, now, async () => {
		if (isOver(life.state)) return rejected({ form: 'Эта пара уже завершена. Скажите куратору лично.' });
		const asked = (await listReaders(tx, actor, mentorshipId, now)).find((one) => one.reader === reader);
		if (!asked) return rejected({ reader: 'Выберите, кому сказать.' });
		const waiting = (await listOwnPleas(tx, actor)).some(
			(one) => one.mentorshipId === mentorshipId && one.wish === wish && pleaStanding(one.steps) !== 'over'
		);
		if (waiting)
			return rejected({ form: 'Вы уже просили об этом. Если передумали, заберите ту просьбу в «Моей паре».' });
		const id = newId(now);
		const whose = { organisation_id: actor.organisationId, person_id: actor.personId, mentorship_id: mentorshipId };
		await tx
			.insertInto('pleas')
			.values({ ...whose, id, wish, reader, words, asked_on: now.today, asked_at: now.at })
			.execute();
		await journal(tx, nobody(actor), 'plea.asked', { kind: 'plea', id }, now);
		const note = {
			heading: 'К вам обратились из пары',
			lines: ['Кто и о чём, сказано только в программе. Ответа ждут в течение трёх рабочих дней.'],
			href: '/pleas',
			label: 'Просьбы из пар'
		};
		const told = asked.people.filter((one) => one.id !== actor.personId);
		await writeNotes(
			tx,
			actor,
			told.map(({ id: personId }) => ({ personId, key: `plea ${id}`, note })),
			now
		);
		return { ok: true, value: id };
	});
}

async function write(tx: Tx, actor: Actor, pleaId: string, what: PleaWhat, words: string, now: Now) {
	await tx
		.insertInto('plea_steps')
		.values({
			...{ organisation_id: actor.organisationId, id: newId(now), plea_id: pleaId, what, words },
			...{ on_date: now.today, recorded_at: now.at, recorded_by: actor.personId }
		})
		.execute();
}

/** Whoever asked takes it back: nothing has to be explained. */
export async function takePleaBack(
	tx: Tx,
	actor: Actor,
	{ id, steps }: Plea,
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	return once(tx, actor, token, now, async () => {
		if (pleaStanding(steps) === 'over') noteNothingDone(tx);
		else {
			await write(tx, actor, id, 'taken-back', '', now);
			await journal(tx, nobody(actor), 'plea.taken-back', { kind: 'plea', id }, now);
		}
		return { ok: true, value: id };
	});
}

export type Answering = { what: 'answered' | 'settled'; words: string };

/** The one who was asked answers in words for whoever asked, or says that it is settled. */
export async function answerPlea(
	tx: Tx,
	actor: Actor,
	{ id }: Plea,
	{ token, what, words }: Submitted<Answering>,
	now: Now
): Promise<Result<string>> {
	allow(canReadPleas(actor));
	return once(tx, actor, token, now, async () => {
		const plea = (await findPlea(tx, actor, id)) ?? notFound();
		if (pleaStanding(plea.steps) === 'over')
			return rejected({ form: 'Эта просьба уже закрыта. Откройте список заново.' });
		if (what === 'answered' && !words)
			return rejected({ words: 'Напишите, что сделаете или когда поговорите: это прочтёт тот, кто просил.' });
		await write(tx, actor, id, what, words, now);
		await journal(tx, actor, 'plea.answered', { kind: 'plea', id }, now);
		const note = {
			heading: what === 'answered' ? 'На вашу просьбу ответили' : 'Ваша просьба закрыта',
			lines: ['Ответ – в «Моей паре». Второй человек в паре его не видит.'],
			href: '/my-pair',
			label: 'Моя пара'
		};
		await writeNotes(tx, actor, [{ personId: plea.personId, key: `plea ${id} ${token}`, note }], now);
		return { ok: true, value: id };
	});
}

/** The last word of the one who was asked is taken back; what the asker has taken back stays so. */
export async function undoPleaStep(
	tx: Tx,
	actor: Actor,
	{ id }: Plea,
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	allow(canReadPleas(actor));
	return once(tx, actor, token, now, async () => {
		const last = ((await findPlea(tx, actor, id)) ?? notFound()).steps.at(-1);
		if (!last || last.what === 'taken-back') {
			noteNothingDone(tx);
			return { ok: true, value: id };
		}
		await tx
			.updateTable('plea_steps')
			.set({ undone_at: now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', last.id)
			.execute();
		await journal(tx, actor, 'plea.answer-undone', { kind: 'plea', id }, now);
		return { ok: true, value: id };
	});
}

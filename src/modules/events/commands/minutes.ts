import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted, type Values } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { takeBackArtefact } from '../../roadmap/commands/close-by-artefact';
import { type Event, listCalled } from '../queries/event';
import { listNumbers, type Minutes } from '../queries/minutes';
import { canKeepEvents } from '../rules/event';
import { type MinutesItem, minutesYear } from '../rules/minutes';
import { proveByMinutes } from './prove';

type Written = {
	version: number;
	number: string;
	chair: string;
	secretary: string;
	guests: string;
	present: number | null;
	invited: number | null;
	items: readonly MinutesItem[];
};

/** Keeps the minutes as far as they are written; two who write at once are told. Version 0: none are kept yet. */
async function save(
	tx: Tx,
	actor: Actor,
	event: Event,
	said: Written,
	theirs: Values,
	now: Now
): Promise<Result<null>> {
	const { version, number, chair, secretary, guests, present, invited, items } = said;
	const row = {
		...{ number, chair, secretary, guests, present, invited },
		items: JSON.stringify(items),
		body: event.body,
		school_year: minutesYear(event.heldOn),
		version: version + 1,
		written_at: now.at,
		written_by: actor.personId
	};
	const { numInsertedOrUpdatedRows } = await tx
		.insertInto('event_minutes')
		.values({ organisation_id: actor.organisationId, event_id: event.id, ...row })
		.onConflict((is) =>
			is
				.columns(['organisation_id', 'event_id'])
				.doUpdateSet(row)
				.where('event_minutes.version', '=', version)
				.where('event_minutes.signed_at', 'is', null)
		)
		.executeTakeFirstOrThrow();
	return numInsertedOrUpdatedRows
		? { ok: true, value: null }
		: rejected(
				{ form: 'Пока вы писали, протокол сохранил или подписал кто-то другой. Сверьте его слова со своими.' },
				theirs
			);
}

export async function writeMinutes(
	tx: Tx,
	actor: Actor,
	event: Event,
	{ token, theirs, ...said }: Submitted<Written & { theirs: Values }>,
	now: Now
): Promise<Result<null>> {
	allow(canKeepEvents(actor));
	return once(tx, actor, token, now, async () => {
		const saved = await save(tx, actor, event, said, theirs, now);
		if (saved.ok) await journal(tx, actor, 'event.minutes-written', { kind: 'event', id: event.id }, now);
		return saved;
	});
}

type Signing = Written & { signedOn: string; closes: readonly string[]; theirs: Values };

/** The minutes are signed: their words and the list of those present stand, and they are the evidence. Answers with how many lines of the plan were closed. */
export async function signMinutes(
	tx: Tx,
	actor: Actor,
	event: Event,
	{ token, theirs, signedOn, closes, ...said }: Submitted<Signing>,
	now: Now
): Promise<Result<number>> {
	allow(canKeepEvents(actor));
	return once(tx, actor, token, now, async () => {
		if (signedOn > now.today) return rejected({ signedOn: 'Этот день ещё не наступил.' });
		if (signedOn < event.heldOn)
			return rejected({ signedOn: 'Протокол не подписывают раньше самого заседания. Проверьте дату.' });
		const taken = (await listNumbers(tx, actor, event.body, minutesYear(event.heldOn))).find(
			({ eventId, number }) => number === said.number && eventId !== event.id
		);
		if (taken)
			return rejected({ number: `Протокол № ${said.number} в этом учебном году уже есть. Возьмите следующий номер.` });
		const saved = await save(tx, actor, event, said, theirs, now);
		if (!saved.ok) return saved;
		const people = (await listCalled(tx, actor, event.id, now))
			.filter(({ attendance }) => attendance !== null)
			.map(({ name, post, attendance }) => ({ name, post, attendance }));
		await tx
			.updateTable('event_minutes')
			.set({
				people: JSON.stringify(people),
				signed_on: signedOn,
				signed_at: now.at,
				signed_by: actor.personId
			})
			.where('organisation_id', '=', actor.organisationId)
			.where('event_id', '=', event.id)
			.execute();
		await journal(tx, actor, 'event.minutes-signed', { kind: 'event', id: event.id }, now, {
			details: { number: said.number }
		});
		const minutes: Minutes = {
			...said,
			eventId: event.id,
			body: event.body,
			items: [...said.items],
			people,
			signedOn
		};
		return { ok: true, value: await proveByMinutes(tx, actor, event, minutes, closes, now) };
	});
}

/** The signature is taken back, to correct the words. */
export async function unsignMinutes(
	tx: Tx,
	actor: Actor,
	event: Event,
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	allow(canKeepEvents(actor));
	return once(tx, actor, token, now, async () => {
		const { numUpdatedRows } = await tx
			.updateTable('event_minutes')
			.set({ signed_on: null, signed_at: null, signed_by: null, people: '[]' })
			.where('organisation_id', '=', actor.organisationId)
			.where('event_id', '=', event.id)
			.where('signed_at', 'is not', null)
			.executeTakeFirstOrThrow();
		if (numUpdatedRows === 0n) return rejected({ form: 'Подпись уже снята.' });
		await takeBackArtefact(tx, actor, { kind: 'minutes', id: event.id }, now);
		await journal(tx, actor, 'event.minutes-unsigned', { kind: 'event', id: event.id }, now);
		return { ok: true, value: event.id };
	});
}

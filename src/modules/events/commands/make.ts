import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted, type Values } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { visiblePeople } from '../../people/queries/visible';
import { findByOccurrence } from '../../roadmap/queries/activities';
import type { Audience } from '../../surveys/rules/audience';
import type { EventInput } from '../form';
import { type Event, findKinds, listWavesToLeadTo } from '../queries/event';
import { canKeepEvents } from '../rules/event';
import type { EventKind } from '../rules/kinds';
import { callPeople } from './call';

export type EventWords = Submitted<EventInput & { audience: Audience }>;

/** The columns of an event as its form names them. */
export const rowOf = ({ audience, ...said }: Omit<EventWords, 'token'>, kind: Pick<EventKind, 'body' | 'meets'>) => ({
	kind: said.kind,
	body: kind.body,
	meets: kind.meets,
	title: said.title,
	words: said.words,
	held_on: said.heldOn,
	starts_at: kind.meets ? said.startsAt : null,
	lasts: said.lasts,
	place: said.place,
	link: said.link,
	led_by: said.ledBy,
	agenda: JSON.stringify(said.agenda),
	audience: JSON.stringify(audience),
	outside: said.outside,
	outside_count: said.outsideCount,
	acquaints: said.acquaints,
	acquaint_by: said.acquaints ? said.acquaintBy : null,
	calls_mentors: said.callsMentors,
	consents: [...said.consents],
	wave_id: said.wave,
	occurrence_id: said.occurrence
});

/** What the form names must be there: the kind, the leader, the questionnaire, the line of the plan. */
export async function checkEvent(tx: Tx, actor: Actor, said: Omit<EventInput, 'token'>, now: Now, before?: Event) {
	const { kinds } = await findKinds(tx, actor);
	const kind = kinds.find(({ name }) => name === said.kind) ?? (before?.kind === said.kind ? before : undefined);
	if (!kind) return rejected({ kind: 'Такого вида в вашем списке нет: выберите другой.' });
	if (said.acquaintBy && said.acquaintBy < said.heldOn)
		return rejected({ acquaintBy: 'Ознакомиться просят раньше, чем объявлено. Проверьте даты.' });
	if (said.ledBy) {
		const leader = await visiblePeople(tx, actor).where('p.id', '=', said.ledBy).select('p.id').executeTakeFirst();
		if (!leader) return rejected({ ledBy: 'Выберите человека из списка.' });
	}
	if (said.wave && before?.wave?.id !== said.wave) {
		const waves = await listWavesToLeadTo(tx, actor);
		if (!waves.some(({ id }) => id === said.wave)) return rejected({ wave: 'Выберите анкету из списка.' });
	}
	if (said.occurrence && !(await findByOccurrence(tx, actor, said.occurrence, now.today)))
		return rejected({ occurrence: 'Выберите мероприятие из списка.' });
	return { ok: true as const, kind };
}

/** Makes an event; `announce`: those called see it at once. Answers with its id and how many are called. */
export async function makeEvent(
	tx: Tx,
	actor: Actor,
	{ token, ...said }: EventWords,
	now: Now
): Promise<Result<string>> {
	allow(canKeepEvents(actor));
	return once(tx, actor, token, now, async () => {
		const checked = await checkEvent(tx, actor, said, now);
		if (!checked.ok) return checked;
		const id = newId(now);
		const announced = said.announce ? { announced_at: now.at, announced_by: actor.personId } : {};
		await tx
			.insertInto('events')
			.values({
				organisation_id: actor.organisationId,
				id,
				...rowOf(said, checked.kind),
				legal_act_key: said.legalAct || null,
				made_at: now.at,
				made_by: actor.personId,
				changed_at: now.at,
				...announced
			})
			.execute();
		const called = await callPeople(tx, actor, [id], said.audience, now);
		if (said.announce && called === 0 && !said.outside) return rejected({ staff: 'Отметьте, кого зовёте.' });
		await journal(tx, actor, 'event.made', { kind: 'event', id }, now, { details: { called } });
		if (said.announce) await journal(tx, actor, 'event.announced', { kind: 'event', id }, now, { details: { called } });
		return { ok: true, value: id };
	});
}

type Changed = EventWords & { version: number; theirs: Values };

/** Other words, another day, other people. */
export async function changeEvent(
	tx: Tx,
	actor: Actor,
	event: Event,
	{ token, version, theirs, ...said }: Changed,
	now: Now
): Promise<Result<string>> {
	allow(canKeepEvents(actor));
	return once(tx, actor, token, now, async () => {
		const checked = await checkEvent(tx, actor, said, now, event);
		if (!checked.ok) return checked;
		const { numUpdatedRows } = await tx
			.updateTable('events')
			.set({ ...rowOf(said, checked.kind), version: version + 1, changed_at: now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', event.id)
			.where('version', '=', version)
			.executeTakeFirst();
		if (!numUpdatedRows)
			return rejected({ form: 'Пока вы правили, это изменил кто-то другой. Сверьте и сохраните ещё раз.' }, theirs);
		const called = await callPeople(tx, actor, [event.id], said.audience, now);
		await journal(tx, actor, 'event.changed', { kind: 'event', id: event.id }, now, { details: { called } });
		return { ok: true, value: event.id };
	});
}

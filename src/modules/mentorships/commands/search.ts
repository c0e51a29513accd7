import { sql } from 'kysely';
import { type Actor, has } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal, noteNothingDone } from '../../../db/journal';
import { once } from '../../../db/once';
import { visiblePeople } from '../../people/queries/visible';
import { closeByArtefact } from '../../roadmap/commands/close-by-artefact';
import { listSearching, type SearchBelow } from '../queries/search';
import { type Closing, exchangeKeepers, mayWriteFact, names, type SearchFact } from '../rules/search';
import { canKeepMentorships } from '../rules/words';

export type Fact = { person: string; what: SearchFact; note: string };

/** Something was done for somebody who has no mentor: looked again, asked whether support is needed, began it. */
export async function recordFact(
	tx: Tx,
	actor: Actor,
	{ token, person, what, note }: Submitted<Fact>,
	now: Now
): Promise<Result<string>> {
	allow(mayWriteFact(actor, what));
	return once(tx, actor, token, now, async () => {
		const known = await visiblePeople(tx, actor).where('p.id', '=', person).select('p.id').executeTakeFirst();
		if (!known) return notFound();
		const id = newId(now);
		await tx
			.insertInto('search_facts')
			.values({
				organisation_id: actor.organisationId,
				...{ id, person_id: person, what, note },
				on_date: now.today,
				recorded_at: now.at,
				recorded_by: actor.personId
			})
			.execute();
		await journal(tx, actor, 'search.noted', { kind: 'person', id: person }, now, { details: { what } });
		return { ok: true, value: id };
	});
}

/** Written by mistake: by whoever may write it. */
export async function undoFact(
	tx: Tx,
	actor: Actor,
	{ id, personId, what }: { id: string; personId: string; what: SearchFact },
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	allow(mayWriteFact(actor, what));
	return once(tx, actor, token, now, async () => {
		await tx
			.updateTable('search_facts')
			.set({ undone_at: now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', id)
			.execute();
		await journal(tx, actor, 'search.note-undone', { kind: 'person', id: personId }, now);
		return { ok: true, value: personId };
	});
}

export type Asking = { person: string; subject: string; words: string; format: string };

/** The district's network is asked: organisations above see what is looked for, and not for whom. */
export async function askNetwork(
	tx: Tx,
	actor: Actor,
	{ token, person, subject, words, format }: Submitted<Asking>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepMentorships(actor));
	return once(tx, actor, token, now, async () => {
		const known = await visiblePeople(tx, actor)
			.where('p.id', '=', person)
			.select(['p.family_name as family', 'p.patronymic'])
			.executeTakeFirst();
		if (!known) return notFound();
		if (names(`${subject} ${words}`, known.family) || names(`${subject} ${words}`, known.patronymic))
			return rejected({ words: 'Уберите фамилию и отчество: в запросе к сети имён не бывает.' });
		const { rows } = await sql`select from organisations_above() limit 1`.execute(tx);
		if (rows.length === 0)
			return rejected({ form: 'Над вашей организацией в программе никого нет: спросить сеть пока не у кого.' });
		const id = newId(now);
		const { numInsertedOrUpdatedRows } = await tx
			.insertInto('mentor_searches')
			.values({
				organisation_id: actor.organisationId,
				...{ id, person_id: person, subject, words, format },
				asked_on: now.today,
				asked_at: now.at,
				asked_by: actor.personId
			})
			.onConflict((is) => is.doNothing())
			.executeTakeFirstOrThrow();
		if (!numInsertedOrUpdatedRows) return rejected({ form: 'Запрос об этом человеке уже открыт.' });
		await journal(tx, actor, 'mentor-search.asked', { kind: 'mentor-search', id }, now);
		return { ok: true, value: id };
	});
}

/** Nobody is looked for any more. */
export async function closeSearch(
	tx: Tx,
	actor: Actor,
	search: { id: string; closedAt: string | null },
	{ token, because }: Submitted<{ because: Closing }>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepMentorships(actor));
	return once(tx, actor, token, now, async () => {
		if (search.closedAt) {
			noteNothingDone(tx);
			return { ok: true, value: search.id };
		}
		await tx
			.updateTable('mentor_searches')
			.set({ closed_on: now.today, closed_because: because, closed_at: now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', search.id)
			.execute();
		await journal(tx, actor, 'mentor-search.closed', { kind: 'mentor-search', id: search.id }, now);
		return { ok: true, value: search.id };
	});
}

/** An organisation above says whose mentor could help, and how to reach them. */
export async function answerSearch(
	tx: Tx,
	actor: Actor,
	search: SearchBelow,
	{ token, words }: Submitted<{ words: string }>,
	now: Now
): Promise<Result<string>> {
	allow(has(actor, ...exchangeKeepers));
	return once(tx, actor, token, now, async () => {
		const id = newId(now);
		await tx
			.insertInto('mentor_search_answers')
			.values({
				organisation_id: actor.organisationId,
				...{ id, asker_id: search.asker, search_id: search.id, words },
				answered_at: now.at,
				answered_by: actor.personId
			})
			.execute();
		await journal(tx, actor, 'mentor-search.answered', { kind: 'mentor-search', id: search.id }, now);
		return { ok: true, value: id };
	});
}

/** What has been done for those without a mentor closes lines of the plan: numbers, and nobody's name. */
export async function closeBySearch(
	tx: Tx,
	actor: Actor,
	{ token, closes }: Submitted<{ closes: readonly string[] }>,
	now: Now
): Promise<Result<number>> {
	allow(canKeepMentorships(actor));
	return once(tx, actor, token, now, async () => {
		if (closes.length === 0) return rejected({ closes: 'Отметьте мероприятие, которое этим выполнено' });
		const all = await listSearching(tx, actor, now);
		if (all.every(({ facts, search }) => facts.length === 0 && !search))
			return rejected({ form: 'Пока ни для кого ничего не записано: подтвердить нечем.' });
		const many = (test: (one: (typeof all)[number]) => boolean) => all.filter(test).length;
		const words = [
			`Без наставника: ${all.length}`,
			`поиск продолжается: ${many(({ facts, search }) => !!search || facts.some(({ what }) => what === 'searched'))}`,
			`поддержка предложена: ${many(({ support }) => support !== 'unasked')}, нужна или идёт: ${many(({ support }) => support === 'wanted' || support === 'begun')}`,
			`запросов к сети: ${many(({ search }) => !!search)}`
		].join('; ');
		const day = now.today.split('-').reverse().join('.');
		const artefact = {
			kind: 'mentor-search' as const,
			id: actor.organisationId,
			on: now.today,
			title: `Поиск и поддержка тех, кто без наставника, на ${day}`,
			words
		};
		const { closed } = await closeByArtefact(tx, actor, closes, artefact, now);
		return closed.length > 0
			? { ok: true, value: closed.length }
			: rejected({ closes: 'Это уже отметил кто-то из коллег' });
	});
}

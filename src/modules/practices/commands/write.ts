import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted, type Values } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { findByOccurrence } from '../../roadmap/queries/activities';
import type { PracticeInput } from '../form';
import { listPossibleAuthors, type Practice } from '../queries/practice';
import { findFinished } from '../queries/programme';
import { canChange, canKeepPractices } from '../rules/practice';
import { acceptPractice, proveAnew } from './accept';

type Words = Omit<PracticeInput, 'token' | 'author' | 'occurrence' | 'programme'>;

/** The columns of a case as its form names them. */
const rowOf = ({ before, after, title, form, spreads, ...texts }: Words) => ({
	title,
	form,
	spreads,
	problem: texts.problem,
	goal: texts.goal,
	audience: texts.audience,
	dates: texts.dates,
	steps: texts.steps,
	resources: texts.resources,
	before_words: before,
	after_words: after,
	figures: texts.figures,
	risks: texts.risks,
	conditions: texts.conditions,
	links: texts.links
});

/** Authors must be people of this place, the line of the plan and the programme must be there. */
async function check(tx: Tx, actor: Actor, said: PracticeInput, now: Now, before?: Practice) {
	const also = before?.authors.map(({ id }) => id) ?? [];
	const possible = new Set((await listPossibleAuthors(tx, actor, now, also)).map(({ id }) => id));
	if (!said.author.every((id) => possible.has(id))) return rejected({ author: 'Выберите авторов из списка.' });
	if (!canKeepPractices(actor)) return { ok: true as const, value: null };
	const kept = before?.activity?.occurrenceId === said.occurrence;
	if (said.occurrence && !kept && !(await findByOccurrence(tx, actor, said.occurrence, now.today)))
		return rejected({ occurrence: 'Выберите мероприятие из списка.' });
	if (said.programme && !before && !(await findFinished(tx, actor, { programme: said.programme })))
		return rejected({ form: 'Завершённой программы уже нет: её убрали или возобновили. Откройте форму заново.' });
	return { ok: true as const, value: null };
}

async function writeAuthors(
	tx: Tx,
	{ organisationId: organisation_id }: Actor,
	id: string,
	people: readonly string[],
	now: Now
) {
	await tx
		.deleteFrom('practice_authors')
		.where('organisation_id', '=', organisation_id)
		.where('practice_id', '=', id)
		.execute();
	await tx
		.insertInto('practice_authors')
		.values([...new Set(people)].map((person_id) => ({ organisation_id, id: newId(now), practice_id: id, person_id })))
		.execute();
}

/** Writes a case down as a draft; `accept`: a keeper puts it into the bank at once. Answers with its id. */
export async function makePractice(
	tx: Tx,
	actor: Actor,
	said: PracticeInput & { accept: boolean },
	now: Now
): Promise<Result<string>> {
	const keeps = canKeepPractices(actor);
	return once(tx, actor, said.token, now, async () => {
		const checked = await check(tx, actor, said, now);
		if (!checked.ok) return checked;
		const id = newId(now);
		await tx
			.insertInto('practices')
			.values({
				organisation_id: actor.organisationId,
				id,
				...rowOf(said),
				programme_id: keeps ? said.programme : null,
				occurrence_id: keeps ? said.occurrence : null,
				made_at: now.at,
				made_by: actor.personId,
				changed_at: now.at
			})
			.execute();
		await writeAuthors(tx, actor, id, said.author, now);
		await journal(tx, actor, 'practice.made', { kind: 'practice', id }, now);
		if (keeps && said.accept) {
			const accepted = await acceptPractice(tx, actor, id, [], now);
			if (!accepted.ok) return accepted;
		}
		return { ok: true, value: id };
	});
}

type Changed = Submitted<PracticeInput & { version: number; theirs: Values }>;

/** Other words; the paper of a case that proves something is put anew. */
export async function changePractice(
	tx: Tx,
	actor: Actor,
	practice: Practice,
	{ version, theirs, ...said }: Changed,
	now: Now
): Promise<Result<string>> {
	allow(canChange(actor, practice));
	return once(tx, actor, said.token, now, async () => {
		const checked = await check(tx, actor, said, now, practice);
		if (!checked.ok) return checked;
		const { numUpdatedRows } = await tx
			.updateTable('practices')
			.set({
				...rowOf(said),
				...(canKeepPractices(actor) && { occurrence_id: said.occurrence }),
				version: version + 1,
				changed_at: now.at
			})
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', practice.id)
			.where('version', '=', version)
			.executeTakeFirst();
		if (!numUpdatedRows)
			return rejected({ form: 'Пока вы правили, это изменил кто-то другой. Сверьте и сохраните ещё раз.' }, theirs);
		await writeAuthors(tx, actor, practice.id, said.author, now);
		await journal(tx, actor, 'practice.changed', { kind: 'practice', id: practice.id }, now);
		if (practice.acceptedAt) await proveAnew(tx, actor, practice.id, now);
		return { ok: true, value: practice.id };
	});
}

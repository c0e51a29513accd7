import type { Actor } from '../../../core/actor';
import { addDays, asRange, type Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import type { Outcome, StaffImport } from '../queries/staff-import';
import { type KnownPerson, listStaff } from '../queries/staff-lines';
import { canKeepPeople } from '../rules/person';
import { listRows } from '../rules/staff-import/draft';
import { type ChangedField, countFates, type Fate, fatesOf, withoutFirstDay } from '../rules/staff-import/matching';
import type { Told } from '../rules/staff-import/rows';
import { insertPerson, setSubjects } from './add-person';
import { columns } from './change-person';
import { setPost } from './periods';
import { change, gone } from './staff-import';

export type Acceptance = {
	/** The fates as they stood on the page that was accepted: «new:5 changed:2 …». */
	expected: string;
	employedOn: string | null; // for new people whose first day the list does not tell
	withoutErrors: boolean;
};

type Changed = Extract<Fate<KnownPerson>, { state: 'changed' }>;

/** The fates of the lines in a word, so that what is accepted is what was seen. */
export const sumOf = (fates: readonly Fate[]) =>
	Object.entries(countFates(fates))
		.map(([state, count]) => `${state}:${count}`)
		.join(' ');

/** Loads the whole list in one transaction, or nothing of it. What was read of the file is forgotten with it. */
export async function acceptStaffList(
	tx: Tx,
	actor: Actor,
	list: StaffImport,
	{ token, ...accepted }: Submitted<Acceptance>,
	now: Now
): Promise<Result<Outcome>> {
	allow(canKeepPeople(actor));
	return once(tx, actor, token, now, async () => {
		if (!list.draft) return rejected({ form: gone });
		const people = await listStaff(tx, actor, now);
		const fates = fatesOf(listRows(list.draft, now.today), people, now.today);
		const hindrance = whyNot(fates, accepted, now);
		if (hindrance) return rejected(hindrance);

		for (const fate of fates) {
			if (fate.state === 'new') await addTold(tx, actor, fate.told, accepted.employedOn ?? now.today, now);
			else if (fate.state === 'changed') await changeTold(tx, actor, fate, now);
		}
		const counts = countFates(fates);
		const outcome: Outcome = { added: counts.new, changed: counts.changed, same: counts.same, skipped: counts.error };
		const first = await change(tx, actor, list, {
			draft: null,
			accepted_at: now.at,
			outcome: JSON.stringify(outcome)
		});
		if (!first) return rejected({ form: gone });
		await journal(tx, actor, 'staff.imported', { kind: 'staff-import', id: list.id }, now, { details: outcome });
		return { ok: true, value: outcome };
	});
}

function whyNot(fates: readonly Fate[], { expected, employedOn, withoutErrors }: Acceptance, now: Now) {
	const counts = countFates(fates);
	if (expected !== sumOf(fates)) {
		return {
			form: 'Пока вы смотрели, список людей изменился. Ниже – как он будет загружен теперь: проверьте ещё раз.'
		};
	}
	if (counts.new + counts.changed === 0) return { form: 'Загружать нечего: в файле нет ни новых людей, ни изменений.' };
	if (counts.error > 0 && !withoutErrors) {
		return { withoutErrors: 'В файле есть строки с ошибками. Исправьте файл или отметьте, что загружаете без них.' };
	}
	if (withoutFirstDay(fates) > 0 && !employedOn) {
		return { employedOn: 'Укажите, с какого дня считать работающими тех, у кого даты приёма нет' };
	}
	if (employedOn && employedOn > addDays(now.today, 366))
		return { employedOn: 'Больше чем на год вперёд: проверьте дату' };
	return undefined;
}

/** Somebody new as a list tells them; `firstDay` at work where the list does not. Answers with the id. */
export async function addTold(tx: Tx, actor: Actor, told: Told, firstDay: string, now: Now) {
	const { tenureTold: _, subjects, employedOn, ...card } = told;
	const person = {
		...card,
		subjects: subjects ?? [],
		note: '',
		employedOn: employedOn ?? firstDay,
		employment: 'main' as const,
		heldSince: null,
		namesake: true
	};
	const id = await insertPerson(tx, actor, person, now);
	await journal(tx, actor, 'person.added', { kind: 'person', id }, now, { after: person });
	return id;
}

/** Writes what a list says otherwise than the card; only the fields that are named in `differences`. */
export async function changeTold(
	tx: Tx,
	actor: Actor,
	{ told, person, differences }: Pick<Changed, 'told' | 'person' | 'differences'>,
	now: Now
) {
	const { organisationId: organisation_id } = actor;
	const differs = new Set<ChangedField>(differences.map(({ field }) => field));
	const pick = <F extends 'sex' | 'bornOn' | 'teachingSince' | 'email' | 'phone'>(field: F) =>
		differs.has(field) ? told[field] : person[field];
	const card = {
		familyName: person.familyName,
		givenName: person.givenName,
		patronymic: person.patronymic,
		subjects: person.subjects,
		note: person.note,
		sex: pick('sex'),
		bornOn: pick('bornOn'),
		teachingSince: pick('teachingSince'),
		email: pick('email'),
		phone: pick('phone')
	};
	await tx
		.updateTable('people')
		.set({ ...columns(card), version: person.version + 1 })
		.where('organisation_id', '=', organisation_id)
		.where('id', '=', person.id)
		.execute();
	if (differs.has('subjects')) await setSubjects(tx, actor, person.id, told.subjects ?? []);
	if (differs.has('here') || (differs.has('employedOn') && !person.employment)) {
		await takeOn(tx, actor, person.id, told.employedOn ?? now.today, now);
	} else if (differs.has('employedOn') && told.employedOn && person.employment) {
		await tx
			.updateTable('employments')
			.set({ period: asRange({ from: told.employedOn, to: null }) })
			.where('organisation_id', '=', organisation_id)
			.where('id', '=', person.employment.id)
			.execute();
	}
	if (differs.has('post')) await changePost(tx, actor, person, told.post, now);
	const before = Object.fromEntries(differences.map(({ field, from }) => [field, from]));
	const after = Object.fromEntries(differences.map(({ field, to }) => [field, to]));
	await journal(tx, actor, 'person.changed', { kind: 'person', id: person.id }, now, { before, after });
}

const takeOn = (tx: Tx, actor: Actor, person_id: string, from: string, now: Now) =>
	tx
		.insertInto('employments')
		.values({ organisation_id: actor.organisationId, id: newId(now), person_id, period: asRange({ from, to: null }) })
		.execute();

/** The main post ends yesterday and another begins today; one that began today is only written otherwise. */
async function changePost(tx: Tx, actor: Actor, { id, mainPost, posts }: KnownPerson, title: string, now: Now) {
	const { today } = now;
	if (mainPost && mainPost.from >= today) {
		await setPost(tx, actor, mainPost.id, { ...mainPost, title, main: true, to: null });
		return;
	}
	if (mainPost) {
		const ended = { ...mainPost, title: posts[0] ?? title, main: true, to: addDays(today, -1) };
		await setPost(tx, actor, mainPost.id, ended);
	}
	await tx
		.insertInto('posts')
		.values({
			organisation_id: actor.organisationId,
			id: newId(now),
			person_id: id,
			title,
			period: asRange({ from: today, to: null })
		})
		.execute();
}

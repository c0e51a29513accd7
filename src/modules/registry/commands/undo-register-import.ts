import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected } from '../../../core/forms';
import { fullName } from '../../../core/names';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { changeTold } from '../../people/commands/accept-staff-list';
import { removePerson } from '../../people/commands/remove';
import { findPerson } from '../../people/queries/person';
import { type KnownPerson, listStaff } from '../../people/queries/staff-lines';
import type { ChangedField } from '../../people/rules/staff-import/matching';
import type { ImportDone, RegisterImport } from '../queries/exchange';
import { canKeepRegisters } from '../rules/registers';
import { removeOffer } from './offers';
import { type ProgrammeAtWork, removeProgramme, reopenProgramme } from './programmes';
import { gone, save } from './register-import';
import { removeRequest } from './requests';

/**
 * Takes back what a file made, as far as nothing stands on it since: programmes, requests, offers, entries, fields of cards, new
 * people. What has to stay is named in `done.undo`.
 */
export async function undoForeign(
	tx: Tx,
	actor: Actor,
	file: RegisterImport,
	{ token }: { token: string },
	now: Now
): Promise<Result<readonly string[]>> {
	allow(canKeepRegisters(actor));
	return once(tx, actor, token, now, async () => {
		const { done } = file;
		if (!done || file.undoneAt) return rejected({ form: gone });
		const again = () => ({ token: randomUUID(), back: false });
		for (const id of done.programmes) await removeProgramme(tx, actor, await whose(tx, actor, id), again(), now);
		for (const id of done.ended) await reopenProgramme(tx, actor, await whose(tx, actor, id), again(), now);
		for (const id of done.requests) await removeRequest(tx, actor, id, again(), now);
		for (const id of done.offers) await removeOffer(tx, actor, { id }, again(), now);
		const kept = [...(await leaveOut(tx, actor, done, now)), ...(await putCardsBack(tx, actor, done, now))];
		kept.push(...(await takePeopleAway(tx, actor, done, now)));

		const finished = { undone_at: now.at, undone_by: actor.personId };
		const remembered = JSON.stringify({ ...done, cards: [], undo: { kept } } satisfies ImportDone);
		if (!(await save(tx, actor, file, { ...finished, done: remembered }))) return rejected({ form: gone });
		await journal(tx, actor, 'register.import-undone', { kind: 'register-import', id: file.id }, now, {
			details: { kept: kept.length }
		});
		return { ok: true, value: kept };
	});
}

async function whose(tx: Tx, { organisationId }: Actor, id: string) {
	const { rows } = await sql<ProgrammeAtWork>`
		select r.id, e.person_id as "personId", lower(r.period) as from, r.mentorship_id as mentorship from programme_periods r
		join register_entries e on e.organisation_id = r.organisation_id and e.id = r.entry_id
		where r.organisation_id = ${organisationId} and r.id = ${id}`.execute(tx);
	return rows[0] ?? { id, personId: id, from: '', mentorship: null };
}

/** Entries on which nothing stands; who has left since, or works in a programme, stays. */
async function leaveOut(tx: Tx, { organisationId }: Actor, { acts }: ImportDone, now: Now) {
	if (acts.length === 0) return [];
	await sql`
		update register_entries e set withdrawn_at = ${now.at}
		where organisation_id = ${organisationId} and act_id = any(${acts}::uuid[]) and withdrawn_at is null and left_at is null
			and not exists (select from programme_periods r where r.organisation_id = e.organisation_id
				and r.entry_id = e.id and r.removed_at is null)`.execute(tx);
	const { rows } = await sql<{ name: string }>`
		select concat_ws(' ', p.family_name, p.given_name) as name from register_entries e
		join people p on p.organisation_id = e.organisation_id and p.id = e.person_id
		where e.organisation_id = ${organisationId} and e.act_id = any(${acts}::uuid[]) and e.withdrawn_at is null`.execute(
		tx
	);
	return rows.map(({ name }) => `${name}: остаётся в банке, с тех пор записано ещё что-то`);
}

/** Fields of cards, unless somebody has changed the card since. */
async function putCardsBack(tx: Tx, actor: Actor, { cards }: ImportDone, now: Now) {
	const people = new Map((await listStaff(tx, actor, now)).map((person) => [person.id, person]));
	const kept: string[] = [];
	for (const { id, version, before } of cards) {
		const person = people.get(id);
		if (!person || person.version !== version) {
			if (person) kept.push(`${fullName(person)}: карточку с тех пор меняли, контакты и предметы остались`);
			continue;
		}
		const differences = Object.entries(before).map(([field, value]) => ({
			field: field as ChangedField,
			label: '',
			from: '',
			to: Array.isArray(value) ? value.join(', ') : String(value ?? '')
		}));
		await changeTold(tx, actor, { told: { ...asTold(person), ...before } as never, person, differences }, now);
	}
	return kept;
}

const asTold = (person: KnownPerson) => ({
	...person,
	post: person.posts[0] ?? '',
	employedOn: person.employedSince,
	tenureTold: 'day' as const
});

/** People whom the file brought, unless they have become somebody here since: a role, an access, a place in a register. */
async function takePeopleAway(tx: Tx, actor: Actor, { people }: ImportDone, now: Now) {
	const kept: string[] = [];
	for (const id of people) {
		const person = await findPerson(tx, actor, id, now);
		if (!person || person.removed) continue;
		const { rows } = await sql`
			select from register_entries where organisation_id = ${actor.organisationId} and person_id = ${id}
				and withdrawn_at is null limit 1`.execute(tx);
		const result =
			rows.length > 0 ? rejected({ form: '' }) : await removePerson(tx, actor, person, { token: randomUUID() }, now);
		if (!result.ok) kept.push(`${fullName(person)}: остаётся в списке людей`);
	}
	return kept;
}

import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Problems, type Result, rejected, type Submitted, type Values } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { listNamesakes } from '../../people/queries/person';
import { isNameLike, nameKey, sexFrom } from '../../people/rules/names';
import { findGuest, findGuestBefore, type Guest, hasPairs } from '../queries/guests';
import { canKeepMentorships } from '../rules/words';

export type GuestWords = Pick<Guest, 'familyName' | 'givenName' | 'patronymic' | 'post' | 'worksAt' | 'contact'>;

/** Every word of a name is one; the rest is as it is told. */
function problemsWith({ familyName, givenName, patronymic }: GuestWords): Problems {
	const problems: Problems = {};
	if (!isNameLike(familyName)) problems.familyName = 'В фамилии могут быть только буквы, дефис и пробел';
	if (!isNameLike(givenName)) problems.givenName = 'В имени могут быть только буквы, дефис и пробел';
	if (patronymic && !isNameLike(patronymic)) problems.patronymic = 'В отчестве могут быть только буквы, дефис и пробел';
	return problems;
}

async function write(tx: Tx, actor: Actor, personId: string, guest: GuestWords, number: number, now: Now) {
	const { rows } = await sql<{ home: string | null }>`select organisation_named(${guest.worksAt}) as home`.execute(tx);
	await tx
		.insertInto('guests')
		.values({
			...{ organisation_id: actor.organisationId, id: newId(now), person_id: personId, number },
			...{
				works_at: guest.worksAt,
				post: guest.post,
				contact: guest.contact,
				home_organisation_id: rows[0]?.home ?? null
			},
			...{ written_at: now.at, written_by: actor.personId }
		})
		.execute();
}

/** Enters a mentor who works elsewhere. A namesake is asked about once. Answers with the person. */
export async function enterGuest(
	tx: Tx,
	actor: Actor,
	{ token, namesake, ...guest }: Submitted<GuestWords & { namesake: boolean }>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepMentorships(actor));
	return once(tx, actor, token, now, async () => {
		const problems = problemsWith(guest);
		if (Object.keys(problems).length > 0) return rejected(problems);
		if (!namesake && (await listNamesakes(tx, actor, nameKey(guest))).length > 0)
			return rejected({
				namesake: 'Человек с таким именем уже есть в списке. Если это другой человек, отметьте это и запишите ещё раз.'
			});
		const { organisationId: organisation_id } = actor;
		const id = newId(now);
		await tx
			.insertInto('people')
			.values({
				...{ organisation_id, id, family_name: guest.familyName, given_name: guest.givenName },
				...{ patronymic: guest.patronymic, sex: sexFrom(guest), created_at: now.at }
			})
			.execute();
		await write(tx, actor, id, guest, 1, now);
		await journal(tx, actor, 'guest.entered', { kind: 'person', id }, now, { after: { ...guest } });
		return { ok: true, value: id };
	});
}

type Changed = Submitted<
	Pick<Guest, 'post' | 'worksAt' | 'contact'> & { version: number; theirs: (now: Guest) => Values }
>;

/** Where a guest works and how to reach them, as it is from now on; what was written before stays. */
export async function changeGuest(
	tx: Tx,
	actor: Actor,
	{ personId }: Guest,
	{ token, version, theirs, ...words }: Changed,
	now: Now
): Promise<Result<string>> {
	allow(canKeepMentorships(actor));
	return once(tx, actor, token, now, async () => {
		await sql`select from people where organisation_id = ${actor.organisationId} and id = ${personId} for no key update`.execute(
			tx
		);
		const guest = await findGuest(tx, actor, personId);
		if (!guest) throw new Error('a guest that was found a moment ago is there');
		if (guest.number !== version) return rejected({}, theirs(guest));
		await write(tx, actor, personId, { ...guest, ...words }, version + 1, now);
		await journal(tx, actor, 'guest.changed', { kind: 'person', id: personId }, now, {
			before: { ...guest },
			after: { ...words }
		});
		return { ok: true, value: personId };
	});
}

/** Takes back what was written last: the change, or, where nothing else was written and nobody is led, the guest. */
export async function undoGuest(
	tx: Tx,
	actor: Actor,
	{ personId }: Guest,
	{ token, version }: Submitted<{ version: number }>,
	now: Now
): Promise<Result<'entered' | 'changed'>> {
	allow(canKeepMentorships(actor));
	return once(tx, actor, token, now, async () => {
		const { organisationId } = actor;
		await sql`select from people where organisation_id = ${organisationId} and id = ${personId} for update`.execute(tx);
		const guest = await findGuest(tx, actor, personId);
		if (guest?.number !== version)
			return rejected({ form: 'С тех пор о нём записали другое. Посмотрите, что стоит теперь, и отмените ещё раз.' });
		const before = await findGuestBefore(tx, actor, guest);
		if (before) await write(tx, actor, personId, { ...guest, ...before }, version + 1, now);
		else if (await hasPairs(tx, actor, personId))
			return rejected({ form: 'Он уже наставник в паре: сначала закончите или отмените её.' });
		else
			await sql`update people set removed_at = ${now.at}, version = version + 1
				where organisation_id = ${organisationId} and id = ${personId}`.execute(tx);
		await journal(tx, actor, 'guest.undone', { kind: 'person', id: personId }, now);
		return { ok: true, value: before ? 'changed' : 'entered' };
	});
}

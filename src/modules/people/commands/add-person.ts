import type { Actor } from '../../../core/actor';
import { asRange, type Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import { fullName } from '../../../core/names';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { listNamesakes } from '../queries/person';
import { listStaff } from '../queries/staff-lines';
import { likelyAmong } from '../rules/likeness';
import { nameKey } from '../rules/names';
import { canKeepPeople, type NewPerson, problemsWithCard, problemWithEmployedOn } from '../rules/person';

/** Adds somebody who works here, with the post. A namesake is asked about once. Answers with the id. */
export async function addPerson(
	tx: Tx,
	actor: Actor,
	{ token, ...person }: Submitted<NewPerson>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepPeople(actor));
	return once(tx, actor, token, now, async () => {
		const problems = problemsWithCard(person, now.today);
		const employed = problemWithEmployedOn(person.employedOn, person.bornOn, now.today);
		if (employed) problems.employedOn = employed;
		if (Object.keys(problems).length > 0) return rejected(problems);
		if (!person.namesake && (await listNamesakes(tx, actor, nameKey(person))).length > 0) {
			return rejected({
				namesake: 'Человек с таким именем уже есть в списке. Если это другой человек, отметьте это и добавьте ещё раз.'
			});
		}
		const twin = person.namesake
			? undefined
			: likelyAmong({ ...person, posts: [person.post] }, await listStaff(tx, actor, now))[0];
		if (twin && twin.like.degree !== 'perhaps') {
			const reasons = twin.like.reasons.join(', ');
			return rejected({
				namesake: `Похоже, этот человек уже есть в списке: ${fullName(twin.person)} (${reasons}). Если это другой человек, отметьте это и добавьте ещё раз.`
			});
		}
		const id = await insertPerson(tx, actor, person, now);
		await journal(tx, actor, 'person.added', { kind: 'person', id }, now, { after: { ...person } });
		return { ok: true, value: id };
	});
}

/** The rows of a new person; the caller has decided and journals. */
export async function insertPerson(tx: Tx, actor: Actor, person: NewPerson, now: Now): Promise<string> {
	const { organisationId: organisation_id } = actor;
	const id = newId(now);
	const period = asRange({ from: person.employedOn, to: null });
	await tx
		.insertInto('people')
		.values({
			organisation_id,
			id,
			family_name: person.familyName,
			given_name: person.givenName,
			patronymic: person.patronymic,
			sex: person.sex,
			born_on: person.bornOn,
			email: person.email || null,
			phone: person.phone || null,
			teaching_since: person.teachingSince,
			note: person.note,
			created_at: now.at
		})
		.execute();
	await tx
		.insertInto('employments')
		.values({ organisation_id, id: newId(now), person_id: id, kind: person.employment, period })
		.execute();
	if (person.post) {
		await tx
			.insertInto('posts')
			.values({
				organisation_id,
				id: newId(now),
				person_id: id,
				title: person.post,
				held_since: person.heldSince,
				period
			})
			.execute();
	}
	await setSubjects(tx, actor, id, person.subjects);
	return id;
}

/** The subjects of somebody as they are to be. */
export async function setSubjects(
	tx: Tx,
	{ organisationId: organisation_id }: Actor,
	id: string,
	subjects: readonly string[]
) {
	await tx
		.deleteFrom('person_subjects')
		.where('organisation_id', '=', organisation_id)
		.where('person_id', '=', id)
		.execute();
	if (subjects.length === 0) return;
	await tx
		.insertInto('person_subjects')
		.values(subjects.map((subject) => ({ organisation_id, person_id: id, subject })))
		.execute();
}

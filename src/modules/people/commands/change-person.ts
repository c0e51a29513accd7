import type { Actor } from '../../../core/actor';
import { type Now, showDate } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted, type Values } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import type { Person } from '../queries/person';
import { canKeepPeople, type PersonCard, problemsWithCard } from '../rules/person';
import { setSubjects } from './add-person';

type Change = Submitted<PersonCard & { version: number }>;

/** Saves a person's card; one opened before somebody else's change answers with theirs. */
export async function changePerson(
	tx: Tx,
	actor: Actor,
	present: Person,
	{ token, version, ...card }: Change,
	now: Now
): Promise<Result<string>> {
	allow(canKeepPeople(actor));
	return once(tx, actor, token, now, async () => {
		const problems = problemsWithCard(card, now.today);
		if (Object.keys(problems).length > 0) return rejected(problems);
		const saved = await tx
			.updateTable('people')
			.set({ ...columns(card), version: version + 1 })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', present.id)
			.where('version', '=', version)
			.returning('id')
			.executeTakeFirst();
		if (!saved) return rejected({}, cardValues(present));
		await setSubjects(tx, actor, present.id, card.subjects);
		const before = cardOf(present);
		await journal(tx, actor, 'person.changed', { kind: 'person', id: present.id }, now, { before, after: card });
		return { ok: true, value: present.id };
	});
}

/** A card as its columns; what is empty is null. */
export const columns = (card: PersonCard) => ({
	family_name: card.familyName,
	given_name: card.givenName,
	patronymic: card.patronymic,
	sex: card.sex,
	born_on: card.bornOn,
	email: card.email || null,
	phone: card.phone || null,
	teaching_since: card.teachingSince,
	note: card.note
});

/** The card of somebody whose private part is seen. */
export function cardOf({ familyName, givenName, patronymic, subjects, private: own }: Person): PersonCard {
	const { sex = null, bornOn = null, email = '', phone = '', teachingSince = null, note = '' } = own ?? {};
	return { familyName, givenName, patronymic, subjects, sex, bornOn, email, phone, teachingSince, note };
}

/** The card as its form holds it; a tenure is shown as the day it began. */
export function cardValues(person: Person): Values {
	const { sex, bornOn, teachingSince, subjects, ...texts } = cardOf(person);
	return {
		...texts,
		version: String(person.version),
		sex: sex ?? '',
		bornOn: bornOn ? showDate(bornOn) : '',
		teachingSince: teachingSince ? showDate(teachingSince) : '',
		subjects: subjects.join(', ')
	};
}

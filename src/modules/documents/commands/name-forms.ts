import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { findNameForms, type NameForms } from '../queries/name-forms';
import { canMakeDocuments } from '../rules/documents';
import { nameParts, type Wanted } from '../rules/name-forms';

/** Says how a person's own name changes in papers; a part that is null goes by the rules again. Earlier rows stay. */
export async function setNameForms(
	tx: Tx,
	actor: Actor,
	person: NameForms,
	{ token, version, wanted }: Submitted<{ version: number; wanted: Wanted }>,
	now: Now
): Promise<Result<string>> {
	allow(canMakeDocuments(actor));
	return once(tx, actor, token, now, async () => {
		await tx
			.selectFrom('people')
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', person.id)
			.select('id')
			.forNoKeyUpdate()
			.execute();
		const before = await findNameForms(tx, actor, person.id);
		if (before?.version !== version) return rejected({}, { version: String(before?.version ?? 0) });
		const changed = nameParts.filter((part) => {
			const own = before.own.find((one) => one.part === part && one.word === person[part]);
			return JSON.stringify(own?.forms ?? null) !== JSON.stringify(wanted[part]);
		});
		if (changed.length === 0)
			return rejected({ form: 'Ничего не изменилось: имя и так склоняется в документах этими словами.' });
		await tx
			.updateTable('name_forms')
			.set({ removed_at: now.at, removed_by: actor.personId })
			.where('organisation_id', '=', actor.organisationId)
			.where('person_id', '=', person.id)
			.where('part', 'in', changed)
			.where('removed_at', 'is', null)
			.execute();
		const rows = changed.flatMap((part) => {
			const forms = wanted[part];
			const said = { person_id: person.id, part, word: person[part], set_at: now.at, set_by: actor.personId };
			return forms ? [{ organisation_id: actor.organisationId, id: newId(now), ...said, forms: [...forms] }] : [];
		});
		if (rows.length > 0) await tx.insertInto('name_forms').values(rows).execute();
		await journal(tx, actor, 'name-forms.changed', { kind: 'person', id: person.id }, now);
		return { ok: true, value: person.id };
	});
}

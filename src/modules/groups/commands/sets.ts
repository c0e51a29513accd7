import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { listSets } from '../queries/sets';
import { canKeepGroups, type Group, type GroupWords, type PresetName, presets } from '../rules/groups';

const rowOf = ({ code, name, about, rule, canMentor, canBeMentee }: GroupWords) => ({
	code,
	name,
	about,
	rule: JSON.stringify(rule),
	can_mentor: canMentor,
	can_be_mentee: canBeMentee
});

/** Begins from one of our sets; its words are the school's from then on. */
export async function addSet(
	tx: Tx,
	actor: Actor,
	{ token, preset }: Submitted<{ preset: PresetName }>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepGroups(actor));
	return once(tx, actor, token, now, async () => {
		const { name, exclusive, groups } = presets[preset];
		const sets = await listSets(tx, actor);
		if (sets.some((set) => set.name === name))
			return rejected({ form: `Набор «${name}» у вас уже есть. Его группы и правила можно изменить.` });
		const [organisation_id, id] = [actor.organisationId, newId(now)];
		await tx
			.insertInto('group_sets')
			.values({ organisation_id, id, name, exclusive, added_at: now.at, added_by: actor.personId })
			.execute();
		const rows = groups.map((group, position) => ({
			organisation_id,
			id: newId(now),
			set_id: id,
			position,
			...rowOf(group)
		}));
		await tx.insertInto('staff_groups').values(rows).execute();
		await journal(tx, actor, 'group-set.added', { kind: 'group-set', id }, now, { details: { name } });
		return { ok: true, value: id };
	});
}

/** Changes the words and the rule of a group; decisions taken by the old rule stay. */
export async function changeGroup(
	tx: Tx,
	actor: Actor,
	group: Pick<Group, 'id'>,
	{ token, version, ...words }: Submitted<GroupWords & { version: number }>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepGroups(actor));
	return once(tx, actor, token, now, async () => {
		const { numUpdatedRows } = await tx
			.updateTable('staff_groups')
			.set({ ...rowOf(words), version: version + 1 })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', group.id)
			.where('version', '=', version)
			.executeTakeFirst();
		if (!numUpdatedRows)
			return rejected({ form: 'Пока вы правили, группу изменил кто-то другой. Сверьте и сохраните ещё раз.' }, {});
		await journal(tx, actor, 'group.changed', { kind: 'group', id: group.id }, now);
		return { ok: true, value: group.id };
	});
}

import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../core/actor';
import { asActor } from '../../../db/as-actor';
import type { Db } from '../../../db/connection';
import { decide, sayOpinion } from '../../groups/commands/decide';
import { addSet } from '../../groups/commands/sets';
import { listSets } from '../../groups/queries/sets';
import { listSorted } from '../../groups/queries/staff';
import { suggestionsFor } from '../../groups/rules/sorting';
import { yearOf } from '../rules';
import { act, noon } from './live';

/** Most teachers sorted by the rules in August; a few seen otherwise at their lessons, a few still to be decided about. */
export async function sortStaff(db: Db, actor: Actor, today: string) {
	const { acceptedOn } = yearOf(today);
	const day = noon(actor, acceptedOn, 40);
	await act(db, actor, (tx) => addSet(tx, actor, { token: randomUUID(), preset: 'periods' }, day));
	const { value } = await asActor(db, actor, 'read only', async (tx) => {
		const [set] = await listSets(tx, actor);
		return { ok: true, value: set && { set, people: await listSorted(tx, actor, set.id, day) } };
	});
	if (!value) return;
	const { set, people } = value;
	const decisions = people
		.filter((_, at) => at % 9 !== 4)
		.flatMap((person) =>
			suggestionsFor(set, person, day.today).map(({ group, because }) => ({
				personId: person.id,
				groupId: group.id,
				basis: because
			}))
		);
	if (decisions.length > 0)
		await act(db, actor, (tx) => decide(tx, actor, set, { token: randomUUID(), from: acceptedOn, decisions }, day));
	const masters = set.groups[2]?.id ?? null;
	for (const person of people.filter((_, at) => at % 7 === 2)) {
		const said = {
			token: randomUUID(),
			source: 'observer' as const,
			group: masters,
			note: 'Открытый урок: сильная рефлексия'
		};
		await act(db, actor, (tx) => sayOpinion(tx, actor, { set, personId: person.id }, said, noon(actor, today)));
	}
}

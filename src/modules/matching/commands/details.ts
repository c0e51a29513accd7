import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted, type Values } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { type Details, listDetails, noDetails } from '../queries/details';
import { canMatch } from '../rules/matchers';

type Told = Omit<Details, 'personId' | 'number'>;
type Saving = Submitted<Told & { version: number; theirs: (now: Details) => Values }>;

/** Writes down what the matching has to keep in mind of somebody; what was told before stays as it was. */
export async function recordDetails(
	tx: Tx,
	actor: Actor,
	personId: string,
	{ token, version, theirs, ...told }: Saving,
	now: Now
): Promise<Result<number>> {
	allow(canMatch(actor));
	return once(tx, actor, token, now, async () => {
		const standing = (await listDetails(tx, actor, personId)).get(personId) ?? noDetails(personId);
		if (standing.number !== version) return rejected({}, theirs(standing));
		if (told.managerId === personId) return rejected({ manager: 'Сам себе человек руководителем не бывает.' });
		const number = version + 1;
		await tx
			.insertInto('matching_details')
			.values({
				organisation_id: actor.organisationId,
				id: newId(now),
				person_id: personId,
				building: told.building,
				outside: told.outside,
				manager_id: told.managerId,
				hours: told.hours,
				needs: told.needs,
				both_or_none: told.bothOrNone && told.needs === 2,
				queue: told.queue,
				smallest: told.smallest,
				roles: told.needs === 2 ? told.roles : [],
				works_as: told.worksAs,
				number,
				saved_at: now.at,
				saved_by: actor.personId
			})
			.execute();
		await journal(tx, actor, 'matching-details.recorded', { kind: 'person', id: personId }, now);
		return { ok: true, value: number };
	});
}

import type { Actor } from '../../../core/actor';
import { type Now, showDate } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { once } from '../../../db/once';
import { findOrganisation } from '../../organisations/queries';
import { closeByArtefact } from '../../roadmap/commands/close-by-artefact';
import { actsInWord } from '../engine/acts-in-word';
import { type ActInLibrary, listActReaders } from '../queries/acts';
import { actsWords } from '../rules/acts';
import { canKeepEvents } from '../rules/event';

/** The sheet of acquaintance with all announced acts, as it stands today. */
export async function actsPaper(tx: Tx, actor: Actor, acts: readonly ActInLibrary[], now: Now) {
	const told = acts.filter(({ announcedAt }) => announcedAt);
	const { fullName } = await findOrganisation(tx, actor, now);
	const ids = told.map(({ id }) => id);
	const readers = await listActReaders(tx, actor, ids, now.today);
	return actsInWord({ organisation: fullName, on: now.today, acts: told, readers });
}

/** The library as it stands today closes the chosen lines of the plan. Answers with how many. */
export async function closeByActs(
	tx: Tx,
	actor: Actor,
	acts: readonly ActInLibrary[],
	{ token, closes }: Submitted<{ closes: readonly string[] }>,
	now: Now
): Promise<Result<number>> {
	allow(canKeepEvents(actor));
	return once(tx, actor, token, now, async () => {
		if (closes.length === 0) return rejected({ closes: 'Отметьте мероприятие, которое этим выполнено' });
		const told = acts.filter(({ announcedAt }) => announcedAt);
		if (told.every(({ acquainted }) => acquainted === 0))
			return rejected({ form: 'Пока никто ни с чем не ознакомился: подтвердить нечем.' });
		const artefact = {
			kind: 'acts' as const,
			id: actor.organisationId,
			on: now.today,
			title: `Документы о наставничестве, изучены на ${showDate(now.today)}`,
			words: actsWords(told),
			file: { name: 'Лист ознакомления с документами.docx', bytes: await actsPaper(tx, actor, acts, now) }
		};
		const { closed } = await closeByArtefact(tx, actor, closes, artefact, now);
		return closed.length > 0
			? { ok: true, value: closed.length }
			: rejected({ closes: 'Это уже отметил кто-то из коллег' });
	});
}

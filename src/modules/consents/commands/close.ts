import type { Actor } from '../../../core/actor';
import { type Now, showDate } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { once } from '../../../db/once';
import { closeByArtefact } from '../../roadmap/commands/close-by-artefact';
import { listRegister } from '../queries/register';
import { findSettings } from '../queries/texts';
import { canKeepConsents } from '../rules/kinds';
import { registerWords } from '../rules/register-words';
import { wantedFrom } from '../rules/wanted';

/** The register as it stands today closes the chosen lines of the plan: in numbers, without a name. Answers with how many it were. */
export async function closeByConsents(
	tx: Tx,
	actor: Actor,
	{ token, closes }: { token: string; closes: readonly string[] },
	now: Now
): Promise<Result<number>> {
	allow(canKeepConsents(actor));
	return once(tx, actor, token, now, async () => {
		if (closes.length === 0) return rejected({ closes: 'Отметьте мероприятие, которое этим выполнено' });
		const { asked } = await findSettings(tx, actor);
		const words = registerWords(await listRegister(tx, actor, wantedFrom({}), asked, now));
		const title = `Реестр согласий на ${showDate(now.today)}`;
		const made = { kind: 'consents', id: actor.organisationId, on: now.today, title, words } as const;
		const { closed } = await closeByArtefact(tx, actor, closes, made, now);
		return closed.length > 0
			? { ok: true, value: closed.length }
			: rejected({ closes: 'Это уже отметил кто-то из коллег' });
	});
}

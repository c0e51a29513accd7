import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted, type Values } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import type { Organisation } from '../queries';
import { canChangeOrganisation, type OrganisationCard, problemsWithCard } from '../rules/organisation';
import { wordNames } from '../rules/words';

type Change = Submitted<OrganisationCard & { version: number }>;

/** Saves the organisation's card; one opened before somebody else's change answers with theirs. */
export async function changeOrganisation(
	tx: Tx,
	actor: Actor,
	present: Organisation,
	{ token, version, ...card }: Change,
	now: Now
): Promise<Result<string>> {
	allow(canChangeOrganisation(actor));
	return once(tx, actor, token, now, async () => {
		const problems = problemsWithCard(card, present);
		if (Object.keys(problems).length > 0) return rejected(problems);
		const saved = await tx
			.updateTable('organisations')
			.set({
				kind: card.kind,
				name: card.name,
				full_name: card.fullName,
				time_zone: card.timeZone,
				working_week: card.workingWeek,
				one_person_mode: card.onePersonMode,
				words: JSON.stringify(card.words),
				version: version + 1
			})
			.where('organisation_id', '=', actor.organisationId)
			.where('version', '=', version)
			.returning('organisation_id')
			.executeTakeFirst();
		if (!saved) return rejected({}, cardValues(present));

		const { kind, name, fullName, timeZone, workingWeek, onePersonMode, words } = present;
		const before = { kind, name, fullName, timeZone, workingWeek, onePersonMode, words };
		const subject = { kind: 'organisation' as const, id: actor.organisationId };
		await journal(tx, actor, 'organisation.changed', subject, now, { details: { before, after: card } });
		return { ok: true, value: actor.organisationId };
	});
}

/** The card as its form holds it. */
export function cardValues({ version, ...card }: OrganisationCard & { version: number }): Values {
	return {
		version: String(version),
		kind: card.kind,
		name: card.name,
		fullName: card.fullName,
		timeZone: card.timeZone,
		workingWeek: String(card.workingWeek),
		...(card.onePersonMode && { onePersonMode: 'on' }),
		...Object.fromEntries(wordNames.map((name) => [`word-${name}`, card.words[name] ?? '']))
	};
}

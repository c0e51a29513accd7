import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { findSettings, listSigners } from '../queries/settings';
import { canKeepDocuments, type DocumentSettings, settingsValues } from '../rules/documents';

/** Saves how papers look and what all of them say; opened before somebody else's change, it answers with theirs. */
export async function changeSettings(
	tx: Tx,
	actor: Actor,
	{ token, version, ...settings }: Submitted<DocumentSettings & { version: number }>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepDocuments(actor));
	return once(tx, actor, token, now, async () => {
		const staff = await listSigners(tx, actor, now);
		if (settings.signerId && !staff.some(({ id }) => id === settings.signerId))
			return rejected({ signerId: 'Этот человек у вас сегодня не работает. Выберите другого.' });
		const row = {
			short_name: settings.shortName,
			place: settings.place,
			founder: settings.founder,
			address: settings.address,
			tax_number: settings.taxNumber,
			site: settings.site,
			signer_id: settings.signerId,
			font: settings.font,
			size_halves: settings.sizeHalves,
			margin_left: settings.marginLeft,
			margin_right: settings.marginRight,
			margin_top: settings.marginTop,
			margin_bottom: settings.marginBottom,
			check_page: settings.checkPage,
			version: version + 1
		};
		const saved =
			version === 0
				? await tx
						.insertInto('document_settings')
						.values({ organisation_id: actor.organisationId, ...row })
						.onConflict((is) => is.doNothing())
						.returning('version')
						.executeTakeFirst()
				: await tx
						.updateTable('document_settings')
						.set(row)
						.where('organisation_id', '=', actor.organisationId)
						.where('version', '=', version)
						.returning('version')
						.executeTakeFirst();
		if (!saved) {
			const theirs = await findSettings(tx, actor);
			return rejected({}, settingsValues(theirs.settings, theirs.version));
		}
		const subject = { kind: 'organisation' as const, id: actor.organisationId };
		await journal(tx, actor, 'document-settings.changed', subject, now);
		return { ok: true, value: actor.organisationId };
	});
}

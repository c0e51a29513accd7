import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted, type Values } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal, noteNothingDone } from '../../../db/journal';
import { once } from '../../../db/once';
import { listJournals, type OwnJournal } from '../queries/numbers';
import { canKeepDocuments } from '../rules/documents';
import { type JournalSeries, journalSeries } from '../rules/registration';

/** The form of all series; what was never set is version 0. */
export function journalValues(journals: readonly OwnJournal[]): Values {
	return Object.fromEntries(
		journalSeries.flatMap((series) => {
			const own = journals.find((one) => one.series === series);
			return [
				[`version-${series}`, String(own?.version ?? 0)],
				[`kept-${series}`, own?.kept ? 'on' : ''],
				[`pattern-${series}`, own?.pattern ?? usualPatterns[series]]
			];
		})
	);
}
const usualPatterns: Record<JournalSeries, string> = { main: '{№}-О', staff: '{№}-Л', agreement: '{№}' };

/** Whose numbers each series has from now on; what has its number keeps it. */
export async function changeJournals(
	tx: Tx,
	actor: Actor,
	{ token, wanted }: Submitted<{ wanted: readonly OwnJournal[] }>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepDocuments(actor));
	return once(tx, actor, token, now, async () => {
		const standing = await listJournals(tx, actor);
		const stale = wanted.some(
			({ series, version }) => (standing.find((one) => one.series === series)?.version ?? 0) !== version
		);
		if (stale) return rejected({}, journalValues(standing));
		const changed = wanted.filter(({ series, kept, pattern }) => {
			const before = standing.find((one) => one.series === series);
			return before ? before.kept !== kept || before.pattern !== pattern : kept;
		});
		for (const { series, pattern, kept, version } of changed)
			await tx
				.insertInto('document_journals')
				.values({ organisation_id: actor.organisationId, series, pattern, kept, version: version + 1 })
				.onConflict((is) =>
					is.columns(['organisation_id', 'series']).doUpdateSet({ pattern, kept, version: version + 1 })
				)
				.execute();
		if (changed.length === 0) noteNothingDone(tx);
		else await journal(tx, actor, 'document-journal.changed', { kind: 'organisation', id: actor.organisationId }, now);
		return { ok: true, value: actor.organisationId };
	});
}

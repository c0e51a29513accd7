import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Rejected, type Result, rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal, noteNothingDone } from '../../../db/journal';
import { once } from '../../../db/once';
import { firstChanged, saysTheSame, takenBack } from '../rules/corrections';
import type { Draft } from '../rules/draft';
import { leadsPlans } from '../rules/plan';

export type Correction = {
	token: string;
	/** Said to the one who corrects and offered to be taken back: «Исправлено: …». */
	what: string | ((before: Draft) => string);
	/** Works on the draft as it is now, not as it was when the page was drawn. */
	correct: (draft: Draft, version: number) => Draft | Rejected;
};

/** The answer when what was sent says what already stands: no correction, nothing to take back. */
export const nothingCorrected = '';

const isRejected = (outcome: Draft | Rejected): outcome is Rejected => 'problems' in outcome;

/** The draft held until the commit, so that two who correct at once do it one after the other. */
const heldDraft = async (tx: Tx, actor: Actor, id: string) => {
	const row = await tx
		.selectFrom('roadmap_imports')
		.select(['draft', 'version', 'accepted_at', 'discarded_at'])
		.where('organisation_id', '=', actor.organisationId)
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirst();
	return row?.draft ? { ...row, draft: row.draft as Draft } : notFound();
};

const store = (tx: Tx, actor: Actor, id: string, draft: Draft, version: number) =>
	tx
		.updateTable('roadmap_imports')
		.set({ draft: JSON.stringify(draft), version })
		.where('organisation_id', '=', actor.organisationId)
		.where('id', '=', id)
		.execute();

const closed = rejected({ form: 'План уже принят или загрузка отменена: исправлять здесь больше нечего.' });

/**
 * One correction of what was understood: what stood before is kept, so that it can be taken back. Answers with what was said,
 * `nothingCorrected` when nothing differs.
 */
export async function correctImport(
	tx: Tx,
	actor: Actor,
	id: string,
	{ token, what, correct }: Correction,
	now: Now
): Promise<Result<string>> {
	allow(leadsPlans(actor));

	return once(tx, actor, token, now, async () => {
		const held = await heldDraft(tx, actor, id);
		if (held.accepted_at || held.discarded_at) return closed;
		const version = held.version + 1;
		const corrected = correct(held.draft, version);
		if (isRejected(corrected)) return corrected;
		if (saysTheSame(held.draft, corrected)) {
			noteNothingDone(tx);
			return { ok: true, value: nothingCorrected };
		}
		const said = typeof what === 'string' ? what : what(held.draft);

		await store(tx, actor, id, corrected, version);
		await tx
			.insertInto('roadmap_corrections')
			.values({
				organisation_id: actor.organisationId,
				import_id: id,
				version,
				what: said,
				before: JSON.stringify(held.draft),
				made_at: now.at,
				made_by: actor.personId
			})
			.execute();
		await journal(tx, actor, 'roadmap.corrected', { kind: 'roadmap-import', id }, now, { after: { what: said } });
		return { ok: true, value: said };
	});
}

/** Takes the last correction back; asked again, the one before it. Answers with the key of the first row or stage that stands as before again, '' when it was the heading. */
export async function takeBackCorrection(
	tx: Tx,
	actor: Actor,
	id: string,
	token: string,
	now: Now
): Promise<Result<string>> {
	allow(leadsPlans(actor));

	return once(tx, actor, token, now, async () => {
		const held = await heldDraft(tx, actor, id);
		if (held.accepted_at || held.discarded_at) return closed;
		const last = await tx
			.selectFrom('roadmap_corrections')
			.select(['version', 'what', 'before'])
			.where('organisation_id', '=', actor.organisationId)
			.where('import_id', '=', id)
			.where('undone_at', 'is', null)
			.orderBy('version', 'desc')
			.limit(1)
			.executeTakeFirst();
		if (!last) return rejected({ form: 'Исправлений больше нет: всё так, как было прочитано.' });

		const version = held.version + 1;
		const back = takenBack(last.before as Draft, held.draft, version);
		await store(tx, actor, id, back, version);
		await tx
			.updateTable('roadmap_corrections')
			.set({ undone_at: now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where('import_id', '=', id)
			.where('version', '=', last.version)
			.execute();
		await journal(tx, actor, 'roadmap.uncorrected', { kind: 'roadmap-import', id }, now, {
			after: { what: last.what }
		});
		return { ok: true, value: firstChanged(back, version) };
	});
}

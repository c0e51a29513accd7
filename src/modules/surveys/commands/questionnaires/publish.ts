import type { Actor } from '../../../../core/actor';
import type { Now } from '../../../../core/dates';
import { allow } from '../../../../core/errors';
import { type Result, rejected } from '../../../../core/forms';
import type { Tx } from '../../../../db/as-actor';
import { newId } from '../../../../db/id';
import { journal } from '../../../../db/journal';
import { once } from '../../../../db/once';
import { obstaclesIn } from '../../rules/editing/checks';
import { type Draft, wordingOf } from '../../rules/editing/draft';
import { hashOf } from '../../rules/editing/hash';
import { canChangeQuestionnaire } from '../../rules/keepers';

/** Publishes the draft as the next edition; it is never changed afterwards, since answers point at it. Answers with its number. */
export async function publishQuestionnaire(
	tx: Tx,
	actor: Actor,
	questionnaire: { id: string; addedBy: string },
	{ token, version }: { token: string; version: number },
	now: Now
): Promise<Result<number>> {
	allow(canChangeQuestionnaire(actor, questionnaire));
	return once(tx, actor, token, now, async () => {
		const organisation_id = actor.organisationId;
		const row = await tx
			.selectFrom('questionnaires')
			.select(['draft', 'version', 'removed_at'])
			.where('organisation_id', '=', organisation_id)
			.where('id', '=', questionnaire.id)
			.forUpdate()
			.executeTakeFirstOrThrow();
		if (row.removed_at) return rejected({ form: 'Анкета в архиве. Верните её, чтобы опубликовать.' });
		if (row.version !== version)
			return rejected(
				{ form: 'Пока вы смотрели, анкету изменили. Проверьте ещё раз то, что стоит ниже, и опубликуйте.' },
				{ version: String(row.version) }
			);
		const wording = wordingOf(row.draft as unknown as Draft);
		if (obstaclesIn(wording).length > 0) return rejected({ form: 'Сначала поправьте то, что мешает опубликовать.' });
		const last = await tx
			.selectFrom('questionnaire_versions')
			.select(['id', 'number', 'content_hash'])
			.where('organisation_id', '=', organisation_id)
			.where('questionnaire_id', '=', questionnaire.id)
			.orderBy('number', 'desc')
			.executeTakeFirst();
		const hash = hashOf(wording);
		if (last && hash.equals(last.content_hash as Buffer))
			return rejected({ form: `Текст тот же, что в редакции ${last.number}: публиковать нечего.` });
		const number = (last?.number ?? 0) + 1;
		await tx
			.insertInto('questionnaire_versions')
			.values({
				organisation_id,
				id: newId(now),
				questionnaire_id: questionnaire.id,
				number,
				derived_from: last?.id ?? null,
				content: JSON.stringify(wording),
				content_hash: hash,
				published_at: now.at,
				published_by: actor.personId
			})
			.execute();
		await tx
			.updateTable('questionnaires')
			.set({ draft: JSON.stringify(wording), version: version + 1 })
			.where('organisation_id', '=', organisation_id)
			.where('id', '=', questionnaire.id)
			.execute();
		await journal(tx, actor, 'questionnaire.published', { kind: 'questionnaire', id: questionnaire.id }, now, {
			details: { title: wording.title, number }
		});
		return { ok: true, value: number };
	});
}

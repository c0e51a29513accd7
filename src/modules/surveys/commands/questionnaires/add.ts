import type { Actor } from '../../../../core/actor';
import type { Now } from '../../../../core/dates';
import { allow } from '../../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../../core/forms';
import type { Tx } from '../../../../db/as-actor';
import { newId } from '../../../../db/id';
import { journal } from '../../../../db/journal';
import { once } from '../../../../db/once';
import type { OwnWords } from '../../../organisations/rules/words';
import { wordsOf } from '../../../organisations/rules/words';
import { type Draft, emptyDraft } from '../../rules/editing/draft';
import { draftFromText } from '../../rules/editing/from-text';
import { canKeepQuestionnaires } from '../../rules/keepers';
import { draftFrom, libraryByCode } from '../../rules/library/library';

type Begun = { draft: Draft; library: string | null };

async function insert(tx: Tx, actor: Actor, { draft, library }: Begun, now: Now): Promise<Result<string>> {
	const id = newId(now);
	await tx
		.insertInto('questionnaires')
		.values({
			organisation_id: actor.organisationId,
			id,
			library,
			draft: JSON.stringify(draft),
			added_at: now.at,
			added_by: actor.personId
		})
		.execute();
	await journal(tx, actor, 'questionnaire.added', { kind: 'questionnaire', id }, now, {
		details: { title: draft.title, ...(library && { library }) }
	});
	return { ok: true, value: id };
}

type New = { library: string; title: string; text: string };

/** Begins a questionnaire: with one of the library in the organisation's words, with a pasted text, or with a title alone. */
export async function addQuestionnaire(
	tx: Tx,
	actor: Actor,
	{ token, library, title, text, words }: Submitted<New & { words: OwnWords }>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepQuestionnaires(actor));
	return once(tx, actor, token, now, async () => {
		if (library) {
			const found = libraryByCode.get(library);
			if (!found) return rejected({ form: 'Такой анкеты в библиотеке нет. Откройте страницу заново.' });
			const draft = draftFrom(found, wordsOf(actor.organisation.kind, words));
			return insert(tx, actor, { draft, library }, now);
		}
		if (text) return insert(tx, actor, { draft: draftFromText(text, title), library: null }, now);
		if (!title) return rejected({ title: 'Назовите анкету или вставьте её текст' });
		return insert(tx, actor, { draft: emptyDraft(title), library: null }, now);
	});
}

/** The same once more, to be changed apart; questions keep their codes, so that answers may be compared. */
export async function copyQuestionnaire(
	tx: Tx,
	actor: Actor,
	{ draft, library }: Begun,
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	allow(canKeepQuestionnaires(actor));
	return once(tx, actor, token, now, () =>
		insert(tx, actor, { draft: { ...draft, title: `${draft.title} (копия)`.slice(0, 200) }, library }, now)
	);
}

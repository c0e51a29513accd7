import { createHash } from 'node:crypto';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal, noteNothingDone } from '../../../db/journal';
import { once } from '../../../db/once';
import { currentTexts, findSettings } from '../queries/texts';
import {
	type ConsentKind,
	type ConsentParts,
	canKeepTexts,
	consentParts,
	emptyParts,
	requiredParts
} from '../rules/kinds';

/** The parts a kind has, trimmed: what is hashed and kept. */
const contentsOf = (kind: ConsentKind, parts: ConsentParts): ConsentParts =>
	Object.fromEntries(requiredParts[kind].map((part) => [part, parts[part]?.trim() ?? '']));

const hashOf = (parts: ConsentParts) => createHash('sha256').update(JSON.stringify(parts)).digest();

/** Publishes the next wording of a kind. What was agreed to before stays agreed to in its own words. */
export async function publishText(
	tx: Tx,
	actor: Actor,
	kind: ConsentKind,
	{ token, version, ...typed }: Submitted<{ version: number } & ConsentParts>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepTexts(actor));
	return once(tx, actor, token, now, async () => {
		const parts = contentsOf(kind, typed);
		const [missing] = emptyParts(kind, parts);
		if (missing)
			return rejected({ [missing]: `Заполните часть «${consentParts[missing]}»: без неё согласие недействительно.` });
		const current = (await currentTexts(tx, actor)).get(kind);
		if ((current?.number ?? 0) !== version)
			return rejected(
				{ form: 'Пока вы правили, опубликована другая редакция. Ваш текст ниже: сверьте и опубликуйте ещё раз.' },
				{ ...current?.parts, version: String(current?.number ?? 0) }
			);
		if (current && hashOf(contentsOf(kind, current.parts)).equals(hashOf(parts)))
			return rejected({ form: `Текст тот же, что в редакции ${current.number}: публиковать нечего.` });
		const id = newId(now);
		await tx
			.insertInto('consent_texts')
			.values({
				organisation_id: actor.organisationId,
				id,
				kind,
				number: version + 1,
				derived_from: current?.id ?? null,
				parts: JSON.stringify(parts),
				content_hash: hashOf(parts),
				published_at: now.at,
				published_by: actor.personId
			})
			.execute();
		await journal(tx, actor, 'consent-text.published', { kind: 'consent-text', id }, now, {
			details: { kind, number: version + 1 }
		});
		return { ok: true, value: id };
	});
}

type Settings = { version: number; asked: readonly ConsentKind[]; strict: boolean };

/** Which consents the school asks of participants, and whether a register takes nobody without them. */
export async function changeSettings(
	tx: Tx,
	actor: Actor,
	{ token, version, asked, strict }: Submitted<Settings>,
	now: Now
): Promise<Result<null>> {
	allow(canKeepTexts(actor));
	return once(tx, actor, token, now, async () => {
		const present = await findSettings(tx, actor);
		if (present.version !== version)
			return rejected(
				{ form: 'Пока вы выбирали, порядок согласий изменил кто-то другой. Сверьте и сохраните ещё раз.' },
				{ version: String(present.version) }
			);
		if (present.strict === strict && present.asked.join() === asked.join()) {
			noteNothingDone(tx);
			return { ok: true, value: null };
		}
		const changed = { asked: [...asked], strict, version: version + 1 };
		await tx
			.insertInto('consent_settings')
			.values({ organisation_id: actor.organisationId, ...changed })
			.onConflict((on) => on.column('organisation_id').doUpdateSet(changed))
			.execute();
		await journal(tx, actor, 'consent.settings-changed', { kind: 'organisation', id: actor.organisationId }, now, {
			details: { asked, strict }
		});
		return { ok: true, value: null };
	});
}

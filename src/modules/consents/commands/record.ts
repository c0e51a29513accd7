import { sql } from 'kysely';
import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal, noteNothingDone } from '../../../db/journal';
import { once } from '../../../db/once';
import { type NewFile, storeFile } from '../../files/commands';
import { problemWithFile } from '../../files/rules';
import { visiblePeople } from '../../people/queries/visible';
import { currentTexts } from '../queries/texts';
import { type ConsentKind, canKeepConsents } from '../rules/kinds';
import { problemsWithDays } from '../rules/standing';

export type Recording = { kind: ConsentKind; givenOn: string; validUntil: string | null; person: readonly string[] };

/** Notes papers that were handed in: one kind, one day, many people, and one scan of all the sheets. Answers with how many. */
export async function recordConsents(
	tx: Tx,
	actor: Actor,
	{ token, kind, givenOn, validUntil, person }: Submitted<Recording>,
	scan: NewFile | null,
	now: Now
): Promise<Result<{ count: number }>> {
	allow(canKeepConsents(actor));
	return once(tx, actor, token, now, async () => {
		const problems = problemsWithDays({ givenOn, validUntil }, now.today);
		const file = scan && problemWithFile({ size: scan.bytes.length });
		if (file) problems.file = file;
		if (Object.keys(problems).length > 0) return rejected(problems);
		const people = [...new Set(person)];
		const known = await visiblePeople(tx, actor).where('p.id', 'in', people).select('p.id').execute();
		if (known.length < people.length) return notFound();
		const already = await tx
			.selectFrom('consents')
			.select('person_id')
			.where('organisation_id', '=', actor.organisationId)
			.where('kind', '=', kind)
			.where('given_on', '=', givenOn)
			.where('removed_at', 'is', null)
			.where('person_id', 'in', people)
			.execute();
		const there = new Set(already.map((row) => row.person_id));
		const fresh = people.filter((id) => !there.has(id));
		if (fresh.length === 0)
			return rejected({ form: 'Это согласие с этой датой у всех отмеченных уже записано: проверьте дату и людей.' });
		const fileId = scan ? await storeFile(tx, actor, scan, now) : null;
		const text = (await currentTexts(tx, actor)).get(kind);
		const rows = fresh.map((person_id) => ({
			organisation_id: actor.organisationId,
			id: newId(now),
			person_id,
			kind,
			text_id: text?.id ?? null,
			given_on: givenOn,
			valid_until: validUntil,
			how: 'paper' as const,
			file_id: fileId,
			recorded_at: now.at,
			recorded_by: actor.personId
		}));
		await tx.insertInto('consents').values(rows).execute();
		await journal(tx, actor, 'consent.recorded', { kind: 'consent', id: rows[0]?.id ?? notFound() }, now, {
			details: { kind, count: rows.length }
		});
		return { ok: true, value: { count: rows.length } };
	});
}

/** Somebody agrees in the program, having read the wording that is published now. */
export async function giveOwnConsent(
	tx: Tx,
	actor: Actor,
	{ token, kind, text }: Submitted<{ kind: ConsentKind; text: string }>,
	now: Now
): Promise<Result<string>> {
	return once(tx, actor, token, now, async () => {
		const current = (await currentTexts(tx, actor)).get(kind);
		if (!current || current.id !== text)
			return rejected({
				form: 'Пока страница была открыта, текст согласия изменился. Прочитайте новый и отметьте ещё раз.'
			});
		const standing = await standingOf(tx, actor, actor.personId, kind, now);
		if (standing?.textId === text) {
			noteNothingDone(tx);
			return { ok: true, value: standing.id };
		}
		const id = newId(now);
		await tx
			.insertInto('consents')
			.values({
				organisation_id: actor.organisationId,
				id,
				person_id: actor.personId,
				kind,
				text_id: text,
				given_on: now.today,
				how: 'program',
				recorded_at: now.at,
				recorded_by: actor.personId
			})
			.execute();
		await journal(tx, actor, 'consent.given', { kind: 'consent', id }, now, { details: { kind } });
		return { ok: true, value: id };
	});
}

/** The consent of a kind that stands with somebody today. */
export async function standingOf(tx: Tx, { organisationId }: Actor, personId: string, kind: ConsentKind, now: Now) {
	const { rows } = await sql<{ id: string; textId: string | null; givenOn: string }>`
		select s.id, s.text_id as "textId", s.given_on as "givenOn" from consents_on(${now.today}::date) s
		where s.organisation_id = ${organisationId} and s.person_id = ${personId} and s.kind = ${kind}`.execute(tx);
	return rows[0];
}

/** Takes away a record made by mistake, or brings it back. */
export async function setConsentRemoved(
	tx: Tx,
	actor: Actor,
	id: string,
	removed: boolean,
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	allow(canKeepConsents(actor));
	return once(tx, actor, token, now, async () => {
		const { numUpdatedRows } = await tx
			.updateTable('consents')
			.set({ removed_at: removed ? now.at : null })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', id)
			.where('removed_at', removed ? 'is' : 'is not', null)
			.executeTakeFirst();
		if (!numUpdatedRows) noteNothingDone(tx);
		else await journal(tx, actor, removed ? 'consent.removed' : 'consent.restored', { kind: 'consent', id }, now);
		return { ok: true, value: id };
	});
}

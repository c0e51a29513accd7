import type { Actor } from '../../../core/actor';
import { type Now, showDate } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal, noteNothingDone } from '../../../db/journal';
import { once } from '../../../db/once';
import { findOrganisation } from '../../organisations/queries';
import {
	bringBackArtefact,
	closeByArtefact,
	takeBackArtefact,
	takeOldCopies
} from '../../roadmap/commands/close-by-artefact';
import { bankInWord, practiceInWord } from '../engine/practice-in-word';
import { findPractice, listBank, type Practice } from '../queries/practice';
import { canChange, canKeepPractices, missingParts, parts } from '../rules/practice';

/** The case as a paper closes what was chosen and is put to the line of the plan it was written for. Answers with how many were closed. */
async function prove(tx: Tx, actor: Actor, practice: Practice, closes: readonly string[], now: Now) {
	const thing = { kind: 'practice' as const, id: practice.id };
	const also = [
		...(practice.activity ? [practice.activity.occurrenceId] : []),
		...(await takeOldCopies(tx, actor, thing, now))
	];
	if (closes.length + also.length === 0) return 0;
	const { fullName: organisation } = await findOrganisation(tx, actor, now);
	const artefact = {
		...thing,
		on: now.today,
		title: `Практика: ${practice.title}`.slice(0, 300),
		words: practice.figures.split(/\r?\n/)[0]?.slice(0, 300) || 'Описана и принята в банк практик',
		file: { name: 'Практика.docx', bytes: await practiceInWord({ organisation, practice }) }
	};
	const { closed } = await closeByArtefact(tx, actor, closes, artefact, now, also);
	return closed.length;
}

/** The paper of a case whose words have changed replaces the old one wherever it proves something. */
export async function proveAnew(tx: Tx, actor: Actor, id: string, now: Now) {
	const practice = (await findPractice(tx, actor, id, now)) ?? notFound();
	if (canKeepPractices(actor)) await prove(tx, actor, practice, [], now);
}

/** Puts a case into the bank, inside an act that holds the form's token. Answers with how many lines of the plan were closed. */
export async function acceptPractice(
	tx: Tx,
	actor: Actor,
	id: string,
	closes: readonly string[],
	now: Now
): Promise<Result<number>> {
	allow(canKeepPractices(actor));
	const practice = (await findPractice(tx, actor, id, now)) ?? notFound();
	const missing = missingParts(practice);
	if (missing.length > 0)
		return rejected({
			[missing[0] ?? 'form']:
				`Чтобы принять в банк, допишите: ${missing.map((part) => `«${parts[part].name}»`).join(', ')}.`
		});
	if (!practice.acceptedAt) {
		await tx
			.updateTable('practices')
			.set({ accepted_at: now.at, accepted_by: actor.personId })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', id)
			.execute();
		await journal(tx, actor, 'practice.accepted', { kind: 'practice', id }, now);
	}
	return { ok: true, value: await prove(tx, actor, practice, closes, now) };
}

/** «Принять в банк»; for a case that stands there already, only the lines of the plan that it closes. */
export async function takeIntoBank(
	tx: Tx,
	actor: Actor,
	practice: Practice,
	{ token, closes }: Submitted<{ closes: readonly string[] }>,
	now: Now
): Promise<Result<number>> {
	allow(canKeepPractices(actor));
	return once(tx, actor, token, now, async () => {
		if (practice.acceptedAt && closes.length === 0)
			return rejected({ closes: 'Отметьте, какое мероприятие выполнено.' });
		return acceptPractice(tx, actor, practice.id, closes, now);
	});
}

/** Back among the drafts: others here read it no more, what it proved says so. */
export async function undoAcceptance(
	tx: Tx,
	actor: Actor,
	practice: Practice,
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	allow(canKeepPractices(actor));
	return once(tx, actor, token, now, async () => {
		if (!practice.acceptedAt) {
			noteNothingDone(tx);
			return { ok: true, value: practice.id };
		}
		await tx
			.updateTable('practices')
			.set({ accepted_at: null, accepted_by: null })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', practice.id)
			.execute();
		await takeBackArtefact(tx, actor, { kind: 'practice', id: practice.id }, now);
		await journal(tx, actor, 'practice.acceptance-undone', { kind: 'practice', id: practice.id }, now);
		return { ok: true, value: practice.id };
	});
}

/** Taken away with what it proves, or brought back. */
export async function removePractice(
	tx: Tx,
	actor: Actor,
	practice: Practice,
	{ token, back }: { token: string; back: boolean },
	now: Now
): Promise<Result<string>> {
	allow(canChange(actor, practice));
	return once(tx, actor, token, now, async () => {
		await tx
			.updateTable('practices')
			.set({ removed_at: back ? null : now.at })
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', practice.id)
			.execute();
		const thing = { kind: 'practice' as const, id: practice.id };
		if (practice.acceptedAt && back) await bringBackArtefact(tx, actor, thing);
		if (practice.acceptedAt && !back) await takeBackArtefact(tx, actor, thing, now);
		await journal(tx, actor, back ? 'practice.restored' : 'practice.removed', thing, now);
		return { ok: true, value: practice.id };
	});
}

/** The bank as it stands today becomes the evidence of what was planned. Answers with how many were closed. */
export async function fileBank(
	tx: Tx,
	actor: Actor,
	{ token, closes }: Submitted<{ closes: readonly string[] }>,
	now: Now
): Promise<Result<number>> {
	allow(canKeepPractices(actor));
	return once(tx, actor, token, now, async () => {
		if (closes.length === 0) return rejected({ closes: 'Отметьте, какое мероприятие выполнено.' });
		const practices = await listBank(tx, actor, now);
		if (practices.length === 0) return rejected({ form: 'В банке пока нет ни одной практики: примите хотя бы одну.' });
		const { fullName: organisation } = await findOrganisation(tx, actor, now);
		const artefact = {
			kind: 'practice-bank' as const,
			id: actor.organisationId,
			on: now.today,
			title: `Банк практик, ${showDate(now.today)}`,
			words: `Практик: ${practices.length}`,
			file: { name: 'Банк практик.docx', bytes: await bankInWord({ organisation, practices, on: now.today }) }
		};
		const { closed } = await closeByArtefact(tx, actor, closes, artefact, now);
		await journal(tx, actor, 'practices.filed', { kind: 'organisation', id: actor.organisationId }, now, {
			details: { count: practices.length }
		});
		return { ok: true, value: closed.length };
	});
}

import type { Updateable } from 'kysely';
import type { Actor } from '../../../core/actor';
import { addDays, type Now } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import type { DB } from '../../../db/types';
import { findCalendar } from '../../calendar/queries';
import { addWorkingDays } from '../../calendar/rules/calendar';
import { findAskable, listRemovedApprovals } from '../queries/approvals';
import type { Approval, StoredDocument } from '../queries/document';
import { currentText, mayBeAgreed, problemsWithPaper, unionDays } from '../rules/approvals';
import { canMakeDocuments } from '../rules/documents';
import type { ApprovalKind, Outcome } from '../rules/life';
import { heldDocument } from './hold';
import { tellAsked } from './tell';

const signed = 'Документ уже подписан или убран: согласовать в нём больше нечего.';

/** The last day of the union's term. */
export async function unionTerm(tx: Tx, actor: Actor, from: string) {
	return addWorkingDays(from, unionDays, await findCalendar(tx, actor, { from, to: addDays(from, 60) }));
}

export type Asking = {
	kind: ApprovalKind;
	whom: string | null;
	name: string;
	post: string;
	askedOn: string;
	dueOn: string | null;
};

/** Asks a colleague for a visa, or the trade union for its opinion: they see the text on their day's page, as it stands. */
export async function askApproval(
	tx: Tx,
	actor: Actor,
	seen: StoredDocument,
	{ token, ...asking }: Submitted<Asking>,
	now: Now
): Promise<Result<string>> {
	allow(canMakeDocuments(actor));
	return once(tx, actor, token, now, async () => {
		const document = await heldDocument(tx, actor, seen);
		const { kind, whom, askedOn } = asking;
		if (!mayBeAgreed(document)) return rejected({ form: signed });
		if (!currentText(document.files)) return rejected({ form: 'Сначала приложите текст: согласовать пока нечего.' });
		if (!whom && !asking.name) return rejected({ whom: 'Выберите, кого спросить, или впишите имя ниже' });
		if (whom && !(await findAskable(tx, actor, whom, now)))
			return rejected({ whom: 'Этого человека уже нет в списке: выберите снова' });
		const asked = document.approvalList.find(({ personId, name }) =>
			whom ? personId === whom : name.toLocaleLowerCase('ru') === asking.name.toLocaleLowerCase('ru')
		);
		if (asked) return rejected({ whom: `${asked.name}: уже в листе согласования` });
		if (askedOn > now.today) return rejected({ askedOn: 'Этот день ещё не наступил' });
		if (askedOn < addDays(now.today, -180)) return rejected({ askedOn: 'Больше полугода назад: проверьте год' });
		if (asking.dueOn && asking.dueOn < askedOn) return rejected({ dueOn: 'Срок раньше, чем спросили' });
		const dueOn = kind === 'union' ? await unionTerm(tx, actor, askedOn) : asking.dueOn;
		const id = newId(now);
		await tx
			.insertInto('document_approvals')
			.values({
				...{ organisation_id: actor.organisationId, id, document_id: document.id, kind, person_id: whom },
				...(whom ? {} : { name: asking.name, post: asking.post }),
				position: Math.max(0, ...document.approvalList.map(({ position }) => position)) + 1,
				...{ asked_on: askedOn, asked_at: now.at, asked_by: actor.personId, due_on: dueOn }
			})
			.execute();
		await journal(tx, actor, 'document.approval-asked', { kind: 'document', id: document.id }, now, {
			details: { kind }
		});
		if (whom) await tellAsked(tx, actor, document, [{ id, personId: whom, dueOn }], 'asked', now);
		return { ok: true, value: id };
	});
}

export type ApprovalTurn = 'removal' | 'restoration' | 'undoing';

/** Who was asked by mistake goes from the sheet, or comes back; an answer written down from paper is taken back. */
export async function turnApproval(
	tx: Tx,
	actor: Actor,
	seen: StoredDocument,
	turn: ApprovalTurn,
	{ token, approval: id }: Submitted<{ approval: string }>,
	now: Now
): Promise<Result<string>> {
	allow(canMakeDocuments(actor));
	return once(tx, actor, token, now, async () => {
		const document = await heldDocument(tx, actor, seen);
		if (!mayBeAgreed(document)) return rejected({ form: signed });
		const subject = { kind: 'document' as const, id: document.id };
		if (turn === 'restoration') {
			const gone = (await listRemovedApprovals(tx, actor, document.id)).find((one) => one.id === id) ?? notFound();
			if (gone.personId && document.approvalList.some(({ personId }) => personId === gone.personId))
				return rejected({ form: 'Этого человека уже спросили снова.' });
			await change(tx, actor, id, { removed_at: null, removed_by: null });
			await journal(tx, actor, 'document.approval-asked', subject, now, { details: { restored: true } });
			return { ok: true, value: id };
		}
		const approval = of(document, id);
		if (turn === 'removal') {
			await change(tx, actor, id, { removed_at: now.at, removed_by: actor.personId });
			await journal(tx, actor, 'document.approval-withdrawn', subject, now);
		} else {
			if (approval.how !== 'paper') return rejected({ form: 'Ответ в программе снимает тот, кто его дал.' });
			await change(tx, actor, id, unanswered);
			await journal(tx, actor, 'document.approval-undone', subject, now);
		}
		return { ok: true, value: id };
	});
}

export type PaperAnswer = { approval: string; outcome: Outcome; answeredOn: string; words: string };

/** A visa put on paper, the union's letter, or that its term has passed: written down by whoever keeps the document. */
export async function enterAnswer(
	tx: Tx,
	actor: Actor,
	seen: StoredDocument,
	{ token, ...said }: Submitted<PaperAnswer>,
	now: Now
): Promise<Result<string>> {
	allow(canMakeDocuments(actor));
	return once(tx, actor, token, now, async () => {
		const document = await heldDocument(tx, actor, seen);
		if (!mayBeAgreed(document)) return rejected({ form: signed });
		const approval = of(document, said.approval);
		if (approval.outcome && !approval.stale)
			return rejected({ approval: 'Ответ уже есть. Если он записан по ошибке, сначала снимите его.' });
		const problems = problemsWithPaper(said, approval, now.today);
		if (Object.keys(problems).length > 0) return rejected(problems);
		const seenText = currentText(document.files)?.id ?? null;
		await change(tx, actor, said.approval, answered({ ...said, how: 'paper', seen: seenText }, actor, now));
		await journal(tx, actor, 'document.approval-answered', { kind: 'document', id: document.id }, now, {
			details: { outcome: said.outcome, how: 'paper' }
		});
		return { ok: true, value: said.approval };
	});
}

const of = (document: StoredDocument, id: string): Approval =>
	document.approvalList.find((one) => one.id === id) ?? notFound();

type Answer = { outcome: Outcome; answeredOn: string; words: string; how: 'program' | 'paper'; seen: string | null };

export const answered = ({ outcome, answeredOn, words, how, seen }: Answer, { personId }: Actor, { at }: Now) => ({
	...{
		outcome,
		answered_on: answeredOn,
		words,
		answered_how: how,
		seen_id: seen,
		answered_at: at,
		answered_by: personId
	}
});
export const unanswered = {
	...{ outcome: null, answered_on: null, words: '', answered_how: null, seen_id: null },
	...{ answered_at: null, answered_by: null }
};

export const change = (tx: Tx, { organisationId }: Actor, id: string, set: Updateable<DB['document_approvals']>) =>
	tx
		.updateTable('document_approvals')
		.set(set)
		.where('organisation_id', '=', organisationId)
		.where('id', '=', id)
		.execute();

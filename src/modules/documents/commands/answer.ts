import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { findMyApproval, type MyApproval } from '../queries/my-approvals';
import { problemsWithAnswer } from '../rules/approvals';
import type { Outcome } from '../rules/life';
import { answered, change, unanswered } from './approvals';
import { hold } from './hold';
import { tellAnswered } from './tell';

const over = 'Документ уже подписан или убран: ответ больше не меняется.';

/** The approval as it stands now, the document held against a newer text and a signature. */
async function held(tx: Tx, actor: Actor, { id, documentId }: MyApproval) {
	await hold(tx, actor, { id: documentId });
	return findMyApproval(tx, actor, id);
}

export type OwnAnswer = { outcome: Exclude<Outcome, 'silent'>; words: string; text: string };

/** What one who was asked says of the text they have read (`text`): when a newer one has come meanwhile, it is to be read first. */
export async function answerApproval(
	tx: Tx,
	actor: Actor,
	seen: MyApproval,
	{ token, outcome, words, text }: Submitted<OwnAnswer>,
	now: Now
): Promise<Result<string>> {
	return once(tx, actor, token, now, async () => {
		const approval = await held(tx, actor, seen);
		if (!approval?.open) return rejected({ form: over });
		if (approval.outcome && !approval.stale) return rejected({ form: 'Вы уже ответили.' });
		if (approval.text !== text)
			return rejected({ form: 'Пока вы читали, текст изменился. Откройте его ещё раз и ответьте.' }, {});
		const problems = problemsWithAnswer({ outcome, words });
		if (Object.keys(problems).length > 0) return rejected(problems);
		const said = { outcome, words, answeredOn: now.today, how: 'program' as const, seen: text };
		await change(tx, actor, approval.id, answered(said, actor, now));
		await journal(tx, actor, 'document.approval-answered', { kind: 'document', id: approval.documentId }, now, {
			details: { outcome, how: 'program' }
		});
		await tellAnswered(tx, actor, approval, outcome, now);
		return { ok: true, value: approval.id };
	});
}

/** Said too soon: the answer is taken back by whoever gave it, until the document is signed. */
export async function undoAnswer(
	tx: Tx,
	actor: Actor,
	seen: MyApproval,
	{ token }: { token: string },
	now: Now
): Promise<Result<string>> {
	return once(tx, actor, token, now, async () => {
		const approval = await held(tx, actor, seen);
		if (!approval?.open) return rejected({ form: over });
		if (approval.how !== 'program')
			return rejected({ form: approval.how ? 'Ответ с бумаги снимает тот, кто его записал.' : 'Ответа ещё нет.' });
		await change(tx, actor, approval.id, unanswered);
		await journal(tx, actor, 'document.approval-undone', { kind: 'document', id: approval.documentId }, now);
		return { ok: true, value: approval.id };
	});
}

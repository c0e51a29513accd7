import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import type { StoredDocument } from '../queries/document';
import { listParticulars } from '../queries/particulars';
import { canKeepDocuments } from '../rules/documents';
import type { LaterCode, LinkKind } from '../rules/life';
import { linkDocuments } from './links';
import type { Making } from './make';
import { makeAsAsked } from './particulars';

type Said = { making: string; how: LinkKind; code: LaterCode } & Omit<Making, 'papers'>;

/** The draft of an order that cancels or amends this one, linked with it: the link acts when the draft has its number. Answers with the draft. */
export async function makeLater(
	tx: Tx,
	actor: Actor,
	earlier: StoredDocument,
	{ token, making, how, code, ...by }: Submitted<Said>,
	now: Now
): Promise<Result<string>> {
	allow(canKeepDocuments(actor));
	if (!earlier.datedOn || earlier.removed || earlier.superseded)
		return rejected({ form: 'Отменить и изменить можно документ с номером, который ещё действует.' });
	const [kept] = await listParticulars(tx, actor, code);
	const texts = {
		...{ акт: 'order', вид: earlier.actKind ?? 'order' },
		...{ 'прежний.дата': earlier.datedOn, 'прежний.номер': earlier.number }
	};
	const made = await makeAsAsked(
		tx,
		actor,
		code,
		{ token: making, version: kept?.version ?? 0, texts, people: {}, ...by },
		now
	);
	if (!made.ok)
		return rejected({ form: made.problems.form ?? 'Только что здесь сделали другой документ: нажмите ещё раз.' });
	const [later = ''] = made.value.ids;
	if (!earlier.links.some(({ other }) => other === later)) {
		const linked = await linkDocuments(tx, actor, earlier, { token, later, how }, now);
		if (!linked.ok) return linked;
	}
	return { ok: true, value: later };
}

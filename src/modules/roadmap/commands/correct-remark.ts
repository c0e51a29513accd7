import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import type { RemarkForm } from '../form/imports';
import { findHome } from '../queries/import-home';
import type { Draft } from '../rules/draft';
import { mended, mendInWords } from '../rules/remarks/mend';
import type { Remark } from '../rules/remarks/remark';
import { leaveAsIs, remarksOn } from '../rules/remarks/remarks-on';
import { correctImport } from './correct-import';
import { readAnew } from './read-words';

const gone = rejected({ form: 'Это замечание уже разобрано: посмотрите, что осталось.' });

/** Does in all its places what a remark proposes. The remark is found again in the draft as it is now. */
export async function mendRemark(tx: Tx, actor: Actor, id: string, { token, remark: asked }: RemarkForm, now: Now) {
	const home = await findHome(tx, actor, now.today);
	const found = (draft: Draft) => remarksOn(draft, home).find((one) => one.id === asked && one.mend !== null);
	return correctImport(
		tx,
		actor,
		id,
		{
			token,
			what: (draft) => sentenceFor(found(draft), mendInWords),
			correct(draft, version) {
				const remark = found(draft);
				return remark ? mended(draft, remark, version, readAnew(draft)) : gone;
			}
		},
		now
	);
}

/** «Оставить как есть»: the remark is not said again; taking the correction back says it again. */
export async function leaveRemark(tx: Tx, actor: Actor, id: string, { token, remark: asked }: RemarkForm, now: Now) {
	const home = await findHome(tx, actor, now.today);
	const found = (draft: Draft) => remarksOn(draft, home).find((one) => one.id === asked);
	return correctImport(
		tx,
		actor,
		id,
		{
			token,
			what: (draft) => sentenceFor(found(draft), ({ sentence }) => `Оставлено как есть. ${sentence}`),
			correct: (draft) => (found(draft) ? leaveAsIs(draft, asked) : gone)
		},
		now
	);
}

const sentenceFor = (remark: Remark | undefined, say: (remark: Remark) => string) => (remark ? say(remark) : '');

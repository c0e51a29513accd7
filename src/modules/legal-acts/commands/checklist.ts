import type { Actor } from '../../../core/actor';
import { type Now, showDate } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted, type Values } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { listSigners } from '../../documents/queries/settings';
import { listChecklist } from '../queries/checklist';
import { type ChecklistLine, canKeepChecklist, type LineState } from '../rules/checklist';

export const valuesOfLine = (line: ChecklistLine): Values => ({
	title: line.title,
	owner: line.owner?.id ?? '',
	state: line.state,
	dueOn: line.dueOn ? showDate(line.dueOn) : '',
	act: line.act?.key ?? '',
	note: line.note,
	version: String(line.version)
});

type Said = Submitted<{
	version: number;
	title: string;
	owner: string | null;
	state: LineState;
	dueOn: string | null;
	act: string | null;
	note: string;
}>;

/** Decides of a line, or adds one of one's own (`code` null). */
export async function keepLine(
	tx: Tx,
	actor: Actor,
	code: string | null,
	{ token, version, ...said }: Said,
	now: Now
): Promise<Result<string>> {
	allow(canKeepChecklist(actor));
	return once(tx, actor, token, now, async () => {
		const { lines, acts } = await listChecklist(tx, actor);
		const line = lines.find((one) => one.code === code);
		if (said.act && !acts.some(({ key }) => key === said.act)) return rejected({ act: 'Выберите акт из списка.' });
		const staff = await listSigners(tx, actor, now);
		if (said.owner && said.owner !== line?.owner?.id && !staff.some(({ id }) => id === said.owner))
			return rejected({ owner: 'Этот человек у вас сегодня не работает. Выберите другого.' });
		const row = {
			...{ title: said.title, owner_id: said.owner, state: said.state, due_on: said.dueOn, act_key: said.act },
			...{ note: said.note, version: version + 1, changed_at: now.at, changed_by: actor.personId }
		};
		const own = { organisation_id: actor.organisationId };
		const id = newId(now);
		const saved =
			version === 0
				? await tx
						.insertInto('local_act_lines')
						.values({ ...own, id, code: code ?? id, ...row })
						.onConflict((is) => is.columns(['organisation_id', 'code']).doNothing())
						.returning('id')
						.executeTakeFirst()
				: await tx
						.updateTable('local_act_lines')
						.set(row)
						.where('organisation_id', '=', actor.organisationId)
						.where('code', '=', code)
						.where('version', '=', version)
						.returning('id')
						.executeTakeFirst();
		if (!saved) {
			const theirs = (await listChecklist(tx, actor)).lines.find((one) => one.code === code);
			return rejected({}, theirs && valuesOfLine(theirs));
		}
		await journal(tx, actor, 'local-act.changed', { kind: 'local-act', id: saved.id }, now);
		return { ok: true, value: code ?? id };
	});
}

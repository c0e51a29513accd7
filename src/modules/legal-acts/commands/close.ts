import type { Actor } from '../../../core/actor';
import { type Now, showDate } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import { paperInWord } from '../../../core/paper-in-word';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { closeByArtefact } from '../../roadmap/commands/close-by-artefact';
import { listChecklist } from '../queries/checklist';
import { type ChecklistLine, canKeepChecklist, wantedYet } from '../rules/checklist';

/** All local acts that are needed are there: the list as it stands today proves the lines of the plan. Answers how many it has closed. */
export async function closeByLocalActs(
	tx: Tx,
	actor: Actor,
	{ token, closes }: Submitted<{ closes: readonly string[] }>,
	now: Now
): Promise<Result<number>> {
	allow(canKeepChecklist(actor));
	return once(tx, actor, token, now, async () => {
		const { lines } = await listChecklist(tx, actor);
		const wanted = wantedYet(lines);
		if (wanted.length > 0)
			return rejected({
				closes: `Ещё не всё есть: ${wanted.map(({ title }) => title).join('; ')}. Внесите утверждённое или отметьте, что не нужно.`
			});
		if (closes.length === 0) return rejected({ closes: 'Отметьте, что этим выполнено.' });
		const kept = lines.filter(({ state }) => state === 'approved');
		const title = `Локальные акты на ${showDate(now.today)}: ${kept.length}`;
		const bytes = await listInWord(actor.organisation.name, title, kept);
		const artefact = { kind: 'local-acts' as const, id: actor.organisationId, on: now.today, title };
		const file = { name: 'Локальные акты.docx', bytes };
		const { closed } = await closeByArtefact(tx, actor, closes, { ...artefact, file }, now);
		await journal(tx, actor, 'local-acts.shown', { kind: 'organisation', id: actor.organisationId }, now, {
			details: { count: kept.length }
		});
		return { ok: true, value: closed.length };
	});
}

const listInWord = (organisation: string, title: string, lines: readonly ChecklistLine[]) =>
	paperInWord({
		head: [organisation],
		title,
		parts: [
			{
				headings: ['№', 'Какой нужен акт', 'Акт', 'Кто отвечал'],
				widths: [6, 40, 34, 20],
				rows: lines.map(({ title: line, act, owner }, at) => [String(at + 1), line, act?.name ?? '', owner?.name ?? ''])
			}
		]
	});

import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { once } from '../../../db/once';
import { closeByArtefact } from '../../roadmap/commands/close-by-artefact';
import { summaryInWord } from '../engine/summary-in-word';
import { listSorted } from '../queries/staff';
import { canKeepGroups, type GroupSet } from '../rules/groups';
import { summaryOf } from '../rules/summary';
import { summaryPaper } from '../rules/summary-paper';

/** What is decided of everybody closes the chosen lines of the plan. Answers with how many it were. */
export async function closeBySorting(
	tx: Tx,
	actor: Actor,
	set: GroupSet,
	{ token, closes }: { token: string; closes: readonly string[] },
	now: Now
): Promise<Result<number>> {
	allow(canKeepGroups(actor));
	return once(tx, actor, token, now, async () => {
		if (closes.length === 0) return rejected({ closes: 'Отметьте мероприятие, которое этим выполнено' });
		const closed = await closeLines(tx, actor, set, { closes, day: now.today }, now);
		return closed > 0 ? { ok: true, value: closed } : rejected({ closes: 'Это уже отметил кто-то из коллег' });
	});
}

/** The same inside an act that has been permitted: the list as of `day` goes beside the mark as a file. */
export async function closeLines(
	tx: Tx,
	actor: Actor,
	set: GroupSet,
	{ closes, day }: { closes: readonly string[]; day: string },
	now: Now
) {
	if (closes.length === 0) return 0;
	const summary = summaryOf(set, await listSorted(tx, actor, set.id, { ...now, today: day }));
	const paper = summaryPaper(set, summary, { organisation: actor.organisation.name, day });
	const file = {
		name: `${paper.title.replaceAll('«', '').replaceAll('»', '')}.docx`,
		bytes: await summaryInWord(paper)
	};
	const made = { kind: 'groups', id: set.id, on: day, title: paper.title, words: paper.words, file } as const;
	const { closed } = await closeByArtefact(tx, actor, closes, made, now);
	return closed.length;
}

import { showDate } from '../../../core/dates';
import type { Problems } from '../../../core/forms';
import type { Outcome } from './activity-state';
import type { CoverageStanding } from './coverage';

/** What somebody says became of one occurrence. */
export type Completion = { outcome: Outcome; doneOn: string; note: string; url: string };

/** What may be said of an activity, the usual answer first: what others above do is noted, nobody here leaves it undone. */
export const outcomesOf = ({ awaited }: { awaited: boolean }): readonly Outcome[] =>
	awaited ? ['noted', 'done'] : ['done', 'not-done'];

export const outcomeNames: Record<Outcome, string> = {
	done: 'выполнено',
	'not-done': 'не выполнено',
	noted: 'принято к сведению'
};

/** `open`: it is about each of many, and some are left; closing it all the same takes a reason. A plan may be taken to work late, but nobody does a thing tomorrow or ten years ago. */
export function problemsWithCompletion(
	{ doneOn, outcome, note }: Completion,
	today: string,
	open: Pick<CoverageStanding, 'covered' | 'all' | 'left'> | null = null
): Problems {
	if (doneOn > today) return { doneOn: `Этот день ещё не наступил: сегодня ${showDate(today)}` };
	if (outcome === 'not-done' && !note)
		return { note: 'Напишите, почему не выполнено: это попадёт в информацию о ходе выполнения' };
	if (outcome === 'done' && open && open.left.length > 0 && !note)
		return { note: `Охвачены ${open.covered} из ${open.all}. Напишите, почему закрываете, не дожидаясь остальных` };
	return {};
}

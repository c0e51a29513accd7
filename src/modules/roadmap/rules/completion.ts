import { showDate } from '../../../core/dates';
import type { Problems } from '../../../core/forms';
import type { Outcome } from './activity-state';

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

/** A plan may be taken to work late, but nobody does a thing tomorrow or ten years ago. */
export function problemsWithCompletion({ doneOn, outcome, note }: Completion, today: string): Problems {
	if (doneOn > today) return { doneOn: `Этот день ещё не наступил: сегодня ${showDate(today)}` };
	if (outcome === 'not-done' && !note)
		return { note: 'Напишите, почему не выполнено: это попадёт в информацию о ходе выполнения' };
	return {};
}

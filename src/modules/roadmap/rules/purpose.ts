const tasksWord = 'Задачи:';

/** The goal and the tasks of a plan as one text: the goal, «Задачи:», and each task on a line of its own. Null when there is neither. */
export function purposeOf(goal: string | null, tasks: readonly string[]): string | null {
	const listed = tasks.length > 0 ? [tasksWord, ...tasks.map((task, at) => `${at + 1}. ${task}`)] : [];
	return [goal ?? '', ...listed].filter(Boolean).join('\n') || null;
}

/** The same as it stands above the table of the plan, line by line. */
export function purposeLines(purpose: string): string[] {
	const lines = purpose.split('\n').filter(Boolean);
	const [first] = lines;
	return !first || first === tasksWord ? lines : [`Цель: ${first}`, ...lines.slice(1)];
}

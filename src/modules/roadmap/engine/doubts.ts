import type { Doubt, Understanding } from '../rules/understanding';
import type { Columns } from './columns';

/** What a person should look at, row by row. */
export function doubtsAbout(
	understood: Understanding,
	why: readonly (string | null)[],
	hasDeadlines: boolean,
	hasResponsible: boolean
): Doubt[] {
	return understood.activities.flatMap((activity, index) => {
		const doubts: Doubt[] = [];
		const doubt = (field: Doubt['field'], reason: string) => doubts.push({ activity: index, field, why: reason });
		const deadlineWhy = why[index];
		if (deadlineWhy) doubt('deadline', deadlineWhy);
		else if (hasDeadlines && activity.deadline.kind === 'none') doubt('deadline', 'Срок не указан.');
		if (hasResponsible && activity.responsible.length === 0) doubt('responsible', 'Ответственный не указан.');
		if (activity.capability === null) doubt('capability', 'Непонятно, где это выполняется: выберите сами.');
		if (/(?:^|\s)(?:и|в|с|по|на|для|о|об|при|к|из|или)$/i.test(activity.title))
			doubt('title', 'Фраза обрывается: похоже, её конец потерялся в файле.');
		const slid = slidStage(understood, index);
		if (slid) doubt('stage', slid);
		return doubts;
	});
}

const stemsOf = (text: string) =>
	new Set(
		text
			.toLowerCase()
			.replaceAll('ё', 'е')
			.match(/[а-я]{5,}/g)
			?.map((word) => word.slice(0, 6)) ?? []
	);
const shared = (a: Set<string>, b: Set<string>) =>
	[...a].filter((stem) => b.has(stem)).length / Math.max(1, Math.min(a.size, b.size));

/** A title much nearer to the next stage than to its own: the stage's label may have slid down a row. */
function slidStage({ activities, stages }: Understanding, index: number): string | null {
	const activity = activities[index];
	if (!activity || activity.stage === null) return null;
	const own = stages[activity.stage];
	const next = stages[activity.stage + 1];
	if (!own || !next || activities[index + 1]?.stage === activity.stage) return null;
	const title = stemsOf(activity.title);
	if (shared(title, stemsOf(next.title)) >= 0.6 && shared(title, stemsOf(own.title)) < 0.35)
		return `Похоже, это уже этап «${next.title}»: заголовок мог съехать.`;
	return null;
}

/** What is to be said about the document as a whole. */
export function warningsAbout(understood: Understanding, columns: readonly Columns[]): string[] {
	const warnings: string[] = [];
	const has = (role: string) => columns.some((table) => (table as readonly (string | null)[]).includes(role));
	if (understood.activities.length === 0) return ['Мероприятий в файле не нашлось: проверьте, тот ли это файл.'];
	if (!has('responsible')) warnings.push('В плане нет столбца с ответственными: выберите, кому поручить мероприятия.');
	if (!has('deadline') && !understood.activities.some(({ deadline }) => deadline.text !== null))
		warnings.push('В плане нет столбца со сроками: сроки нужно назначить.');
	if (understood.title === null) warnings.push('Название плана не нашлось: впишите его.');
	if (understood.period === null) warnings.push('В названии не сказано, на какие годы план: укажите период.');
	return warnings;
}

import type { Child } from 'hono/jsx';
import { isId } from '../../../core/ids';
import { ActionForm } from '../../../ui/form';
import { dayText } from '../../../ui/text';
import type { PlanActivity } from '../queries/activities';
import type { Evidence } from '../queries/evidence';
import type { PlanChange } from '../queries/plan-changes';
import type { RemovedActivity } from '../queries/removed';
import { outcomeNames } from '../rules/completion';
import { coverageText } from '../rules/coverage';

/** A one-button undo beside a notice. */
export const Undo = ({ action }: { action: string }) => (
	<ActionForm action={action} token={crypto.randomUUID()} label="Отменить" kind="quiet" />
);

/** What has just been done to an activity, said quietly, with its undo; `of`: the id that the act made. */
export function activityNotice(
	activity: PlanActivity,
	saved: string | undefined,
	of: string | undefined,
	removed: Evidence | undefined
): Child {
	if (saved === 'completion') return completionNotice([activity], of);
	if (saved === 'coverings') return coveringNotice(activity, of);
	if (saved === 'uncovered') return 'Отметка отменена';
	if (saved === 'comment') return 'Комментарий добавлен';
	if (saved === 'comment-restoration') return 'Комментарий возвращён';
	if (saved === 'comment-removal' && of && isId(of)) {
		return (
			<>
				Комментарий убран <Undo action={`/comments/${of}/restoration`} />
			</>
		);
	}
	if (saved === 'withdrawal') return 'Отметка о выполнении отменена, мероприятие снова открыто';
	if (saved === 'added') return 'Мероприятие добавлено в план. Кому поручить, можно указать ниже';
	if (saved === 'words') return 'Изменения сохранены';
	if (saved === 'deadline') return 'Срок изменён';
	if (saved === 'activity-restoration') return 'Мероприятие снова в плане';
	if (saved === 'evidence') return 'Подтверждение приложено';
	if (saved === 'evidence-restoration') return 'Подтверждение возвращено';
	if (saved === 'no-responsible') return 'Ответственный снят';
	if (saved === 'removal' && removed?.removedAt && removed.activityId === activity.id) {
		return (
			<>
				Убрано: «{removed.title}» <Undo action={`/evidence/${removed.id}/restoration`} />
			</>
		);
	}
	if (saved === 'responsible') {
		const person = activity.responsible.find(({ personId }) => personId === of);
		return person ? `Отвечает ${person.personName}` : undefined;
	}
	return undefined;
}

/** «Отмечено: сейчас 8 из 12 пар», with the undo of all that was said in the same act. */
function coveringNotice(activity: PlanActivity, of: string | undefined): Child {
	const at = activity.occurrences.find(({ coverage }) => coverage?.coverings.some(({ id }) => id === of));
	if (!at?.coverage || !activity.coverage || !of) return undefined;
	return (
		<>
			Отмечено, сейчас {coverageText(activity.coverage, at.coverage)}
			{at.outcome && '. Охвачены все: мероприятие выполнено'}{' '}
			<ActionForm action={`/coverings/${of}/withdrawal`} token={crypto.randomUUID()} label="Отменить" kind="quiet">
				<input type="hidden" name="together" value="on" />
			</ActionForm>
		</>
	);
}

/** «Выполнено 5 сентября: Провести анкетирование», with its undo; nothing when it has been taken back since. */
export function completionNotice(activities: readonly PlanActivity[], completionId: string | undefined): Child {
	for (const { title, occurrences } of activities) {
		const done = occurrences.find((one) => one.completionId !== null && one.completionId === completionId);
		if (!done?.outcome || !done.doneOn) continue;
		const word = outcomeNames[done.outcome];
		return (
			<>
				{word.charAt(0).toUpperCase() + word.slice(1)} {dayText(done.doneOn, done.doneOn)}: {title}{' '}
				<Undo action={`/completions/${completionId}/withdrawal`} />
			</>
		);
	}
	return undefined;
}

/** An activity has just left the plan; the way back stands beside. */
export const removalNotice = ({ id, title }: RemovedActivity): Child => (
	<>
		Убрано из плана: {title} <Undo action={`/activities/${id}/restoration`} />
	</>
);

/** A change of several rows, and the way back. */
export const ChangeNotice = ({ change }: { change: PlanChange }) => (
	<>
		{change.what} <Undo action={`/plan-changes/${change.id}/undoing`} />
	</>
);

import { Card } from '../../../ui/card';
import { ActionForm, LinkButton } from '../../../ui/form';
import { Table } from '../../../ui/table';
import { Day } from '../../../ui/text';
import type { PlanActivity, PlanOccurrence } from '../queries/activities';
import { canBeMoved } from '../rules/change';
import { outcomeNames } from '../rules/completion';
import { canCarryOut, canTakeBack, leadsPlans } from '../rules/plan';
import type { ActivityProps } from './activity-props';
import { Moved, OccurrencePill, occurrenceName } from './plan-words';

/** Each time it is to be done, with how it stands and what was said of it. */
export const OccurrencesCard = ({ view, activity }: ActivityProps) => {
	const { actor, now } = view;
	const may = !activity.archivedAt && canCarryOut(actor, activity);
	if (saidAlready(activity)) return null;
	return (
		<Card title={activity.occurrences.length > 1 ? 'По срокам' : 'Выполнение'} id="occurrences">
			<Table
				caption="Сроки и отметки о выполнении"
				columns={[
					{
						head: 'Срок',
						main: true,
						cell: (occurrence) => (
							<>
								{occurrenceName(occurrence, now.today)}
								{occurrence.moved && <Moved occurrence={occurrence} today={now.today} />}
							</>
						)
					},
					{
						head: 'Состояние',
						cell: (occurrence) => (
							<OccurrencePill occurrence={occurrence} activity={activity} look={{ today: now.today, actor }} />
						)
					},
					{
						head: 'Что отмечено',
						width: 'wide',
						cell: ({ outcome, doneOn, note }) =>
							outcome &&
							doneOn && (
								<>
									{outcomeNames[outcome]} <Day date={doneOn} today={now.today} />
									{note && <>: {note}</>}
								</>
							)
					},
					{
						head: 'Действие',
						unseen: true,
						cell: (occurrence) => (
							<Act
								occurrence={occurrence}
								may={may}
								mayTakeBack={!activity.archivedAt && canTakeBack(actor, { recordedBy: occurrence.recordedBy ?? '' })}
								today={now.today}
								mayMove={!activity.archivedAt && leadsPlans(actor) && canBeMoved(occurrence, activity)}
							/>
						)
					}
				]}
				rows={activity.occurrences}
			/>
		</Card>
	);
};

/** One time that is still ahead is said by the state and the next step above. */
const saidAlready = ({ occurrences: [first, second] }: PlanActivity) => !second && !first?.outcome;

type ActProps = { occurrence: PlanOccurrence; may: boolean; mayTakeBack: boolean; mayMove: boolean; today: string };

const Act = ({ occurrence, may, mayTakeBack, mayMove, today }: ActProps) => {
	if (occurrence.completionId) {
		return mayTakeBack ? (
			<ActionForm
				action={`/completions/${occurrence.completionId}/withdrawal`}
				token={crypto.randomUUID()}
				label="Отменить отметку"
				kind="quiet"
			/>
		) : null;
	}
	const soon = !occurrence.from || occurrence.from <= today || occurrence.kind === 'awaited';
	return (
		<>
			{may && soon && (
				<LinkButton href={`/occurrences/${occurrence.id}/completion`} kind="quiet" icon="check">
					Отметить
				</LinkButton>
			)}
			{mayMove && (
				<LinkButton href={`/occurrences/${occurrence.id}/deadline`} kind="quiet" icon="calendar">
					{occurrence.dueOn ? 'Перенести' : 'Назначить день'}
				</LinkButton>
			)}
		</>
	);
};

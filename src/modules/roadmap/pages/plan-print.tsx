import type { View } from '../../../core/view';
import { LinkButton } from '../../../ui/form';
import { SimpleLayout } from '../../../ui/layout';
import { Table } from '../../../ui/table';
import { dayText, Lede, shortName } from '../../../ui/text';
import type { PlanActivity } from '../queries/activities';
import type { Plan } from '../queries/plans';
import { outcomeNames } from '../rules/completion';
import { manyText } from '../rules/coverage';

type Props = { view: View; plan: Plan; activities: readonly PlanActivity[] };

/** The plan on paper: the five columns everybody knows, and what has been done by today. */
export const PlanPrintPage = ({ view, plan, activities }: Props) => (
	<SimpleLayout title={plan.title} wide>
		<Lede>
			{view.actor.organisation.name}. Как выполняется на {dayText(view.now.today)}.
		</Lede>
		{[...Map.groupBy(activities, ({ stageId }) => stageId).values()].map((inStage) => (
			<section>
				{inStage[0]?.stageTitle && <h2>{inStage[0].stageTitle}</h2>}
				<Table
					caption={inStage[0]?.stageTitle ?? 'Мероприятия'}
					columns={[
						{ head: '№', width: 'narrow', cell: ({ number, position }) => number ?? position + 1 },
						{ head: 'Мероприятие', main: true, width: 'wide', cell: ({ title }) => title },
						{ head: 'Срок', cell: ({ deadlineText }) => deadlineText },
						{
							head: 'Ответственные',
							cell: ({ responsible }) =>
								responsible.map(({ personName, text }) => (personName ? shortName(personName) : text)).join(', ')
						},
						{ head: 'Результат', cell: ({ results }) => results.map(({ text }) => text).join('; ') },
						{
							head: 'Что сделано',
							cell: (activity) => [manyText(activity), doneWords(activity, view.now.today)].filter(Boolean).join('; ')
						}
					]}
					rows={inStage}
				/>
			</section>
		))}
		<p class="screen-only">
			<LinkButton href={`/roadmap/${plan.id}`} kind="quiet" icon="back">
				К плану
			</LinkButton>{' '}
			<span class="quiet">Печать – Ctrl+P.</span>
		</p>
	</SimpleLayout>
);

const doneWords = ({ occurrences }: PlanActivity, today: string) =>
	occurrences
		.flatMap(({ outcome, doneOn, note }) =>
			outcome && doneOn ? [`${outcomeNames[outcome]} ${dayText(doneOn, today)}${note ? `: ${note}` : ''}`] : []
		)
		.join('; ');

import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Button, Buttons, DateField, ErrorSummary, FormToken, LinkButton, TextArea } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Lede } from '../../../ui/text';
import type { PlanActivity, PlanOccurrence } from '../queries/activities';
import { afterEvent } from '../rules/working-term';
import { occurrenceName, titleOf } from './plan-words';

type Props = {
	view: View;
	activity: PlanActivity;
	occurrence: PlanOccurrence;
	values: Values;
	problems?: Problems;
};

/** Another day for one time of an activity; the words of the plan stay as they were approved. */
export const DeadlineMovePage = ({ view, activity, occurrence, values, problems }: Props) => (
	<Page
		view={view}
		title={occurrence.dueOn ? 'Перенести срок' : 'Назначить срок'}
		crumbs={[
			{ href: `/roadmap/${activity.roadmapId}`, label: activity.roadmapTitle },
			{ href: `/activities/${activity.id}`, label: titleOf(activity) }
		]}
	>
		<Lede>
			{activity.title} – {occurrenceName(occurrence, view.now.today)}. Слова плана не изменятся: рядом с ними будет
			новый день и причина.
		</Lede>
		<FromEvent {...{ activity, occurrence, values, problems }} />
		<form method="post" action={`/occurrences/${occurrence.id}/deadline`}>
			<ErrorSummary problems={problems} />
			<FormToken values={values} />
			<DateField name="toDay" label="Новый последний день" required {...{ values, problems }} />
			<TextArea
				name="reason"
				label="Почему"
				hint="Например: «Педсовет перенесён на октябрь»."
				rows={2}
				maxlength={1000}
				optional
				{...{ values, problems }}
			/>
			<Buttons>
				<Button icon="calendar">{occurrence.dueOn ? 'Перенести' : 'Назначить'}</Button>
				<LinkButton href={`/activities/${activity.id}`} kind="quiet">
					Вернуться
				</LinkButton>
			</Buttons>
		</form>
	</Page>
);

/** A term counted from an event: one says when it was, the program counts. */
const FromEvent = ({ activity, occurrence, values, problems }: Omit<Props, 'view'>) =>
	afterEvent(activity.deadlineText) ? (
		<form method="post" action={`/occurrences/${occurrence.id}/deadline`} class="one-column">
			<ErrorSummary problems={problems?.eventOn ? problems : {}} />
			<FormToken values={values} />
			<DateField
				name="eventOn"
				label="Когда было событие"
				hint={`ДД.ММ.ГГГГ. В плане: «${activity.deadlineText}». Последний день посчитает программа по календарю организации.`}
				{...{ values, problems }}
			/>
			<Buttons>
				<Button icon="calendar">Посчитать и назначить</Button>
			</Buttons>
			<p class="quiet">Или назначьте день сами:</p>
		</form>
	) : null;

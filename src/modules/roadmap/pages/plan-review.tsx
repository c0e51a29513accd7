import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Button, Buttons, ErrorSummary, FormToken, LinkButton } from '../../../ui/form';
import { Empty } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { type Column, Table } from '../../../ui/table';
import { counted, Lede } from '../../../ui/text';
import type { PlanActivity } from '../queries/activities';
import type { Plan } from '../queries/plans';
import type { Occurrence, Outcome } from '../rules/activity-state';
import { activityForms, Deadline, HowOften, titleOf } from './plan-words';

/** `term`: what goes on all the year, asked once a term; `past`: whose day had passed when it came into the plan. */
export type About = 'term' | 'past';

type Props = {
	view: View;
	plan: Plan;
	about: About;
	rows: readonly { activity: PlanActivity; occurrence: Occurrence }[];
	values: Values;
	problems?: Problems;
};

const words = {
	term: {
		title: 'Как идёт то, что делается весь год',
		lede: 'Одна строка – один ответ, раз в четверть или полугодие. Подтверждение можно приложить в карточке мероприятия.',
		choices: { done: 'ведётся', 'not-done': 'не ведётся' },
		empty: 'Сейчас спрашивать не о чем: программа напомнит, когда четверть или полугодие подойдёт к концу.'
	},
	past: {
		title: 'Что с тем, чей срок уже прошёл?',
		lede: 'Эти сроки прошли раньше, чем попали в план. Скажите один раз, что из этого сделано: просроченным оно не станет.',
		choices: { done: 'сделано', 'not-done': 'не сделано' },
		empty: 'Разбирать нечего: всё, чей срок прошёл раньше, чем попал в план, уже отмечено.'
	}
} as const;

/** Many rows on one screen, a line each; what is left blank waits for another time. */
export const PlanReviewPage = ({ view, plan, about, rows, values, problems }: Props) => (
	<Page
		view={view}
		title={words[about].title}
		crumbs={[
			{ href: '/roadmap', label: 'Дорожная карта' },
			{ href: `/roadmap/${plan.id}`, label: plan.title }
		]}
	>
		{rows.length === 0 ? (
			<Empty
				title="Всё сказано"
				icon="check"
				action={<LinkButton href={`/roadmap/${plan.id}`}>Вернуться к плану</LinkButton>}
			>
				<p>{words[about].empty}</p>
			</Empty>
		) : (
			<>
				<Lede>
					{counted(rows.length, activityForms)}. {words[about].lede}
				</Lede>
				<form method="post" action={`/roadmap/${plan.id}/review?about=${about}`}>
					<ErrorSummary problems={problems} />
					<FormToken values={values} />
					<Table caption={words[about].title} columns={columnsFor(about, values)} rows={rows} />
					<Buttons>
						<Button>Записать ответы</Button>
						<LinkButton href={`/roadmap/${plan.id}`} kind="quiet">
							Не сейчас
						</LinkButton>
					</Buttons>
				</form>
			</>
		)}
	</Page>
);

type Row = Props['rows'][number];

const columnsFor = (about: About, values: Values): Column<Row>[] => [
	{
		head: 'Мероприятие',
		main: true,
		width: 'wide',
		cell: ({ activity }) => <a href={`/activities/${activity.id}`}>{titleOf(activity)}</a>
	},
	{
		head: 'Срок',
		cell: ({ activity }) => (
			<>
				<Deadline activity={activity} />
				<HowOften activity={activity} />
			</>
		)
	},
	{
		head: 'Ответ',
		cell: ({ activity, occurrence }) => (
			<fieldset class="answers">
				<legend class="unseen">{activity.title}</legend>
				{(Object.keys(words[about].choices) as (keyof typeof words.term.choices)[]).map((outcome) => (
					<Answer {...{ occurrence, outcome, about, values }} />
				))}
			</fieldset>
		)
	},
	{
		head: 'Заметка',
		cell: ({ activity, occurrence }) => (
			<input
				id={`note-${occurrence.id}`}
				name={`note-${occurrence.id}`}
				value={values[`note-${occurrence.id}`]}
				maxlength={1000}
				aria-label={`Заметка: ${activity.title}`}
				placeholder="что сделано или почему нет"
			/>
		)
	}
];

const Answer = ({
	occurrence,
	outcome,
	about,
	values
}: {
	occurrence: Occurrence;
	outcome: Exclude<Outcome, 'noted'>;
	about: About;
	values: Values;
}) => (
	<label class="answer">
		<input
			type="radio"
			name={`outcome-${occurrence.id}`}
			value={outcome}
			checked={values[`outcome-${occurrence.id}`] === outcome}
		/>
		<span>{words[about].choices[outcome]}</span>
	</label>
);

import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Button, Buttons, ErrorSummary, FormToken, LinkButton, TextArea } from '../../../ui/form';
import { Empty } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Table } from '../../../ui/table';
import { counted, DayRange, Lede } from '../../../ui/text';
import type { PlanActivity } from '../queries/activities';
import type { Plan } from '../queries/plans';
import { nextDeadline, nextHeading } from '../rules/next-year';
import { roadmapCrumb } from './import-steps';
import { activityForms, titleOf } from './plan-words';

type Row = { activity: PlanActivity; carry: boolean; why: string };
type Props = { view: View; plan: Plan; rows: readonly Row[]; values: Values; problems: Problems | undefined };

/** What goes on into the next plan, row by row, with the reason; nothing changes in the old one. */
export const NextYearPage = ({ view, plan, rows, values, problems }: Props) => (
	<Page
		view={view}
		title="Новый учебный год"
		crumbs={[roadmapCrumb, { href: `/roadmap/${plan.id}`, label: plan.title }]}
	>
		{rows.length === 0 ? (
			<Empty
				title="Переносить нечего"
				icon="road"
				action={<LinkButton href={`/roadmap/${plan.id}`}>К плану</LinkButton>}
			>
				<p>
					В этом плане не осталось мероприятий. Новый план можно загрузить файлом или начать с{' '}
					<a href="/roadmap/starters">образца</a>.
				</p>
			</Empty>
		) : (
			<form method="post" action={`/roadmap/${plan.id}/next-year`}>
				<Lede>{sentence(rows)}</Lede>
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<TextArea
					name="title"
					label="Название нового плана"
					rows={2}
					maxlength={500}
					required
					{...{ values, problems }}
				/>
				<Years plan={plan} today={view.now.today} />
				<Table
					caption="Мероприятия нового плана"
					rows={rows}
					choose={({ activity, carry }) => ({
						name: 'row',
						value: activity.id,
						label: `Перенести: ${activity.title}`,
						checked: carry
					})}
					columns={[
						{ head: 'Мероприятие', main: true, width: 'wide', cell: ({ activity }) => titleOf(activity) },
						{ head: 'Срок в новом плане', cell: ({ activity }) => nextDeadline(activity.deadlineText, plan) },
						{ head: 'Почему', cell: ({ why }) => why }
					]}
				/>
				<Buttons>
					<Button icon="repeat">Начать новый план</Button>
					<LinkButton href={`/roadmap/${plan.id}`} kind="quiet">
						Вернуться
					</LinkButton>
				</Buttons>
			</form>
		)}
	</Page>
);

function sentence(rows: readonly Row[]) {
	const carried = rows.filter(({ carry }) => carry).length;
	const left = rows.length - carried;
	const rest = left > 0 ? `, не переносим ${left}` : '';
	return `Переносим ${counted(carried, activityForms)}${rest}. Отметки можно поменять, сроки и слова – на следующем шаге. Этот план останется как есть.`;
}

const Years = ({ plan, today }: { plan: Plan; today: string }) => {
	const { period } = nextHeading(plan);
	return (
		period && (
			<p>
				Период нового плана: <DayRange from={period.from} to={period.to} today={today} />.
			</p>
		)
	);
};

import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Button, Buttons, DateField, ErrorSummary, FormToken, LinkButton, Select, TextArea } from '../../../ui/form';
import { Page } from '../../../ui/page';
import type { Plan, PlanStage } from '../queries/plans';

type Props = {
	view: View;
	plan: Plan;
	stages: readonly PlanStage[];
	values: Values;
	problems?: Problems;
};

const nameOf = ({ number, title }: PlanStage) => (number ? `${number}. ${title}` : title);

/** What the approved plan does not have; who answers is said on the card that follows. */
export const NewActivityPage = ({ view, plan, stages, values, problems }: Props) => (
	<Page
		view={view}
		title="Новое мероприятие"
		crumbs={[
			{ href: '/roadmap', label: 'Дорожная карта' },
			{ href: `/roadmap/${plan.id}`, label: plan.title }
		]}
	>
		<form method="post" action={`/roadmap/${plan.id}/activities`}>
			<ErrorSummary problems={problems} />
			<FormToken values={values} />
			<TextArea name="title" label="Что нужно сделать" rows={2} maxlength={1000} required {...{ values, problems }} />
			{stages.length > 0 && (
				<Select
					name="stage"
					label="Этап"
					empty="Вне этапов"
					options={Object.fromEntries(stages.map((stage) => [stage.id, nameOf(stage)]))}
					{...{ values, problems }}
				/>
			)}
			<DateField name="from" label="С какого дня" optional {...{ values, problems }} />
			<DateField
				name="to"
				label="До какого дня"
				hint="ДД.ММ.ГГГГ. Без срока программа не напоминает."
				optional
				{...{ values, problems }}
			/>
			<TextArea
				name="results"
				label="Ожидаемые результаты"
				hint="Каждый – с новой строки."
				rows={2}
				maxlength={4000}
				optional
				{...{ values, problems }}
			/>
			<Buttons>
				<Button icon="plus">Добавить в план</Button>
				<LinkButton href={`/roadmap/${plan.id}`} kind="quiet">
					Вернуться
				</LinkButton>
			</Buttons>
		</form>
	</Page>
);

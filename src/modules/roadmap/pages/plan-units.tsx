import type { Child } from 'hono/jsx';
import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { ActionForm, Button, Buttons, ErrorSummary, FormToken, RadioGroup, TextArea } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Day, Lede } from '../../../ui/text';
import type { Plan } from '../queries/plans';
import type { PlanUnit } from '../queries/units';

type Props = {
	view: View;
	plan: Plan;
	units: readonly PlanUnit[];
	values: Values;
	problems?: Problems | undefined;
	notice?: Child;
};

/** «Пары и группы плана»: kept once, used by every row that is about each of them. */
export const PlanUnitsPage = ({ view, plan, units, values, problems, notice }: Props) => (
	<Page
		view={view}
		title="Пары и группы плана"
		crumbs={[
			{ href: '/roadmap', label: 'Дорожная карта' },
			{ href: `/roadmap/${plan.id}`, label: plan.title }
		]}
		notice={notice}
	>
		<Lede>
			Для мероприятий «о каждой паре» и «в каждой группе»: запишите их один раз, и программа покажет, для кого сделано и
			кто остался.
		</Lede>
		<Units title="Пары" kind="pair" {...{ view, plan, units }} />
		<Units title="Группы" kind="group" {...{ view, plan, units }} />
		{!plan.archivedAt && (
			<form method="post" action={`/roadmap/${plan.id}/units`} class="one-column">
				<h2>Добавить</h2>
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<RadioGroup
					name="kind"
					label="Что"
					options={{ pair: 'Пары', group: 'Группы' }}
					values={{ kind: 'pair', ...values }}
					problems={problems ?? {}}
				/>
				<TextArea
					name="names"
					label="Названия"
					hint="Каждая с новой строки, можно вставить из Word или Excel. Например: Белова А. С. – Гусев Б. О."
					rows={5}
					required
					values={values}
					problems={problems ?? {}}
				/>
				<Buttons>
					<Button icon="plus">Добавить в список</Button>
				</Buttons>
			</form>
		)}
	</Page>
);

type UnitsProps = Pick<Props, 'view' | 'plan' | 'units'> & { title: string; kind: PlanUnit['kind'] };

const Units = ({ view, plan, units, title, kind }: UnitsProps) => {
	const here = units.filter((one) => one.kind === kind && one.removedOn === null);
	const gone = units.filter((one) => one.kind === kind && one.removedOn !== null);
	if (here.length + gone.length === 0) return null;
	return (
		<Card
			title={
				<>
					{title} <span class="count">{here.length}</span>
				</>
			}
		>
			<ul class="responsible">
				{here.map(({ id, name }) => (
					<li>
						<span>{name}</span>
						{!plan.archivedAt && (
							<ActionForm
								action={`/units/${id}/ending`}
								token={crypto.randomUUID()}
								label={
									<>
										Больше не участвует<span class="unseen">: {name}</span>
									</>
								}
								kind="quiet"
							/>
						)}
					</li>
				))}
			</ul>
			{gone.length > 0 && (
				<Fold label={`Больше не участвуют: ${gone.length}`}>
					<ul class="responsible">
						{gone.map(({ id, name, removedOn }) => (
							<li>
								<span>
									{name}{' '}
									{removedOn && (
										<span class="quiet">
											с <Day date={removedOn} today={view.now.today} />
										</span>
									)}
								</span>
								{!plan.archivedAt && (
									<ActionForm
										action={`/units/${id}/return`}
										token={crypto.randomUUID()}
										label="Вернуть в список"
										kind="quiet"
									/>
								)}
							</li>
						))}
					</ul>
				</Fold>
			)}
		</Card>
	);
};

import type { View } from '../../../core/view';
import { Missing, NextStep } from '../../../ui/card';
import { LinkButton } from '../../../ui/form';
import { Page } from '../../../ui/page';

type Props = { view: View; roadmap: string | undefined; staff: string | undefined };

/** The wizard's end is the work's beginning: the plan first, then the people. */
export const FirstStepsPage = ({ view, roadmap, staff }: Props) => (
	<Page view={view} title="Всё готово к работе">
		<p>
			{view.actor.organisation.name}: организация создана, вы вошли как {view.actor.name} Осталось дать программе то, с
			чем она будет работать.
		</p>
		{roadmap && (
			<NextStep
				title="Начните с дорожной карты"
				action={
					<LinkButton href={roadmap} kind="primary" icon="upload">
						Загрузить дорожную карту
					</LinkButton>
				}
			>
				<p>Файл Word, Excel или просто текст. Программа разложит его на мероприятия, сроки и ответственных.</p>
			</NextStep>
		)}
		<Missing
			items={[
				...(staff
					? [
							{
								label: 'Загрузить список сотрудников',
								href: staff,
								note: 'таблица Excel или CSV, в любом порядке столбцов'
							}
						]
					: []),
				{ label: 'Пригласить коллег', href: '/accounts', note: 'когда в списке появятся люди' }
			]}
		/>
	</Page>
);

import { has } from '../../../core/actor';
import type { View } from '../../../core/view';
import { LinkButton } from '../../../ui/form';
import { Empty } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Share } from '../../../ui/progress';
import { Pill } from '../../../ui/state';
import { type Column, Table } from '../../../ui/table';
import { counted, Day, DayRange, Lede } from '../../../ui/text';
import { journalReaders } from '../../journal/rules';
import type { PlanInList } from '../queries/plans';
import { activityForms } from './plan-words';

export const PlanListPage = ({ view, plans }: { view: View; plans: readonly PlanInList[] }) => {
	const atWork = plans.filter(({ archivedAt }) => !archivedAt);
	const archived = plans.filter(({ archivedAt }) => archivedAt);
	const columns = columnsFor(view.now.today);
	return (
		<Page
			view={view}
			title="Дорожная карта"
			actions={
				plans.length > 0 && (
					<>
						<LinkButton href="/roadmap/comparison" kind="quiet" icon="table">
							Сравнить
						</LinkButton>
						<LinkButton href="/roadmap/imports/new" icon="upload">
							Загрузить ещё одну
						</LinkButton>
					</>
				)
			}
		>
			{plans.length === 0 ? <NoPlan /> : <Lede>{sentence(atWork, archived.length)}</Lede>}
			{atWork.length > 0 && <Table caption="Планы в работе" columns={columns} rows={atWork} />}
			{archived.length > 0 && (
				<>
					<h2>Архив</h2>
					<Table caption="Планы в архиве" columns={columns} rows={archived} />
				</>
			)}
			{plans.length > 0 && (
				<p class="quiet">
					<a href="/roadmap/imports">Загрузки: что прочитано и что ещё не принято</a>
					{' · '}
					<a href="/roadmap/starters">Образцы: готовые и от организаций выше</a>
					{has(view.actor, ...journalReaders) && (
						<>
							{' · '}
							<a href="/journal">Журнал: кто, что и когда сделал</a>
						</>
					)}
				</p>
			)}
		</Page>
	);
};

const NoPlan = () => (
	<Empty
		title="Плана пока нет"
		icon="road"
		action={
			<>
				<LinkButton href="/roadmap/imports/new" kind="primary" icon="upload">
					Загрузить дорожную карту
				</LinkButton>
				<LinkButton href="/roadmap/starters" icon="document">
					Начать с образца
				</LinkButton>
			</>
		}
	>
		<p>
			Загрузите дорожную карту вашей организации – файл Word, таблицу или просто текст. Программа прочитает мероприятия,
			сроки и ответственных, вы проверите, и план начнёт работать: на «Сегодня» появится, что и кому пора делать.
		</p>
		<p>
			<a href="/roadmap/imports">Уже загружали? Продолжить проверку</a>
		</p>
	</Empty>
);

function sentence(atWork: readonly PlanInList[], archived: number) {
	if (atWork.length === 0) return `В работе ничего нет, в архиве ${counted(archived, ['план', 'плана', 'планов'])}.`;
	const all = atWork.reduce((sum, { activities }) => sum + activities, 0);
	const done = atWork.reduce((sum, plan) => sum + plan.done, 0);
	const overdue = atWork.reduce((sum, plan) => sum + plan.overdue, 0);
	const begun = `${counted(all, activityForms)}, выполнено ${done}`;
	return overdue > 0 ? `${begun}, просрочено ${overdue}.` : `${begun}, просроченного нет.`;
}

const columnsFor = (today: string): Column<PlanInList>[] => [
	{ head: 'План', main: true, width: 'wide', cell: ({ id, title }) => <a href={`/roadmap/${id}`}>{title}</a> },
	{ head: 'Период', cell: ({ from, to }) => from && <DayRange from={from} to={to} today={today} /> },
	{ head: 'Принят к работе', cell: ({ acceptedOn }) => <Day date={acceptedOn} today={today} /> },
	{
		head: 'Выполнено',
		cell: ({ activities, done, title }) => (
			<Share value={done} max={activities} label={`Выполнено по плану «${title}»`} />
		)
	},
	{
		head: 'Просрочено',
		cell: ({ id, overdue, archivedAt }) =>
			overdue > 0 &&
			!archivedAt && (
				<a href={`/roadmap/${id}?show=overdue`}>
					<Pill tone="lost" icon="alert">
						{overdue}
					</Pill>
				</a>
			)
	}
];

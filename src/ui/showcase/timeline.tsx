import { LinkButton } from '../form';
import { Layout } from '../layout';
import { type State, StatePill, states } from '../state';
import { Lede } from '../text';
import { Timeline } from '../timeline';
import { frame, today } from './frame';

const month = (number: number) => `${number < 9 ? 2027 : 2026}-${String(number).padStart(2, '0')}`;

export const TimelinePage = () => (
	<Layout
		title="Дорожная карта"
		{...frame}
		current="/roadmap"
		actions={
			<>
				<LinkButton href="/showcase/card" icon="printer">
					Распечатать
				</LinkButton>
				<LinkButton href="/showcase/card" icon="download">
					Скачать Word
				</LinkButton>
			</>
		}
	>
		<Lede>28 мероприятий, выполнено 9, просрочено 1. На этой неделе 3 дела.</Lede>
		<Timeline
			label="План на 2026/27 учебный год"
			period={{ from: '2026-09-01', to: '2027-08-31' }}
			today={today}
			stages={[
				{
					title: 'Этап 1. Подготовка условий для запуска',
					items: [
						{
							label: 'Приказ о назначении куратора',
							href: '/showcase/card',
							state: 'done',
							spans: [{ from: `${month(9)}-01`, to: `${month(9)}-10` }]
						},
						{
							label: 'Разработка и утверждение программы наставничества на учебный год',
							href: '/showcase/card',
							state: 'overdue',
							spans: [{ from: `${month(9)}-01`, to: `${month(9)}-30` }]
						},
						{
							label: 'Раздел «Наставничество» на сайте',
							href: '/showcase/card',
							state: 'throughout',
							spans: [{ from: '2026-09-01', to: '2027-08-31' }]
						}
					]
				},
				{
					title: 'Этап 2. Формирование пар',
					items: [
						{
							label: 'Анкетирование педагогов',
							href: '/showcase/card',
							state: 'this-week',
							spans: [{ from: `${month(10)}-01`, to: `${month(10)}-14` }]
						},
						{
							label: 'Подбор пар и собеседования',
							href: '/showcase/card',
							state: 'later',
							spans: [{ from: `${month(10)}-15`, to: `${month(11)}-15` }]
						},
						{
							label: 'Методические рекомендации по подбору',
							href: '/showcase/card',
							state: 'waiting',
							spans: [{ from: `${month(10)}-01`, to: `${month(12)}-31` }]
						},
						{
							label: 'Мониторинг: входной и итоговый',
							href: '/showcase/card',
							state: 'later',
							spans: [
								{ from: `${month(12)}-01`, to: `${month(12)}-31` },
								{ from: `${month(4)}-01`, to: `${month(4)}-30` }
							]
						}
					]
				}
			]}
		/>
		<h2>Состояния</h2>
		<p class="pills">
			{(Object.keys(states) as State[]).map((state) => (
				<>
					<StatePill state={state} />{' '}
				</>
			))}
		</p>
	</Layout>
);

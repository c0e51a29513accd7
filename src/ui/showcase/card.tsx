import { Card, Facts, History, Missing, NextStep } from '../card';
import { LinkButton } from '../form';
import { Layout } from '../layout';
import { StatePill } from '../state';
import { Day, Lede, Quiet } from '../text';
import { frame, today } from './frame';

export const CardPage = () => (
	<Layout
		title="Разработка и утверждение программы наставничества"
		{...frame}
		current="/roadmap/1"
		crumbs={[
			{ href: '/roadmap', label: 'Дорожная карта' },
			{ href: '/roadmap#stage-1', label: 'Этап 1. Подготовка условий' }
		]}
	>
		<Lede>
			<StatePill state="overdue" label="просрочено на 8 дней" /> Срок был до <Day date="2026-09-30" today={today} />,
			отвечает Соколова М. Ю.
		</Lede>
		<NextStep
			action={
				<LinkButton href="/showcase/card" kind="primary">
					Отметить сделанным
				</LinkButton>
			}
		>
			<p>Приложите утверждённую программу или укажите, где она лежит.</p>
		</NextStep>
		<Card
			title="Что известно"
			state={<StatePill state="doubtful" />}
			actions={
				<LinkButton href="/showcase/card" icon="pencil" kind="quiet">
					Исправить
				</LinkButton>
			}
		>
			<Facts
				facts={[
					['Срок', 'сентябрь 2026 г.'],
					['Ответственные', 'заместитель директора по УВР, методический совет'],
					['Ожидаемый результат', 'Программа наставничества; приказ об утверждении'],
					['Как выполняется', <a href="/documents">Документы: положения и программы</a>],
					['Откуда', <Quiet>«Дорожная карта 2026.docx», таблица 1, строка 7</Quiet>]
				]}
			/>
		</Card>
		<Card title="Чего не хватает">
			<Missing
				items={[
					{ label: 'Текст программы', done: true, note: '«Программа.docx», 214 КБ' },
					{ label: 'Протокол педагогического совета', href: '/showcase/card' },
					{ label: 'Приказ об утверждении: номер и дата', href: '/showcase/card' }
				]}
			/>
		</Card>
		<History
			today={today}
			timeZone="Europe/Samara"
			entries={[
				{
					at: '2026-10-05T10:12:00Z',
					who: 'Соколова М. Ю.',
					what: 'Приложено подтверждение',
					details: '«Программа.docx»'
				},
				{
					at: '2026-09-14T06:40:00Z',
					who: 'Соколова М. Ю.',
					what: 'Исправлен срок',
					details: 'август → сентябрь 2026 г.'
				},
				{ at: '2026-08-28T11:05:00Z', who: 'Соколова М. Ю.', what: 'План принят' }
			]}
		/>
	</Layout>
);

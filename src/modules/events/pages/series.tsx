import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { ClosedToo, Closes } from '../../../ui/closes';
import { ActionForm, Button, ErrorSummary, FormToken, LinkButton } from '../../../ui/form';
import { Exports } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Table } from '../../../ui/table';
import { Day, Lede } from '../../../ui/text';
import type { Closable } from '../../roadmap/rules/closable';
import type { Series } from '../queries/series';
import { canBeMarked } from '../rules/event';
import { cadences, seriesWords } from '../rules/series';
import { EventPill, eventsCrumb, When } from './words';

type Props = {
	view: View;
	series: Series;
	closable: readonly Closable[];
	closes: readonly string[] | undefined;
	closed: number;
	values: Values;
	problems?: Problems;
};

/** A series: its meetings by day, how many were held, and the end of it. */
export const SeriesPage = ({ view, series, closable, closes, closed, values, problems = {} }: Props) => {
	const { today } = view.now;
	const { id, title, events, every, finishedOn, activity } = series;
	const held = events.some(({ attendedAt }) => attendedAt);
	const undo = (
		<ActionForm
			action={`/event-series/${id}/finishing/undoing`}
			label={finishedOn && view.saved === 'finished' ? 'Отменить' : 'Продолжить ряд'}
			token={crypto.randomUUID()}
			kind="quiet"
		/>
	);
	return (
		<Page
			view={view}
			title={title}
			crumbs={[eventsCrumb]}
			notice={
				view.saved === 'made' ? (
					'Ряд заведён'
				) : view.saved === 'restored' ? (
					'Ряд возвращён'
				) : view.saved === 'finished' && finishedOn ? (
					<>
						<span>
							Ряд закончен
							<ClosedToo count={closed} />.
						</span>{' '}
						{undo}
					</>
				) : undefined
			}
		>
			<Lede>
				{series.kind}, {cadences[every]}. {seriesWords(events)}
				{finishedOn && (
					<>
						; закончен <Day date={finishedOn} today={today} />
					</>
				)}
				.
			</Lede>
			<ErrorSummary problems={problems} />
			{activity && (
				<p>
					Для мероприятия «<a href={`/activities/${activity.id}`}>{activity.title}</a>».
				</p>
			)}
			<Table
				caption="Встречи ряда"
				columns={[
					{
						head: 'Когда',
						main: true,
						cell: (event) => (
							<a href={`/events/${event.id}`}>
								<When event={event} today={today} />
							</a>
						)
					},
					{ head: 'Как стоит', cell: (event) => <EventPill {...{ event, today }} /> },
					{ head: 'Были', cell: ({ attendedAt, came, called }) => attendedAt && `${came} из ${called}` },
					{ head: 'Итог', cell: ({ outcome }) => outcome },
					{
						head: 'Отметить',
						unseen: true,
						cell: (event) =>
							!event.attendedAt &&
							canBeMarked(event, today) && (
								<LinkButton href={`/events/${event.id}/attendance`} icon="check">
									Кто был<span class="unseen">: {event.heldOn}</span>
								</LinkButton>
							)
					}
				]}
				rows={events}
			/>
			<Exports files={[{ href: `/event-series/${id}/document.docx`, label: 'Word' }]} />
			{!finishedOn && held && (
				<Card title="Закончить ряд">
					<form method="post" action={`/event-series/${id}/finishing`}>
						<FormToken values={values} />
						<p class="quiet">Таблица встреч станет подтверждением: сколько прошло, сколько человек было, что решили.</p>
						<Closes {...{ closable, chosen: closes, today }} />
						<Button>Закончить ряд</Button>
					</form>
				</Card>
			)}
			{finishedOn && view.saved !== 'finished' && undo}
			{!held && (
				<ActionForm
					action={`/event-series/${id}/removal`}
					label="Убрать ряд со всеми встречами"
					token={crypto.randomUUID()}
					kind="quiet"
				/>
			)}
		</Page>
	);
};

/** After a series was taken away: the way back. */
export const RemovedSeries = ({ id, title }: { id: string; title: string }) => (
	<>
		Убран ряд «{title}»{' '}
		<ActionForm action={`/event-series/${id}/restoration`} token={crypto.randomUUID()} label="Отменить" kind="quiet" />
	</>
);

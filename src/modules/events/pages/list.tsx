import type { View } from '../../../core/view';
import { NextStep } from '../../../ui/card';
import { ActionForm, LinkButton } from '../../../ui/form';
import { Empty, Filters, QuickFilter, Toolbar } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { StatePill } from '../../../ui/state';
import { type Column, Pager, Table } from '../../../ui/table';
import { counted, Lede, Quiet } from '../../../ui/text';
import type { EventInList, EventsFound } from '../queries/list';
import { canKeepEvents } from '../rules/event';
import {
	type EventFilter,
	type EventsWanted,
	eventFilters,
	eventsAddress,
	eventsPage,
	keepersOnly
} from '../rules/list';
import { RemovedSeries } from './series';
import { EventPill, eventForms, When } from './words';

type Props = EventsFound & {
	view: View;
	wanted: EventsWanted;
	/** The line of the plan that somebody came from. */
	activity?: { id: string; title: string } | undefined;
	removed?: { id: string; title: string } | undefined;
	series?: { id: string; title: string } | undefined;
};

/** Meetings and announcements in the order of the calendar. */
export const EventsPage = ({ view, wanted, events, counts, kinds, activity, removed, series }: Props) => {
	const keeps = canKeepEvents(view.actor);
	const total = kinds.reduce((sum, { count }) => sum + count, 0);
	const filters = (Object.keys(eventFilters) as EventFilter[]).filter((one) => keeps || !keepersOnly.includes(one));
	const begin = `/events/new${activity ? `?activity=${activity.id}` : ''}`;
	return (
		<Page
			view={view}
			title="События"
			notice={removed ? <Removed {...removed} /> : series && <RemovedSeries {...series} />}
			actions={
				keeps &&
				total > 0 && (
					<>
						{view.rooms.has('/event-series/new') && (
							<LinkButton href="/event-series/new" kind="quiet" icon="repeat">
								Ряд встреч
							</LinkButton>
						)}
						{!activity && (
							<LinkButton href="/events/new" kind="primary" icon="plus">
								Новое событие
							</LinkButton>
						)}
					</>
				)
			}
		>
			<Lede>{sentence(counts, total, keeps)}</Lede>
			{keeps && activity && (
				<NextStep
					action={
						<>
							<LinkButton href={begin} kind="primary" icon="plus">
								Запланировать
							</LinkButton>
							{view.rooms.has('/event-series/new') && (
								<LinkButton href={`/event-series/new?activity=${activity.id}`} icon="repeat">
									Ряд встреч
								</LinkButton>
							)}
						</>
					}
				>
					<p>
						Для мероприятия «<a href={`/activities/${activity.id}`}>{activity.title}</a>»: запланируйте встречу или
						объявление. Когда отметите, что оно прошло, мероприятие закроется вместе с подтверждением.
					</p>
				</NextStep>
			)}
			{total === 0 ? (
				<Nothing keeps={keeps} begin={begin} series={view.rooms.has('/event-series/new')} />
			) : (
				<>
					<Toolbar>
						<Filters
							filters={filters.map((filter) => ({
								href: eventsAddress(wanted, { filter }),
								label: eventFilters[filter],
								count: counts[filter],
								current: filter === wanted.filter
							}))}
						/>
						<QuickFilter action="/events" value={wanted.q} label="Название, вид, место" />
					</Toolbar>
					{kinds.length > 1 && (
						<Fold label={wanted.kind || 'Любой вид'}>
							<Filters
								label="Вид"
								filters={[
									{ href: eventsAddress(wanted, { kind: '' }), label: 'любой вид', current: !wanted.kind },
									...kinds.slice(0, 8).map(({ name, count }) => ({
										href: eventsAddress(wanted, { kind: name }),
										label: name,
										count,
										current: name === wanted.kind
									}))
								]}
							/>
						</Fold>
					)}
					{events.length === 0 ? (
						<p>{wanted.q ? `По запросу «${wanted.q}» ничего не нашлось.` : 'Здесь сейчас пусто.'}</p>
					) : (
						<Table caption="События" columns={columnsOf(view, keeps)} rows={events} />
					)}
					<Pager
						page={wanted.page}
						pages={Math.ceil(counts[wanted.filter] / eventsPage)}
						href={(page) => eventsAddress(wanted, { page })}
					/>
				</>
			)}
			<p>
				<a href="/acts">Документы для изучения</a>
				{keeps && (
					<>
						{' · '}
						<a href="/promotion-plans">Программы продвижения</a> · <a href="/events/kinds">Виды событий</a>
					</>
				)}
			</p>
		</Page>
	);
};

function sentence(counts: EventsFound['counts'], total: number, keeps: boolean) {
	if (total === 0)
		return keeps
			? 'Педсоветы, совещания, встречи и объявления: кого позвали, кто был, что решили.'
			: 'Здесь будет то, куда вас позовут, и то, с чем попросят ознакомиться.';
	const ahead = counts.coming > 0 ? `Впереди ${counted(counts.coming, eventForms)}` : 'Впереди событий нет';
	return keeps && counts.unmarked > 0 ? `${ahead}, у ${counts.unmarked} не отмечено, кто был.` : `${ahead}.`;
}

const Nothing = ({ keeps, begin, series }: { keeps: boolean; begin: string; series: boolean }) =>
	keeps ? (
		<Empty
			title="Событий пока нет"
			icon="calendar"
			action={
				<>
					<LinkButton href={begin} kind="primary" icon="plus">
						Новое событие
					</LinkButton>
					{series && (
						<LinkButton href="/event-series/new" icon="repeat">
							Ряд встреч
						</LinkButton>
					)}
				</>
			}
		>
			<p>
				Начните с готового: педсовет с повесткой, информирование коллектива, приглашение наставников. Отметите, кто был,
				– и мероприятие плана закроется само.
			</p>
		</Empty>
	) : (
		<Empty title="Пока никуда не звали" icon="calendar">
			<p>Когда вас позовут на совещание или встречу, она появится здесь, в «Сегодня» и в календаре телефона.</p>
		</Empty>
	);

const Removed = ({ id, title }: { id: string; title: string }) => (
	<>
		Убрано: «{title}»{' '}
		<ActionForm action={`/events/${id}/restoration`} token={crypto.randomUUID()} label="Отменить" kind="quiet" />
	</>
);

const columnsOf = ({ now: { today } }: View, keeps: boolean): Column<EventInList>[] => [
	{
		head: 'Событие',
		main: true,
		width: 'wide',
		cell: ({ id, title, kind, series }) => (
			<>
				<a href={`/events/${id}`}>{title}</a>
				<span class="result">{[kind, series && series !== title && series].filter(Boolean).join(', ')}</span>
			</>
		)
	},
	{ head: 'Когда', cell: (event) => <When {...{ event, today }} /> },
	{ head: 'Где', cell: ({ place }) => place },
	{
		head: 'Как стоит',
		cell: (event) =>
			!keeps && event.acquaints && event.mine && !event.cancelledAt ? (
				event.mine.acquainted ? (
					<StatePill state="done" label="вы ознакомились" />
				) : (
					<StatePill state="this-week" label="ознакомьтесь" />
				)
			) : (
				<EventPill {...{ event, today }} />
			)
	},
	{
		head: keeps ? 'Люди' : 'Протокол',
		cell: (event) => (keeps ? <Came event={event} /> : event.minutes && `№ ${event.minutes}`)
	}
];

const Came = ({
	event: { meets, called, came, acquainted, attendedAt, acquaints, minutes, outsideCount }
}: {
	event: EventInList;
}) => {
	const words = [
		meets && attendedAt && called > 0 && `были ${came} из ${called}`,
		!meets && acquaints && called > 0 && `ознакомились ${acquainted} из ${called}`,
		!attendedAt && meets && called > 0 && `позвали ${called}`,
		outsideCount !== null && `со стороны ${outsideCount}`
	].filter(Boolean);
	return (
		<>
			{words.join(', ')} {minutes && <Quiet>протокол № {minutes}</Quiet>}
		</>
	);
};

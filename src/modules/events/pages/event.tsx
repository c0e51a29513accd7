import { acts } from '../../../core/acts';
import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card, Facts, History } from '../../../ui/card';
import { ClosedToo } from '../../../ui/closes';
import { ActionForm, Button, ErrorSummary, FormToken, LinkButton, TextArea } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Note } from '../../../ui/state';
import { Day, Lede } from '../../../ui/text';
import type { JournalLine } from '../../journal/queries';
import type { Called, Event } from '../queries/event';
import { canKeepEvents } from '../rules/event';
import { outsideWords } from '../rules/sheet';
import { Next, Papers } from './event-next';
import { ConsentsCard, PeopleCard, RepliesCard } from './event-people';
import { ForMe } from './for-me';
import { EventPill, eventsCrumb, When } from './words';

export type EventProps = {
	view: View;
	event: Event;
	people: readonly Called[]; // of those who keep events
	history: readonly JournalLine[];
	closed: number;
	values: Values;
	problems?: Problems;
};

const notices: Record<string, string> = {
	made: 'Черновик сохранён: пока его видят только те, кто ведёт план',
	announced: 'Объявлено: позванные увидят это в «Сегодня», в письмах и в календаре',
	'announcement-undone': 'Объявление забрано',
	changed: 'Изменения сохранены',
	cancelled: 'Отменено',
	returned: 'Отмена снята',
	restored: 'Событие возвращено',
	acquainted: 'Отмечено: вы ознакомились',
	'acquainting-undone': 'Отметка снята',
	replied: 'Спасибо! Куратор увидит ваш отклик и поговорит с вами',
	'reply-undone': 'Отклик забран',
	'attendance-undone': 'Отметка о том, кто был, снята'
};

/** One event: what, when, how it stands, what to do next; what it asks of whoever looks; for those who keep it, the people. */
export const EventPage = (props: EventProps) => {
	const { view, event, people, history, closed, problems = {} } = props;
	const { actor, now } = view;
	const keeps = canKeepEvents(actor);
	const { today } = now;
	return (
		<Page
			view={view}
			title={event.title}
			crumbs={[eventsCrumb]}
			notice={noticeOf({ view, event, closed })}
			actions={
				keeps && (
					<LinkButton href={`/events/${event.id}/edit`} kind="quiet" icon="pencil">
						Изменить
					</LinkButton>
				)
			}
		>
			<Lede>
				<EventPill {...{ event, today }} /> {event.kind}, <When {...{ event, today }} />
				{event.place && `, ${event.place}`}.
			</Lede>
			<ErrorSummary problems={problems} />
			{event.cancelledAt && (
				<Note tone="warm" title="Отменено">
					<p>{event.cancelledBecause}</p>
					{keeps && (
						<ActionForm action={`/events/${event.id}/return`} label="Снять отмену" token={crypto.randomUUID()} />
					)}
				</Note>
			)}
			{keeps && <Next view={view} event={event} />}
			{event.words && (
				<Card>
					<p class="said">{event.words}</p>
				</Card>
			)}
			<ForMe {...props} />
			<Facts
				facts={[
					['Ссылка', event.link && <a href={event.link}>{event.link}</a>],
					['Ведёт', event.leader],
					['Кто ещё', outsideWords(event)],
					['Ознакомиться до', event.acquaints && event.acquaintBy && <Day date={event.acquaintBy} today={today} />],
					[
						'Дорожная карта',
						keeps && event.activity && <a href={`/activities/${event.activity.id}`}>{event.activity.title}</a>
					],
					[
						'Ряд',
						event.series &&
							(keeps ? <a href={`/event-series/${event.series.id}`}>{event.series.title}</a> : event.series.title)
					],
					['Итог', event.outcome]
				]}
			/>
			{event.agenda.length > 0 && (
				<Card title="Повестка">
					<ol>
						{event.agenda.map(({ question, speaker }) => (
							<li>
								{question}
								{speaker && <span class="quiet"> – {speaker}</span>}
							</li>
						))}
					</ol>
				</Card>
			)}
			{keeps && <RepliesCard {...props} />}
			{keeps && <ConsentsCard {...props} />}
			{keeps && <Papers event={event} people={people} />}
			{keeps && <PeopleCard {...props} />}
			{keeps && <Rest {...props} />}
			{keeps && (
				<History
					entries={history
						.filter(({ act }) => act !== 'event.acquainted' && act !== 'event.acquainting-undone')
						.map(({ at, who, act }) => ({ at, who: who || 'программа', what: acts[act] ?? act }))}
					timeZone={actor.timeZone}
					today={today}
				/>
			)}
		</Page>
	);
};

/** What was done a moment ago, with the way back; undefined when nothing was. */
function noticeOf({ view, event, closed }: { view: View; event: Event; closed: number }) {
	const { saved } = view;
	if (saved === 'attended' || saved === 'told')
		return (
			<>
				<span>
					{saved === 'told' ? 'Объявление завершено' : `Отмечено: были ${event.came} из ${event.called}`}
					<ClosedToo count={closed} />.
				</span>{' '}
				<ActionForm
					action={`/events/${event.id}/attendance/undoing`}
					label="Отменить"
					token={crypto.randomUUID()}
					kind="quiet"
				/>
			</>
		);
	if (saved === 'announced')
		return (
			<>
				<span>{notices.announced}.</span>{' '}
				<ActionForm
					action={`/events/${event.id}/announcement/undoing`}
					label="Отменить"
					token={crypto.randomUUID()}
					kind="quiet"
				/>
			</>
		);
	return saved && Object.hasOwn(notices, saved) ? notices[saved] : undefined;
}

/** What is done seldom: cancelling and taking away. */
const Rest = ({ event, values, problems }: EventProps) =>
	event.cancelledAt || event.attendedAt ? null : (
		<Fold label="Отменить или убрать" open={!!problems?.reason}>
			{event.announcedAt && (
				<form method="post" action={`/events/${event.id}/cancellation`}>
					<FormToken values={values} />
					<TextArea
						name="reason"
						label="Почему отменяется"
						hint="Прочтут те, кого позвали"
						rows={2}
						maxlength={500}
						{...{ values, problems }}
					/>
					<Button kind="secondary">Отменить событие</Button>
				</form>
			)}
			<ActionForm
				action={`/events/${event.id}/removal`}
				label="Убрать ошибочную запись"
				token={crypto.randomUUID()}
				kind="quiet"
			/>
		</Fold>
	);

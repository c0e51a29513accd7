import type { View } from '../../../core/view';
import { ActionForm, LinkButton } from '../../../ui/form';
import { Empty } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Figure, Figures, Fold } from '../../../ui/report';
import { Note } from '../../../ui/state';
import { counted, Day, dayText, type Forms, Lede } from '../../../ui/text';
import { leadsPlans, waitingWords } from '../../roadmap/rules/plan';
import type { Beginnings } from '../queries';
import type { Task, Day as TodaysDay } from '../rules';
import { TaskTable } from './task-table';

type Props = {
	view: View;
	day: TodaysDay;
	beginnings: Beginnings;
	unread: number; // notices
	completed?: Task | undefined; // what has just been marked
};

const tasks: Forms = ['дело', 'дела', 'дел'];

/** What a person has to do today, in the order in which it presses. */
export const TodayPage = ({ view, day, beginnings, unread, completed }: Props) => {
	const leads = leadsPlans(view.actor);
	const known = Object.values(day).flat().length;
	return (
		<Page view={view} title="Сегодня" notice={completed && <Completed task={completed} />}>
			<Lede>{greeting(view, day, known)}</Lede>
			{unread > 0 && (
				<p>
					<a href="/notices">
						{counted(unread, ['Новое уведомление', 'Новых уведомления', 'Новых уведомлений']).replace(/^1 /, '')}
					</a>
				</p>
			)}
			{leads && <Beginning view={view} beginnings={beginnings} />}
			{view.actor.roles.includes('director') && known > 0 && <Counts day={day} />}
			<Questions day={day} leads={leads} />
			{known > 0 && !leads && <Shared day={day} />}
			<TaskTable view={view} id="overdue" title="Просрочено" tasks={day.overdue} />
			<TaskTable view={view} id="week" title="На этой неделе" tasks={day.week} />
			{day.overdue.length + day.week.length === 0 && <Quiet view={view} day={day} />}
			<TaskTable view={view} id="running" title="Идёт сейчас" tasks={day.running} most={8} />
			<TaskTable
				view={view}
				id="waiting"
				title={capital(waitingWords(view.actor, day.waiting))}
				tasks={day.waiting}
				most={8}
			/>
			{leads && known > 0 && (
				<p>
					<a href="/plan-month">Скопировать месяц в план школы</a>
				</p>
			)}
			<Done view={view} day={day} />
			{!leads && known === 0 && (
				<Empty title="Вас пока ничто не ждёт" icon="sun">
					<p>
						Когда в плане наставничества появится дело, в котором названы вы, оно будет здесь: что сделать, к какому дню
						и чем подтвердить.
					</p>
				</Empty>
			)}
		</Page>
	);
};

/** «5 сентября, суббота. На этой неделе 3 дела, просрочено 1.» */
function greeting({ now: { today } }: View, { week, overdue }: TodaysDay, known: number) {
	const weekday = new Intl.DateTimeFormat('ru-RU', { weekday: 'long', timeZone: 'UTC' }).format(
		new Date(`${today}T00:00:00Z`)
	);
	const date = `${dayText(today, today)}, ${weekday}.`;
	if (known === 0) return date;
	const thisWeek = week.length > 0 ? `На этой неделе ${counted(week.length, tasks)}` : 'На этой неделе сроков нет';
	return `${date} ${thisWeek}, ${overdue.length > 0 ? `просрочено ${overdue.length}` : 'просроченного нет'}.`;
}

/** Where there is nothing yet: the one thing to begin with. */
const Beginning = ({ view, beginnings: { plans, draft, people } }: { view: View; beginnings: Beginnings }) => {
	const [draftId, ...draftName] = (draft ?? '').split(' ');
	return (
		<>
			{plans === 0 && !draft && (
				<Empty
					title="Начните с дорожной карты"
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
						Загрузите файл вашей дорожной карты наставничества. Программа прочитает его, вы проверите, и здесь появится,
						что и кому пора делать.
					</p>
				</Empty>
			)}
			{draft && (
				<Note tone="warm" title="Дорожная карта ждёт вашей проверки">
					<p>
						<a href={`/roadmap/imports/${draftId}`}>{draftName.join(' ')}</a>: посмотрите, что понято, и примите план к
						работе.
					</p>
				</Note>
			)}
			{(people ?? 0) < 2 && view.rooms.has('/people/import') && (
				<Note title="В списке сотрудников пока только вы">
					<p>
						<a href="/people/import">Загрузите список</a> из кадровой таблицы: тогда дела можно поручать людям.
					</p>
				</Note>
			)}
		</>
	);
};

/** One of many who are named together does the thing and tells the curator, who marks it. */
const Shared = ({ day: { overdue, week, running } }: { day: TodaysDay }) =>
	[...overdue, ...week, ...running].some(({ act }) => !act) ? (
		<p>Где кнопки «Отметить» нет, дело поручено многим сразу: сделали – скажите куратору, он отметит.</p>
	) : null;

/** What one is asked about many rows at once, and where it is answered; the plan is named where there are several. */
const Questions = ({ day: { ask, unsorted }, leads }: { day: TodaysDay; leads: boolean }) => {
	if (!leads || ask.length + unsorted.length === 0) return null;
	const several = plansOf([...ask, ...unsorted]).length > 1;
	const line = (words: string, query: string) => (asked: ReturnType<typeof plansOf>[number]) => (
		<li>
			<a href={`/roadmap/${asked.id}/review${query}`}>{words}</a>:{' '}
			{counted(asked.count, ['мероприятие', 'мероприятия', 'мероприятий'])}
			{several && <span class="quiet"> – {asked.title}</span>}
		</li>
	);
	return (
		<Note tone="warm" title="Нужно ваше слово">
			<ul>
				{plansOf(ask).map(line('Скажите, как идёт то, что делается весь год', ''))}
				{plansOf(unsorted).map(line('Скажите, что с тем, чей срок уже прошёл', '?about=past'))}
			</ul>
		</Note>
	);
};

const plansOf = (list: readonly Task[]) =>
	[...Map.groupBy(list, ({ plan }) => plan.id).values()].flatMap((rows) =>
		rows[0] ? [{ ...rows[0].plan, count: rows.length }] : []
	);

/** A part with nothing in it is not on the page. */
const leadsTo = (list: readonly Task[], part: string) => (list.length > 0 ? `#${part}` : undefined);

const Counts = ({ day }: { day: TodaysDay }) => (
	<Figures>
		<Figure value={day.done.length} label="сделано за две недели" href={leadsTo(day.done, 'done')} />
		<Figure value={day.overdue.length} label="просрочено" href={leadsTo(day.overdue, 'overdue')} />
		<Figure value={day.running.length} label="идёт сейчас" href={leadsTo(day.running, 'running')} />
		<Figure value={day.waiting.length} label="ждём от других" href={leadsTo(day.waiting, 'waiting')} />
	</Figures>
);

/** A quiet week says what comes next, so that nobody wonders. */
const Quiet = ({ view, day: { soon } }: { view: View; day: TodaysDay }) => {
	const next = soon[0];
	if (!next?.dueOn) return null;
	return (
		<p>
			Ближайший срок – <Day date={next.dueOn} today={view.now.today} />: <a href={next.href}>{next.title}</a>.
		</p>
	);
};

const Done = ({ view, day: { done } }: { view: View; day: TodaysDay }) =>
	done.length === 0 ? null : (
		<section id="done">
			<Fold label={`Сделано за две недели: ${done.length}`}>
				<ul class="done-lately">
					{done.slice(0, 20).map(({ href, title, doneOn }) => (
						<li>
							<a href={href}>{title}</a>
							{doneOn && (
								<span class="quiet">
									{' '}
									– <Day date={doneOn} today={view.now.today} />
								</span>
							)}
						</li>
					))}
				</ul>
			</Fold>
		</section>
	);

const Completed = ({ task: { title, completionId } }: { task: Task }) => (
	<>
		Отмечено: {title}{' '}
		<ActionForm
			action={`/completions/${completionId}/withdrawal`}
			token={crypto.randomUUID()}
			label="Отменить"
			kind="quiet"
		/>
	</>
);

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

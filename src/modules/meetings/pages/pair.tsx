import type { Problems } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card, NextStep } from '../../../ui/card';
import { ActionForm, ErrorSummary, LinkButton } from '../../../ui/form';
import { Exports } from '../../../ui/list';
import { whenText } from '../../../ui/next-meeting';
import { Page } from '../../../ui/page';
import { Note } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { counted, Day, dayText, Lede } from '../../../ui/text';
import { isOver } from '../../mentorships/rules/life';
import type { PairWork } from '../queries/meetings';
import { cadenceWords } from '../rules/cadence';
import { ahead, dayOfMeeting, held, kindNow, lastHeld, type Meeting, meetingStanding } from '../rules/meeting';
import { closedTo } from '../rules/record';
import { goals, meetingFormats, meetingForms, meetingKinds, missedReasons } from '../rules/words';
import { beforeOrder, type Rhythm } from '../rules/work';
import { answeredWords, MeetingPill, meetingsCrumbs, pairTitle } from './words';

type Props = PairWork & { view: View; rhythm: Rhythm; cadence: number; act: string; problems?: Problems | undefined };

const notices: Record<string, string> = {
	first: 'Встреча-знакомство записана',
	planning: 'Встреча-планирование записана. Теперь можно составить план встреч',
	regular: 'Встреча записана',
	final: 'Итоговая встреча записана',
	missed: 'Записано, что встреча не состоялась',
	planned: 'План встреч составлен',
	moved: 'Встреча перенесена',
	cancelled: 'Встреча отменена',
	undone: 'Отменено'
};

/** Meetings of a pair: what comes next with its one button, the plan, the journal. */
export const PairMeetingsPage = (props: Props) => {
	const { view, mentorship, meetings, own, rhythm, cadence, act, problems = {} } = props;
	const { today } = view.now;
	const path = `/mentorships/${mentorship.id}/meetings`;
	const saved = notices[view.saved ?? ''];
	const done = meetings.filter((one) => ['held', 'missed', 'cancelled'].includes(meetingStanding(one, today)));
	const next = ahead(meetings, today).find((one) => dayOfMeeting(one) >= today);
	const last = lastHeld(meetings);
	return (
		<Page
			view={view}
			title={`Встречи: ${pairTitle(mentorship, today)}`}
			crumbs={meetingsCrumbs(view, own)}
			notice={
				saved && (
					<>
						<span>{saved}.</span>{' '}
						{act && view.saved !== 'undone' && (
							<ActionForm action={`${path}/undoing`} label="Отменить" token={crypto.randomUUID()} kind="quiet">
								<input type="hidden" name="act" value={act} />
							</ActionForm>
						)}
					</>
				)
			}
		>
			<Lede>
				{held(meetings).length > 0
					? `Состоялось: ${counted(held(meetings).length, meetingForms)}`
					: 'Встреч ещё не было'}
				{last && `, последняя ${dayText(dayOfMeeting(last), today)}`}
				{next && `, следующая ${dayText(dayOfMeeting(next), today)}`}. Встречаются не реже, чем {cadenceWords(cadence)}.
			</Lede>
			<ErrorSummary problems={problems} title="Не отменено" />
			<Ahead {...props} />
			{rhythm.quiet && (
				<Note
					tone="warm"
					title={
						last ? `После встречи ${dayText(dayOfMeeting(last), today)} записей нет` : 'Записей о встречах ещё нет'
					}
				>
					<p>
						Если встретились, запишите: это меньше минуты. Каникулы и паузы не считаются.
						{own && ' Не складывается – скажите об этом в «Моей паре»: «Нужна помощь».'}
					</p>
				</Note>
			)}
			<Plan {...props} />
			{done.length > 0 && (
				<>
					<h2>Журнал встреч</h2>
					<Journal {...{ view, mentorship }} meetings={done.toReversed()} />
					<Exports
						files={[
							{ href: `${path}/journal.docx`, label: 'журнал в Word' },
							{ href: `${path}/report.docx`, label: 'отчёт наставника' }
						]}
					/>
				</>
			)}
		</Page>
	);
};

/** The one thing to do now, with its button. */
const Ahead = ({ view, mentorship, meetings, own }: Props) => {
	const { today } = view.now;
	const waits = own
		? meetings.find(({ people }) =>
				people.some(({ id, came, answeredOn }) => id === view.actor.personId && came && !answeredOn)
			)
		: undefined;
	const due = ahead(meetings, today).find((one) => dayOfMeeting(one) <= today);
	const closed = closedTo(mentorship);
	if (closed) return <Note>{closed}</Note>;
	if (waits)
		return (
			<NextStep
				title="Как прошла встреча?"
				action={
					<LinkButton href={`/meetings/${waits.id}`} kind="primary">
						Ответить
					</LinkButton>
				}
			>
				<p>
					{meetingKinds[waits.kind]}, {dayText(dayOfMeeting(waits), today)}: одно нажатие.
				</p>
			</NextStep>
		);
	const record = due ? `/meetings/${due.id}/record` : `/mentorships/${mentorship.id}/meetings/new`;
	const over = isOver(mentorship.life.state);
	const needsPlan = !over && kindNow(meetings) !== 'first' && ahead(meetings, today).length === 0;
	if (needsPlan && meetings.some(({ kind, heldOn }) => kind === 'planning' && heldOn))
		return (
			<NextStep
				action={
					<>
						<LinkButton href={`/mentorships/${mentorship.id}/meeting-plan`} kind="primary">
							Составить план встреч
						</LinkButton>
						<LinkButton href={record}>Записать встречу</LinkButton>
					</>
				}
			>
				<p>Программа предложит дни с учётом каникул и выходных.</p>
			</NextStep>
		);
	return (
		<NextStep
			title={
				due
					? `${meetingKinds[due.kind]}: ${whenText(due, today)}`
					: over
						? 'Пара завершена'
						: meetingKinds[kindNow(meetings)]
			}
			action={
				<LinkButton href={record} kind="primary" icon="check">
					Записать встречу
				</LinkButton>
			}
		>
			<p>
				{over
					? 'Встречу, которая была до завершения, ещё можно внести.'
					: due?.topic || 'Встретились – запишите: меньше минуты.'}
			</p>
		</NextStep>
	);
};

const Plan = ({ view, mentorship, meetings }: Props) => {
	const { today } = view.now;
	const coming = ahead(meetings, today);
	if (isOver(mentorship.life.state) || closedTo(mentorship)) return null;
	const path = `/mentorships/${mentorship.id}`;
	return (
		<Card title="План встреч">
			{coming.length === 0 ? (
				<p>
					Ничего не назначено. <a href={`${path}/meeting-plan`}>Составить план</a>
				</p>
			) : (
				<>
					<ul class="periods">
						{coming.map((one) => (
							<li>
								<a href={`/meetings/${one.id}`}>{whenText(one, today)}</a>{' '}
								{meetingKinds[one.kind].toLocaleLowerCase('ru')} <MeetingPill meeting={one} today={today} />
							</li>
						))}
					</ul>
					<p>
						<a href={`${path}/meeting-plan`}>Изменить план</a> ·{' '}
						<a href={`${path}/meetings/calendar`}>Добавить в календарь</a>
					</p>
				</>
			)}
		</Card>
	);
};

/** As the paper journal asks (domain 6.10). */
const Journal = ({
	view,
	mentorship,
	meetings
}: Pick<Props, 'view' | 'mentorship'> & { meetings: readonly Meeting[] }) => {
	const { today } = view.now;
	return (
		<Table
			caption="Журнал встреч"
			columns={[
				{
					head: 'Дата',
					main: true,
					cell: (one) => (
						<a href={`/meetings/${one.id}`}>
							<Day date={dayOfMeeting(one)} today={today} />
						</a>
					)
				},
				{
					head: 'Встреча',
					cell: (one) => (
						<>
							{meetingKinds[one.kind]}
							{one.format && `, ${meetingFormats[one.format]}, ${one.lasts} мин`}{' '}
							{!one.heldOn && <MeetingPill meeting={one} today={today} />}
							{one.heldOn && beforeOrder(mentorship, one.heldOn) && <span class="quiet"> до приказа</span>}
						</>
					)
				},
				{
					head: 'Тема, что получилось',
					cell: ({ topic, works, difficulty, missed, goal }) =>
						[topic, works, difficulty && `Трудно: ${difficulty}`, missed && missedReasons[missed], goal && goals[goal]]
							.filter(Boolean)
							.join('. ')
				},
				{ head: 'Следующий шаг', cell: ({ nextStep }) => nextStep },
				{ head: 'Отклики', cell: (one) => one.heldOn && answeredWords(one, today) }
			]}
			rows={meetings}
		/>
	);
};

import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card, Facts } from '../../../ui/card';
import { Conflict } from '../../../ui/conflict';
import {
	ActionForm,
	Button,
	Buttons,
	Checkbox,
	DateField,
	ErrorSummary,
	Field,
	FormToken,
	LinkButton,
	RadioGroup,
	TextArea,
	TimeField
} from '../../../ui/form';
import { whenText } from '../../../ui/next-meeting';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Note } from '../../../ui/state';
import { Lede, shortName } from '../../../ui/text';
import type { PairWork } from '../queries/meetings';
import { type Attendee, type Feedback, type Meeting, meetingStanding } from '../rules/meeting';
import { moveLabels, moveValues } from '../rules/values';
import { answers, goals, meetingFormats, meetingKinds, missedReasons } from '../rules/words';
import { beforeOrder } from '../rules/work';
import { answeredWords, MeetingPill, meetingsCrumbs, pairTitle } from './words';

type Props = PairWork & { view: View; meeting: Meeting; values?: Values; theirs?: Values; problems?: Problems };

/** One meeting: what is known of it, how it was for each, another day for it. */
export const MeetingPage = (props: Props) => {
	const { view, mentorship, meeting, own, values = {}, theirs, problems = {} } = props;
	const { today } = view.now;
	const standing = meetingStanding(meeting, today);
	const title = pairTitle(mentorship, today);
	const journal = { href: `/mentorships/${mentorship.id}/meetings`, label: title };
	return (
		<Page
			view={view}
			title={`${meetingKinds[meeting.kind]}: ${whenText(meeting, today)}`}
			crumbs={[...meetingsCrumbs(view, own), journal]}
			notice={view.saved === 'answered' && 'Спасибо, ваш ответ записан'}
		>
			<Lede>
				{title} <MeetingPill {...{ meeting, today }} />
			</Lede>
			<ErrorSummary problems={problems} />
			<Conflict {...{ theirs, mine: values, labels: moveLabels }} />
			<Card>
				<Facts
					facts={[
						['Тема', meeting.topic],
						['Как', meeting.format && `${meetingFormats[meeting.format]}, ${meeting.lasts} мин`],
						['Что получилось', meeting.works],
						['Что трудно', meeting.difficulty],
						['Следующий шаг', meeting.nextStep],
						['Почему не встретились', meeting.missed && missedReasons[meeting.missed]],
						['Цель программы', meeting.goal && goals[meeting.goal]],
						[
							'Кто был',
							meeting.people
								.filter(({ came }) => came)
								.map(({ name }) => shortName(name))
								.join(', ')
						],
						['Отклики', meeting.heldOn && answeredWords(meeting, today)],
						[
							'Готовность',
							meeting.kind === 'first' &&
								meeting.heldOn &&
								(meeting.ready ? 'оба готовы работать вместе' : 'сказали ещё не все')
						],
						[
							'Записано',
							meeting.writtenBy && `${shortName(meeting.writtenBy)}${meeting.how === 'words' ? ', со слов' : ''}`
						],
						['До приказа', meeting.heldOn && beforeOrder(mentorship, meeting.heldOn) && 'да']
					]}
				/>
				<Buttons>
					<LinkButton href={`/meetings/${meeting.id}/record`} kind={meeting.heldOn ? 'secondary' : 'primary'}>
						{meeting.heldOn ? 'Исправить запись' : 'Записать встречу'}
					</LinkButton>
					{(standing === 'planned' || standing === 'today') && (
						<LinkButton href={`/meetings/${meeting.id}/invitation.ics`} kind="quiet" icon="calendar">
							Добавить в календарь
						</LinkButton>
					)}
				</Buttons>
			</Card>
			<Answers {...props} />
			{meeting.confidences.length > 0 && (
				<Note title="Только для тех, кто был">
					{meeting.confidences.map(({ words, who }) => (
						<p>
							{shortName(who)}: {words}
						</p>
					))}
				</Note>
			)}
			{!meeting.heldOn && <Moving {...props} />}
		</Page>
	);
};

const saidWords = ({ answer, words, ready }: Feedback) =>
	[answers[answer], ready === true && 'к работе готовы', ready === false && 'к работе пока не готовы', words]
		.filter(Boolean)
		.join('. ');

/** How it was: one's own form first, then what others have said, for those who may read it. */
const Answers = ({ view, meeting, own, keeps, values = {}, problems = {} }: Props) => {
	const there = meeting.people.filter(({ came }) => came);
	const mine = there.find(({ id }) => id === view.actor.personId);
	const said = (id: string) => meeting.feedback.find(({ personId }) => personId === id);
	const others = there.filter(({ id }) => id !== mine?.id);
	const told = others.flatMap(({ id, name }) => {
		const feedback = said(id);
		return feedback ? [{ name, feedback }] : [];
	});
	const asked = values.person;
	if (!meeting.heldOn) return null;
	const answered = mine && said(mine.id);
	const form = { meeting, values: asked ? {} : values, problems: asked ? {} : problems };
	return (
		<>
			{mine &&
				(answered ? (
					<Card title="Ваш ответ">
						<p>{saidWords(answered)}</p>
						<Fold label="Ответить иначе">
							<AnswerForm {...form} said={answered} />
						</Fold>
					</Card>
				) : (
					<Card title="Как прошло для вас">
						<AnswerForm {...form} />
					</Card>
				))}
			{told.length > 0 && (
				<Card title="Отклики">
					{told.map(({ name, feedback }) => (
						<p>
							{shortName(name)}: {saidWords(feedback)}
							{feedback.how === 'words' && <span class="quiet"> (со слов)</span>}
						</p>
					))}
				</Card>
			)}
			{keeps &&
				!own &&
				others
					.filter(({ answeredOn }) => !answeredOn)
					.map((person) => (
						<Fold label={`Ответ со слов: ${shortName(person.name)}`} open={asked === person.id}>
							<AnswerForm
								{...{ meeting, person }}
								values={asked === person.id ? values : {}}
								problems={asked === person.id ? problems : {}}
							/>
						</Fold>
					))}
		</>
	);
};

type AnswerProps = { meeting: Meeting; person?: Attendee; said?: Feedback; values: Values; problems: Problems };

const AnswerForm = ({ meeting, person, said, values, problems }: AnswerProps) => {
	const ready = said?.ready === null || said?.ready === undefined ? '' : said.ready ? 'yes' : 'no';
	const known: Values = {
		token: crypto.randomUUID(),
		answer: said?.answer ?? '',
		words: said?.words ?? '',
		ready,
		shared: said?.shared ? 'on' : ''
	};
	const given = { values: { ...known, ...values }, problems };
	return (
		<form method="post" action={`/meetings/${meeting.id}/feedback`}>
			<FormToken values={given.values} />
			{person && <input type="hidden" name="person" value={person.id} />}
			<RadioGroup name="answer" label="Встреча" options={answers} {...given} />
			{meeting.kind === 'first' && (
				<RadioGroup
					name="ready"
					label="Готовы работать вместе?"
					hint="Если нет, это прочтёт только куратор: пару можно сменить"
					options={{ yes: 'Да', no: 'Нет, лучше поговорить' }}
					{...given}
				/>
			)}
			<TextArea
				name="words"
				label="Что было полезно, что осталось неясно"
				hint="Прочтут те, кто ведёт пары"
				rows={2}
				maxlength={2000}
				optional
				{...given}
			/>
			{!person && <Checkbox name="shared" label="Показать и второму человеку в паре" {...given} />}
			<Button>{person ? 'Записать ответ' : 'Ответить'}</Button>
		</form>
	);
};

/** Another day, or none: of a meeting that has not been held. */
const Moving = ({ meeting, values = {}, theirs, problems = {} }: Props) => {
	const known: Values = { ...moveValues(meeting), token: crypto.randomUUID(), ...values };
	const given = { values: { ...known, ...(theirs && { version: String(meeting.version) }) }, problems };
	return (
		<Card title="Перенести или отменить">
			<form method="post" action={`/meetings/${meeting.id}/move`}>
				<FormToken values={given.values} />
				<input type="hidden" name="version" value={given.values.version} />
				<DateField name="plannedOn" label="Новый день" {...given} />
				<TimeField name="startsAt" label="Во сколько" {...given} />
				<Field name="lasts" label="Сколько минут" inputmode="numeric" class="short" maxlength={4} {...given} />
				<Field name="place" label="Где" maxlength={300} optional {...given} />
				<Field name="topic" label="О чём" maxlength={300} optional {...given} />
				<Button kind="secondary">Перенести встречу</Button>
			</form>
			{!meeting.cancelledOn && (
				<ActionForm
					action={`/meetings/${meeting.id}/cancellation`}
					label="Отменить встречу"
					token={crypto.randomUUID()}
					kind="quiet"
				>
					<input type="hidden" name="version" value={String(meeting.version)} />
				</ActionForm>
			)}
		</Card>
	);
};

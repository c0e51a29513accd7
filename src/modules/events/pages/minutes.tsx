import { showDate } from '../../../core/dates';
import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card, Facts } from '../../../ui/card';
import { ClosedToo, Closes } from '../../../ui/closes';
import { Conflict } from '../../../ui/conflict';
import {
	ActionForm,
	Button,
	Buttons,
	DateField,
	ErrorSummary,
	Field,
	FormToken,
	LinkButton,
	TextArea
} from '../../../ui/form';
import { Exports } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Pill, StatePill } from '../../../ui/state';
import { Day, Lede } from '../../../ui/text';
import type { Closable } from '../../roadmap/rules/closable';
import type { Event } from '../queries/event';
import type { Minutes } from '../queries/minutes';
import { minutesTitle, votesText } from '../rules/minutes';
import { fieldOf } from '../rules/minutes-form';
import { eventsCrumb, When } from './words';

type Props = {
	view: View;
	event: Event;
	/** The place of the last number of the body this year: a hint. */
	lastNumber: string;
	closable: readonly Closable[];
	closes: readonly string[] | undefined;
	values: Values;
	problems?: Problems;
	theirs?: Values | undefined;
};

const crumbs = (event: Event) => [eventsCrumb, { href: `/events/${event.id}`, label: event.title }];

/** Minutes are written: the head, then point by point what was heard and decided. */
export const MinutesPage = ({ view, event, lastNumber, closable, closes, values, problems = {}, theirs }: Props) => {
	const given = { values, problems };
	const count = Number(values.items ?? 0);
	return (
		<Page
			view={view}
			title={`Протокол ${event.body}`}
			crumbs={crumbs(event)}
			notice={view.saved === 'minutes' ? 'Протокол сохранён: к нему можно вернуться' : undefined}
		>
			<Lede>
				<When event={event} today={view.now.today} />. Повестка уже здесь: впишите, что слушали и решили.
			</Lede>
			<Conflict
				theirs={theirs}
				mine={values}
				labels={{ chair: 'Председатель', secretary: 'Секретарь', number: 'Номер' }}
			/>
			<form method="post" action={`/events/${event.id}/minutes`}>
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="version" value={values.version} />
				<input type="hidden" name="items" value={values.items} />
				<Field
					name="number"
					label="Номер"
					hint={
						lastNumber
							? `В этом учебном году последний – № ${lastNumber}`
							: 'В этом учебном году протоколов ещё не было'
					}
					class="short"
					maxlength={20}
					{...given}
				/>
				<Field name="chair" label="Председатель" maxlength={200} {...given} />
				<Field name="secretary" label="Секретарь" maxlength={200} {...given} />
				<Field name="present" label="Присутствовали" inputmode="numeric" class="short" maxlength={6} {...given} />
				<Field
					name="invited"
					label="Из скольких"
					hint="Сколько членов всего; оставьте пустым, если не считают"
					inputmode="numeric"
					class="short"
					maxlength={6}
					optional
					{...given}
				/>
				<Field name="guests" label="Приглашённые" maxlength={500} optional {...given} />
				{Array.from({ length: count }, (_, at) => (
					<Point at={at} last={at === count - 1} {...given} />
				))}
				<Buttons>
					<Button>Сохранить протокол</Button>
					<LinkButton href={`/events/${event.id}`} kind="quiet">
						Вернуться к событию
					</LinkButton>
				</Buttons>
				<Card title="Подписан?">
					<p class="quiet">
						Когда председатель и секретарь подпишут бумагу, отметьте: слова и список присутствовавших больше не
						изменятся.
					</p>
					<DateField name="signedOn" label="Дата подписания" {...given} />
					<Closes {...{ closable, chosen: closes, today: view.now.today }} />
					<Button kind="secondary" formaction={`/events/${event.id}/minutes/signature`}>
						Сохранить и отметить подписанным
					</Button>
				</Card>
			</form>
		</Page>
	);
};

type PointProps = { at: number; last: boolean; values: Values; problems: Problems };

const Point = ({ at, last, ...given }: PointProps) => {
	const { values, problems } = given;
	const number = Number(values[fieldOf(at, 'decisions')] ?? 1);
	const wrong = Object.keys(problems).some((name) => name.endsWith(`-${at}`) || name.includes(`-${at}-`));
	const fields = (
		<>
			<Field name={fieldOf(at, 'question')} label="Вопрос" maxlength={500} {...given} />
			<Field name={fieldOf(at, 'speaker')} label="Кто докладывал" maxlength={200} optional {...given} />
			<TextArea name={fieldOf(at, 'heard')} label="Слушали" rows={3} maxlength={5000} optional {...given} />
			{Array.from({ length: number }, (_, decision) => (
				<fieldset class="field">
					<legend>{decision === number - 1 && number > 1 ? 'Ещё решение' : `Решение ${at + 1}.${decision + 1}`}</legend>
					<TextArea
						name={fieldOf(at, 'text', decision)}
						label="Что решили"
						rows={2}
						maxlength={1000}
						optional
						{...given}
					/>
					<Field
						name={fieldOf(at, 'responsible', decision)}
						label="Ответственный"
						maxlength={200}
						optional
						{...given}
					/>
					<DateField name={fieldOf(at, 'due', decision)} label="Срок" optional {...given} />
				</fieldset>
			))}
			<input type="hidden" name={fieldOf(at, 'decisions')} value={String(number)} />
			<Fold label="Голосование" open={!!values[fieldOf(at, 'for')] || !!problems[fieldOf(at, 'for')]}>
				<Field
					name={fieldOf(at, 'for')}
					label="За"
					inputmode="numeric"
					class="short"
					maxlength={6}
					optional
					{...given}
				/>
				<Field
					name={fieldOf(at, 'against')}
					label="Против"
					inputmode="numeric"
					class="short"
					maxlength={6}
					optional
					{...given}
				/>
				<Field
					name={fieldOf(at, 'abstained')}
					label="Воздержались"
					inputmode="numeric"
					class="short"
					maxlength={6}
					optional
					{...given}
				/>
			</Fold>
		</>
	);
	return last && at > 0 && !values[fieldOf(at, 'question')] ? (
		<Fold label="Ещё вопрос" open={wrong}>
			{fields}
		</Fold>
	) : (
		<Card title={`${at + 1}. ${values[fieldOf(at, 'question')] || 'Вопрос'}`}>{fields}</Card>
	);
};

/** Signed minutes as they stand. */
export const SignedMinutesPage = ({
	view,
	event,
	minutes,
	closed
}: {
	view: View;
	event: Event;
	minutes: Minutes;
	closed: number;
}) => {
	const { today } = view.now;
	const undo = (
		<ActionForm
			action={`/events/${event.id}/minutes/unsigning`}
			label="Снять отметку о подписи"
			token={crypto.randomUUID()}
			kind="quiet"
		/>
	);
	return (
		<Page
			view={view}
			title={minutesTitle(minutes)}
			crumbs={crumbs(event)}
			notice={
				view.saved === 'signed' && (
					<>
						<span>
							Протокол подписан
							<ClosedToo count={closed} />.
						</span>{' '}
						{undo}
					</>
				)
			}
		>
			<Lede>
				<StatePill state="done" label="подписан" /> <When event={event} today={today} />.
			</Lede>
			<Facts
				facts={[
					['Председатель', minutes.chair],
					['Секретарь', minutes.secretary],
					['Присутствовали', `${minutes.present ?? 0}${minutes.invited === null ? '' : ` из ${minutes.invited}`}`],
					['Приглашённые', minutes.guests],
					['Подписан', minutes.signedOn && <Day date={minutes.signedOn} today={today} />]
				]}
			/>
			{minutes.items.map(({ question, speaker, heard, decisions, votes }, at) => (
				<Card title={`${at + 1}. ${question}`}>
					<Facts
						facts={[
							['Докладывал', speaker],
							['Слушали', heard],
							['Голосовали', votes && votesText(votes)]
						]}
					/>
					{decisions.length > 0 && (
						<ul class="periods">
							{decisions.map(({ text, responsible, due }, number) => (
								<li>
									{at + 1}.{number + 1}. {text} {responsible && <Pill icon="person">{responsible}</Pill>}{' '}
									{due && (
										<Pill icon="calendar">
											до <Day date={due} today={today} />
										</Pill>
									)}{' '}
									{due && event.planId && (
										<a
											href={`/roadmap/${event.planId}/activities/new?${new URLSearchParams({ title: text, to: showDate(due) })}`}
										>
											в дорожную карту
										</a>
									)}
								</li>
							))}
						</ul>
					)}
				</Card>
			))}
			<Exports files={[{ href: `/events/${event.id}/minutes.docx`, label: 'Протокол (Word)' }]} />
			{view.saved !== 'signed' && undo}
		</Page>
	);
};

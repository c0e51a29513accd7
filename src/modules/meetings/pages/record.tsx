import { parseDate } from '../../../core/dates';
import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Conflict } from '../../../ui/conflict';
import {
	Button,
	Buttons,
	DateField,
	ErrorSummary,
	Field,
	FormToken,
	LinkButton,
	RadioGroup,
	Select,
	TextArea,
	TimeField
} from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Lede, shortName } from '../../../ui/text';
import { Tick } from '../../../ui/tick';
import type { PairWork } from '../queries/meetings';
import { lastHeld, type Meeting } from '../rules/meeting';
import { recordLabels } from '../rules/values';
import { answers, goals, meetingFormats, missedReasons, ownKinds } from '../rules/words';
import { peopleOn } from '../rules/work';
import { meetingsCrumbs, pairTitle } from './words';

type Props = PairWork & {
	view: View;
	meeting: Meeting | null;
	values: Values;
	theirs?: Values | undefined;
	problems?: Problems | undefined;
};

/** «Записать встречу»: what is known stands filled in; the rest is a few words and one tap. */
export const RecordPage = ({ view, mentorship, meetings, meeting, own, values, theirs, problems = {} }: Props) => {
	const given = { values, problems };
	const { today } = view.now;
	const journal = `/mentorships/${mentorship.id}/meetings`;
	const here = meeting ? `/meetings/${meeting.id}/record` : `${journal}/new`;
	const people = peopleOn(mentorship, parseDate(values.heldOn ?? '') ?? today);
	const mine = people.some(({ person }) => person.id === view.actor.personId);
	const more =
		!!values.absent || ['lasts', 'place', 'kind', 'confidence', 'absent', 'goal'].some((name) => problems[name]);
	const title = meeting?.heldOn ? 'Исправить запись о встрече' : 'Записать встречу';
	return (
		<Page
			{...{ view, title }}
			crumbs={[...meetingsCrumbs(view, own), { href: journal, label: pairTitle(mentorship, today) }]}
		>
			<Lede>
				{pairTitle(mentorship, today)}{' '}
				{!meeting?.heldOn && lastHeld(meetings) && <a href={`${here}?as=last`}>Как в прошлый раз</a>}
			</Lede>
			<form method="post" action={meeting ? here : journal}>
				<ErrorSummary problems={problems} />
				<Conflict {...{ theirs, mine: values, labels: recordLabels }} />
				<FormToken values={values} />
				{meeting && <input type="hidden" name="version" value={values.version} />}
				<RadioGroup name="held" label="Встретились?" options={{ yes: 'Встретились', no: 'Не получилось' }} {...given} />
				<DateField name="heldOn" label="Когда" {...given} />
				<RadioGroup name="format" label="Как" options={meetingFormats} {...given} />
				<Field name="topic" label="О чём" maxlength={300} optional {...given} />
				<TextArea
					name="works"
					label="Что получилось, о чём договорились"
					hint="Попадёт в журнал встреч: его читает куратор. Личное сюда не пишут"
					rows={3}
					maxlength={4000}
					{...given}
				/>
				<TextArea name="difficulty" label="Что трудно" rows={2} maxlength={2000} optional {...given} />
				<Field name="nextStep" label="Следующий шаг" maxlength={2000} optional {...given} />
				<DateField
					name="nextOn"
					label="Когда встретимся снова"
					hint="ДД.ММ.ГГГГ; предложен день по плану встреч"
					optional
					{...given}
				/>
				<TimeField name="nextAt" label="Во сколько" {...given} />
				{mine && (
					<RadioGroup
						name="answer"
						label="Как прошло для вас"
						hint="Второй человек в паре этого не увидит"
						options={answers}
						{...given}
					/>
				)}
				{mine && values.kind === 'first' && (
					<RadioGroup
						name="ready"
						label="Готовы работать вместе?"
						hint="Если нет, это прочтёт только куратор: пару можно сменить"
						options={{ yes: 'Да, готов(а)', no: 'Нет, лучше поговорить' }}
						{...given}
					/>
				)}
				<Fold label="Не получилось: почему" open={values.held === 'no' || !!problems.missed}>
					<Select name="missed" label="Причина" empty="Выберите" options={missedReasons} {...given} />
				</Fold>
				<Fold label="Подробнее: какая встреча, сколько минут, где, кто был" open={more}>
					<Select name="kind" label="Какая встреча" options={ownKinds} {...given} />
					<Field name="lasts" label="Сколько минут" inputmode="numeric" class="short" maxlength={4} {...given} />
					<Field name="place" label="Где" maxlength={300} optional {...given} />
					<Select name="goal" label="Для итоговой: цель программы" empty="Не отмечать" options={goals} {...given} />
					{people.length > 2 && (
						<fieldset class="field" id="absent">
							<legend>Кого не было</legend>
							{problems.absent && <p class="problem">{problems.absent}</p>}
							{people.map(({ person: { id, name } }) => (
								<Tick
									id={`absent-${id}`}
									name="absent"
									value={id}
									label={shortName(name)}
									checked={(values.absent ?? '').split(' ').includes(id)}
								/>
							))}
						</fieldset>
					)}
					{mine && (
						<TextArea
							name="confidence"
							label="Только для нас"
							hint="Прочтут те, кто был на встрече: ни куратор, ни директор этого не увидят"
							rows={2}
							maxlength={4000}
							optional
							{...given}
						/>
					)}
				</Fold>
				<Buttons>
					<Button icon="check">{meeting?.heldOn ? 'Исправить запись' : 'Записать встречу'}</Button>
					<LinkButton href={journal} kind="quiet">
						Не записывать
					</LinkButton>
				</Buttons>
			</form>
		</Page>
	);
};

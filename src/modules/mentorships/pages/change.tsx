import type { Child } from 'hono/jsx';
import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import {
	Button,
	Checkbox,
	DateField,
	ErrorSummary,
	FormToken,
	LinkButton,
	RadioGroup,
	Select,
	TextArea
} from '../../../ui/form';
import { Page } from '../../../ui/page';
import { dayText, Lede } from '../../../ui/text';
import { roles } from '../../matching/rules/score/roles';
import { type Change, changes } from '../rules/changes';
import { goesOn, membersOf, mentorsOf } from '../rules/mentorship';
import type { PersonRef } from '../rules/people';
import type { PairLine } from '../rules/wanted';
import { changeReasons, endReasons, pauseReasons } from '../rules/words';
import { pairsCrumb } from './crumb';

type Props = {
	view: View;
	change: Change;
	mentorship: PairLine;
	staff: readonly (PersonRef & { post: string })[]; // of those who may come
	firstLastDay: string; // after a notice given today
	values: Values;
	problems?: Problems;
};
type Given = { values: Values; problems: Problems };

const ledes: Record<Change, string> = {
	suspension: 'На время паузы напоминаний нет, а срок потом сдвинется. Причина в бумагах будет названа общими словами.',
	resumption: 'Работа продолжается. Если пауза была долгой, срок разумно сдвинуть на столько же дней.',
	replacement:
		'Прежний наставник остаётся в истории пары, новый начинает с названного дня. Новый узнает об этом из уведомления, его согласие и соглашение появятся в «Чего не хватает».',
	extension: 'Новый последний день. Продление записывают приказом.',
	joining: 'Новый участник работает вместе со всеми с названного дня.',
	leaving: 'Остальные продолжают работу.',
	completion: 'Программа пройдена. В банке наставляемых запишется «завершил» этим днём.',
	ending:
		'Наставник вправе отказаться в любой день; работодатель, отменяя поручение, предупреждает его не менее чем за три рабочих дня (ст. 351.8 ТК РФ, ч. 4).',
	allowance: 'Так пара считается действующей, хотя приказа нет. Причина останется в истории.'
};

/** One change of a mentorship: its few questions. */
export const ChangePage = (props: Props) => {
	const { view, change, mentorship, values, problems = {} } = props;
	const { label, button } = changes[change];
	const own = `/mentorships/${mentorship.id}`;
	return (
		<Page view={view} title={label} crumbs={[pairsCrumb, { href: own, label: mentorship.title }]}>
			<Lede>{ledes[change]}</Lede>
			<form method="post" action={`${own}/${change}`}>
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				{fields[change](props, { values, problems })}
				<div class="buttons">
					<Button>{button}</Button>
					<LinkButton href={own} kind="quiet">
						Не менять
					</LinkButton>
				</div>
			</form>
		</Page>
	);
};

const named = (people: readonly (PersonRef & { post?: string })[]) =>
	Object.fromEntries(people.map(({ id, name, post }) => [id, post ? `${name}, ${post}` : name]));

const Confidence = (given: Given) => (
	<TextArea
		name="confidence"
		label="Что стоит за этим"
		hint="Прочтёт только куратор; ни в приказ, ни участникам это не попадёт"
		rows={3}
		maxlength={2000}
		optional
		{...given}
	/>
);

const fields: Record<Change, (props: Props, given: Given) => Child> = {
	suspension: (_, given) => (
		<>
			<DateField name="on" label="С какого дня" {...given} />
			<DateField name="until" label="По какой день, если известно" optional {...given} />
			<RadioGroup name="reason" label="Причина" options={pauseReasons} {...given} />
			<Confidence {...given} />
		</>
	),
	resumption: ({ mentorship: { life }, view }, given) => (
		<>
			<DateField name="on" label="С какого дня" {...given} />
			<Checkbox
				name="shift"
				label="Сдвинуть срок на время паузы"
				hint={`Сейчас срок по ${dayText(life.term.to, view.now.today)}, пауза с ${dayText(life.suspendedOn ?? life.since, view.now.today)}`}
				{...given}
			/>
		</>
	),
	replacement: ({ mentorship, staff }, given) => {
		const mentors = mentorsOf(mentorship.pairs.filter(({ left, temporary }) => !left && !temporary));
		return (
			<>
				{mentors.length > 1 ? (
					<RadioGroup name="was" label="Кого сменяют" options={named(mentors)} {...given} />
				) : (
					<input type="hidden" name="was" value={mentors[0]?.id} />
				)}
				<Select name="person" label="Новый наставник" empty="выберите" options={named(staff)} {...given} />
				<DateField name="on" label="С какого дня" {...given} />
				<DateField
					name="until"
					label="Временно: по какой день"
					hint="Если прежний наставник вернётся. Оставьте пустым, если смена насовсем"
					optional
					{...given}
				/>
				<RadioGroup name="reason" label="Причина для бумаг" options={changeReasons} {...given} />
				<Confidence {...given} />
			</>
		);
	},
	extension: ({ mentorship: { life }, view }, given) => (
		<DateField
			name="to"
			label="Новый последний день"
			hint={`ДД.ММ.ГГГГ. Сейчас – ${dayText(life.term.to, view.now.today)}`}
			{...given}
		/>
	),
	joining: ({ staff }, given) => (
		<>
			<RadioGroup
				name="side"
				label="Кем присоединяется"
				options={{ mentee: 'наставляемым', mentor: 'наставником' }}
				{...given}
			/>
			<Select name="person" label="Кто" empty="выберите" options={named(staff)} {...given} />
			<Select name="role" label="Роль наставника" empty="без роли" options={roles} {...given} />
			<DateField name="on" label="С какого дня" {...given} />
		</>
	),
	leaving: ({ mentorship, view }, given) => (
		<>
			<RadioGroup
				name="person"
				label="Кто выходит"
				options={named(membersOf(mentorship.pairs.filter((pair) => !pair.left && goesOn(pair, view.now.today))))}
				{...given}
			/>
			<DateField name="on" label="Последний день" {...given} />
			<RadioGroup name="reason" label="Причина для бумаг" options={changeReasons} {...given} />
			<Confidence {...given} />
		</>
	),
	completion: (_, given) => (
		<>
			<DateField name="on" label="Последний день" {...given} />
			<TextArea name="words" label="Что получилось" rows={3} maxlength={2000} optional {...given} />
		</>
	),
	ending: ({ firstLastDay, view }, given) => (
		<>
			<DateField name="on" label="Последний день" {...given} />
			<RadioGroup
				name="reason"
				label="Причина для бумаг"
				hint="Общие слова: настоящую причину можно записать ниже"
				options={endReasons}
				{...given}
			/>
			<DateField
				name="noticedOn"
				label="Когда предупредили наставника"
				hint={`Нужно, если поручение отменяет работодатель. Предупредить сегодня – последний день не раньше ${dayText(firstLastDay, view.now.today)}`}
				optional
				{...given}
			/>
			<Confidence {...given} />
		</>
	),
	allowance: (_, given) => <TextArea name="words" label="Почему без приказа" rows={3} maxlength={500} {...given} />
};

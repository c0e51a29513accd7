import type { Problems, Values } from '../../../core/forms';
import { fullName } from '../../../core/names';
import type { View } from '../../../core/view';
import {
	Button,
	Checkbox,
	DateField,
	ErrorSummary,
	Field,
	FormToken,
	LinkButton,
	Select,
	TextArea
} from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Note } from '../../../ui/state';
import type { Person } from '../queries/person';
import { employmentKinds } from '../rules/person';

export type UsedWords = { posts: readonly string[]; subjects: readonly string[] };
type Given = { values: Values; problems: Problems };

const tenureHint = 'Например, «7 лет 3 месяца», или дата начала: 01.09.2015';

export const NewPersonPage = ({
	view,
	used,
	values,
	problems = {}
}: {
	view: View;
	used: UsedWords;
	values: Values;
	problems?: Problems;
}) => {
	const given = { values, problems };
	return (
		<Page view={view} title="Новый сотрудник" crumbs={[{ href: '/people', label: 'Люди' }]}>
			<form method="post" action="/people">
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				{problems.namesake && <Checkbox name="namesake" label="Это другой человек с таким же именем" {...given} />}
				<Names {...given} />
				<Field
					name="post"
					label="Должность"
					maxlength={200}
					list="used-posts"
					hint="Как в штатном расписании: «учитель математики»"
					required
					{...given}
				/>
				<DateField name="employedOn" label="Работает у вас с" required {...given} />
				<Select name="employment" label="Вид работы" options={employmentKinds} {...given} />
				<Field
					name="heldSince"
					label="Стаж в такой должности, если начался в другом месте"
					maxlength={40}
					hint={tenureHint}
					optional
					{...given}
				/>
				<Personal {...given} />
				<Suggestions used={used} />
				<div class="buttons">
					<Button>Добавить сотрудника</Button>
					<LinkButton href="/people" kind="quiet">
						Не добавлять
					</LinkButton>
				</div>
			</form>
		</Page>
	);
};

type EditProps = {
	view: View;
	person: Person;
	used: UsedWords;
	values: Values;
	problems?: Problems;
	theirs?: Values | undefined;
};

export const EditPersonPage = ({ view, person, used, values, problems = {}, theirs }: EditProps) => {
	const given = { values, problems };
	return (
		<Page
			view={view}
			title="Сведения о сотруднике"
			crumbs={[
				{ href: '/people', label: 'Люди' },
				{ href: `/people/${person.id}`, label: fullName(person) }
			]}
		>
			{theirs && <Theirs theirs={theirs} />}
			<form method="post" action={`/people/${person.id}`}>
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="version" value={theirs?.version ?? values.version} />
				<Names {...given} />
				<Personal {...given} />
				<Suggestions used={used} />
				<div class="buttons">
					<Button>Сохранить сведения</Button>
					<LinkButton href={`/people/${person.id}`} kind="quiet">
						Не менять
					</LinkButton>
				</div>
			</form>
		</Page>
	);
};

const Names = (given: Given) => (
	<>
		<Field name="familyName" label="Фамилия" maxlength={60} autocomplete="off" required {...given} />
		<Field name="givenName" label="Имя" maxlength={60} autocomplete="off" required {...given} />
		<Field name="patronymic" label="Отчество" maxlength={60} autocomplete="off" optional {...given} />
	</>
);

const Personal = (given: Given) => (
	<>
		<Field
			name="subjects"
			label="Предметы"
			maxlength={500}
			list="used-subjects"
			hint="Через запятую: алгебра, геометрия"
			optional
			{...given}
		/>
		<Field name="teachingSince" label="Педагогический стаж" maxlength={40} hint={tenureHint} optional {...given} />
		<Select
			name="sex"
			label="Пол"
			empty="не указан"
			options={{ female: 'женский', male: 'мужской' }}
			hint="Нужен, чтобы в документах верно склонялось имя"
			optional
			{...given}
		/>
		<DateField name="bornOn" label="Дата рождения" optional {...given} />
		<Field name="email" label="Электронная почта" type="email" maxlength={120} autocomplete="off" optional {...given} />
		<Field name="phone" label="Телефон" type="tel" maxlength={40} autocomplete="off" optional {...given} />
		<TextArea name="note" label="Заметка" rows={2} maxlength={2000} optional {...given} />
	</>
);

/** What was typed here before stands ready: one post is written in one way. */
export const Suggestions = ({ used }: { used: UsedWords }) => (
	<>
		<datalist id="used-posts">
			{used.posts.map((post) => (
				<option value={post} />
			))}
		</datalist>
		<datalist id="used-subjects">
			{used.subjects.map((subject) => (
				<option value={subject} />
			))}
		</datalist>
	</>
);

const labels: readonly (readonly [string, string])[] = [
	['familyName', 'Фамилия'],
	['givenName', 'Имя'],
	['patronymic', 'Отчество'],
	['subjects', 'Предметы'],
	['teachingSince', 'Педагогический стаж с'],
	['bornOn', 'Дата рождения'],
	['email', 'Электронная почта'],
	['phone', 'Телефон'],
	['note', 'Заметка']
];

const Theirs = ({ theirs }: { theirs: Values }) => (
	<Note tone="warm" title="Пока вы правили, сведения изменил кто-то другой">
		<p>Сейчас сохранено так:</p>
		<ul>
			{labels
				.filter(([name]) => theirs[name])
				.map(([name, label]) => (
					<li>
						{label}: {theirs[name]}
					</li>
				))}
		</ul>
		<p>Ниже – то, что ввели вы. Сохраните ещё раз, и останется ваше.</p>
	</Note>
);

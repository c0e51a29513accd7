import type { Child } from 'hono/jsx';
import type { Problems, Values } from '../../../core/forms';
import { fullName } from '../../../core/names';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import {
	ActionForm,
	Button,
	Checkbox,
	DateField,
	ErrorSummary,
	Field,
	FormToken,
	LinkButton,
	Select
} from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { DayRange, Lede } from '../../../ui/text';
import type { EmploymentPeriod, Person, PostPeriod } from '../queries/person';
import { employmentKinds } from '../rules/person';
import { Suggestions, type UsedWords } from './person-form';

type Shared = { view: View; person: Person; values: Values; problems?: Problems };

const Frame = ({ view, person, title, children }: { view: View; person: Person; title: string; children?: Child }) => (
	<Page
		view={view}
		title={title}
		crumbs={[
			{ href: '/people', label: 'Люди' },
			{ href: `/people/${person.id}`, label: fullName(person) }
		]}
	>
		{children}
	</Page>
);

const Foot = ({ label, back }: { label: string; back: string }) => (
	<div class="buttons">
		<Button>{label}</Button>
		<LinkButton href={back} kind="quiet">
			Вернуться к карточке
		</LinkButton>
	</div>
);

const PostFields = ({ values, problems }: { values: Values; problems: Problems }) => {
	const given = { values, problems };
	return (
		<>
			<Field name="title" label="Должность" maxlength={200} list="used-posts" required {...given} />
			<Checkbox name="main" label="Основная должность" {...given} />
			<DateField name="from" label="Первый день" required {...given} />
			<DateField name="to" label="Последний день" hint="ДД.ММ.ГГГГ; пусто, если продолжает" optional {...given} />
			<Field
				name="heldSince"
				label="Стаж в такой должности, если начался раньше"
				maxlength={40}
				hint="Например, «7 лет», или дата начала: 01.09.2015"
				optional
				{...given}
			/>
		</>
	);
};

export const NewPostPage = ({ view, person, used, values, problems = {} }: Shared & { used: UsedWords }) => (
	<Frame {...{ view, person }} title="Новая должность">
		<form method="post" action={`/people/${person.id}/posts`}>
			<ErrorSummary problems={problems} />
			<FormToken values={values} />
			<PostFields {...{ values, problems }} />
			<Suggestions used={used} />
			<Foot label="Добавить должность" back={`/people/${person.id}`} />
		</form>
	</Frame>
);

type PostProps = Shared & { post: PostPeriod; used: UsedWords; ending?: { values: Values; problems: Problems } };

/** What happened (the last day) and what was entered wrongly are different acts. */
export const PostPage = ({ view, person, post, used, values, problems = {}, ending }: PostProps) => (
	<Frame {...{ view, person }} title={`Должность: ${post.title}`}>
		<Lede>
			<DayRange from={post.from} to={post.to} today={view.now.today} />
		</Lede>
		{!post.to && (
			<Card title="Завершить">
				<form method="post" action={`/people/${person.id}/posts/${post.id}/ending`}>
					<ErrorSummary problems={ending?.problems} />
					<FormToken values={{ token: crypto.randomUUID() }} />
					<DateField
						name="on"
						label="Последний день в должности"
						required
						values={ending?.values}
						problems={ending?.problems}
					/>
					<Button>Завершить должность</Button>
				</form>
			</Card>
		)}
		<Fold label="Исправить, если внесено неверно" open={Object.keys(problems).length > 0 || post.to !== null}>
			<form method="post" action={`/people/${person.id}/posts/${post.id}/correction`}>
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<PostFields {...{ values, problems }} />
				<Suggestions used={used} />
				<Foot label="Исправить должность" back={`/people/${person.id}`} />
			</form>
		</Fold>
		<Fold label="Такой должности не было">
			<p>Должность исчезнет с карточки, в журнале останется, что это было.</p>
			<ActionForm
				action={`/people/${person.id}/posts/${post.id}/withdrawal`}
				label="Убрать ошибочную должность"
				token={crypto.randomUUID()}
				kind="danger"
			/>
		</Fold>
	</Frame>
);

const EmploymentFields = ({ values, problems }: { values: Values; problems: Problems }) => (
	<>
		<Select name="kind" label="Вид работы" options={employmentKinds} {...{ values, problems }} />
		<DateField name="from" label="Первый день" required {...{ values, problems }} />
		<DateField
			name="to"
			label="Последний день"
			hint="ДД.ММ.ГГГГ; пусто, если работает"
			optional
			{...{ values, problems }}
		/>
	</>
);

/** A new period (`work` absent), or a correction of one. */
export const EmploymentPage = ({ view, person, work, values, problems = {} }: Shared & { work?: EmploymentPeriod }) => (
	<Frame {...{ view, person }} title={work ? 'Исправить период работы' : 'Принять на работу'}>
		<form
			method="post"
			action={work ? `/people/${person.id}/employments/${work.id}/correction` : `/people/${person.id}/employments`}
		>
			<ErrorSummary problems={problems} />
			<FormToken values={values} />
			<EmploymentFields {...{ values, problems }} />
			<Foot label={work ? 'Исправить период' : 'Отметить приём на работу'} back={`/people/${person.id}`} />
		</form>
	</Frame>
);

export const LeavingPage = ({ view, person, values, problems = {} }: Shared) => {
	const { today } = view.now;
	const goesOn = ({ to }: { to: string | null }) => !to || to >= today;
	const roles = person.private?.roles.filter(goesOn).length ?? 0;
	return (
		<Frame {...{ view, person }} title="Отметить увольнение">
			<Lede>
				С последним днём завершатся работа{roles > 0 ? ', должности и роли' : ' и должности'}; войти в программу после
				него будет нельзя. Всё, что человек сделал, останется. Это можно отменить.
			</Lede>
			<form method="post" action={`/people/${person.id}/leaving`}>
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<DateField name="on" label="Последний день работы" required {...{ values, problems }} />
				<Foot label="Отметить увольнение" back={`/people/${person.id}`} />
			</form>
		</Frame>
	);
};

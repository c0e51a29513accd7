import type { Child } from 'hono/jsx';
import type { Problems, Values } from '../../../core/forms';
import { fullName } from '../../../core/names';
import { timeZones } from '../../../core/time-zones';
import { Facts } from '../../../ui/card';
import { Button, ErrorSummary, Field, PasswordField, RadioGroup, Select } from '../../../ui/form';
import { SimpleLayout } from '../../../ui/layout';
import { StepFoot, Steps } from '../../../ui/wizard';
import { kindNames } from '../../organisations/rules/kinds';
import { type FirstRunStep, type Founded, firstRunSteps, stepLabels, stepPath } from '../rules/first-run';
import { shortest } from '../rules/passwords';

type Props = { values?: Values | undefined; problems?: Problems };

const Frame = ({ step, title, children }: { step: FirstRunStep; title: string; children?: Child }) => {
	const current = firstRunSteps.indexOf(step);
	return (
		<SimpleLayout title={title} wide>
			<Steps
				label="Первый запуск"
				current={current}
				steps={firstRunSteps.map((name, index) => ({
					label: stepLabels[name],
					href: index > 0 && index < current ? stepPath(name) : undefined
				}))}
			/>
			{children}
		</SimpleLayout>
	);
};

export const FirstCodePage = ({ values = {}, problems = {} }: Props) => (
	<Frame step="code" title="Первый запуск">
		<p>
			Программа только что установлена, в ней ещё никого нет. За три коротких шага вы опишете организацию и получите
			свой вход. Это займёт минуты три; можно прерваться и продолжить позже.
		</p>
		<form method="post" novalidate action="/welcome">
			<ErrorSummary title="Код не подошёл" problems={problems} />
			<Field
				name="code"
				label="Код первого запуска"
				hint="Он напечатан в окне, где запущена программа: так мы знаем, что это её хозяин, а не прохожий."
				autocomplete="off"
				autocapitalize="characters"
				spellcheck="false"
				maxlength={40}
				required
				{...{ values, problems }}
			/>
			<StepFoot onward={<Button icon="arrow">Начать</Button>} />
		</form>
	</Frame>
);

export const OrganisationStepPage = ({ values = {}, problems = {} }: Props) => (
	<Frame step="organisation" title="Ваша организация">
		<form method="post" novalidate action="/welcome/organisation">
			<ErrorSummary problems={problems} />
			<Select
				name="kind"
				label="Какая у вас организация"
				empty="Выберите"
				options={kindNames}
				{...{ values, problems }}
			/>
			<Field
				name="name"
				label="Название, как его говорят"
				hint="Например, «Школа № 5» или «Детский сад „Ромашка“». Его увидят все на каждой странице."
				maxlength={120}
				required
				{...{ values, problems }}
			/>
			<Field
				name="fullName"
				label="Полное название"
				hint="Как в уставе: для приказов и других документов."
				maxlength={400}
				required
				{...{ values, problems }}
			/>
			<Select
				name="timeZone"
				label="Часовой пояс"
				empty="Выберите ближайший большой город"
				options={timeZones}
				hint="По нему программа знает, какое у вас сегодня число."
				{...{ values, problems }}
			/>
			<RadioGroup
				name="onePersonMode"
				label="Кто будет работать в программе"
				hint="Это можно поменять в любой день."
				options={{
					no: {
						label: 'Несколько человек',
						hint: 'Директор, кадры, профсоюз и другие входят сами и делают своё. Вы выдадите им приглашения.'
					},
					yes: {
						label: 'Пока только куратор',
						hint: 'Вы делаете всё за всех: отмечаете подписи и решения со слов и с бумаги. Подходит маленькой школе и саду; наставников можно пригласить позже.'
					}
				}}
				{...{ values, problems }}
			/>
			<StepFoot onward={<Button icon="arrow">Дальше</Button>} />
		</form>
	</Frame>
);

export const PersonStepPage = ({ values = {}, problems = {} }: Props) => (
	<Frame step="person" title="Кто вы">
		<p>
			Вы станете первым человеком в программе: сможете загрузить дорожную карту, список сотрудников и пригласить коллег.
		</p>
		<form method="post" novalidate action="/welcome/person">
			<ErrorSummary problems={problems} />
			<Field
				name="familyName"
				label="Фамилия"
				autocomplete="family-name"
				maxlength={80}
				required
				{...{ values, problems }}
			/>
			<Field name="givenName" label="Имя" autocomplete="given-name" maxlength={80} required {...{ values, problems }} />
			<Field
				name="patronymic"
				label="Отчество"
				autocomplete="additional-name"
				maxlength={80}
				optional
				{...{ values, problems }}
			/>
			<Field
				name="post"
				label="Должность"
				hint="Например, «заместитель директора по УВР» или «старший воспитатель»."
				autocomplete="organization-title"
				maxlength={200}
				optional
				{...{ values, problems }}
			/>
			<StepFoot onward={<Button icon="arrow">Дальше</Button>} back="/welcome/organisation" />
		</form>
	</Frame>
);

type LastProps = Props & Pick<Founded, 'organisation' | 'person'>;

export const AccountStepPage = ({ values = {}, problems = {}, organisation, person }: LastProps) => (
	<Frame step="account" title="Логин и пароль">
		<Facts
			facts={[
				[
					'Организация',
					<>
						{organisation.name} <a href="/welcome/organisation">Изменить</a>
					</>
				],
				['Полное название', organisation.fullName],
				['Часовой пояс', timeZones[organisation.timeZone as keyof typeof timeZones]],
				['Кто работает', organisation.onePersonMode ? 'пока только куратор' : 'несколько человек'],
				[
					'Вы',
					<>
						{fullName(person)}
						{person.post && `, ${person.post}`} <a href="/welcome/person">Изменить</a>
					</>
				]
			]}
		/>
		<form method="post" novalidate action="/welcome/account">
			<ErrorSummary problems={problems} />
			<Field
				name="login"
				label="Логин"
				hint="Можно оставить предложенный."
				autocomplete="username"
				autocapitalize="none"
				spellcheck="false"
				maxlength={40}
				required
				{...{ values, problems }}
			/>
			<Field
				name="email"
				label="Электронная почта"
				hint="Если укажете, входить можно будет и по ней."
				type="email"
				autocomplete="email"
				maxlength={120}
				optional
				{...{ values, problems }}
			/>
			<PasswordField
				name="password"
				label="Пароль"
				hint={`Не короче ${shortest} знаков. Легче всего запомнить три-четыре слова подряд.`}
				autocomplete="new-password"
				required
				{...{ problems }}
			/>
			<PasswordField name="again" label="Пароль ещё раз" autocomplete="new-password" required {...{ problems }} />
			<StepFoot onward={<Button icon="check">Создать и войти</Button>} back="/welcome/person" />
		</form>
	</Frame>
);

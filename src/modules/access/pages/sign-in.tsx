import { rolesText } from '../../../core/actor';
import type { Problems, Values } from '../../../core/forms';
import { fullName } from '../../../core/names';
import { Button, Checkbox, ErrorSummary, Field, PasswordField } from '../../../ui/form';
import { SimpleLayout } from '../../../ui/layout';
import { Note } from '../../../ui/state';
import type { DemonstrationAccount } from '../queries/before-sign-in';

type Props = {
	values: Values;
	problems?: Problems;
	notice?: string | undefined;
	demonstration: readonly DemonstrationAccount[];
};

export const SignInPage = ({ values, problems = {}, notice, demonstration }: Props) => (
	<SimpleLayout title="Вход" notice={notice} wide={demonstration.length > 0}>
		{demonstration.length > 0 && <Demonstration accounts={demonstration} next={values.next} />}
		<form method="post" novalidate action="/sign-in" class="sign-in">
			<ErrorSummary title="Войти не получилось" problems={problems} />
			<input type="hidden" name="next" value={values.next} />
			<Field
				name="login"
				label="Логин или электронная почта"
				autocomplete="username"
				autocapitalize="none"
				spellcheck="false"
				maxlength={200}
				required
				autofocus={demonstration.length === 0}
				{...{ values, problems }}
			/>
			<PasswordField
				name="password"
				label="Пароль"
				autocomplete="current-password"
				maxlength={1000}
				required
				{...{ problems }}
			/>
			<Checkbox
				name="remember"
				label="Это мой компьютер или телефон"
				hint="Не спрашивать пароль месяц. На общем компьютере не отмечайте."
				{...{ values }}
			/>
			<Button>Войти</Button>
		</form>
		<p>
			Вам дали листок с кодом? <a href="/invitation">Введите код приглашения</a>.
		</p>
		<p class="quiet">
			Нет доступа или забыли пароль? Попросите приглашение у куратора или администратора вашей организации: с ним вы
			сами придумаете пароль.
		</p>
	</SimpleLayout>
);

/** In a demonstration copy everybody may be tried on: one button a person, no password. */
const Demonstration = ({ accounts, next }: { accounts: readonly DemonstrationAccount[]; next: string | undefined }) => (
	<section class="demonstration">
		<Note tone="accent" title="Это демонстрация">
			<p>Люди и организации придуманы. Выберите, чьими глазами смотреть: пароль не нужен, испортить ничего нельзя.</p>
		</Note>
		{[...Map.groupBy(accounts, ({ organisation }) => organisation)].map(([organisation, people]) => (
			<>
				<h2>{organisation}</h2>
				<ul class="doors">
					{people.map((person) => (
						<li>
							<form method="post" action="/sign-in/demonstration">
								<input type="hidden" name="next" value={next} />
								<Button kind="secondary" name="person" value={person.person_id}>
									<span>
										<strong>{rolesText(person.roles, person.kind) || 'без роли'}</strong>
										<br />
										{fullName({
											familyName: person.family_name,
											givenName: person.given_name,
											patronymic: person.patronymic
										})}
									</span>
								</Button>
							</form>
						</li>
					))}
				</ul>
			</>
		))}
		<h2>Или по логину и паролю</h2>
	</section>
);

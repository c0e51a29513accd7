import type { Problems, Values } from '../../../core/forms';
import { fullName } from '../../../core/names';
import { ActionForm, Button, Checkbox, ErrorSummary, Field, PasswordField } from '../../../ui/form';
import { SimpleLayout } from '../../../ui/layout';
import { Note } from '../../../ui/state';
import type { SeenInvitation } from '../queries/seen-invitation';
import { shortest } from '../rules/passwords';

export const CodePage = ({ values = {}, problems = {} }: { values?: Values; problems?: Problems }) => (
	<SimpleLayout title="Код приглашения">
		<form method="post" novalidate action="/invitation" class="sign-in">
			<ErrorSummary title="Код не подошёл" problems={problems} />
			<Field
				name="code"
				label="Двенадцать цифр с листка"
				hint="Например, 4821 0937 5562. Пробелы не важны."
				inputmode="numeric"
				autocomplete="one-time-code"
				maxlength={40}
				required
				{...{ values, problems }}
			/>
			<Button>Продолжить</Button>
		</form>
		<p>
			Уже есть логин и пароль? <a href="/sign-in">Войдите</a>.
		</p>
	</SimpleLayout>
);

const reasons = {
	used: 'По этому приглашению уже вошли. Если это были вы, войдите по логину и паролю; если нет, скажите об этом куратору.',
	revoked: 'Это приглашение отозвали: возможно, вам выдали новое. Спросите у куратора или администратора.',
	expired: 'Срок приглашения вышел. Попросите у куратора или администратора новое.',
	unknown: 'Такого приглашения нет. Проверьте код или ссылку: возможно, скопировалось не всё.'
} as const;

/** A spent, revoked or mistyped invitation says which, and what to do. */
export const ClosedInvitationPage = ({ why }: { why: keyof typeof reasons }) => (
	<SimpleLayout title="Приглашение не действует">
		<p>{reasons[why]}</p>
		<p>
			<a href="/sign-in">Войти по логину и паролю</a> · <a href="/invitation">Ввести код</a>
		</p>
	</SimpleLayout>
);

type Props = {
	address: string; // of this invitation
	invitation: SeenInvitation;
	values: Values;
	problems?: Problems;
	/** Who is signed in at this browser: may take the new workplace to that account. */
	signedIn?: string | undefined;
};

export const InvitationPage = ({ address, invitation, values, problems = {}, signedIn }: Props) => {
	const { family_name: familyName, given_name: givenName, patronymic, organisation, login } = invitation;
	const name = [givenName, patronymic].filter(Boolean).join(' ');
	return (
		<SimpleLayout title={login ? 'Новый пароль' : `${name}, добро пожаловать`}>
			<p>
				{organisation} приглашает в программу «Наставник». Приглашение выписано на имя:{' '}
				<strong>{fullName({ familyName, givenName, patronymic })}</strong>. Если это не вы, ничего не вводите и верните
				листок или ссылку.
			</p>
			{signedIn && <Joining {...{ address, signedIn, organisation }} />}
			<form method="post" novalidate action={address} class="sign-in">
				<ErrorSummary problems={problems} />
				{login ? (
					<p>
						Ваш логин: <strong>{login}</strong>
						<input type="hidden" name="login" value={login} autocomplete="username" />
					</p>
				) : (
					<>
						<Field
							name="login"
							label="Логин"
							hint="Его вы будете вводить при входе. Можно оставить предложенный."
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
					</>
				)}
				<PasswordField
					name="password"
					label="Пароль"
					hint={`Не короче ${shortest} знаков. Легче всего запомнить три-четыре слова подряд.`}
					autocomplete="new-password"
					required
					{...{ problems }}
				/>
				<PasswordField name="again" label="Пароль ещё раз" autocomplete="new-password" required {...{ problems }} />
				<Checkbox
					name="remember"
					label="Это мой компьютер или телефон"
					hint="Не спрашивать пароль месяц. На общем компьютере не отмечайте."
					{...{ values }}
				/>
				<Button>{login ? 'Сохранить пароль и войти' : 'Войти в программу'}</Button>
			</form>
			{!signedIn && !login && (
				<p class="quiet">
					Уже входите в «Наставник» с другого места работы? <a href={`/sign-in?next=${address}`}>Войдите</a>, и
					приглашение добавит к вашей учётной записи второе место.
				</p>
			)}
		</SimpleLayout>
	);
};

const Joining = ({ address, signedIn, organisation }: { address: string; signedIn: string; organisation: string }) => (
	<Note tone="accent" title={`Вы уже вошли: ${signedIn}`}>
		<p>
			Если это тоже вы, добавьте место работы «{organisation}» к своей учётной записи: логин и пароль останутся
			прежними. Если нет, заполните форму ниже.
		</p>
		<ActionForm action={`${address}/joining`} label="Добавить к моей учётной записи" kind="primary" />
	</Note>
);

import { Button, Buttons, Checkbox, Field, PasswordField } from '../form';
import { SimpleLayout } from '../layout';
import { Note } from '../state';

/** A page without the frame: nobody has come in yet. */
export const SignInPage = () => (
	<SimpleLayout title="Вход">
		<Note tone="accent" title="Сеанс завершился">
			<p>Войдите ещё раз: написанное на прошлой странице сохранилось в этой вкладке.</p>
		</Note>
		<form method="post" action="/showcase/sign-in">
			<Field name="login" label="Логин или электронная почта" autocomplete="username" required />
			<PasswordField name="password" label="Пароль" autocomplete="current-password" required />
			<Checkbox name="remember" label="Это мой компьютер или телефон" hint="На общем компьютере не отмечайте" />
			<Buttons>
				<Button>Войти</Button>
			</Buttons>
		</form>
	</SimpleLayout>
);

import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card, Facts } from '../../../ui/card';
import { ActionForm, Button, ErrorSummary, Field, FormToken, PasswordField } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Pill } from '../../../ui/state';
import { Moment } from '../../../ui/text';
import type { OwnAccess } from '../queries/own-access';
import { shortest } from '../rules/passwords';

type Props = { view: View; access: OwnAccess; notice?: string | undefined; values: Values; problems?: Problems };

export const OwnAccessPage = ({ view, access, notice, values, problems = {} }: Props) => (
	<Page view={view} title="Мои входы и пароль" notice={notice}>
		<ErrorSummary problems={problems} />
		<Workplaces access={access} />
		<Card title="Где вы вошли">
			<p>Если какое-то устройство вам не знакомо, завершите на нём вход и смените пароль.</p>
			<ul class="entries">
				{access.sessions.map((session) => (
					<li>
						<div>
							<strong>{session.device}</strong> {session.own && <Pill tone="good">это устройство</Pill>}
							<br />
							<span class="quiet">
								последний раз <Moment at={session.last_seen_at} timeZone={view.actor.timeZone} today={view.now.today} />
								, вход <Moment at={session.created_at} timeZone={view.actor.timeZone} today={view.now.today} />
								{session.remembered && ', запомнен'}
							</span>
						</div>
						{!session.own && (
							<ActionForm action={`/sessions/${session.id}/revocation`} token={crypto.randomUUID()} label="Завершить" />
						)}
					</li>
				))}
			</ul>
			{access.sessions.length > 1 && (
				<ActionForm
					action="/sessions/revocation"
					token={crypto.randomUUID()}
					label="Завершить все, кроме этого"
					icon="exit"
				/>
			)}
		</Card>
		<Card title="Пароль" id="password-form">
			<Facts facts={[['Логин', access.account?.login]]} />
			<form method="post" novalidate action="/password">
				<FormToken values={values} />
				<input type="text" name="username" value={access.account?.login} autocomplete="username" hidden />
				<PasswordField
					name="current"
					label="Нынешний пароль"
					autocomplete="current-password"
					required
					{...{ problems }}
				/>
				<PasswordField
					name="password"
					label="Новый пароль"
					hint={`Не короче ${shortest} знаков: проще всего три-четыре слова подряд.`}
					autocomplete="new-password"
					required
					{...{ problems }}
				/>
				<PasswordField
					name="again"
					label="Новый пароль ещё раз"
					autocomplete="new-password"
					required
					{...{ problems }}
				/>
				<p class="hint">После смены пароля на остальных устройствах нужно будет войти заново.</p>
				<Button>Сменить пароль</Button>
			</form>
		</Card>
		<Card title="Вход по почте">
			<form method="post" novalidate action="/email">
				<FormToken values={{ token: crypto.randomUUID() }} />
				<Field
					name="email"
					label="Электронная почта"
					hint="Вместо логина можно будет вводить этот адрес. Оставьте пустым, если не нужно."
					type="email"
					autocomplete="email"
					maxlength={120}
					optional
					{...{ values, problems }}
				/>
				<Button kind="secondary">Записать почту</Button>
			</form>
		</Card>
	</Page>
);

/** One account, two jobs: which of them the screen serves. */
const Workplaces = ({ access: { workplaces } }: { access: OwnAccess }) =>
	workplaces.length < 2 ? null : (
		<Card title="Места работы">
			<ul class="entries">
				{workplaces.map(({ organisation, person_id, current }) => (
					<li>
						<div>
							<strong>{organisation}</strong> {current && <Pill tone="good">сейчас вы здесь</Pill>}
						</div>
						{!current && (
							<ActionForm action="/workplace" label="Перейти">
								<input type="hidden" name="person" value={person_id} />
							</ActionForm>
						)}
					</li>
				))}
			</ul>
		</Card>
	);

import { type OrganisationKind, type Role, roleName, roleNames, rolesText } from '../../../core/actor';
import { acts } from '../../../core/acts';
import { showDate } from '../../../core/dates';
import type { Problems } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card, Facts, History, NextStep } from '../../../ui/card';
import { ActionForm, ErrorSummary, LinkButton } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Note } from '../../../ui/state';
import { Day, Moment } from '../../../ui/text';
import type { listAccessHistory } from '../queries/access-history';
import type { Account } from '../queries/accounts';
import type { HeldRole } from '../queries/roles';
import { canWithdraw } from '../rules/roles';
import { AccessPill, dayIn } from './access-state';
import { nameOf, stateOf } from './accounts';

type Props = {
	view: View;
	account: Account;
	roles: readonly HeldRole[];
	history: Awaited<ReturnType<typeof listAccessHistory>>;
	problems?: Problems;
};

const notices: Record<string, string> = {
	'role-ended': 'Последний день роли записан',
	'role-withdrawn': 'Ошибочно назначенная роль убрана',
	'invitation-revoked': 'Приглашение отозвано: по нему уже не войти',
	suspended: 'Вход закрыт, открытые сеансы завершены',
	restored: 'Вход снова открыт'
};

export const AccountPage = ({ view, account, roles, history, problems = {} }: Props) => {
	const { now, actor, saved } = view;
	const { kind } = actor.organisation;
	const state = stateOf(account, now.at);
	const granted = saved === 'role-granted' ? roles.find((role) => canWithdraw(role, now.at)) : undefined;
	return (
		<Page
			view={view}
			title={nameOf(account)}
			crumbs={[{ href: '/accounts', label: 'Учётные записи и роли' }]}
			notice={granted ? <Granted role={granted} account={account} kind={kind} /> : notices[saved ?? '']}
		>
			<ErrorSummary title="Не получилось" problems={problems} />
			<Door account={account} state={state} view={view} />
			<Card
				title="Доступ"
				state={
					<AccessPill state={state} invitedUntil={account.invitedUntil} timeZone={actor.timeZone} today={now.today} />
				}
			>
				<Facts
					facts={[
						['Логин', account.login],
						['Роли сегодня', rolesText(account.roles, kind) || 'ролей нет: после входа будут видны только свои данные'],
						[
							'Последний вход',
							account.lastSeenAt && <Moment at={account.lastSeenAt} timeZone={actor.timeZone} today={now.today} />
						]
					]}
				/>
				{state !== 'suspended' && account.worksHere && account.id !== actor.personId && (
					<LinkButton href={`/accounts/${account.id}/suspension`} kind="quiet" icon="lock">
						Закрыть вход
					</LinkButton>
				)}
			</Card>
			<Roles account={account} roles={roles} view={view} />
			<History
				timeZone={actor.timeZone}
				today={now.today}
				entries={history.map(({ at, act, who, details }) => ({
					at,
					who: who ?? 'программа',
					what: acts[act],
					details: detailsText(details, kind)
				}))}
			/>
		</Page>
	);
};

const Granted = ({ role, account, kind }: { role: HeldRole; account: Account; kind: OrganisationKind }) => (
	<>
		Роль назначена: {roleName(role.role, kind)} с {showDate(role.from)}.
		<ActionForm
			action={`/accounts/${account.id}/roles/${role.id}/withdrawal`}
			token={crypto.randomUUID()}
			label="Отменить"
			kind="quiet"
		/>
	</>
);

/** The one thing to do about this person's way in. */
const Door = ({ account, state, view }: { account: Account; state: ReturnType<typeof stateOf>; view: View }) => {
	const path = `/accounts/${account.id}`;
	const token = crypto.randomUUID();
	const until = account.invitedUntil && dayIn(account.invitedUntil, view.actor.timeZone, view.now.today);
	const invite = (label: string, kind: 'primary' | 'secondary' = 'primary') => (
		<ActionForm action={`${path}/invitation`} token={token} label={label} kind={kind} icon="key" />
	);
	if (!account.worksHere) {
		return (
			<Note title="Больше здесь не работает">
				<p>Войти нельзя, пока в карточке сотрудника не указано, что человек снова принят.</p>
			</Note>
		);
	}
	if (state === 'suspended') {
		return (
			<NextStep
				title="Вход закрыт"
				action={<ActionForm action={`${path}/suspension/lifting`} token={token} label="Открыть вход" kind="primary" />}
			>
				{account.suspensionReason && <p>Почему: {account.suspensionReason}</p>}
				<p>Логин и пароль сохранены: после открытия войти можно сразу.</p>
			</NextStep>
		);
	}
	if (state === 'open') {
		return (
			<Fold label="Забыт пароль?">
				<p>
					Выдайте новое приглашение: по нему человек сам придумает новый пароль. Прежний пароль действует, пока
					приглашение не принято; все входы после этого завершатся.
				</p>
				{invite('Выдать приглашение для нового пароля', 'secondary')}
			</Fold>
		);
	}
	return (
		<NextStep
			title={state === 'never' ? 'Пригласить' : 'Приглашение выдано'}
			action={invite(state === 'never' ? 'Выдать приглашение' : 'Выдать новое')}
		>
			{state === 'never' && <p>Листок с кодом и ссылка: по ним человек сам придумает логин и пароль.</p>}
			{state === 'invited' && <p>Действует до {until}. Новое приглашение отменит прежнее.</p>}
			{state === 'expired' && <p>Срок вышел {until}, человек так и не вошёл.</p>}
			{state === 'invited' && (
				<ActionForm
					action={`${path}/invitation/revocation`}
					token={crypto.randomUUID()}
					label="Отозвать"
					kind="quiet"
				/>
			)}
		</NextStep>
	);
};

const Roles = ({
	account,
	roles,
	view: { now, actor }
}: {
	account: Account;
	roles: readonly HeldRole[];
	view: View;
}) => {
	const past = roles.filter(({ to }) => to !== null && to < now.today);
	const present = roles.filter((role) => !past.includes(role));
	return (
		<Card
			title="Роли"
			actions={
				<LinkButton href={`/accounts/${account.id}/roles/new`} icon="plus">
					Назначить роль
				</LinkButton>
			}
		>
			{present.length === 0 && (
				<Note tone="warm">
					<p>Ролей нет. Назначьте хотя бы одну: от неё зависит, что человек увидит.</p>
				</Note>
			)}
			<ul class="entries">
				{present.map((role) => (
					<li>
						<RoleText role={role} today={now.today} kind={actor.organisation.kind} />
						{role.to === null && (
							<LinkButton href={`/accounts/${account.id}/roles/${role.id}/ending`} kind="quiet">
								Снять роль
							</LinkButton>
						)}
					</li>
				))}
			</ul>
			{past.length > 0 && (
				<Fold label={`Прежние роли: ${past.length}`}>
					<ul class="entries">
						{past.map((role) => (
							<li>
								<RoleText role={role} today={now.today} kind={actor.organisation.kind} />
							</li>
						))}
					</ul>
				</Fold>
			)}
		</Card>
	);
};

type RoleTextProps = { role: HeldRole; today: string; kind: OrganisationKind };

const RoleText = ({ role: { role, from, to, basis }, today, kind }: RoleTextProps) => (
	<div>
		<strong>{roleName(role, kind)}</strong>
		<br />
		<span class="quiet">
			с <Day date={from} today={today} />
			{to && (
				<>
					{' '}
					по <Day date={to} today={today} />
				</>
			)}
			{basis && `, ${basis}`}
		</span>
	</div>
);

function detailsText({ role, from, on }: Record<string, unknown>, kind: OrganisationKind) {
	if (typeof role !== 'string' || !(role in roleNames)) return undefined;
	const name = roleName(role as Role, kind);
	if (typeof from === 'string') return `${name}, с ${showDate(from)}`;
	return typeof on === 'string' ? `${name}, последний день ${showDate(on)}` : name;
}

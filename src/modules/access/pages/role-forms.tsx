import { type Role, roleName } from '../../../core/actor';
import { showDate } from '../../../core/dates';
import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Button, Buttons, DateField, ErrorSummary, Field, FormToken, LinkButton, Select } from '../../../ui/form';
import { Page } from '../../../ui/page';
import type { Account } from '../queries/accounts';
import type { HeldRole } from '../queries/roles';
import { nameOf } from './accounts';

type Props = { view: View; account: Account; values: Values; problems?: Problems };

const crumbsOf = (account: Account) => [
	{ href: '/accounts', label: 'Учётные записи и роли' },
	{ href: `/accounts/${account.id}`, label: nameOf(account) }
];

export const NewRolePage = ({ view, account, values, problems = {}, roles }: Props & { roles: readonly Role[] }) => (
	<Page view={view} title="Назначить роль" crumbs={crumbsOf(account)}>
		<form method="post" novalidate action={`/accounts/${account.id}/roles`}>
			<ErrorSummary problems={problems} />
			<FormToken values={values} />
			<Select
				name="role"
				label="Роль"
				empty="Выберите"
				options={Object.fromEntries(roles.map((role) => [role, roleName(role, view.actor.organisation.kind)]))}
				hint="Ролей может быть несколько: назначьте их по одной."
				{...{ values, problems }}
			/>
			<DateField name="from" label="С какого дня" required {...{ values, problems }} />
			<Field
				name="basis"
				label="Основание"
				hint="Например, «приказ от 22.08.2026 № 16/1-О»."
				maxlength={300}
				optional
				{...{ values, problems }}
			/>
			<Buttons>
				<Button>Назначить роль</Button>
				<LinkButton href={`/accounts/${account.id}`} kind="quiet">
					Не назначать
				</LinkButton>
			</Buttons>
		</form>
	</Page>
);

export const EndRolePage = ({ view, account, values, problems = {}, role }: Props & { role: HeldRole }) => (
	<Page
		view={view}
		title={`Снять роль «${roleName(role.role, view.actor.organisation.kind)}»`}
		crumbs={crumbsOf(account)}
	>
		<p>
			Назначена с {showDate(role.from)}
			{role.basis && `, ${role.basis}`}. Роль останется в истории.
		</p>
		<form method="post" novalidate action={`/accounts/${account.id}/roles/${role.id}/ending`}>
			<ErrorSummary problems={problems} />
			<FormToken values={values} />
			<DateField
				name="on"
				label="Последний день"
				hint="Роль действует до конца этого дня. Чтобы человек перестал входить сейчас же, закройте ему вход."
				required
				{...{ values, problems }}
			/>
			<Buttons>
				<Button>Снять роль</Button>
				<LinkButton href={`/accounts/${account.id}`} kind="quiet">
					Оставить
				</LinkButton>
			</Buttons>
		</form>
	</Page>
);

export const SuspensionPage = ({ view, account, values, problems = {} }: Props) => (
	<Page view={view} title="Закрыть вход" crumbs={crumbsOf(account)}>
		<p>
			{nameOf(account)} больше не сможет войти в вашу организацию, открытые сеансы завершатся сразу. Записи, роли и
			история останутся; вход можно открыть снова.
		</p>
		<form method="post" novalidate action={`/accounts/${account.id}/suspension`}>
			<ErrorSummary problems={problems} />
			<FormToken values={values} />
			<Field
				name="reason"
				label="Почему"
				hint="Увидят только те, кто выдаёт доступ."
				maxlength={300}
				optional
				{...{ values, problems }}
			/>
			<Buttons>
				<Button kind="danger" icon="lock">
					Закрыть вход
				</Button>
				<LinkButton href={`/accounts/${account.id}`} kind="quiet">
					Оставить открытым
				</LinkButton>
			</Buttons>
		</form>
	</Page>
);

import { rolesText } from '../../../core/actor';
import type { Problems } from '../../../core/forms';
import { fullName } from '../../../core/names';
import type { View } from '../../../core/view';
import { ErrorSummary } from '../../../ui/form';
import { BulkButton, BulkForm, Empty, Filters, QuickFilter, Toolbar } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { type Column, Pager, Table } from '../../../ui/table';
import { counted, Lede, Moment } from '../../../ui/text';
import type { AccountInList } from '../queries/accounts';
import { type AccessState, accessState } from '../rules/invitations';
import { AccessPill, accessStates } from './access-state';

type Props = {
	view: View;
	accounts: readonly AccountInList[];
	show: AccessState | undefined;
	q: string;
	page: number; // from 1
	token: string;
	problems?: Problems;
};

export const nameOf = ({
	family_name,
	given_name,
	patronymic
}: Pick<AccountInList, 'family_name' | 'given_name' | 'patronymic'>) =>
	fullName({ familyName: family_name, givenName: given_name, patronymic });

export const stateOf = ({ login, suspended, invitedUntil }: AccountInList, at: string) =>
	accessState({ hasAccount: login !== null, suspended, invitedUntil }, at);

const pageSize = 50;

/** Together with others: those who have no way in yet. A new password for one who has is a matter of their own card. */
const mayBeInvited = (state: AccessState | undefined) => state !== 'open' && state !== 'suspended';

/** Filter, search and page live in the address. */
function addressOf(show: AccessState | undefined, q: string, page: number) {
	const asked = new URLSearchParams({ ...(show && { show }), ...(q && { q }), page: String(page) });
	return `/accounts?${asked}`;
}

export const AccountsPage = ({ view, accounts, show, q, page, token, problems = {} }: Props) => {
	const { now, actor } = view;
	const states = new Map(accounts.map((account) => [account.id, stateOf(account, now.at)]));
	const count = (state: AccessState) => [...states.values()].filter((one) => one === state).length;
	const sought = (account: AccountInList) =>
		nameOf(account).toLowerCase().replaceAll('ё', 'е').includes(q.toLowerCase().replaceAll('ё', 'е'));
	const found = accounts.filter((account) => (!show || states.get(account.id) === show) && sought(account));
	const pages = Math.ceil(found.length / pageSize);
	const at = Math.min(page, Math.max(1, pages));
	const shown = found.slice((at - 1) * pageSize, at * pageSize);
	const columns: Column<AccountInList>[] = [
		{ head: 'Имя', main: true, cell: (account) => <a href={`/accounts/${account.id}`}>{nameOf(account)}</a> },
		{
			head: 'Роли сегодня',
			cell: ({ roles }) => rolesText(roles, actor.organisation.kind) || <span class="quiet">ролей нет</span>
		},
		{ head: 'Логин', cell: ({ login }) => login },
		{
			head: 'Доступ',
			cell: (account) => (
				<AccessPill
					state={states.get(account.id) ?? 'never'}
					invitedUntil={account.invitedUntil}
					timeZone={actor.timeZone}
					today={now.today}
				/>
			)
		},
		{
			head: 'Последний вход',
			cell: ({ lastSeenAt }) => lastSeenAt && <Moment at={lastSeenAt} timeZone={actor.timeZone} today={now.today} />
		}
	];
	return (
		<Page view={view} title="Учётные записи и роли">
			<Lede>{sentence(accounts.length, count)}</Lede>
			<ErrorSummary title="Приглашения не выданы" problems={problems} />
			<Toolbar>
				<Filters
					filters={[
						{ href: '/accounts', label: 'Все', count: accounts.length, current: !show },
						...(Object.keys(accessStates) as AccessState[])
							.filter((state) => count(state) > 0 || state === show)
							.map((state) => ({
								href: `/accounts?show=${state}`,
								label: accessStates[state].filter,
								count: count(state),
								current: state === show
							}))
					]}
				/>
				<QuickFilter action="/accounts" value={q} label="Найти по имени" />
			</Toolbar>
			{shown.length === 0 ? (
				<Empty title={accounts.length === 0 ? 'Здесь пока никого' : 'Никого не нашлось'} icon="person">
					<p>
						{accounts.length === 0
							? 'Загрузите список сотрудников: потом каждому можно выдать приглашение.'
							: 'Попробуйте другой отбор или часть фамилии.'}
					</p>
				</Empty>
			) : (
				<div id="people">
					<BulkForm
						action="/accounts/invitations"
						token={token}
						bar={
							<BulkButton value="invite" icon="printer">
								Выдать приглашения и листки с кодом
							</BulkButton>
						}
					>
						<Table
							caption="Сотрудники, их роли и доступ"
							columns={columns}
							rows={shown}
							choose={(account) =>
								mayBeInvited(states.get(account.id))
									? { name: 'people', value: account.id, label: nameOf(account) }
									: undefined
							}
						/>
					</BulkForm>
				</div>
			)}
			<Pager page={at} pages={pages} href={(other) => addressOf(show, q, other)} />
		</Page>
	);
};

function sentence(all: number, count: (state: AccessState) => number) {
	const people = counted(all, ['человек', 'человека', 'человек']);
	const waiting = count('invited') + count('expired');
	const invited = waiting > 0 && `приглашены и ещё не вошли ${waiting}`;
	const parts = [`с доступом ${count('open')}`, invited, `без доступа ${count('never')}`];
	return `${people}: ${parts.filter(Boolean).join(', ')}.`;
}

import { type Role, roleName } from '../../../core/actor';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { LinkButton } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Table } from '../../../ui/table';
import { counted, Lede, Moment, PersonName, Quiet } from '../../../ui/text';
import {
	type HoldingKey,
	holdingKeys,
	holdings,
	type OwnAnswer,
	type Reading,
	readings,
	type Seers
} from '../rules/holdings';
import { OwnRequest } from './request';

export type OwnData = {
	counts: Record<HoldingKey, number>;
	holders: ReadonlyMap<string, readonly string[]>;
	answers: readonly OwnAnswer[];
	readings: readonly Reading[];
	total: number;
};
type Props = { view: View; data: OwnData };
type PageProps = Props & Omit<Parameters<typeof OwnRequest>[0], 'view'>;

const notices: Record<string, string> = {
	asked: 'Просьба отправлена: её прочитают директор, кадры и куратор',
	withdrawn: 'Просьба забрана'
};

const recordForms = ['запись', 'записи', 'записей'] as const;
const timesForms = ['раз', 'раза', 'раз'] as const;

/** What is kept about oneself, who sees it, and who has looked. */
export const OwnDataPage = ({ view, data, ...request }: PageProps) => (
	<Page
		view={view}
		title="Кто видит мои данные"
		crumbs={[{ href: '/today', label: 'Сегодня' }]}
		notice={notices[view.saved ?? '']}
		actions={
			<LinkButton href="/my-data/export" icon="download">
				Скачать мои данные
			</LinkButton>
		}
	>
		<Lede>
			{data.total === 0
				? 'Ваши закрытые сведения никто, кроме вас, не открывал.'
				: `Ваши закрытые сведения открывали ${counted(data.total, timesForms)}: кто и когда – ниже.`}
		</Lede>
		<Card title="Что хранится и кто это видит">
			<Table
				caption="Сведения о вас"
				rows={holdingKeys.filter((key) => data.counts[key] > 0)}
				columns={[
					{
						head: 'Сведения',
						main: true,
						cell: (key) => (
							<>
								{holdings[key].name} <Quiet>{counted(data.counts[key], recordForms)}</Quiet>
							</>
						)
					},
					{ head: 'Кто видит', cell: (key) => <WhoSees {...{ view, data }} of={key} /> },
					{ head: 'Зачем', cell: (key) => holdings[key].why },
					{ head: 'Сколько хранится', cell: (key) => holdings[key].until }
				]}
			/>
			<p class="quiet">
				Организации выше видят только количества: имён и ответов ваша организация им не показывает. Паспортные данные
				программа не хранит.
			</p>
		</Card>
		<Readings {...{ view, data }} />
		<OwnRequest view={view} {...request} />
	</Page>
);

const WhoSees = ({ view, data, of }: { view: View; data: OwnData; of: HoldingKey }) => {
	const { seers } = holdings[of] as { seers: Seers };
	if (seers === 'everybody') return <>все сотрудники организации</>;
	if (seers === 'nobody') return <>только вы</>;
	if (seers !== 'each') return <Roles {...{ view, data }} roles={seers} />;
	return (
		<ul>
			{data.answers.map(({ title, readers }) => (
				<li>
					«{title}»: <Roles {...{ view, data }} roles={readers} />
				</li>
			))}
		</ul>
	);
};

/** The roles that somebody here holds today, with names: «куратор (Дронова В. П.)». */
const Roles = ({ view, data, roles }: { view: View; data: OwnData; roles: readonly string[] }) => {
	const held = roles.filter((role) => data.holders.has(role));
	if (held.length === 0) return <>вы; сейчас больше никто</>;
	return (
		<>
			вы,{' '}
			{held.map((role, at) => (
				<>
					{at > 0 && ', '}
					{roleName(role as Role, view.actor.organisation.kind)}{' '}
					<Quiet>({namesText(data.holders.get(role) ?? [])})</Quiet>
				</>
			))}
		</>
	);
};

const namesText = (names: readonly string[]) =>
	names.length > 3 ? `${names.slice(0, 2).join(', ')} и ещё ${names.length - 2}` : names.join(', ');

const Readings = ({ view, data }: Props) => (
	<Card title="Кто смотрел" id="readings">
		{data.readings.length === 0 ? (
			<p class="quiet">
				Здесь появится каждый, кто откроет вашу карточку с закрытыми сведениями, выгрузку или ваши ответы на анкету.
			</p>
		) : (
			<>
				<Table
					caption="Кто открывал ваши закрытые сведения"
					rows={data.readings}
					columns={[
						{
							head: 'Когда',
							main: true,
							cell: ({ at }) => <Moment at={at} timeZone={view.actor.timeZone} today={view.now.today} />
						},
						{ head: 'Кто', cell: ({ who }) => <PersonName name={who} /> },
						{ head: 'Что', width: 'wide', cell: ({ field }) => readings[field] ?? field }
					]}
				/>
				{data.total > data.readings.length && (
					<p class="quiet">
						Показаны последние {data.readings.length}; все {data.total} – в файле ваших данных.
					</p>
				)}
			</>
		)}
	</Card>
);

import { rolesText } from '../../../core/actor';
import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { ClosedToo, Closes } from '../../../ui/closes';
import { ActionForm, Button, Buttons, ErrorSummary, FormToken, LinkButton } from '../../../ui/form';
import { Empty, Filters, QuickFilter, Toolbar } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Note } from '../../../ui/state';
import { type Column, Pager, Table } from '../../../ui/table';
import { counted, Day, Lede } from '../../../ui/text';
import type { Closable } from '../../roadmap/rules/closable';
import type { KindSummary, PersonInRegister, Unsettled } from '../queries/register';
import { canKeepTexts, consentKinds, kindInSentence } from '../rules/kinds';
import { addressOf, pageSize, type RegisterFilter, type RegisterWanted, registerFilters } from '../rules/wanted';
import { StandingCell } from './words';

type Props = {
	view: View;
	people: readonly PersonInRegister[];
	counts: Record<RegisterFilter, number>;
	kinds: readonly KindSummary[];
	wanted: RegisterWanted;
	strict: boolean;
	unsettled: readonly (Unsettled & { by: string })[];
	/** What of the plan the register could close, and the form that says so. */
	closable: readonly Closable[];
	closing: { values: Values; problems?: Problems; chosen?: readonly string[] };
	closed: number;
};

const notices: Record<string, string> = {
	recorded: 'Согласия записаны',
	closed: 'Реестр согласий приложен',
	settled: 'Отмечено: по отозванному согласию всё убрано',
	settings: 'Порядок согласий сохранён'
};

/** Who has agreed to what, and what is missing for whom, on one screen. */
export const RegisterPage = (props: Props) => {
	const { view, people, counts, kinds, wanted, strict, unsettled } = props;
	const { today } = view.now;
	return (
		<Page
			view={view}
			title="Согласия"
			crumbs={[{ href: '/people', label: 'Люди' }]}
			notice={
				notices[view.saved ?? ''] && (
					<>
						{notices[view.saved ?? '']}
						<ClosedToo count={props.closed} />
					</>
				)
			}
			actions={
				canKeepTexts(view.actor) && (
					<LinkButton href="/consents/texts" icon="document">
						Тексты и порядок
					</LinkButton>
				)
			}
		>
			<Lede>{sentence(counts, wanted.q)}</Lede>
			{unsettled.length > 0 && <ToSettle unsettled={unsettled} today={today} />}
			<Table
				caption="Виды согласий"
				columns={[
					{ head: 'Вид согласия', main: true, cell: ({ kind }) => consentKinds[kind].name },
					{ head: 'Есть', numeric: true, cell: ({ asked, given }) => (asked ? `${given} из ${asked}` : '') },
					{
						head: 'Чего не хватает',
						cell: ({ kind, asked, given }) =>
							asked === 0 ? (
								<span class="quiet">пока не у кого спрашивать</span>
							) : asked === given ? (
								<span class="quiet">есть у всех</span>
							) : (
								<a href={`/consents/sheets/${kind}`}>Напечатать для тех, у кого нет</a>
							)
					},
					{
						head: 'Отметить',
						unseen: true,
						cell: ({ kind }) => <a href={`/consents/entry/${kind}`}>Записать полученные</a>
					}
				]}
				rows={kinds}
			/>
			<p class="quiet">
				{strict
					? 'Порядок строгий: без согласий человека нельзя внести в банк наставников и наставляемых.'
					: 'Без согласия работа пары не останавливается: закрыты только публикация и передача сведений.'}
			</p>
			<Closing {...props} />
			<Toolbar>
				<Filters
					filters={(Object.keys(registerFilters) as RegisterFilter[]).map((filter) => ({
						href: addressOf(wanted, { filter }),
						label: registerFilters[filter],
						count: counts[filter],
						current: filter === wanted.filter
					}))}
				/>
				<QuickFilter action="/consents" value={wanted.q} label="Имя" />
			</Toolbar>
			{people.length === 0 ? (
				<Nobody wanted={wanted} />
			) : (
				<Table caption="Согласия по людям" columns={columnsOf(view)} rows={people} />
			)}
			<Pager
				page={wanted.page}
				pages={Math.ceil(counts[wanted.filter] / pageSize)}
				href={(page) => addressOf(wanted, { page })}
			/>
		</Page>
	);
};

/** When all have given theirs it is offered ticked; before, the curator says that it is enough. */
const Closing = ({ closable, closing, counts, view, wanted }: Props) =>
	closable.length === 0 || counts.involved === 0 || wanted.q ? null : (
		<Fold label="Отметить сбор согласий в дорожной карте" open={counts.missing === 0 || closing.problems !== undefined}>
			<form method="post" action="/consents/closing" class="one-column">
				<ErrorSummary problems={closing.problems} />
				<FormToken values={closing.values} />
				<Closes
					closable={closable}
					chosen={closing.chosen ?? (counts.missing > 0 ? [] : undefined)}
					today={view.now.today}
				/>
				<Buttons>
					<Button kind="secondary" icon="check">
						Отметить выполненным
					</Button>
				</Buttons>
			</form>
		</Fold>
	);

function sentence(counts: Record<RegisterFilter, number>, q: string) {
	if (q) return `Найдено: ${counted(counts.everybody, ['сотрудник', 'сотрудника', 'сотрудников'])}.`;
	if (counts.involved === 0) return 'Участников программы пока нет: внесите людей в банки наставников и наставляемых.';
	const all = counted(counts.involved, ['участник', 'участника', 'участников']);
	if (counts.missing === 0) return `${all} программы, все согласия на месте.`;
	return `${all} программы, чего-то не хватает у ${counts.missing}.`;
}

const Nobody = ({ wanted: { q, filter } }: { wanted: RegisterWanted }) =>
	q ? (
		<p>По запросу «{q}» никого не нашлось. Попробуйте часть фамилии.</p>
	) : filter === 'involved' ? (
		<Empty
			title="Согласия спрашивают у участников"
			icon="person"
			action={
				<LinkButton href="/registry" kind="primary">
					К банкам
				</LinkButton>
			}
		>
			<p>Внесите людей в банк наставников или наставляемых, и здесь будет видно, у кого чего не хватает.</p>
		</Empty>
	) : (
		<p>Таких людей сейчас нет.</p>
	);

const ToSettle = ({ unsettled, today }: { unsettled: Props['unsettled']; today: string }) => (
	<Note tone="warm" title="Согласие отозвано: уберите то, что опубликовано или передано">
		<ul class="periods">
			{unsettled.map(({ id, personId, name, kind, withdrawnOn, by }) => (
				<li>
					<a href={`/consents/people/${personId}`}>{name}</a>: {kindInSentence(kind)}, отозвано{' '}
					<Day date={withdrawnOn} today={today} />. {by < today ? 'Срок прошёл' : 'Уберите по'}{' '}
					<Day date={by} today={today} /> (три рабочих дня).{' '}
					<ActionForm
						action={`/consent-withdrawals/${id}/settling`}
						label="Всё убрано"
						token={crypto.randomUUID()}
						kind="quiet"
					/>
				</li>
			))}
		</ul>
	</Note>
);

const columnsOf = ({ now, actor }: View): Column<PersonInRegister>[] => [
	{ head: 'Имя', main: true, cell: ({ id, name }) => <a href={`/consents/people/${id}`}>{name}</a> },
	{ head: 'Роли', cell: ({ roles }) => rolesText(roles, actor.organisation.kind) },
	...Object.values(consentKinds).map(
		({ brief }, at): Column<PersonInRegister> => ({
			head: brief,
			cell: ({ standings }) => {
				const standing = standings[at];
				return standing && <StandingCell standing={standing} asked={standing.asked} today={now.today} />;
			}
		})
	)
];

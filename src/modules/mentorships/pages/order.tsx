import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { ClosedToo, Closes } from '../../../ui/closes';
import {
	ActionForm,
	Button,
	Checkbox,
	DateField,
	ErrorSummary,
	Field,
	FormToken,
	LinkButton,
	RadioGroup
} from '../../../ui/form';
import { Empty, Exports } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { StandingPill } from '../../../ui/pair-standing';
import { Fold } from '../../../ui/report';
import { type Column, Table } from '../../../ui/table';
import { counted, DayRange, Lede } from '../../../ui/text';
import { Tick } from '../../../ui/tick';
import type { Closable } from '../../roadmap/rules/closable';
import type { Order } from '../queries/orders';
import { missingWords } from '../rules/missing';
import type { PairLine } from '../rules/wanted';
import { actKinds, canKeepMentorships, orderTitle, pairForms, series } from '../rules/words';
import { pairsCrumb } from './crumb';

type Props = {
	view: View;
	lines: readonly PairLine[]; // that wait for an order
	chosen: readonly string[];
	closable: readonly Closable[];
	closes?: readonly string[];
	values: Values;
	problems?: Problems;
};

/** The fields of an order typed in as it was numbered outside. */
export const OrderFields = ({
	values,
	problems,
	number = 'number'
}: {
	values: Values;
	problems: Problems;
	number?: string;
}) => {
	const given = { values, problems };
	return (
		<>
			<RadioGroup name="actKind" label="Что это" options={actKinds} {...given} />
			<Field
				name={number}
				label="Номер"
				hint="Как записал секретарь: 16/1-О, 246-о/д"
				maxlength={50}
				class="short"
				{...given}
			/>
			<DateField name="signedOn" label="От какого дня" {...given} />
			<RadioGroup name="series" label="В какой серии" options={series} {...given} />
			{problems.anyway && (
				<Checkbox name="anyway" label="Всё верно, записать так" values={values} problems={problems} />
			)}
		</>
	);
};

/** One order for many pairs: which, its number and its day. */
export const OrderPage = ({ view, lines, chosen, closable, closes, values, problems = {} }: Props) => (
	<Page view={view} title="Записать приказ о парах" crumbs={[pairsCrumb]}>
		{lines.length === 0 ? (
			<Empty title="Приказа никто не ждёт" icon="document">
				<p>Здесь появятся пары, где согласны все участники, и изменения, которые ещё не закреплены приказом.</p>
			</Empty>
		) : (
			<>
				<Lede>Ждут приказа: {counted(lines.length, pairForms)}. Номер и день берут из школьного журнала приказов.</Lede>
				<form method="post" action="/mentorship-orders">
					<ErrorSummary problems={problems} />
					<FormToken values={values} />
					<div id="mentorship">
						<Table
							caption="Пары, о которых приказ"
							choose={({ id, title }) => ({
								...{ name: 'mentorship', value: id, label: `Выбрать: ${title}` },
								checked: chosen.includes(id)
							})}
							columns={orderColumns(view.now.today)}
							rows={lines}
						/>
					</div>
					<OrderFields values={values} problems={problems} />
					<Closes closable={closable} chosen={closes} today={view.now.today} />
					<div class="buttons">
						<Button>Записать приказ</Button>
						<LinkButton href="/mentorships" kind="quiet">
							Не записывать
						</LinkButton>
					</div>
				</form>
			</>
		)}
	</Page>
);

const orderColumns = (today: string): Column<PairLine>[] => [
	{ head: 'Пара', main: true, cell: ({ id, title }) => <a href={`/mentorships/${id}`}>{title}</a> },
	{ head: 'Срок', cell: ({ life: { term } }) => <DayRange from={term.from} to={term.to} today={today} /> },
	{ head: 'Как стоит', cell: ({ standing }) => <StandingPill standing={standing} /> },
	{
		head: 'Ещё не хватает',
		cell: ({ needs }) => missingWords(needs.filter(({ code }) => code === 'consent' || code === 'agreement')).join(', ')
	}
];

type CardProps = {
	view: View;
	order: Order;
	lines: readonly PairLine[];
	closed: number;
	chosen: readonly string[]; // of a form that came back
	values: Values;
	problems: Problems;
};

/** An order that was registered, with the pairs it settles, and the way back for those it does not. */
export const OrderCardPage = ({ view, order, lines, closed, chosen, values, problems }: CardProps) => {
	const keeps = canKeepMentorships(view.actor);
	const undoing = `/mentorship-orders/${order.id}/undoing`;
	return (
		<Page
			view={view}
			title={orderTitle(order.actKind, order.number, order.signedOn)}
			crumbs={[pairsCrumb]}
			notice={
				view.saved === 'ordered' ? (
					<>
						<span>
							Приказ записан
							<ClosedToo count={closed} />.
						</span>{' '}
						{keeps && <ActionForm action={undoing} label="Отменить" token={crypto.randomUUID()} kind="quiet" />}
					</>
				) : (
					view.saved === 'undone' && 'Этого приказа у отмеченных пар больше нет'
				)
			}
		>
			<Lede>
				Серия – {series[order.series]}. Закреплено: {counted(lines.length, pairForms)}.
			</Lede>
			<Table caption="Пары этого приказа" columns={orderColumns(view.now.today)} rows={lines} />
			<Exports files={[{ href: `/mentorship-orders/${order.id}/pairs.xlsx`, label: 'Excel' }]} />
			{keeps && lines.length > 0 && (
				<Fold label="Приказ записан по ошибке или не тем парам" open={Object.keys(problems).length > 0}>
					<form method="post" action={undoing}>
						<ErrorSummary problems={problems} />
						<FormToken values={values} />
						<fieldset class="field" id="mentorship">
							<legend>О каких парах этого приказа нет</legend>
							<p class="hint">Не отмечено ничего – запись отменится у всех. Что было до приказа, останется</p>
							{lines.map(({ id, title }) => (
								<Tick id={`undo-${id}`} name="mentorship" value={id} label={title} checked={chosen.includes(id)} />
							))}
						</fieldset>
						<Button kind="secondary">Отменить запись приказа</Button>
					</form>
				</Fold>
			)}
		</Page>
	);
};

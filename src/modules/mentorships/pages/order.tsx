import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Closes } from '../../../ui/closes';
import { Button, Checkbox, DateField, ErrorSummary, Field, FormToken, LinkButton, RadioGroup } from '../../../ui/form';
import { Empty, Exports } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { StandingPill } from '../../../ui/pair-standing';
import { type Column, Table } from '../../../ui/table';
import { counted, DayRange, Lede } from '../../../ui/text';
import type { Closable } from '../../roadmap/rules/closable';
import type { Order } from '../queries/orders';
import { missingWords } from '../rules/missing';
import type { PairLine } from '../rules/wanted';
import { actKinds, orderTitle, pairForms, series } from '../rules/words';
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

/** An order that was registered, with the pairs it settles. */
export const OrderCardPage = ({ view, order, lines }: { view: View; order: Order; lines: readonly PairLine[] }) => (
	<Page view={view} title={orderTitle(order.actKind, order.number, order.signedOn)} crumbs={[pairsCrumb]}>
		<Lede>
			{series[order.series]}. Закреплено: {counted(lines.length, pairForms)}.
		</Lede>
		<Table caption="Пары этого приказа" columns={orderColumns(view.now.today)} rows={lines} />
		<Exports files={[{ href: `/mentorship-orders/${order.id}/pairs.xlsx`, label: 'Excel' }]} />
	</Page>
);

import type { Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Button, Buttons, Select } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Pill } from '../../../ui/state';
import { type Column, Table } from '../../../ui/table';
import { counted, Lede } from '../../../ui/text';
import type { ComparedLine, ComparedRow, Comparison } from '../rules/comparison';
import { roadmapCrumb } from './import-steps';
import { activityForms } from './plan-words';

type Props = {
	view: View;
	choices: readonly { code: string; name: string }[];
	values: Values;
	/** One's own side is a plan at work: what is missing can be added to it. */
	plan: string | undefined;
	found: Comparison;
};

const directions = ['направление', 'направления', 'направлений'] as const;

/** One plan laid on another by what the work is, not by its words: what both have, what is missing, what is more. */
export const ComparisonPage = ({ view, choices, values, plan, found }: Props) => {
	const options = Object.fromEntries(choices.map(({ code, name }) => [code, name]));
	const columns = columnsFor(plan);
	return (
		<Page view={view} title="Сравнить планы" crumbs={[roadmapCrumb]}>
			<form method="get" action="/roadmap/comparison">
				<Select name="own" label="Ваш план" {...{ options, values }} />
				<Select name="with" label="С чем сравнить" {...{ options, values }} />
				<Buttons>
					<Button kind="secondary">Сравнить</Button>
				</Buttons>
			</form>
			<Lede>{sentence(found)}</Lede>
			{found.stages.map(({ title, lines }) => (
				<section>
					{title && <h2>{title}</h2>}
					<Table caption={title ?? 'Направления работы'} rows={lines} columns={columns} />
				</section>
			))}
			{found.more.length > 0 && (
				<section>
					<h2>Есть только в вашем плане</h2>
					<Table caption="Есть только в вашем плане" rows={found.more} columns={columns.slice(0, 2)} />
				</section>
			)}
			{found.unsorted.length > 0 && (
				<section>
					<h2>Не сказано, чем выполняется</h2>
					<Rows rows={found.unsorted} />
				</section>
			)}
		</Page>
	);
};

/** «Из 18 направлений есть 15, нет трёх» in figures; what is more is said too. */
function sentence({ both, missing, more, unsorted }: Comparison) {
	const all = both + missing;
	const lacking = missing === 0 ? 'есть все' : `есть ${both}, нет ${missing}`;
	const extra = more.length > 0 ? ` Сверх того у вас ${counted(more.length, directions)}.` : '';
	const left = unsorted.length > 0 ? ` Без направления: ${counted(unsorted.length, activityForms)}.` : '';
	return `В сравнении ${counted(all, directions)} работы: ${lacking}.${extra}${left}`;
}

const columnsFor = (plan: string | undefined): Column<ComparedLine>[] => [
	{ head: 'Направление', main: true, cell: ({ name }) => name },
	{
		head: 'В вашем плане',
		width: 'wide',
		cell: (line) => (line.own.length > 0 ? <Rows rows={line.own} /> : <Lacking {...{ line, plan }} />)
	},
	{ head: 'С чем сравнили', width: 'wide', cell: (line) => <Rows rows={line.other} /> }
];

const Rows = ({ rows }: { rows: readonly ComparedRow[] }) =>
	rows.length === 1 && rows[0] ? (
		<Row row={rows[0]} />
	) : (
		<ul class="done-lately">
			{rows.map((row) => (
				<li>
					<Row row={row} />
				</li>
			))}
		</ul>
	);

const Row = ({ row: { href, title } }: { row: ComparedRow }) =>
	href ? <a href={href}>{title}</a> : <span>{title}</span>;

const Lacking = ({ line, plan }: { line: ComparedLine; plan: string | undefined }) =>
	line.elsewhere ? (
		<span class="quiet">есть в другом этапе</span>
	) : (
		<>
			<Pill tone="warm" icon="circle">
				нет
			</Pill>{' '}
			{plan && line.other[0] && (
				<a href={`/roadmap/${plan}/activities/new?title=${encodeURIComponent(line.other[0].title)}`}>добавить в план</a>
			)}
		</>
	);

import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { Button, Select } from '../../../ui/form';
import { BulkButton, BulkForm, Empty } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Note, Pill } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { counted, Lede } from '../../../ui/text';
import type { MentorLoad, Variant, VariantLine, VariantsBeside, Worth } from '../rules/variants';
import { briefIn, crumb, type Names, nameIn, pointForms } from './words';

type Props = {
	view: View;
	options: Readonly<Record<string, string>>;
	chosen: readonly [first: Variant | undefined, second: Variant | undefined];
	both: VariantsBeside | undefined;
	names: Names;
	problem?: string | undefined;
};

/** Two proposals or runs side by side: where they part, what each is worth, and one made out of both. */
export const ComparisonPage = ({ view, options, chosen: [first, second], both, names, problem }: Props) => (
	<Page view={view} title="Два варианта рядом" crumbs={[crumb]}>
		<Lede>
			{both ? ledeOf(both) : 'Выберите два предложения или подбора: будет видно, кто с кем и чем они различаются.'}
		</Lede>
		{problem && (
			<div role="alert">
				<Note tone="lost" title={problem} />
			</div>
		)}
		{Object.keys(options).length < 2 ? (
			<Empty title="Сравнивать пока нечего" icon="pair">
				<p>Сделайте второй подбор или составьте второе предложение.</p>
			</Empty>
		) : (
			<Card>
				<form method="get" action="/matching/comparison">
					<Select
						name="first"
						label="Первый"
						empty="выберите"
						options={{ ...options }}
						values={{ first: first?.id ?? '' }}
					/>
					<Select
						name="second"
						label="Второй"
						empty="выберите"
						options={{ ...options }}
						values={{ second: second?.id ?? '' }}
					/>
					<div class="buttons">
						<Button kind={both ? 'secondary' : 'primary'}>Сравнить</Button>
					</div>
				</form>
			</Card>
		)}
		{both && first && second && <Both {...{ both, first, second, names }} />}
	</Page>
);

function ledeOf({ lines, standings: [one, other] }: VariantsBeside) {
	const many = lines.filter(({ same }) => !same).length;
	const parts = many === 0 ? 'Варианты совпадают' : `Другой наставник у ${many} из ${lines.length}`;
	const more = other.points - one.points;
	const points =
		more === 0
			? 'в сумме поровну'
			: `во втором ${more > 0 ? 'больше' : 'меньше'} на ${counted(Math.abs(more), pointForms)}`;
	return `${parts}; ${points}. С наставником: ${one.served} и ${other.served}.`;
}

type Shown = { both: VariantsBeside; first: Variant; second: Variant; names: Names };

const Both = ({ both: { lines, loads, standings }, first, second, names }: Shown) => (
	<>
		<Table
			caption="Итог двух вариантов"
			columns={[
				{ head: 'Вариант', main: true, cell: ([{ href, title }]) => <a href={href}>{title}</a> },
				{ head: 'С наставником', numeric: true, cell: ([, one]) => `${one.served} из ${one.mentees}` },
				{ head: 'Баллы', numeric: true, cell: ([, one]) => one.points },
				{ head: 'Сверх мест', numeric: true, cell: ([, one]) => one.over.length || '' }
			]}
			rows={[[first, standings[0]] as const, [second, standings[1]] as const]}
		/>
		<h2>Кто с кем</h2>
		<p class="quiet">
			Отметьте тех, кого взять как во втором варианте; остальные останутся как в первом. Оба варианта не изменятся.
		</p>
		<BulkForm
			action={`/matching/comparison/proposals?first=${first.id}&second=${second.id}`}
			token={crypto.randomUUID()}
			bar={
				<BulkButton value="join" icon="check">
					Составить предложение из двух
				</BulkButton>
			}
		>
			<Table
				caption="Кто с кем в двух вариантах"
				columns={[
					{ head: 'Наставляемый', main: true, cell: ({ mentee }: VariantLine) => briefIn(names, mentee) },
					{ head: 'В первом', cell: (line) => <Mentors of={line.first} names={names} /> },
					{ head: 'Во втором', cell: (line) => <Mentors of={line.second} names={names} /> },
					{
						head: 'Разница',
						numeric: true,
						cell: (line) => (line.same ? <Pill icon="check">так же</Pill> : signed(sum(line.second) - sum(line.first)))
					}
				]}
				rows={lines}
				choose={({ mentee, same }) =>
					same ? undefined : { name: 'taken', value: mentee, label: `Как во втором: ${nameIn(names, mentee)}` }
				}
			/>
		</BulkForm>
		<h2>Нагрузка наставников</h2>
		<Table
			caption="Нагрузка наставников"
			columns={[
				{ head: 'Наставник', main: true, cell: ({ mentor }: MentorLoad) => briefIn(names, mentor) },
				{ head: 'Мест', numeric: true, cell: ({ places }) => places },
				{ head: 'В первом', numeric: true, cell: (one) => one.first },
				{ head: 'Во втором', numeric: true, cell: (one) => one.second }
			]}
			rows={loads.toSorted((one, other) =>
				briefIn(names, one.mentor).localeCompare(briefIn(names, other.mentor), 'ru')
			)}
		/>
	</>
);

const sum = (list: readonly Worth[]) => list.reduce((all, { points }) => all + points, 0);
const signed = (points: number) => (points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0');

const Mentors = ({ of, names }: { of: readonly Worth[]; names: Names }) =>
	of.length === 0 ? (
		<span class="quiet">без наставника</span>
	) : (
		<span>{of.map(({ mentor, points }) => `${briefIn(names, mentor)}, ${points}`).join('; ')}</span>
	);

import type { Problems } from '../../../../core/forms';
import type { View } from '../../../../core/view';
import { Moves } from '../../../../ui/chart';
import { ActionForm, Button, ErrorSummary } from '../../../../ui/form';
import { BulkButton, BulkForm, Exports, Filters, QuickFilter, Toolbar } from '../../../../ui/list';
import { Finding } from '../../../../ui/report';
import { Pill } from '../../../../ui/state';
import { type Column, Pager, Table } from '../../../../ui/table';
import { counted, Lede, Quiet } from '../../../../ui/text';
import type { ResultWave } from '../../queries/results/wave';
import { type Assessed, type AssessedFilter, assessedFilters, type OverAll } from '../../rules/assessment/assessed';
import type { Unseen } from '../../rules/summary/reading';
import { type AssessedWanted, assessedPage, listAddress } from '../../rules/wave-list';
import { NotShown, peopleForms, ResultsFrame } from '../results/frame';
import { num } from '../results/question';

export type Person = Assessed & { name: string; post: string; left: string[]; shown: boolean };

type Props = {
	view: View;
	wave: ResultWave;
	why: Unseen | null;
	earlier: { id: string; title: string } | null;
	people: readonly Person[]; // of this page
	counts: Record<AssessedFilter, number>;
	wanted: AssessedWanted;
	parameters: readonly OverAll[];
	leftOut: readonly string[]; // of the bank, whom nobody was asked about
	act: string | undefined;
	problems?: Problems | undefined;
};

const notices: Record<string, string> = {
	shown: 'Показано: каждый увидит числа о себе в «Моих анкетах»',
	hidden: 'Больше не показывается'
};

/** Whoever is assessed, themselves and from beside; by parameter; and about whom nobody has said anything yet. */
export const AssessedPage = (props: Props) => {
	const { view, wave, why, act, problems } = props;
	const said = notices[view.saved ?? ''];
	const notice = said && (
		<>
			{said} {act && view.saved === 'shown' && <Undo {...{ wave, act }} />}
		</>
	);
	return (
		<ResultsFrame {...{ view, wave, notice }} tab="subjects">
			<ErrorSummary problems={problems} title="Не получилось" />
			{why === 'not-yours' ? <NotShown {...{ why, wave }} /> : <Shown {...props} />}
		</ResultsFrame>
	);
};

const Shown = (props: Props) => {
	const { wave, earlier, people, counts, wanted, leftOut } = props;
	const path = `/surveys/waves/${wave.id}/subjects`;
	const address = (change: Partial<AssessedWanted>) => listAddress(path, { ...wanted, page: 1, ...change }, 'all');
	return (
		<>
			<Lede>
				{`Со стороны оценены ${counts.all - counts.unseen} из ${counts.all}.`}
				{earlier && ` Сравнивается с «${earlier.title}».`}
			</Lede>
			{leftOut.length > 0 && (
				<p class="quiet">
					В банке есть, но о них никого не спросили: {leftOut.slice(0, 10).join(', ')}
					{leftOut.length > 10 && ` и ещё ${leftOut.length - 10}`}.
				</p>
			)}
			<Toolbar>
				<Filters
					filters={(Object.keys(assessedFilters) as AssessedFilter[]).map((filter) => ({
						href: address({ filter }),
						label: assessedFilters[filter],
						count: counts[filter],
						current: filter === wanted.filter
					}))}
				/>
				<QuickFilter action={path} value={wanted.q} label="Имя" />
			</Toolbar>
			{people.length === 0 ? (
				<p>{wanted.q ? `По запросу «${wanted.q}» никого не нашлось.` : 'Здесь никого нет.'}</p>
			) : (
				<BulkForm
					action={`/surveys/waves/${wave.id}/showings`}
					token={crypto.randomUUID()}
					bar={<BulkButton value="show">Показать им их оценки</BulkButton>}
				>
					<Table
						caption="Кого оценивают"
						columns={columnsOf(wave, earlier !== null)}
						rows={people}
						{...(wave.closedAt && {
							choose: ({ subjectId, name, shown, filled }: Person) =>
								shown || filled === 0 ? undefined : { name: 'subject', value: subjectId, label: `Выбрать: ${name}` }
						})}
					/>
				</BulkForm>
			)}
			<Pager
				page={wanted.page}
				pages={Math.ceil(counts[wanted.filter] / assessedPage)}
				href={(page) => address({ page })}
			/>
			<p class="quiet">
				Показанное видит только сам человек: числа, без слов и без имён тех, кто отвечал.
				{wave.closedAt ? '' : ' Показать можно, когда анкетирование закрыто.'} Просмотр записывается: человек увидит его
				в «Кто видит мои данные».
			</p>
			<Exports files={[{ href: `${path}/word`, label: 'Сводка по людям, Word' }]} />
			<ByParameter {...props} />
		</>
	);
};

const Undo = ({ wave, act }: { wave: ResultWave; act: string }) => (
	<ActionForm
		action={`/surveys/waves/${wave.id}/showings/undoing`}
		token={crypto.randomUUID()}
		label="Отменить"
		kind="quiet"
	>
		<input type="hidden" name="act" value={act} />
	</ActionForm>
);

const value = (number: number | null | undefined) =>
	typeof number === 'number' ? num(number) : <span class="quiet">–</span>;

const columnsOf = (wave: ResultWave, compared: boolean): Column<Person>[] => [
	{
		head: 'Имя',
		main: true,
		cell: ({ subjectId, name, post }) => (
			<>
				<a href={`/surveys/waves/${wave.id}/subjects/${subjectId}`}>{name}</a> <Quiet>{post}</Quiet>
			</>
		)
	},
	{ head: 'Сам', numeric: true, cell: ({ self }) => value(self) },
	{ head: 'Со стороны', numeric: true, cell: ({ others }) => value(others) },
	...(compared
		? [{ head: 'Было со стороны', numeric: true, cell: ({ before }: Person) => value(before?.others) }]
		: []),
	{
		head: 'Кого ждём',
		cell: ({ left }) =>
			left.length === 0 ? (
				<Pill tone="good">ответили все</Pill>
			) : left.length > 3 ? (
				counted(left.length, peopleForms)
			) : (
				left.join(', ')
			)
	},
	{
		head: 'Показано самому',
		cell: ({ shown, subjectId, name }) =>
			shown && (
				<>
					да{' '}
					<Button kind="quiet" name="one" value={subjectId} formaction={`/surveys/waves/${wave.id}/showings/undoing`}>
						Скрыть<span class="unseen">: {name}</span>
					</Button>
				</>
			)
	}
];

const ByParameter = ({ parameters }: Props) => {
	const drawn = parameters.filter(({ self, others }) => self && others);
	const [first] = drawn;
	const scales = new Set(drawn.map(({ scale }) => scale));
	const moved = parameters.some(({ change }) => change.others || change.self);
	return (
		<Finding
			title="По параметрам"
			sentence="Пустой кружок – как люди оценивают себя сами, полный – как их видят со стороны."
			picture={
				first &&
				scales.size === 1 && (
					<Moves
						label="Сами и со стороны"
						from={first.ends[0]}
						to={first.ends[1]}
						moves={drawn.map(({ text, self, others }) => ({
							label: text,
							before: self?.mean ?? 0,
							after: others?.mean ?? 0,
							note: `${num(self?.mean ?? 0)} · ${num(others?.mean ?? 0)}`
						}))}
					/>
				)
			}
		>
			<Table
				caption="По параметрам"
				columns={[
					{ head: 'Параметр', main: true, cell: ({ text }: OverAll) => text },
					{ head: 'Сами', numeric: true, cell: ({ self }) => value(self?.mean) },
					{ head: 'Со стороны', numeric: true, cell: ({ others }) => value(others?.mean) },
					{ head: 'Разброс', numeric: true, cell: ({ others }) => others && `±${num(others.deviation)}` },
					...(moved
						? [
								{
									head: 'Было → стало',
									cell: ({ change }: OverAll) =>
										change.others && `${num(change.others.before)} → ${num(change.others.after)}`
								},
								{
									head: 'Выше стало у',
									cell: ({ change }: OverAll) => change.others && `${change.others.up} из ${change.others.people}`
								}
							]
						: [])
				]}
				rows={parameters}
			/>
		</Finding>
	);
};

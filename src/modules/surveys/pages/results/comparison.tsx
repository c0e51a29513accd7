import type { View } from '../../../../core/view';
import { Moves } from '../../../../ui/chart';
import { Filters } from '../../../../ui/list';
import { Finding } from '../../../../ui/report';
import { Note } from '../../../../ui/state';
import { Table } from '../../../../ui/table';
import { counted, dayText, Lede, plural } from '../../../../ui/text';
import type { ResultWave } from '../../queries/results/wave';
import type { Compared, Pairing, PersonChange } from '../../rules/comparison';
import { signed } from '../../rules/summary/draft';
import type { Spread } from '../../rules/summary/numbers';
import type { Unseen } from '../../rules/summary/reading';
import { NotShown, peopleForms, ResultsFrame } from './frame';
import { num } from './question';

export type Years = {
	waves: readonly Pick<ResultWave, 'id' | 'title' | 'opensOn'>[];
	rows: readonly { code: string; text: string; spreads: readonly (Spread | null)[] }[];
};

type Props = {
	view: View;
	wave: ResultWave;
	why: Unseen | null;
	others: readonly ResultWave[];
	other: ResultWave | undefined;
	pairing: Pairing | undefined;
	compared: readonly Compared[];
	people: readonly (PersonChange & { name: string })[] | null; // null: not asked for
	expected: boolean; // the people's numbers are «ожидание – факт»
	years: Years;
};

/** Two waves side by side, and every wave of the questionnaire. */
export const ComparisonPage = (props: Props) => {
	const { view, wave, why, others, other, pairing, compared } = props;
	return (
		<ResultsFrame {...{ view, wave }} tab="comparison">
			{why ? (
				<NotShown {...{ why, wave }} />
			) : !other || !pairing ? (
				<Note title="Сравнивать пока не с чем">
					<p>
						Сравниваются анкетирования одной серии или одной анкеты: «до» и «после», прошлый год и этот. Когда откроете
						следующее, в его настройках укажите, с чем его сравнивать.
					</p>
				</Note>
			) : (
				<>
					<Lede>
						Сравнивается с «{other.title}» ({dayText(other.opensOn, view.now.today)}). {pairWords(pairing, wave)}
					</Lede>
					{others.length > 1 && (
						<Filters
							label="С чем сравнить"
							filters={others.map(({ id, title }) => ({
								href: `/surveys/waves/${wave.id}/comparison?with=${id}`,
								label: title,
								current: id === other.id
							}))}
						/>
					)}
					<Sided how="growth" title="Было и стало" {...{ compared }} />
					<Sided how="expectation" title="Ожидание – факт" {...{ compared }} />
					<Beside {...{ compared }} />
					<Incomparable {...{ compared }} />
					{compared.length === 0 && (
						<Note title="Одинаковых вопросов нет">
							<p>Вопросы узнаются по своему коду: у этих двух анкет общих оценок не нашлось.</p>
						</Note>
					)}
					<ByPeople {...props} />
				</>
			)}
			{!why && <ByYears {...props} />}
		</ResultsFrame>
	);
};

function pairWords({ pairs, onlyBefore, onlyAfter, possible }: Pairing, { identity }: ResultWave) {
	if (!possible)
		return identity === 'anonymous'
			? 'Ответы без имени не связаны между собой: видны средние, изменения одного человека – нет.'
			: 'В одной анкете были имена, в другой нет: видны средние, изменения одного человека – нет.';
	const rest = [
		onlyBefore > 0 ? `только в первый раз – ${onlyBefore}` : '',
		onlyAfter > 0 ? `только во второй – ${onlyAfter}` : ''
	].filter(Boolean);
	return `Оба раза ${plural(pairs, ['ответил', 'ответили', 'ответили'])} ${counted(pairs, peopleForms)}${rest.length > 0 ? `, ${rest.join(', ')}` : ''}. Изменения считаются только по тем, кто ответил оба раза.`;
}

type Change = Extract<Compared, { how: 'growth' | 'expectation' }>;

/** Dots and numbers of one manner of comparing; what was expected and came is never called growth. */
const Sided = ({ how, title, compared }: { how: Change['how']; title: string; compared: readonly Compared[] }) => {
	const rows = compared.filter((one): one is Change => one.how === how);
	if (rows.length === 0) return null;
	const growth = how === 'growth';
	return (
		<Finding
			title={title}
			sentence={
				growth
					? 'Пустой кружок – среднее в первый раз, полный – во второй: чем правее, тем выше.'
					: 'Пустой кружок – чего ждали, полный – что получилось. Это не рост: спрашивали о разном.'
			}
			picture={<Dots rows={rows} label={title} />}
		>
			<Table
				caption={title}
				columns={[
					{ head: 'Вопрос', main: true, cell: ({ text, earlier }) => <Asked {...{ text, earlier }} /> },
					{ head: growth ? 'Было' : 'Ждали', numeric: true, cell: ({ before }) => <Mean spread={before} /> },
					{ head: growth ? 'Стало' : 'Получили', numeric: true, cell: ({ after }) => <Mean spread={after} /> },
					{
						head: growth ? 'Изменение (медиана)' : 'Разница (медиана)',
						numeric: true,
						cell: ({ change }) => (change ? signed(change.median) : 'нет данных')
					},
					{
						head: growth ? 'Выше стало у' : 'Выше ожиданий у',
						numeric: true,
						cell: ({ change }) => change && `${change.up} из ${change.pairs}`
					}
				]}
				rows={rows}
			/>
		</Finding>
	);
};

/** One picture a scale. */
const Dots = ({ rows, label }: { rows: readonly Change[]; label: string }) => {
	const drawn = rows.flatMap((one) =>
		one.before && one.after && one.ends ? [{ ...one, before: one.before, after: one.after, ends: one.ends }] : []
	);
	const onScale = Map.groupBy(drawn, ({ ends }) => ends.join('–'));
	return (
		<>
			{[...onScale].map(([scale, of]) => (
				<>
					{onScale.size > 1 && <p class="quiet">Шкала {scale}</p>}
					<Moves
						label={label}
						from={of[0]?.ends[0] ?? 0}
						to={of[0]?.ends[1] ?? 1}
						moves={of.map(({ text, before, after }) => ({
							label: text,
							before: before.mean,
							after: after.mean,
							note: `${num(before.mean)} → ${num(after.mean)}`
						}))}
					/>
				</>
			))}
		</>
	);
};

const Mean = ({ spread }: { spread: Spread | null }) =>
	spread ? (
		<>
			{num(spread.mean)} <span class="quiet">({spread.count})</span>
		</>
	) : (
		<span class="quiet">нет данных</span>
	);

const Asked = ({ text, earlier }: { text: string; earlier: string | null }) => (
	<>
		{text}
		{earlier && <p class="quiet">в первый раз: {earlier}</p>}
	</>
);

const Beside = ({ compared }: Pick<Props, 'compared'>) => {
	const rows = compared.filter(({ how }) => how === 'beside');
	return rows.length === 0 ? null : (
		<Finding title="Рядом, без разницы" sentence="Спрашивали о разном: числа стоят рядом, вычитать их нельзя.">
			<Table
				caption="Рядом, без разницы"
				columns={[
					{ head: 'Вопрос', main: true, cell: ({ text, earlier }) => <Asked {...{ text, earlier }} /> },
					{ head: 'В первый раз', numeric: true, cell: ({ before }) => <Mean spread={before} /> },
					{ head: 'Во второй', numeric: true, cell: ({ after }) => <Mean spread={after} /> }
				]}
				rows={rows}
			/>
		</Finding>
	);
};

const reasons = {
	scale: 'у вопроса изменилась шкала или варианты ответа',
	kind: 'вопрос стал другого вида'
} as const;

const Incomparable = ({ compared }: Pick<Props, 'compared'>) => {
	const rows = compared.flatMap((one) => (one.how === 'incomparable' ? [one] : []));
	return rows.length === 0 ? null : (
		<Note tone="warm" title="Сравнить нельзя">
			<ul>
				{rows.map(({ text, why }) => (
					<li>
						{text}: {reasons[why]}.
					</li>
				))}
			</ul>
		</Note>
	);
};

/** By name only where the answers had names, and only when asked for: who looks is noted. */
const ByPeople = ({ wave, other, people, expected }: Props) => {
	if (wave.identity !== 'named' || other?.identity !== 'named') return null;
	if (!people)
		return (
			<p>
				<a href={`/surveys/waves/${wave.id}/comparison?with=${other.id}&people=on`}>Показать по людям</a>{' '}
				<span class="quiet">Просмотр ответов по имени записывается: человек увидит его в «Кто видит мои данные».</span>
			</p>
		);
	return (
		<Finding
			title="По людям"
			sentence={
				people.length === 0
					? 'Оба раза на одни и те же вопросы не ответил никто.'
					: `Среднее каждого ${expected ? 'по тому, чего ждали и что получили' : 'по одним и тем же вопросам'}.`
			}
		>
			{people.length > 0 && (
				<Table
					caption="По людям"
					columns={[
						{ head: 'Имя', main: true, cell: ({ name }) => name },
						{ head: expected ? 'Ждали' : 'Было', numeric: true, cell: ({ before }) => num(before) },
						{ head: expected ? 'Получили' : 'Стало', numeric: true, cell: ({ after }) => num(after) },
						{ head: 'Выше', numeric: true, cell: ({ up }) => up },
						{ head: 'Так же', numeric: true, cell: ({ same }) => same },
						{ head: 'Ниже', numeric: true, cell: ({ down }) => down }
					]}
					rows={people}
				/>
			)}
		</Finding>
	);
};

const ByYears = ({ years, view }: Props) =>
	years.waves.length < 2 || years.rows.length === 0 ? null : (
		<Finding
			title="Все анкетирования этой анкеты"
			sentence={`Средние рядом: ${counted(years.waves.length, ['раз', 'раза', 'раз'])}. В скобках – сколько ответили.`}
		>
			<Table
				caption="Все анкетирования этой анкеты"
				columns={[
					{ head: 'Вопрос', main: true, cell: ({ text }) => text },
					...years.waves.map(({ title, opensOn }, at) => ({
						head: `${title}, ${dayText(opensOn, view.now.today)}`,
						numeric: true,
						cell: ({ spreads }: Years['rows'][number]) => <Mean spread={spreads[at] ?? null} />
					}))
				]}
				rows={years.rows}
			/>
		</Finding>
	);

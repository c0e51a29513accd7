import { roleName } from '../../../../core/actor';
import type { Problems } from '../../../../core/forms';
import type { View } from '../../../../core/view';
import { ErrorSummary } from '../../../../ui/form';
import { Icon } from '../../../../ui/icon';
import { Filters, Toolbar } from '../../../../ui/list';
import { Share } from '../../../../ui/progress';
import { Bars, Finding, Fold } from '../../../../ui/report';
import { Table } from '../../../../ui/table';
import { counted, Lede } from '../../../../ui/text';
import type { Asking, NarrowedCount } from '../../queries/results/sheets';
import type { ResultWave } from '../../queries/results/wave';
import { measuredIn } from '../../rules/summary/draft';
import type { Summary } from '../../rules/summary/question';
import { type Narrowed, narrowedQuery, narrowedRoles, type Unseen } from '../../rules/summary/reading';
import { howFar, NotShown, peopleForms, ResultsFrame } from './frame';
import { num, QuestionFinding, type WordsTools } from './question';

type Props = {
	view: View;
	wave: ResultWave;
	why: Unseen | null;
	asked: readonly Asking[];
	narrowings: readonly NarrowedCount[];
	narrowed: Narrowed;
	sections: readonly { title: string; summaries: readonly Summary[] }[];
	names: ReadonlyMap<string, string>;
	tools: WordsTools;
	problems?: Problems | undefined;
};

const notices: Record<string, string> = {
	hidden: 'Эти слова не попадут в отчёт. Вернуть их можно здесь же',
	shown: 'Слова снова попадут в отчёт'
};

/** How a wave stands and what was answered: numbers, pictures, words; grows while people answer. */
export const ResultsPage = (props: Props) => {
	const { view, wave, why, narrowings, narrowed, sections, names, tools, problems } = props;
	return (
		<ResultsFrame {...{ view, wave }} tab="results" notice={notices[view.saved ?? '']}>
			<ErrorSummary problems={problems} title="Не получилось" />
			<Lede>{howFar(wave, view.now.today)}</Lede>
			{sections.some(({ summaries }) => summaries.some(({ kind }) => kind === 'ranking')) && (
				<p>
					Кто кого назвал и у кого это взаимно: <a href="/surveys/preferences">взаимный выбор</a>.
				</p>
			)}
			<Completion {...props} />
			{why ? (
				<NotShown {...{ why, wave }} />
			) : (
				<>
					<Narrowings {...{ view, wave, narrowings, narrowed }} q={tools.q} />
					<Means sections={sections} />
					{sections.map(({ title, summaries }) => (
						<>
							{title && <p class="quiet">Раздел «{title}»</p>}
							{summaries.map((summary) => (
								<QuestionFinding {...{ summary, names, tools }} />
							))}
						</>
					))}
				</>
			)}
		</ResultsFrame>
	);
};

/** Names without a time: when somebody answered would lead from an answer to them. */
const Completion = ({ asked }: Props) => {
	const left = asked.filter(({ answered }) => !answered);
	return (
		<>
			<p>
				<Share value={asked.length - left.length} max={asked.length} label="Ответили" />
			</p>
			<Fold label={left.length === 0 ? 'Ответили все' : `Ещё не ответили: ${counted(left.length, peopleForms)}`}>
				<Table
					caption="Кто ответил, а кто ещё нет"
					columns={[
						{ head: 'Имя', main: true, cell: ({ name }) => name },
						{ head: 'О ком', cell: ({ about }) => about },
						{ head: 'Ответ', cell: ({ answered }) => (answered ? 'есть' : 'ещё нет') }
					]}
					rows={[...left, ...asked.filter(({ answered }) => answered)]}
				/>
			</Fold>
		</>
	);
};

const Narrowings = ({
	view,
	wave,
	narrowings,
	narrowed,
	q
}: Pick<Props, 'view' | 'wave' | 'narrowings' | 'narrowed'> & { q: string }) => {
	const here = `/surveys/waves/${wave.id}/results`;
	const ways = narrowings.filter(({ role, group }) => group || narrowedRoles.some((one) => one === role));
	return (
		<Toolbar>
			{ways.length > 0 && (
				<Filters
					label="Чьи ответы"
					filters={[
						{ href: here, label: 'Все', count: wave.answered, current: !narrowed.role && !narrowed.group },
						...ways.map(({ role, group, name, count }) => {
							const known = narrowedRoles.find((one) => one === role) ?? null;
							return {
								href: here + narrowedQuery({ role: known, group }),
								label: known ? roleName(known, view.actor.organisation.kind) : name,
								count,
								current: known ? narrowed.role === known : narrowed.group === group
							};
						})
					]}
				/>
			)}
			<Seek action={here} q={q} />
		</Toolbar>
	);
};

/** Looks for words in open answers; the questions stay where they are. */
const Seek = ({ action, q }: { action: string; q: string }) => (
	<search>
		<form class="seek" method="get" action={action}>
			<label class="unseen" for="words">
				Слова в ответах
			</label>
			<Icon name="search" />
			<input
				type="search"
				id="words"
				name="q"
				value={q}
				placeholder="Слова в ответах"
				autocomplete="off"
				maxlength={200}
			/>
		</form>
	</search>
);

/** All means on one picture, so that the highest and the lowest are seen at once. */
const Means = ({ sections }: Pick<Props, 'sections'>) => {
	const measured = measuredIn(sections.flatMap(({ summaries }) => summaries));
	if (measured.length < 3) return null;
	const scales = new Set(measured.map(({ scale }) => scale));
	if (scales.size > 1) return null;
	return (
		<Finding
			title="Всё вместе"
			sentence={`Средние по ${counted(measured.length, ['вопросу', 'вопросам', 'вопросам'])}, шкала ${[...scales][0]}.`}
			picture={
				<Bars
					label="Средние"
					bars={[...measured]
						.sort((a, b) => b.mean - a.mean)
						.map(({ text, mean }) => ({ label: text, value: Number(num(mean).replace(',', '.')) }))}
				/>
			}
		/>
	);
};

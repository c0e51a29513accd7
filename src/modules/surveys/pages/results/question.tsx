import type { Child } from 'hono/jsx';
import { Columns, Stacks } from '../../../../ui/chart';
import { ActionForm } from '../../../../ui/form';
import { Bars, Finding, Fold } from '../../../../ui/report';
import { Table } from '../../../../ui/table';
import { counted, numberText } from '../../../../ui/text';
import { percentOf, rounded, type Spread } from '../../rules/summary/numbers';
import type { Summary } from '../../rules/summary/question';
import type { Words } from '../../rules/summary/words';

/** `hiddenAs`: the id under which words are kept out of the report; `canHide`: whoever makes the report. */
export type WordsTools = {
	waveId: string;
	canHide: boolean;
	hiddenAs: (question: string, key: string) => string | undefined;
	q: string;
};

type Props = { summary: Summary; names: ReadonlyMap<string, string>; tools: WordsTools };

export const answersForms = ['ответ', 'ответа', 'ответов'] as const;
export const num = (value: number) => numberText(rounded(value));

/** One question: the picture, the sentence that says it, the numbers as a table behind a line. */
export const QuestionFinding = ({ summary, names, tools }: Props) => (
	<Finding title={summary.text} sentence={sentenceOf(summary)} picture={pictureOf(summary)}>
		{summary.answered > 0 && !summary.withheld && <Numbers {...{ summary, names, tools }} />}
	</Finding>
);

/** «Ответили 11 из 12. В среднем 7,4 (медиана 8; половина ответов от 6 до 9).» */
function sentenceOf(summary: Summary): Child {
	const { asked, answered, withheld } = summary;
	if (asked === 0) return 'Нет данных: до этого вопроса никто не дошёл.';
	if (withheld)
		return 'До этого вопроса дошли меньше пяти человек: без имени такие ответы не показываются, чтобы никого не узнали.';
	if (answered === 0) return `Нет данных: из ${asked} не ответил никто.`;
	return `Ответили ${answered} из ${asked}. ${spreadWords(summary)}`;
}

function spreadWords(summary: Summary) {
	if (summary.kind === 'scale') {
		const { count, from } = summary.top;
		const last = summary.steps.at(-1)?.text;
		const top = from === Number(last) ? last : `${from}–${last}`;
		return `${spreadText(summary.spread)} Оценок ${top}: ${percentOf(count, summary.answered)} %.`;
	}
	if (summary.kind === 'choice') return spreadText(summary.spread);
	return '';
}

export const spreadText = (spread: Spread | null) =>
	spread
		? `В среднем ${num(spread.mean)}, разброс ±${num(spread.deviation)}; медиана ${num(spread.median)}, половина ответов от ${num(spread.lower)} до ${num(spread.upper)}.`
		: '';

function pictureOf(summary: Summary): Child {
	if (summary.answered === 0 || summary.withheld) return null;
	if (summary.kind === 'scale')
		return <Columns label={summary.text} steps={summary.steps.map(({ text, count }) => ({ label: text, count }))} />;
	if (summary.kind === 'choice')
		return (
			<Bars
				label={summary.text}
				bars={summary.options.map(({ text, count }) => ({
					label: text,
					value: count,
					note: `(${percentOf(count, summary.answered)} %)`
				}))}
			/>
		);
	if (summary.kind !== 'grid') return null;
	return (
		<Stacks
			label={summary.text}
			parts={summary.columns.map(({ text }) => text)}
			rows={summary.rows.map(({ text, counts, spread }) => ({
				label: text,
				counts,
				...(spread && { note: `в среднем ${num(spread.mean)}` })
			}))}
		/>
	);
}

const Numbers = ({ summary, names, tools }: Props) => {
	switch (summary.kind) {
		case 'scale':
			return <CountTable caption={summary.text} rows={summary.steps} of={summary.answered} />;
		case 'choice':
			return (
				<>
					<CountTable caption={summary.text} rows={summary.options} of={summary.answered} />
					{summary.words.length > 0 && (
						<Fold label={`Свой вариант: ${counted(summary.words.length, answersForms)}`} open>
							<OpenAnswers code={summary.code} words={summary.words} tools={tools} />
						</Fold>
					)}
				</>
			);
		case 'grid':
			return (
				<Fold label="То же таблицей">
					<Table
						caption={summary.text}
						columns={[
							{ head: 'Строка', main: true, cell: ({ text }) => text },
							...summary.columns.map(({ text }, at) => ({
								head: text,
								numeric: true,
								cell: ({ counts }: (typeof summary.rows)[number]) => counts[at]
							})),
							{ head: 'В среднем', numeric: true, cell: ({ spread }) => (spread ? num(spread.mean) : '') }
						]}
						rows={summary.rows}
					/>
				</Fold>
			);
		case 'words':
			return <OpenAnswers code={summary.code} words={summary.words} tools={tools} />;
		case 'files':
			return <p>Приложено файлов: {summary.count}.</p>;
		case 'ranking':
			return <Ranking {...{ summary, names }} />;
	}
};

const CountTable = ({
	caption,
	rows,
	of
}: {
	caption: string;
	rows: readonly { text: string; count: number }[];
	of: number;
}) => (
	<Fold label="То же таблицей">
		<Table
			caption={caption}
			columns={[
				{ head: 'Ответ', main: true, cell: ({ text }) => text },
				{ head: 'Сколько', numeric: true, cell: ({ count }) => count },
				{ head: 'Доля ответивших', numeric: true, cell: ({ count }) => `${percentOf(count, of)} %` }
			]}
			rows={rows}
		/>
	</Fold>
);

/** The same words together; `q` narrows them. What is kept out of the report stays here, and says so. */
const OpenAnswers = ({ code, words, tools }: { code: string; words: readonly Words[]; tools: WordsTools }) => {
	const found = tools.q ? words.filter(({ key }) => key.includes(tools.q)) : words;
	if (found.length === 0) return <p class="quiet">С такими словами ответов нет.</p>;
	return (
		<ul class="entries">
			{found.map(({ key, text, count }) => {
				const hidden = tools.hiddenAs(code, key);
				return (
					<li>
						<span>
							{text}
							{count > 1 && <span class="quiet"> · {counted(count, ['раз', 'раза', 'раз'])}</span>}
							{hidden && <span class="quiet"> · в отчёт не пойдёт</span>}
						</span>
						{tools.canHide && <HideButton {...{ waveId: tools.waveId, code, text, hidden }} />}
					</li>
				);
			})}
		</ul>
	);
};

type Hiding = { waveId: string; code: string; text: string; hidden: string | undefined };

const HideButton = ({ waveId, code, text, hidden }: Hiding) =>
	hidden ? (
		<ActionForm
			action={`/survey-hidden-words/${hidden}/showing`}
			token={crypto.randomUUID()}
			label="Вернуть в отчёт"
			kind="quiet"
		/>
	) : (
		<ActionForm
			action={`/surveys/waves/${waveId}/hidden-words`}
			token={crypto.randomUUID()}
			label="Не брать в отчёт"
			kind="quiet"
		>
			<input type="hidden" name="question" value={code} />
			<input type="hidden" name="words" value={text} />
		</ActionForm>
	);

/** Only those who were named; the curator alone sees it. */
const Ranking = ({
	summary,
	names
}: {
	summary: Extract<Summary, { kind: 'ranking' }>;
	names: ReadonlyMap<string, string>;
}) => (
	<>
		<p class="quiet">Видит только куратор; в отчёт не попадает.</p>
		<Table
			caption={summary.text}
			columns={[
				{ head: 'Кого назвали', main: true, cell: ({ person }) => names.get(person) ?? 'больше не работает' },
				{ head: 'Сколько раз', numeric: true, cell: ({ count }) => count },
				...(summary.named[0]?.places ?? []).map((_, at) => ({
					head: `На ${at + 1}-м месте`,
					numeric: true,
					cell: ({ places }: (typeof summary.named)[number]) => places[at] || ''
				}))
			]}
			rows={summary.named}
		/>
	</>
);

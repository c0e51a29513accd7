import type { Problems, Values } from '../../../../core/forms';
import type { View } from '../../../../core/view';
import { Conflict } from '../../../../ui/conflict';
import { Button, Buttons, Checkbox, ErrorSummary, FormToken, LinkButton, Select, TextArea } from '../../../../ui/form';
import { Page } from '../../../../ui/page';
import { Fold } from '../../../../ui/report';
import type { FoundQuestionnaire } from '../../queries/questionnaires';
import { branchesOf, comparisonNames } from '../../rules/editing/typed';
import { meanings, type Question, type QuestionKind, questionKinds, questionsOf } from '../../rules/questionnaire';
import { crumbs } from './new';
import { KindFields } from './question-kinds';

type Props = {
	view: View;
	questionnaire: FoundQuestionnaire;
	code: string | null; // null: a new one
	kind: QuestionKind;
	values: Values;
	branch: readonly string[];
	problems?: Problems | undefined;
	theirs?: Values | undefined;
};

const labels = { text: 'Вопрос', help: 'Пояснение', options: 'Варианты', rows: 'Строки', columns: 'Столбцы' };

/** The form of one question: what every question has, what its kind has, and behind folds what few need. */
export const QuestionPage = ({ view, questionnaire, code, kind, values, branch, problems, theirs }: Props) => {
	const { id, draft } = questionnaire;
	const home = `/surveys/questionnaires/${id}`;
	const number = questionsOf(draft).findIndex((question) => question.code === code) + 1;
	const shared = { values, problems };
	return (
		<Page
			view={view}
			title={code ? `Вопрос ${number}` : 'Новый вопрос'}
			crumbs={[...crumbs, { href: `${home}/draft`, label: draft.title }]}
		>
			<form method="post" action={`${home}/questions${code ? `/${code}` : ''}`}>
				<ErrorSummary problems={problems} />
				<Conflict theirs={theirs} mine={values} labels={labels} />
				<FormToken values={values} />
				<input type="hidden" name="seen" value={theirs?.seen ?? values.seen} />
				<input type="hidden" name="kind" value={kind} />
				<p>
					{questionKinds[kind]}. <KindLinks {...{ home, code, kind }} section={values.section ?? '0'} />
				</p>
				<TextArea name="text" label="О чём спрашиваем" rows={2} maxlength={1000} {...shared} />
				<KindFields kind={kind} {...shared} />
				<TextArea name="help" label="Пояснение под вопросом" optional rows={2} maxlength={1000} {...shared} />
				<Checkbox name="required" label="Обязательно ответить" {...shared} />
				{draft.sections.length > 1 && (
					<Select
						name="section"
						label="Раздел"
						options={Object.fromEntries(draft.sections.map(({ title }, at) => [at, title || `Раздел ${at + 1}`]))}
						{...shared}
					/>
				)}
				{draft.sections.length === 1 && <input type="hidden" name="section" value="0" />}
				<Branches {...{ draft, code, branch, problems }} />
				<More {...shared} code={code} />
				<Buttons>
					<Button>{code ? 'Записать вопрос' : 'Добавить вопрос'}</Button>
					<LinkButton href={`${home}/draft${code ? `#question-${code}` : ''}`} kind="quiet">
						Не менять
					</LinkButton>
				</Buttons>
			</form>
		</Page>
	);
};

const KindLinks = ({
	home,
	code,
	kind,
	section
}: {
	home: string;
	code: string | null;
	kind: QuestionKind;
	section: string;
}) => (
	<>
		Другой вид:{' '}
		{Object.entries(questionKinds)
			.filter(([other]) => other !== kind)
			.map(([other, name], at) => (
				<>
					{at > 0 && ', '}
					<a href={`${home}/questions/${code ?? 'new'}?kind=${other}&section=${section}`}>
						{name.toLocaleLowerCase('ru')}
					</a>
				</>
			))}
		.
	</>
);

type BranchProps = {
	draft: { sections: readonly { title: string; about: string; questions: readonly Question[] }[] };
	code: string | null;
	branch: readonly string[];
	problems?: Problems | undefined;
};

/** Only questions that stand before it may decide whether it is asked. */
const Branches = ({ draft, code, branch, problems }: BranchProps) => {
	const all = questionsOf(draft);
	const place = all.findIndex((question) => question.code === code);
	const earlier = place < 0 ? all : all.slice(0, place);
	const sources = earlier.flatMap((question, at) => {
		const options = branchesOf(question);
		return options.length > 0 ? [{ question, number: at + 1, options }] : [];
	});
	if (sources.length === 0) return null;
	return (
		<Fold label="Спрашивать не всех" open={branch.length > 0 || problems?.branch !== undefined}>
			<p class="hint">Отметьте ответы на один из прежних вопросов: только тогда этот будет задан.</p>
			{problems?.branch && (
				<p class="problem" id="branch">
					{problems.branch}
				</p>
			)}
			{sources.map(({ question, number, options }) => (
				<fieldset class="field">
					<legend>
						{number}. {question.text}
					</legend>
					{options.map(([value, text]) => (
						<div class="choice">
							<input
								type="checkbox"
								id={`branch-${value}`}
								name="branch"
								value={value}
								checked={branch.includes(value)}
							/>
							<label for={`branch-${value}`}>{text}</label>
						</div>
					))}
				</fieldset>
			))}
		</Fold>
	);
};

const More = ({ values, problems, code }: { values: Values; problems: Problems | undefined; code: string | null }) => (
	<Fold label="Подробнее" open={Boolean(problems?.meaning || problems?.comparison)}>
		<Select
			name="meaning"
			label="Для чего нужен ответ"
			hint="По этому ответ находят другие разделы: подбор пар, банки, показатели."
			options={meanings}
			empty="Только для отчёта"
			{...{ values, problems }}
		/>
		<Select
			name="comparison"
			label="С чем сравнивать"
			hint="Если вопрос задают дважды. «Ожидание – факт» изменением не считается."
			options={comparisonNames}
			empty="Не сравнивать"
			{...{ values, problems }}
		/>
		{code && <p class="quiet">Код вопроса {code}: по нему ответы разных редакций узнают друг друга.</p>}
	</Fold>
);

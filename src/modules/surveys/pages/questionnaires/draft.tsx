import type { Child } from 'hono/jsx';
import type { Problems, Values } from '../../../../core/forms';
import type { View } from '../../../../core/view';
import { Card } from '../../../../ui/card';
import { Conflict } from '../../../../ui/conflict';
import { ActionForm, Button, Buttons, ErrorSummary, Field, FormToken, LinkButton, TextArea } from '../../../../ui/form';
import { Page } from '../../../../ui/page';
import { Fold } from '../../../../ui/report';
import { Note } from '../../../../ui/state';
import { counted, Lede } from '../../../../ui/text';
import type { FoundQuestionnaire } from '../../queries/questionnaires';
import type { Finding } from '../../rules/editing/checks';
import { type Question, questionKinds, questionsOf } from '../../rules/questionnaire';
import { QuestionFields } from '../question/questions';
import { crumbs } from './new';

type Props = {
	view: View;
	questionnaire: FoundQuestionnaire;
	mayChange: boolean;
	obstacles: readonly Finding[];
	values: Values; // of its words
	problems?: Problems | undefined;
	theirs?: Values | undefined;
	notice?: Child;
};

const at = (id: string, rest: string) => `/surveys/questionnaires/${id}/${rest}`;

/** The editor: every question as people will see it, with what can be done to it beneath. */
export const DraftPage = (props: Props) => {
	const { view, questionnaire, mayChange, obstacles, notice, problems } = props;
	const { id, draft } = questionnaire;
	return (
		<Page
			view={view}
			title={draft.title || 'Без названия'}
			crumbs={[...crumbs, { href: `/surveys/questionnaires/${id}`, label: draft.title }]}
			notice={notice}
			actions={
				mayChange && (
					<LinkButton href={at(id, 'publication')} kind="primary">
						К публикации
					</LinkButton>
				)
			}
		>
			<Lede>
				{counted(questionsOf(draft).length, ['вопрос', 'вопроса', 'вопросов'])}.{' '}
				{obstacles.length > 0 ? 'Публиковать пока рано.' : 'Правки видны только здесь, пока вы их не опубликуете.'}
			</Lede>
			<ErrorSummary problems={problems} />
			{obstacles.length > 0 && questionsOf(draft).length > 0 && <Findings {...{ id, findings: obstacles }} />}
			{mayChange && <WordsForm {...props} />}
			<Sections {...props} />
			{mayChange && <Foot questionnaire={questionnaire} />}
		</Page>
	);
};

export const Findings = ({ id, findings }: { id: string; findings: readonly Finding[] }) => (
	<Note tone="warm" title="Поправьте до публикации">
		<ul>
			{findings.map(({ code, text }) => (
				<li>{code ? <a href={at(id, `questions/${code}`)}>{text}</a> : text}</li>
			))}
		</ul>
	</Note>
);

const WordsForm = ({ questionnaire: { id }, values, problems, theirs }: Props) => (
	<Fold label="Название и слова в начале и в конце" open={theirs !== undefined || problems !== undefined}>
		<form method="post" action={at(id, 'words')}>
			<Conflict
				theirs={theirs}
				mine={values}
				labels={{ title: 'Название', intro: 'Перед вопросами', thanks: 'После вопросов' }}
			/>
			<FormToken values={values} />
			<input type="hidden" name="seen" value={theirs?.seen ?? values.seen} />
			<Field name="title" label="Название" maxlength={200} {...{ values, problems }} />
			<TextArea
				name="intro"
				label="Перед вопросами"
				hint="Зачем спрашиваем и кто увидит ответы."
				maxlength={2000}
				rows={3}
				{...{ values, problems }}
			/>
			<TextArea name="thanks" label="После вопросов" maxlength={1000} rows={2} {...{ values, problems }} />
			<Buttons>
				<Button kind="secondary">Записать эти слова</Button>
			</Buttons>
		</form>
	</Fold>
);

const Sections = ({ questionnaire: { id, draft }, mayChange }: Props) => {
	let number = 0;
	return (
		<>
			{draft.sections.map((section, index) => (
				<section id={`section-${index}`}>
					<h2>{section.title || (draft.sections.length > 1 ? 'Раздел без названия' : 'Вопросы')}</h2>
					{section.about && <p>{section.about}</p>}
					{mayChange && <SectionTools {...{ id, index, section }} many={draft.sections.length > 1} />}
					{section.questions.map((question) => {
						number += 1;
						return (
							<Card id={`question-${question.code}`}>
								<QuestionFields {...{ question, number }} sections={draft.sections} />
								{mayChange && <QuestionTools {...{ id, question, number }} />}
							</Card>
						);
					})}
					{mayChange && <AddQuestion {...{ id, section: index }} />}
				</section>
			))}
		</>
	);
};

const QuestionTools = ({ id, question: { code }, number }: { id: string; question: Question; number: number }) => {
	const about = <span class="unseen"> вопрос {number}</span>;
	const move = (direction: string, label: string) => (
		<ActionForm
			action={at(id, `questions/${code}/moves`)}
			token={crypto.randomUUID()}
			kind="quiet"
			label={
				<>
					{label}
					{about}
				</>
			}
		>
			<input type="hidden" name="direction" value={direction} />
		</ActionForm>
	);
	const simple = (noun: string, label: string) => (
		<ActionForm
			action={at(id, `questions/${code}/${noun}`)}
			token={crypto.randomUUID()}
			kind="quiet"
			label={
				<>
					{label}
					{about}
				</>
			}
		/>
	);
	return (
		<div class="tools">
			<LinkButton href={at(id, `questions/${code}`)} icon="pencil">
				Изменить{about}
			</LinkButton>
			{move('up', 'Выше')}
			{move('down', 'Ниже')}
			{simple('copies', 'Повторить')}
			{simple('removal', 'Убрать')}
		</div>
	);
};

type SectionProps = { id: string; index: number; section: { title: string; about: string }; many: boolean };

const SectionTools = ({ id, index, section, many }: SectionProps) => (
	<Fold label="Изменить раздел">
		<form method="post" action={at(id, `sections/${index}`)}>
			<FormToken values={{ token: crypto.randomUUID() }} />
			<div class="field">
				<label for={`title-${index}`}>Название раздела</label>
				<input id={`title-${index}`} name="title" value={section.title} maxlength={200} />
			</div>
			<div class="field">
				<label for={`about-${index}`}>Пояснение под названием</label>
				<input id={`about-${index}`} name="about" value={section.about} maxlength={1000} />
			</div>
			<Buttons>
				<Button kind="secondary" name="act" value="words">
					Записать раздел
				</Button>
				{many && (
					<>
						<Button kind="quiet" name="act" value="up">
							Выше
						</Button>
						<Button kind="quiet" name="act" value="down">
							Ниже
						</Button>
						<Button kind="quiet" name="act" value="removal">
							Убрать раздел
						</Button>
					</>
				)}
			</Buttons>
			{many && <p class="quiet">Вопросы убранного раздела переходят в соседний.</p>}
		</form>
	</Fold>
);

const AddQuestion = ({ id, section }: { id: string; section: number }) => (
	<Fold label="Добавить вопрос">
		<div class="buttons">
			{Object.entries(questionKinds).map(([kind, name]) => (
				<LinkButton href={at(id, `questions/new?kind=${kind}&section=${section}`)}>{name}</LinkButton>
			))}
		</div>
	</Fold>
);

const Foot = ({ questionnaire: { id, draft } }: Pick<Props, 'questionnaire'>) => (
	<>
		<form method="post" action={at(id, 'sections')}>
			<FormToken values={{ token: crypto.randomUUID() }} />
			<div class="field">
				<label for="new-section">Новый раздел</label>
				<input id="new-section" name="title" maxlength={200} />
			</div>
			<Button kind="secondary" icon="plus">
				Добавить раздел
			</Button>
		</form>
		{(draft.removed ?? []).length > 0 && (
			<Fold label={`Убранные вопросы: ${draft.removed?.length}`}>
				<ul class="entries">
					{draft.removed?.map(({ question }) => (
						<li>
							<span>{question.text}</span>
							<ActionForm
								action={at(id, `questions/${question.code}/restoration`)}
								token={crypto.randomUUID()}
								label="Вернуть"
							/>
						</li>
					))}
				</ul>
			</Fold>
		)}
	</>
);

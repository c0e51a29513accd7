import type { Child } from 'hono/jsx';
import type { View } from '../../../../core/view';
import { Card, Facts } from '../../../../ui/card';
import { Exports } from '../../../../ui/list';
import { Pager } from '../../../../ui/table';
import { Lede } from '../../../../ui/text';
import type { ResultSheet } from '../../queries/results/sheets';
import type { ResultWave } from '../../queries/results/wave';
import { answerWords } from '../../rules/answer-words';
import type { Answer } from '../../rules/answers';
import type { Question } from '../../rules/questionnaire';
import type { Unseen } from '../../rules/summary/reading';
import { howFar, NotShown, ResultsFrame } from './frame';

export const sheetsAPage = 20;

type Props = {
	view: View;
	wave: ResultWave;
	why: Unseen | null;
	sheets: readonly ResultSheet[]; // of this page
	page: number;
	pages: number;
	questions: readonly Question[]; // those the one who looks may see
	names: ReadonlyMap<string, string>;
};

/** Sheet by sheet with the name of who filled it; that it was looked at is noted. */
export const AnswersPage = ({ view, wave, why, sheets, page, pages, questions, names }: Props) => (
	<ResultsFrame {...{ view, wave }} tab="answers">
		<Lede>{howFar(wave, view.now.today)}</Lede>
		{why ? (
			<NotShown {...{ why, wave }} />
		) : (
			<>
				<p class="quiet">
					Просмотр ответов по имени записывается: каждый увидит в «Кто видит мои данные», кто и когда открыл его ответы.
				</p>
				<Exports files={[{ href: `/surveys/waves/${wave.id}/answers/excel`, label: 'Все ответы, Excel' }]} />
				{sheets.map(({ person, about, answers }) => (
					<Card title={`${person?.name}${about ? ` – о ком: ${about.name}` : ''}`}>
						{person?.post && <p class="quiet">{person.post}</p>}
						<Facts
							facts={questions.map((question) => {
								const answer = answers[question.code];
								return [question.text, answer && said(question, answer, names)] as const;
							})}
						/>
					</Card>
				))}
				<Pager page={page} pages={pages} href={(to) => `/surveys/waves/${wave.id}/answers?page=${to}`} />
			</>
		)}
	</ResultsFrame>
);

const said = (question: Question, answer: Answer, names: Props['names']): Child =>
	'file' in answer ? (
		<a href={`/files/${answer.file}`}>приложен файл</a>
	) : (
		answerWords(question, answer, (id) => names.get(id) ?? '—')
	);

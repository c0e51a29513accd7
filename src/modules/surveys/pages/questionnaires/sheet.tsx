import type { Child } from 'hono/jsx';
import type { Questionnaire } from '../../rules/questionnaire';
import { type PrintedQuestion, printedOf } from '../../rules/sheet';
import { paragraphs } from './preview';

type Props = {
	questionnaire: Questionnaire;
	/** Of a personal sheet: whose it is, its code, the picture for a phone. */
	mark?: Child;
};

/** One questionnaire on paper: questions, circles to tick, lines to write on. Each begins a page of its own. */
export const Sheet = ({ questionnaire, mark }: Props) => (
	<article class="card">
		{mark}
		<h2>{questionnaire.title}</h2>
		{paragraphs(questionnaire.intro)}
		{printedOf(questionnaire).map(({ title, about, questions }) => (
			<>
				{title && <h3>{title}</h3>}
				{about && <p>{about}</p>}
				{questions.map((question) => (
					<section>
						<p>
							<strong>
								{question.number}. {question.text}
							</strong>
						</p>
						{question.notes.map((note) => (
							<p class="hint">{note}</p>
						))}
						<Marks question={question} />
					</section>
				))}
			</>
		))}
		{paragraphs(questionnaire.thanks)}
	</article>
);

const Marks = ({ question: { marks } }: { question: PrintedQuestion }) => {
	switch (marks.as) {
		case 'list':
			return marks.options.map((option) => (
				<div class="choice">
					<span>{marks.mark}</span>
					<span>{option}</span>
				</div>
			));
		case 'row':
			return (
				<div class="ticks">
					{marks.options.map((option) => (
						<span>○ {option}</span>
					))}
				</div>
			);
		case 'grid':
			return (
				<div class="table-box">
					<table class="table">
						<thead>
							<tr>
								<td />
								{marks.columns.map((column) => (
									<th scope="col">{column}</th>
								))}
							</tr>
						</thead>
						<tbody>
							{marks.rows.map((row) => (
								<tr>
									<th scope="row" class="main">
										{row}
									</th>
									{marks.columns.map((column) => (
										<td data-label={column}>○</td>
									))}
								</tr>
							))}
						</tbody>
					</table>
				</div>
			);
		case 'lines':
			return marks.labels.map((label) => <p>{label} ______________________________________________</p>);
	}
};

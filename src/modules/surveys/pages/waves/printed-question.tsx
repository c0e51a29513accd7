import type { Question, Section } from '../../rules/questionnaire';
import { whenAsked } from '../question/frame';

/** A line to write on. */
const blank = '_'.repeat(64);

/** One question on paper: the figures before the answers are those that are typed when the sheet is entered. */
export const PrintedQuestion = ({
	question,
	number,
	sections
}: {
	question: Question;
	number: number;
	sections: readonly Section[];
}) => {
	const when = whenAsked(question, sections);
	return (
		<>
			<p>
				<strong>
					{number}. {question.text}
				</strong>{' '}
				<span class="quiet">{[when, howTo(question)].filter(Boolean).join(' ')}</span>
			</p>
			<Places question={question} />
		</>
	);
};

function howTo(question: Question) {
	switch (question.kind) {
		case 'single':
			return 'Отметьте одно.';
		case 'multiple':
			return question.most === null ? 'Можно отметить несколько.' : `Отметьте не больше ${question.most}.`;
		case 'scale':
			return [
				'Обведите число.',
				question.low && `${question.from} – ${question.low},`,
				question.high && `${question.to} – ${question.high}.`
			]
				.filter(Boolean)
				.join(' ');
		case 'grid':
			return 'В каждой строке обведите одно число.';
		case 'ranking':
			return 'Впишите фамилии, самое желанное – первым.';
		default:
			return question.help;
	}
}

const Places = ({ question }: { question: Question }) => {
	switch (question.kind) {
		case 'single':
		case 'multiple':
			return (
				<ul class="printed">
					{question.options.map(({ text }, at) => (
						<li>
							☐ {at + 1}. {text}
						</li>
					))}
					{question.other && (
						<li>
							☐ {question.options.length + 1}. Свой вариант: {blank.slice(20)}
						</li>
					)}
				</ul>
			);
		case 'scale':
			return (
				<p>
					{Array.from({ length: question.to - question.from + 1 }, (_, at) => question.from + at).join('\u2003\u2003')}
				</p>
			);
		case 'grid':
			return (
				<table class="table">
					<thead>
						<tr>
							<th />
							{question.columns.map(({ text }) => (
								<th scope="col">{text}</th>
							))}
						</tr>
					</thead>
					<tbody>
						{question.rows.map(({ text }) => (
							<tr>
								<th scope="row">{text}</th>
								{question.columns.map((_, at) => (
									<td>{at + 1}</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
			);
		case 'ranking':
			return (
				<>
					{Array.from({ length: question.most }, (_, at) => (
						<p>
							{at + 1}. {blank.slice(14)}
						</p>
					))}
				</>
			);
		case 'file':
			return <p class="quiet">Файл отдайте вместе с листом.</p>;
		default:
			return (
				<>
					{Array.from({ length: question.long ? 3 : 1 }, () => (
						<p>{blank}</p>
					))}
				</>
			);
	}
};

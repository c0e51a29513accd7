import type { Problems } from '../../../../core/forms';
import { type Files, type Filled, fieldOf, type People } from '../../rules/fields';
import type { Question, Questionnaire, Section } from '../../rules/questionnaire';
import { Choices } from './choices';
import { type Asked, whenAsked } from './frame';
import { FileAsked, OwnWords, Ranking } from './own-words';
import { Grid, Scale } from './scales';

type Source = {
	values?: Filled | undefined;
	problems?: Problems | undefined;
	people?: People | undefined;
	files?: Files | undefined;
};

/** One question as fields of a form, by its kind. */
export const QuestionFields = ({
	question,
	number,
	sections,
	values = {},
	problems = {},
	people = {},
	files = {}
}: Source & { question: Question; number: number; sections: readonly Section[] }) => {
	const shared = { number, problem: problems[fieldOf(question)], when: whenAsked(question, sections) };
	const given: Omit<Asked, 'question'> = shared;
	switch (question.kind) {
		case 'single':
		case 'multiple':
			return <Choices {...given} question={question} values={values} />;
		case 'scale':
			return <Scale {...given} question={question} values={values} />;
		case 'grid':
			return <Grid {...given} question={question} values={values} />;
		case 'text':
			return <OwnWords {...given} question={question} values={values} />;
		case 'ranking':
			return <Ranking {...given} question={question} values={values} people={people} />;
		case 'file':
			return <FileAsked {...given} question={question} values={values} files={files} />;
	}
};

/**
 * All questions of a questionnaire, to be put into a form (with `enctype="multipart/form-data"` where a file is asked);
 * `readAnswers` reads them. With script what a branch leaves out is hidden.
 */
export const Questions = ({
	questionnaire: { sections },
	...source
}: Source & { questionnaire: Pick<Questionnaire, 'sections'> }) => {
	let number = 0;
	return (
		<>
			<script type="module" src="/answers.js" />
			{sections.map(({ title, about, questions }) => (
				<section>
					{title && <h2>{title}</h2>}
					{about && <p>{about}</p>}
					{questions.map((question) => {
						number += 1;
						return <QuestionFields {...{ question, number, sections }} {...source} />;
					})}
				</section>
			))}
		</>
	);
};

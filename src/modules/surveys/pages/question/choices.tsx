import { type Filled, fieldOf, otherOf, otherOption } from '../../rules/fields';
import type { Option, Question } from '../../rules/questionnaire';
import { type Asked, Group, noAnswer } from './frame';

type Props = Asked<Extract<Question, { kind: 'single' | 'multiple' }>> & { values: Filled };

/** One of several, or several, each with a line of its own; «свой вариант» has a field beneath it. */
export const Choices = ({ values, ...asked }: Props) => {
	const { question } = asked;
	const field = fieldOf(question);
	const chosen = values[field] ?? [];
	const options: readonly Option[] = [
		...question.options,
		...(question.other ? [{ code: otherOption, text: 'Свой вариант' }] : []),
		...(question.kind === 'single' && !question.required ? [noAnswer] : [])
	];
	return (
		<Group {...asked}>
			{question.kind === 'multiple' && (
				<p class="hint">{question.most === null ? 'Можно отметить несколько.' : `Не больше ${question.most}.`}</p>
			)}
			{options.map(({ code, text }, at) => {
				const id = at === 0 ? field : `${field}--${code}`;
				return (
					<div class="choice">
						<input
							type={question.kind === 'single' ? 'radio' : 'checkbox'}
							id={id}
							name={field}
							value={code}
							checked={chosen.includes(code)}
						/>
						<label for={id}>{text}</label>
					</div>
				);
			})}
			{question.other && (
				<input
					type="text"
					name={otherOf(question)}
					value={values[otherOf(question)]?.[0]}
					maxlength={500}
					autocomplete="off"
					aria-label={`Свой вариант: ${question.text}`}
					data-other
				/>
			)}
		</Group>
	);
};

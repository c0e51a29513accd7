import type { Child } from 'hono/jsx';
import { Icon } from '../../../../ui/icon';
import { fieldOf } from '../../rules/fields';
import { type Question, questionsOf, type Section } from '../../rules/questionnaire';

/** What every kind of a question is drawn from. */
export type Asked<Q extends Question = Question> = {
	question: Q;
	number: number; // counted through the whole questionnaire
	problem?: string | undefined;
	when?: string | undefined; // said where the question depends on another
};

/** Takes an answer back where none is asked for: a radio that has been pressed cannot be let go of otherwise. */
export const noAnswer = { code: '', text: 'Без ответа' };

/** «Если на вопрос 1 вы ответили «Да»»; undefined where the question is asked of everybody. */
export function whenAsked({ showIf }: Question, sections: readonly Section[]) {
	if (!showIf) return undefined;
	const all = questionsOf({ sections });
	const number = all.findIndex(({ code }) => code === showIf.question) + 1;
	const source = all[number - 1];
	if (!source || !('options' in source)) return undefined;
	const texts = showIf.options.map(
		(code) => source.options.find((option) => option.code === code)?.text ?? 'свой вариант'
	);
	return `Если на вопрос ${number} вы ответили ${texts.map((text) => `«${text}»`).join(' или ')}.`;
}

/** For the browser's habit of hiding what is not asked (browser/answers.ts). */
export const branchOf = ({ showIf }: Question) =>
	showIf ? { 'data-asked-if': `q-${showIf.question}`, 'data-asked-for': showIf.options.join(' ') } : {};

export const described = ({ question, problem, when }: Asked) => {
	const field = fieldOf(question);
	const ids = [when && `${field}-when`, question.help && `${field}-hint`, problem && `${field}-problem`];
	const said = ids.filter(Boolean).join(' ');
	return { ...(said && { 'aria-describedby': said }), ...(problem && { 'aria-invalid': 'true' as const }) };
};

export const Words = ({ question, number }: Asked) => (
	<>
		{number}. {question.text}
		{!question.required && <span class="optional"> (необязательно)</span>}
	</>
);

export const Notes = ({ question, problem, when }: Asked) => {
	const field = fieldOf(question);
	return (
		<>
			{when && (
				<p class="hint" id={`${field}-when`} data-when>
					{when}
				</p>
			)}
			{question.help && (
				<p class="hint" id={`${field}-hint`}>
					{question.help}
				</p>
			)}
			{problem && (
				<p class="problem" id={`${field}-problem`}>
					<Icon name="alert" />
					{problem}
				</p>
			)}
		</>
	);
};

const look = ({ problem }: Asked) => (problem ? 'field wrong' : 'field');

/** A question of several controls: its words are read before each of them. */
export const Group = ({ children, ...asked }: Asked & { children?: Child }) => (
	<fieldset class={look(asked)} {...branchOf(asked.question)} {...described(asked)}>
		<legend>
			<Words {...asked} />
		</legend>
		<Notes {...asked} />
		{children}
	</fieldset>
);

/** A question of one control. */
export const One = ({ children, ...asked }: Asked & { children?: Child }) => (
	<div class={look(asked)} {...branchOf(asked.question)}>
		<label for={fieldOf(asked.question)}>
			<Words {...asked} />
		</label>
		<Notes {...asked} />
		{children}
	</div>
);

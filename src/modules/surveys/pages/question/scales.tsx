import { type Filled, fieldOf, rowOf } from '../../rules/fields';
import type { Option, Question } from '../../rules/questionnaire';
import { type Asked, Group, noAnswer } from './frame';

type Of<K extends Question['kind']> = Asked<Extract<Question, { kind: K }>> & { values: Filled };

/** «1 – совсем нет, 10 – полностью» */
export const endsText = ({
	from,
	to,
	low,
	high
}: Pick<Extract<Question, { kind: 'scale' }>, 'from' | 'to' | 'low' | 'high'>) =>
	[low && `${from} – ${low}`, high && `${to} – ${high}`].filter(Boolean).join(', ');

/** Numbers in a row, each big enough for a thumb; on a phone they take two rows. */
export const Scale = ({ values, ...asked }: Of<'scale'>) => {
	const { question } = asked;
	const field = fieldOf(question);
	const [chosen] = values[field] ?? [];
	const ends = endsText(question);
	return (
		<Group {...asked}>
			{ends && <p class="hint">{ends}</p>}
			<Ticks
				name={field}
				id={field}
				chosen={chosen}
				options={[...numbersOf(question), ...(question.required ? [] : [noAnswer])]}
			/>
		</Group>
	);
};

const numbersOf = ({ from, to }: Pick<Extract<Question, { kind: 'scale' }>, 'from' | 'to'>) =>
	Array.from({ length: to - from + 1 }, (_, at) => ({ code: String(from + at), text: String(from + at) }));

/** Rows of one and the same choice. */
export const Grid = ({ values, ...asked }: Of<'grid'>) => {
	const { question } = asked;
	return (
		<Group {...asked}>
			{question.rows.map((row, at) => {
				const field = rowOf(question, row.code);
				return (
					<div role="radiogroup" aria-labelledby={`${field}-row`}>
						<span id={`${field}-row`}>{row.text}</span>
						<Ticks
							name={field}
							id={at === 0 ? fieldOf(question) : field}
							chosen={values[field]?.[0]}
							options={question.required ? question.columns : [...question.columns, noAnswer]}
							words
						/>
					</div>
				);
			})}
		</Group>
	);
};

type TicksProps = {
	name: string;
	id: string; // of the first: where a problem leads
	chosen?: string | undefined;
	options: readonly Option[];
	words?: boolean; // they are longer than a number
};

const Ticks = ({ name, id, chosen, options, words = false }: TicksProps) => (
	<div class={words ? 'ticks words' : 'ticks'}>
		{options.map(({ code, text }, at) => (
			<label>
				<input type="radio" id={at === 0 ? id : undefined} name={name} value={code} checked={chosen === code} />
				{text}
			</label>
		))}
	</div>
);

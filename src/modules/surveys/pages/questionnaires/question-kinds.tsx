import type { Problems, Values } from '../../../../core/forms';
import { Checkbox, Field, RadioGroup, Select, TextArea } from '../../../../ui/form';
import { rankedNames } from '../../rules/editing/typed';
import type { QuestionKind } from '../../rules/questionnaire';

type Shared = { values: Values; problems: Problems | undefined };

const lineHint = 'Каждый с новой строки; можно вставить списком. Если ответы считают, допишите балл: «Частично = 1».';

/** What only one kind of a question has. */
export const KindFields = ({ kind, ...shared }: Shared & { kind: QuestionKind }) => {
	switch (kind) {
		case 'single':
		case 'multiple':
			return (
				<>
					<TextArea name="options" label="Варианты" hint={lineHint} rows={6} {...shared} />
					<Checkbox name="other" label="Добавить «Свой вариант»" {...shared} />
					{kind === 'multiple' && (
						<Field
							name="most"
							label="Сколько можно отметить"
							hint="Пусто – сколько угодно."
							inputmode="numeric"
							maxlength={2}
							class="short"
							optional
							{...shared}
						/>
					)}
				</>
			);
		case 'scale':
			return (
				<>
					<div class="dates">
						<Field name="from" label="От" inputmode="numeric" maxlength={3} class="short" {...shared} />
						<Field name="to" label="До" inputmode="numeric" maxlength={3} class="short" {...shared} />
					</div>
					<Field name="low" label="Что значит меньшее число" optional maxlength={100} {...shared} />
					<Field name="high" label="Что значит большее" optional maxlength={100} {...shared} />
				</>
			);
		case 'grid':
			return (
				<>
					<TextArea name="rows" label="Строки" hint="О чём спрашиваем в каждой строке." rows={5} {...shared} />
					<TextArea name="columns" label="Столбцы" hint={lineHint} rows={4} {...shared} />
				</>
			);
		case 'text':
			return (
				<RadioGroup
					name="long"
					label="Сколько места для ответа"
					options={{ long: 'Несколько строк', short: 'Одна строка' }}
					{...shared}
				/>
			);
		case 'ranking':
			return (
				<>
					<Select name="of" label="Среди кого выбирать" options={rankedNames} {...shared} />
					<Field
						name="most"
						label="Сколько человек можно назвать"
						inputmode="numeric"
						maxlength={2}
						class="short"
						{...shared}
					/>
				</>
			);
		case 'file':
			return <p class="hint">Файлы спрашивают только с именем: в анкете без имени этот вопрос не поместится.</p>;
	}
};

import * as v from 'valibot';
import { day, line, token, version } from '../../../core/forms';
import { type Stage, stages } from '../rules/proposal';

export const proposeForm = v.object({ token, pair: v.pipe(v.array(v.string()), v.maxLength(2000)) });

const person = (message: string) => v.pipe(v.optional(v.string(), ''), v.uuid(message));
export const pairForm = v.object({
	token,
	mentee: person('Выберите наставляемого'),
	mentor: person('Выберите наставника'),
	reason: line(500)
});

export const acceptForm = v.object({
	token,
	version,
	stage: v.picklist(Object.keys(stages) as Stage[], 'Выберите, что это за пары'),
	on: day('Укажите день, ДД.ММ.ГГГГ'),
	conclusion: line(5000, 'Напишите вывод хотя бы одной строкой')
});

export const askForm = v.object({
	token,
	from: day('Укажите первый день, ДД.ММ.ГГГГ'),
	to: day('Укажите последний день, ДД.ММ.ГГГГ'),
	together: v.pipe(
		v.picklist(['apart', 'together'], 'Выберите: каждая пара отдельно или вместе'),
		v.transform((typed) => typed === 'together')
	)
});

import * as v from 'valibot';
import { line, token, version } from '../../core/forms';

export const tokenForm = v.object({ token });
export const askForm = v.object({ token, words: line(2000) });
export const refusalForm = v.object({
	token,
	reason: line(2000, 'Напишите причину: её прочитает тот, кто просил')
});
export const erasureForm = v.object({ token, familyName: line(100, 'Напишите фамилию этого человека') });
export const retentionForm = v.object({
	token,
	version,
	years: v.pipe(
		line(3, 'Укажите, сколько лет'),
		v.regex(/^\d+$/, 'Укажите число лет: от 1 до 75'),
		v.transform(Number),
		v.minValue(1, 'Не меньше одного года'),
		v.maxValue(75, 'Не больше 75 лет')
	)
});

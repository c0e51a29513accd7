import * as v from 'valibot';
import { line, token, version } from '../../../core/forms';
import { longestText } from '../rules/answers';

export const tokenForm = v.object({ token });

/** Which open answer: the code of its question and its words. */
export const hiddenWordsForm = v.object({
	token,
	question: line(40, 'Откройте страницу заново'),
	words: line(longestText, 'Откройте страницу заново')
});

export const longestConclusion = 20_000;

export const conclusionForm = v.object({ token, version, conclusion: line(longestConclusion) });

/** Whose answers are taken into the bank or left; the edited words stand beside under `words.<participant>`. */
export const takingForm = v.object({
	token,
	act: v.picklist(['take', 'leave'], 'Нажмите «Взять в банк» или «Оставить»'),
	kind: v.picklist(['request', 'offer'], 'Откройте страницу заново'),
	participant: v.pipe(
		v.array(v.pipe(v.string(), v.uuid('Выберите людей из списка'))),
		v.minLength(1, 'Отметьте хотя бы одного человека'),
		v.maxLength(1000, 'За один раз не больше 1000 человек')
	)
});

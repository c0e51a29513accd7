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

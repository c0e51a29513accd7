import * as v from 'valibot';
import { token } from '../../../core/forms';
import { allMergedFields, type Whose } from '../rules/merging';

const whose = v.optional(v.picklist(['kept', 'gone', 'both'] satisfies Whose[], 'Выберите, что остаётся'));

/** Field by field whose value stays (by the name of the field); whose login, when both have one. */
export const mergeForm = v.pipe(
	v.object({
		token,
		expected: v.pipe(v.string('Откройте страницу заново'), v.maxLength(8000)),
		account: v.optional(v.picklist(['kept', 'gone'], 'Выберите, какой логин остаётся')),
		...(Object.fromEntries(allMergedFields.map((field) => [field, whose])) as Record<
			(typeof allMergedFields)[number],
			typeof whose
		>)
	}),
	v.transform(({ token: sent, expected, account, ...choice }) => ({ token: sent, expected, account, choice }))
);

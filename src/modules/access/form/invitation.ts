import * as v from 'valibot';
import { line, token } from '../../../core/forms';
import { readCode } from '../rules/invitations';
import { problemWithLogin, tidyLogin } from '../rules/logins';

export const codeForm = v.object({
	code: v.pipe(
		line(40, 'Введите код с листка'),
		v.transform(readCode),
		v.string('В коде двенадцать цифр, например 4821 0937 5562. Проверьте, все ли набраны.')
	)
});

export const login = v.pipe(
	line(80, 'Придумайте логин'),
	v.transform(tidyLogin),
	v.rawCheck(({ dataset, addIssue }) => {
		const problem = dataset.typed && dataset.value ? problemWithLogin(dataset.value) : undefined;
		if (problem) addIssue({ message: problem });
	})
);

/** Empty: none. Many teachers have no e-mail at work. */
export const email = v.pipe(
	line(120),
	v.transform((text) => text.toLowerCase()),
	v.union([v.literal(''), v.pipe(v.string(), v.email('Это не похоже на адрес почты: проверьте знак @ и точку'))])
);

export const acceptanceForm = v.object({
	login,
	email,
	password: v.pipe(v.optional(v.string(), ''), v.nonEmpty('Придумайте пароль')),
	again: v.optional(v.string(), ''),
	remember: v.pipe(
		v.optional(v.string(), ''),
		v.transform((value) => value === 'on')
	)
});

export type Acceptance = v.InferOutput<typeof acceptanceForm>;

/** Somebody who has a login here already chooses only a password. */
export const renewalForm = v.object({ ...acceptanceForm.entries, login: line(80), email: line(120) });

export const issueForm = v.object({ token });

/** From the list: the rows that were ticked. */
export const issueManyForm = v.object({
	token,
	people: v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.minLength(1, 'Отметьте, кого пригласить'), v.maxLength(300))
});

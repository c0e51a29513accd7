import * as v from 'valibot';
import { line } from '../../../core/forms';

/** A ticked box arrives as `on`, an empty one not at all. */
const ticked = v.pipe(
	v.optional(v.string(), ''),
	v.transform((value) => value === 'on')
);

export const signInForm = v.object({
	login: line(200, 'Введите логин или электронную почту'),
	password: v.pipe(
		v.optional(v.string(), ''),
		v.nonEmpty('Введите пароль'),
		v.maxLength(1000, 'Слишком длинный пароль')
	),
	remember: ticked,
	next: v.optional(v.string(), '')
});

export type SignIn = v.InferOutput<typeof signInForm>;

export const demonstrationForm = v.object({ person: v.pipe(v.string(), v.uuid()) });

import * as v from 'valibot';
import { token } from '../../../core/forms';
import { email } from './invitation';

export const passwordForm = v.object({
	token,
	current: v.pipe(v.optional(v.string(), ''), v.nonEmpty('Введите нынешний пароль'), v.maxLength(1000)),
	password: v.pipe(v.optional(v.string(), ''), v.nonEmpty('Придумайте новый пароль')),
	again: v.optional(v.string(), '')
});

export type NewPassword = v.InferOutput<typeof passwordForm>;

export const emailForm = v.object({ token, email });

export const tokenForm = v.object({ token });

export const workplaceForm = v.object({ person: v.pipe(v.string(), v.uuid()) });

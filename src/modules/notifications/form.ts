import * as v from 'valibot';
import { line, token, version } from '../../core/forms';
import { wishes } from './rules/letters';

export const tokenForm = v.object({ token });

/** Where letters go: empty takes the address away. */
export const addressForm = v.object({
	token,
	version,
	address: v.pipe(
		line(120),
		v.check(
			(typed) => typed === '' || /^[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+$/.test(typed),
			'Проверьте адрес: например, petrova@mail.ru'
		)
	)
});

export const codeForm = v.object({
	token,
	code: v.pipe(
		v.optional(v.string(), ''),
		v.transform((typed) => typed.replace(/\D/g, '')),
		v.length(6, 'В письме шесть цифр: введите их все')
	)
});

export const wishForm = v.object({
	token,
	version,
	wish: v.picklist(Object.keys(wishes) as (keyof typeof wishes)[], 'Выберите, о чём писать'),
	daysAhead: v.optional(v.picklist(['0', '1']), '1')
});

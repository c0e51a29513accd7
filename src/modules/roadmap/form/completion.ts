import * as v from 'valibot';
import { parseDate } from '../../../core/dates';
import { line, type Submitted, token } from '../../../core/forms';
import type { Completion } from '../rules/completion';

/** An address of a page; a bare «shkola5.ru/plan» gets its https. */
export const link = v.pipe(
	line(2000),
	v.transform((typed) => (typed === '' || /^https?:\/\//i.test(typed) ? typed : `https://${typed}`)),
	v.check(
		(typed) => typed === '' || (URL.canParse(typed) && new URL(typed).hostname.includes('.')),
		'Это не похоже на адрес страницы. Скопируйте его из строки браузера целиком: https://…'
	),
	v.transform((typed) => (typed === '' ? '' : new URL(typed).href))
);

const day = (message: string) => v.pipe(line(10), v.transform(parseDate), v.string(message));

export const completionForm = v.object({
	token,
	outcome: v.picklist(['done', 'not-done', 'noted'], 'Выберите, что отметить'),
	doneOn: day('Укажите день: ДД.ММ.ГГГГ, например 25.09.2026'),
	note: line(4000),
	url: link
}) satisfies v.GenericSchema<unknown, Submitted<Completion>>;

/** A file or a link later on: at least one of them (`problemsWithFiles` knows of files). */
export const evidenceForm = v.object({ token, url: link });

import * as v from 'valibot';
import { token } from '../../../core/forms';

/** A starter taken: for which school year, by its first day. */
export const starterForm = v.object({
	token,
	year: v.pipe(v.string('Выберите учебный год'), v.regex(/^\d{4}-09-01$/, 'Выберите учебный год'))
});

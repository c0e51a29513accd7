import * as v from 'valibot';
import { line, token } from '../../../core/forms';

/** A version given to those below, with a word on what is new in it. */
export const publicationForm = v.object({ token, note: line(500) });

/** Which of a template's changes are taken over; the changes themselves come beside it as `change`. */
export const templateAnswerForm = v.object({
	token,
	version: v.pipe(v.optional(v.string(), ''), v.regex(/^\d{1,6}$/, 'Откройте страницу заново'), v.transform(Number)),
	seen: v.pipe(v.optional(v.string(), ''), v.regex(/^[0-9a-f]{64}$/, 'Откройте страницу заново')),
	change: v.array(v.string())
});

import * as v from 'valibot';
import { token, version } from '../../../core/forms';

const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** Whom: a mentee, and the mentor they are with (nothing: with none). */
const who = v.pipe(
	v.optional(v.string(), ''),
	v.regex(new RegExp(`^${id} (?:${id})?$`), 'Выберите, кого перевести'),
	v.transform((text) => {
		const [mentee = '', from = ''] = text.split(' ');
		return { mentee, from };
	})
);

export const moveForm = v.pipe(
	v.object({
		token,
		version,
		who,
		to: v.pipe(v.optional(v.string(), ''), v.regex(new RegExp(`^(?:${id}|none)$`), 'Выберите, к кому перевести'))
	}),
	v.transform(({ who: one, to, ...rest }) => ({ ...rest, ...one, to: to === 'none' ? '' : to }))
);

export const turnForm = v.object({ token, version });

/** Which mentees are taken as the second variant has them. */
export const joinForm = v.object({ token, taken: v.pipe(v.array(v.string()), v.maxLength(2000)) });

/** What is decided of each pair: «lock mentee mentor»; nothing where the matching decides. */
export const roundForm = v.object({ token, decide: v.pipe(v.array(v.string()), v.maxLength(2000)) });

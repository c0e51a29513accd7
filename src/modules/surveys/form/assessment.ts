import * as v from 'valibot';
import { token } from '../../../core/forms';
import { allSides } from '../rules/assessment/eyes';

const id = v.pipe(v.string(), v.uuid('Выберите людей из списка'));
const people = v.pipe(v.array(id), v.maxLength(5000, 'За один раз не больше 5000 человек'));
const tick = v.pipe(
	v.optional(v.string(), ''),
	v.transform((value) => value === 'on')
);

/** Names that may come many times. */
export const looksLists = ['side', 'subject', 'observer'];

export const looksForm = v.pipe(
	v.object({
		token,
		earlier: tick,
		side: v.array(v.picklist(allSides, 'Выберите из списка')),
		subject: people,
		self: tick,
		pair: tick,
		observer: people
	}),
	v.transform(({ side, subject, observer, ...rest }) => ({
		...rest,
		sides: side,
		people: subject,
		observers: observer
	}))
);

export const showingForm = v.pipe(
	v.object({ token, subject: v.pipe(people, v.minLength(1, 'Отметьте хотя бы одного человека')) }),
	v.transform(({ subject, ...rest }) => ({ ...rest, subjects: subject }))
);

const idOrNone = v.optional(v.nullable(id), null);
/** An act as a whole, or one of those shown. */
export const hidingForm = v.object({ token, act: idOrNone, one: idOrNone });

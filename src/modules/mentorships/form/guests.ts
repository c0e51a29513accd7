import * as v from 'valibot';
import { line, token, version } from '../../../core/forms';
import { tidyName } from '../../people/rules/names';

const there = {
	post: line(200),
	worksAt: line(300, 'Укажите организацию: как её назвать в приказе'),
	contact: line(200, 'Укажите телефон или почту: без этого с наставником не связаться')
};

export const guestForm = v.pipe(
	v.object({
		token,
		mentee: v.optional(v.string(), ''),
		familyName: line(60, 'Укажите фамилию'),
		givenName: line(60, 'Укажите имя'),
		patronymic: line(60),
		...there,
		namesake: v.pipe(
			v.optional(v.string(), ''),
			v.transform((sent) => sent === 'on')
		)
	}),
	v.transform((guest) => ({ ...guest, ...tidyName(guest) }))
);
export const guestChangeForm = v.object({ token, version, ...there });

export const guestUndoForm = v.object({ token, version });

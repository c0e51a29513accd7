import * as v from 'valibot';
import { type OrganisationKind, organisationKinds } from '../../core/actor';
import { line, token, version } from '../../core/forms';
import { allTimeZones } from '../../core/time-zones';
import { wordChoices, wordNames } from './rules/words';

const kind = v.picklist(organisationKinds as readonly OrganisationKind[], 'Выберите вид организации');
const names = {
	name: line(120, 'Напишите, как организацию называют: «Школа № 5»'),
	fullName: line(400, 'Напишите полное название по уставу')
};
/** A box that is not ticked is not sent. */
const ticked = v.pipe(
	v.optional(v.string(), ''),
	v.transform((sent) => sent === 'on')
);

export const organisationForm = v.pipe(
	v.object({
		token,
		version,
		kind,
		...names,
		timeZone: v.pipe(v.string('Выберите часовой пояс'), v.maxLength(60)),
		workingWeek: v.pipe(
			v.picklist(['5', '6'], 'Выберите рабочую неделю'),
			v.transform((days) => (days === '6' ? (6 as const) : (5 as const)))
		),
		onePersonMode: ticked,
		...Object.fromEntries(wordNames.map((name) => [`word-${name}`, v.optional(v.string(), '')]))
	}),
	v.transform((typed) => {
		const sent = typed as Record<string, unknown>;
		const chosen = wordNames.flatMap((name) => {
			const word = String(sent[`word-${name}`] ?? '');
			return Object.hasOwn(wordChoices[name], word) ? [[name, word] as const] : [];
		});
		const { token, version, kind, name, fullName, timeZone, workingWeek, onePersonMode } = typed;
		return {
			token,
			version,
			kind,
			name,
			fullName,
			timeZone,
			workingWeek,
			onePersonMode,
			words: Object.fromEntries(chosen)
		};
	})
);

export const newOrganisationForm = v.object({
	token,
	parentId: v.pipe(v.string('Выберите, кому подчиняется'), v.uuid('Выберите, кому подчиняется')),
	kind,
	...names,
	timeZone: v.picklist(allTimeZones, 'Выберите часовой пояс из списка'),
	onePersonMode: ticked,
	familyName: line(60, 'Укажите фамилию'),
	givenName: line(60, 'Укажите имя'),
	patronymic: line(60),
	email: v.pipe(
		line(120),
		v.check(
			(typed) => typed === '' || /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(typed),
			'Проверьте адрес: например, school5@mail.ru'
		)
	)
});

export const tokenForm = v.object({ token });

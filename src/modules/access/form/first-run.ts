import * as v from 'valibot';
import { organisationKinds } from '../../../core/actor';
import { line } from '../../../core/forms';
import { allTimeZones } from '../../../core/time-zones';
import { email, login } from './invitation';

export const firstCodeForm = v.object({ code: line(40, 'Введите код из окна, где запущена программа') });

export const organisationForm = v.object({
	kind: v.picklist(organisationKinds, 'Выберите, какая у вас организация'),
	name: line(120, 'Напишите название, как его говорят: «Школа № 5»'),
	fullName: line(400, 'Напишите полное название, как в уставе: оно нужно для документов'),
	timeZone: v.picklist(allTimeZones, 'Выберите часовой пояс: найдите в списке ближайший большой город'),
	onePersonMode: v.picklist(['yes', 'no'], 'Выберите, кто будет входить в программу')
});

export const personForm = v.object({
	familyName: line(80, 'Напишите фамилию'),
	givenName: line(80, 'Напишите имя'),
	patronymic: line(80),
	post: line(200)
});

/** Checked on its own, apart from the account: it is never kept between steps. */
export const founderForm = v.object({
	login,
	email,
	password: v.pipe(v.optional(v.string(), ''), v.nonEmpty('Придумайте пароль')),
	again: v.optional(v.string(), '')
});

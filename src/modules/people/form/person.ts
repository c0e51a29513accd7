import * as v from 'valibot';
import { day, line, optionalDay, token, version } from '../../../core/forms';
import { tidyName } from '../rules/names';
import { type EmploymentKind, employmentKinds } from '../rules/person';
import { parseSubjects } from '../rules/posts';
import { sinceFromTold } from '../rules/tenure';

export const tokenForm = v.object({ token });

const email = v.pipe(
	line(120),
	v.check(
		(typed) => typed === '' || /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(typed),
		'Проверьте адрес: например, petrova@mail.ru'
	)
);
const phone = v.pipe(
	line(40),
	v.check(
		(typed) => typed === '' || /^[\d\s+()-]{5,40}$/.test(typed),
		'В телефоне – только цифры, пробелы, скобки, плюс и дефис'
	)
);
const ticked = v.pipe(
	v.optional(v.string(), ''),
	v.transform((sent) => sent === 'on')
);

/** A tenure told in years or as a date, counted back from today. */
const toldTenure = (today: string) =>
	v.pipe(
		line(40),
		v.transform((told) => sinceFromTold(told, today)),
		v.nullable(v.string('Напишите стаж так: «7 лет 3 месяца», или дату его начала'))
	);

const card = (today: string) => ({
	familyName: line(60, 'Укажите фамилию'),
	givenName: line(60, 'Укажите имя'),
	patronymic: line(60),
	sex: v.pipe(
		v.optional(v.picklist(['', 'female', 'male'], 'Выберите пол'), ''),
		v.transform((sex) => sex || null)
	),
	bornOn: optionalDay('Укажите дату рождения: ДД.ММ.ГГГГ'),
	email,
	phone,
	teachingSince: toldTenure(today),
	subjects: v.pipe(line(500), v.transform(parseSubjects)),
	note: line(2000)
});

const named = <T extends { familyName: string; givenName: string; patronymic: string }>(person: T): T => ({
	...person,
	...tidyName(person)
});

export const personForm = (today: string) => v.pipe(v.object({ token, version, ...card(today) }), v.transform(named));

export const newPersonForm = (today: string) =>
	v.pipe(
		v.object({
			token,
			...card(today),
			post: line(200, 'Укажите должность'),
			heldSince: toldTenure(today),
			employedOn: day('Укажите, с какого дня работает: ДД.ММ.ГГГГ'),
			employment: v.picklist(Object.keys(employmentKinds) as EmploymentKind[], 'Выберите вид работы'),
			namesake: ticked
		}),
		v.transform(named)
	);

const period = {
	from: day('Укажите первый день: ДД.ММ.ГГГГ'),
	to: optionalDay('Укажите последний день: ДД.ММ.ГГГГ, или оставьте пустым')
};

export const postForm = (today: string) =>
	v.object({ token, title: line(200, 'Укажите должность'), main: ticked, heldSince: toldTenure(today), ...period });

export const employmentForm = v.object({
	token,
	kind: v.picklist(Object.keys(employmentKinds) as EmploymentKind[], 'Выберите вид работы'),
	...period
});

export const lastDayForm = v.object({ token, on: day('Укажите последний день: ДД.ММ.ГГГГ') });

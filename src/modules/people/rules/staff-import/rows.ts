import { addDays, parseDate } from '../../../../core/dates';
import type { PersonName } from '../../../../core/names';
import { isNameLike, parseName, type Sex, sexFrom, tidyName } from '../names';
import { problemWithBirth, problemWithEmployedOn } from '../person';
import { parseSubjects } from '../posts';
import { templateExample } from '../staff-table';
import { problemWithSince, sinceFromTold } from '../tenure';
import type { Columns, Field } from './headers';

/** What a line says of a person; null: the list does not say. */
export type Told = PersonName & {
	sex: Sex | null;
	bornOn: string | null;
	post: string;
	subjects: string[] | null;
	teachingSince: string | null;
	/** How exactly the tenure was told: a list that says «7 лет» agrees with every beginning that makes seven years. */
	tenureTold: 'day' | 'months' | 'years';
	employedOn: string | null;
	email: string;
	phone: string;
};

/** A line of the list; `number` is its row in the file, from 1. */
export type ListRow =
	| { number: number; is: 'person'; told: Told; problems: string[] }
	| { number: number; is: 'broken'; name: string; problems: string[] }
	| { number: number; is: 'ignored'; text: string; why: string };

/** Excel's own number of a day, when a cell of dates lost its format: 31234 → 1985-07-06. */
const excelDay = (text: string) => {
	const serial = /^\d{5}$/.test(text) ? Number(text) : 0;
	return serial >= 10_000 && serial <= 80_000 ? addDays('1899-12-30', serial) : undefined;
};

/** A day as lists write it: ДД.ММ.ГГГГ, ДД.ММ.ГГ, ДД/ММ/ГГГГ, ГГГГ-ММ-ДД, Excel's number; «г.» at the end is no matter. */
export function dayFromList(text: string, today: string): string | undefined {
	const bare = text
		.trim()
		.replace(/\s*(г\.?|года)$/i, '')
		.replace(/\s+\d{1,2}:\d\d(:\d\d)?$/, '');
	const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(bare);
	if (iso) return parseDate(`${iso[3]}.${iso[2]}.${iso[1]}`);
	const parts = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d\d)$/.exec(bare);
	if (!parts) return excelDay(bare);
	const [, day = '', month = '', year = ''] = parts;
	const century = Number(year) > Number(today.slice(2, 4)) + 1 ? '19' : '20';
	return parseDate(`${day}.${month}.${year.length === 2 ? century + year : year}`);
}

const sexOf = (text: string): Sex | null => (/^ж/i.test(text) ? 'female' : /^м/i.test(text) ? 'male' : null);

/** One line of the grid under its columns. */
export function readRow(cells: readonly string[], columns: Columns, number: number, today: string): ListRow {
	const cell = (field: Field) => {
		const index = columns.indexOf(field);
		return index < 0 ? '' : (cells[index] ?? '').replace(/^'/, '').replace(/\s+/g, ' ').trim();
	};
	const written = cells.filter((one) => one.trim() !== '');
	const ignored = whyIgnored(written, cell('fullName') || cell('familyName'));
	if (ignored) return { number, is: 'ignored', text: written.join(' · ').slice(0, 120), why: ignored };

	const name = nameOf(cell);
	if (!name) {
		const shown = cell('fullName') || [cell('familyName'), cell('givenName')].filter(Boolean).join(' ');
		const what = shown ? 'Имя не разобрано: нужны фамилия и имя, лучше и отчество' : 'Нет имени: заполните ФИО';
		return { number, is: 'broken', name: shown, problems: [what] };
	}
	return { number, is: 'person', ...understood(name, cell, today) };
}

function whyIgnored(written: readonly string[], name: string) {
	if (written.length === 0) return 'пустая строка';
	if (/ваканси|вакантн/i.test(name)) return 'вакансия';
	if (name.startsWith(templateExample[0])) return 'пример из бланка';
	if (/^(итого|всего)/i.test(written[0] ?? '')) return 'итог';
	if (written.length > 2 && written.every((one, index) => one === String(index + 1))) return 'номера столбцов';
	if (written.length === 1 && !isSurelyName(name)) return 'заголовок раздела';
	return undefined;
}

/** A lone «Начальная школа» looks like two names; with a patronymic it is a person. */
function isSurelyName(text: string) {
	const name = parseName(text);
	return name !== undefined && sexFrom(name) !== null;
}

/** From one column or three; «Имя» may hold the patronymic too. */
function nameOf(cell: (field: Field) => string): PersonName | undefined {
	const whole = cell('fullName');
	const [given = '', ...rest] = cell('givenName').split(' ');
	const apart = { familyName: cell('familyName'), givenName: given, patronymic: cell('patronymic') || rest.join(' ') };
	const name = whole ? parseName(whole) : apart.familyName && apart.givenName ? tidyName(apart) : undefined;
	return name && isNameLike(name.familyName) && isNameLike(name.givenName) ? name : undefined;
}

function understood(
	name: PersonName,
	cell: (field: Field) => string,
	today: string
): { told: Told; problems: string[] } {
	const problems: string[] = [];
	const day = (field: 'bornOn' | 'employedOn', words: string) => {
		const text = cell(field);
		if (!text || /^[-–—]$/.test(text) || (field === 'bornOn' && /^(19|20)\d\d( ?г\.?)?$/.test(text))) return null;
		const read = dayFromList(text, today);
		if (!read) problems.push(`${words} «${text}» не разобрана: напишите ДД.ММ.ГГГГ`);
		return read ?? null;
	};
	const tenureText = cell('teachingSince');
	const inYears = sinceFromTold(tenureText, today);
	const since = inYears === undefined ? dayFromList(tenureText, today) : inYears;
	if (tenureText && since === undefined)
		problems.push(`Стаж «${tenureText}» не разобран: напишите «7 лет» или дату начала`);
	const bornOn = day('bornOn', 'Дата рождения');
	const employedOn = day('employedOn', 'Дата приёма');
	const told: Told = {
		...name,
		sex: sexOf(cell('sex')) ?? sexFrom(name),
		bornOn,
		post: cell('post'),
		subjects: cell('subjects') ? parseSubjects(cell('subjects')) : null,
		teachingSince: tenureText ? (since ?? null) : null,
		tenureTold: /\d[./-]\d+[./-]\d|^\d{5}$/.test(tenureText)
			? 'day'
			: /м|[.,]\d/i.test(tenureText)
				? 'months'
				: 'years',
		employedOn,
		email: cell('email').replace(/^[-–—]$/, ''),
		phone: cell('phone').replace(/^[-–—]$/, '')
	};
	const born = problemWithBirth(bornOn, today);
	const wrong = [
		born,
		problemWithSince(told.teachingSince, born ? null : bornOn, today),
		employedOn && problemWithEmployedOn(employedOn, born ? null : bornOn, today),
		told.email && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(told.email) && `Адрес почты «${told.email}» не похож на адрес`,
		told.phone.length > 40 && 'Телефон слишком длинный: оставьте один номер',
		told.post.length > 200 && 'Должность длиннее 200 знаков'
	];
	return { told, problems: [...problems, ...wrong.filter((one): one is string => Boolean(one))] };
}

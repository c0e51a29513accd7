import { showDate } from '../../../core/dates';
import type { Sex } from './names';

/** A line of the staff list that goes out as a file; the import reads the same headings back. */
export type StaffLine = {
	familyName: string;
	givenName: string;
	patronymic: string;
	sex: Sex | null;
	bornOn: string | null;
	posts: readonly string[];
	subjects: readonly string[];
	teachingSince: string | null;
	employedSince: string | null;
	email: string;
	phone: string;
};

export const staffHeadings = [
	'Фамилия',
	'Имя',
	'Отчество',
	'Пол',
	'Дата рождения',
	'Должность',
	'Предметы',
	'Педагогический стаж с',
	'Дата приёма на работу',
	'Электронная почта',
	'Телефон'
] as const;

const shown = (day: string | null) => (day ? showDate(day) : '');

export const staffCells = (line: StaffLine): string[] => [
	line.familyName,
	line.givenName,
	line.patronymic,
	line.sex === 'female' ? 'женский' : line.sex === 'male' ? 'мужской' : '',
	shown(line.bornOn),
	line.posts[0] ?? '',
	line.subjects.join(', '),
	shown(line.teachingSince),
	shown(line.employedSince),
	line.email,
	line.phone
];

/** An example line of the blank template: invented, and told so. */
export const templateExample = [
	'Примерова',
	'Анна',
	'Сергеевна',
	'женский',
	'14.03.1985',
	'учитель математики',
	'алгебра, геометрия',
	'7 лет 3 месяца',
	'01.09.2019',
	'',
	''
] as const;

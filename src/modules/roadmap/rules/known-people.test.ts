import { expect, test } from 'vitest';
import type { Role } from '../../../core/actor';
import { type Colleague, proposal, suggestion } from './known-people';

const colleague = (full: string, post = 'учитель', ...roles: Role[]): Colleague => {
	const [familyName = '', givenName = '', patronymic = ''] = full.split(' ');
	return { id: full, familyName, givenName, patronymic, posts: [post], roles };
};

const colleagues = [
	colleague('Дронова Вера Павловна', 'заместитель директора по УВР', 'curator'),
	colleague('Ершов Глеб Ильич', 'директор', 'director'),
	colleague('Ершова Галина Ивановна'),
	colleague('Королёва Анна Сергеевна'),
	colleague('Гусев Борис Олегович'),
	colleague('Гусев Пётр Олегович'),
	colleague('Исаева Ольга Петровна', 'педагог-психолог', 'psychologist')
];

const person = (text: string) => suggestion({ text, kind: 'person' }, colleagues)?.id;
const role = (text: string) => suggestion({ text, kind: 'role' }, colleagues)?.id;

test.each([
	['Дронова В.П.', 'Дронова Вера Павловна'],
	['В. П. Дронова', 'Дронова Вера Павловна'],
	['Дроновой В. П.', 'Дронова Вера Павловна'],
	['Зам. директора по УВР Дронова Вера Павловна', 'Дронова Вера Павловна'],
	['Королева А.С., учитель химии', 'Королёва Анна Сергеевна'],
	['Дронова', 'Дронова Вера Павловна'],
	['Гусев П.О.', 'Гусев Пётр Олегович'],
	['Ершов Г.И.', 'Ершов Глеб Ильич'],
	['Ершова Г.И.', 'Ершова Галина Ивановна'],
	['Ершову Г.И.', undefined]
])('«%s» is %s', (text, id) => {
	expect(person(text)).toBe(id);
});

test('two of a surname, wrong initials, nobody of that name: nobody is suggested', () => {
	for (const text of ['Гусев', 'Дронова А. П.', 'Титов В. П.']) expect(person(text)).toBeUndefined();
});

test('a post leads to the one who holds the role; a deputy is not the director', () => {
	expect(role('Директор')).toBe('Ершов Глеб Ильич');
	expect(role('Куратор внедрения')).toBe('Дронова Вера Павловна');
	expect(role('заместитель директора по УВР')).toBe('Дронова Вера Павловна');
	expect(role('Педагог-психолог')).toBe('Исаева Ольга Петровна');
	expect(role('заместитель директора по АХЧ')).toBeUndefined();
});

test('groups and other organisations are nobody in particular', () => {
	expect(suggestion({ text: 'Кураторы', kind: 'group' }, colleagues)).toBeUndefined();
	expect(suggestion({ text: 'РЦ', kind: 'organisation' }, colleagues)).toBeUndefined();
});

test.each([
	['Дронова В.П.', 'совпадают фамилия и инициалы'],
	['В. П. Дронова', 'совпадают фамилия и инициалы'],
	['Королева А.С., учитель химии', 'совпадают фамилия и инициалы'],
	['Дронова Вера Павловна', 'совпадают фамилия и имя'],
	['Дронова', 'единственный с такой фамилией'],
	['Дроновой В.П.', 'дательный падеж, инициалы совпадают'],
	['Дрнова В.П.', 'опечатка: одна буква, у вас – Дронова'],
	['Дорнова В.П.', 'опечатка: одна буква, у вас – Дронова'],
	['Дорновой В,П.', 'опечатка: одна буква, у вас – Дронова'],
	['Гусев О.', 'похожих среди сотрудников нет'],
	['Гусев', 'подходят Гусев Б. О., Гусев П. О.: выберите'],
	['Ершову Г.И.', 'подходят Ершов Г. И., Ершова Г. И.: выберите']
])('«%s» is proposed because of: %s', (text, reason) => {
	expect(proposal({ text, kind: 'person' }, colleagues).reason).toBe(reason);
});

test('a slip is believed only beside both initials, and never where the name is right for somebody', () => {
	for (const text of ['Дорнова', 'Дорнова В.', 'Дорнова А.П.']) expect(person(text)).toBeUndefined();
	expect(person('Дорнова В.П.')).toBe('Дронова Вера Павловна');
});

test.each([
	['Директор', 'единственный с должностью «директор»'],
	['Куратор внедрения', 'единственный с ролью «куратор»'],
	['Директору', 'дательный падеж; единственный с должностью «директор»'],
	['Заместителю директора по УВР', 'дательный падеж; единственный с должностью «заместитель директора по УВР»'],
	['учитель', 'подходят Ершова Г. И., Королёва А. С., Гусев Б. О., Гусев П. О.: выберите']
])('the post «%s» is proposed because of: %s', (text, reason) => {
	expect(proposal({ text, kind: 'role' }, colleagues).reason).toBe(reason);
});

test('whatever way the name of a colleague is written, the proposal names the right one or asks, and always says why', () => {
	const ways = [
		({ familyName: f, givenName: g, patronymic: p }: Colleague) => `${f} ${g[0]}.${p[0]}.`,
		({ familyName: f, givenName: g, patronymic: p }: Colleague) => `${g[0]}. ${p[0]}. ${f}`,
		({ familyName: f, givenName: g, patronymic: p }: Colleague) => `${f.replace('ё', 'е')} ${g[0]},${p[0]}`,
		({ familyName: f, givenName: g, patronymic: p }: Colleague) => `учитель ${f} ${g} ${p}`
	];
	for (const one of colleagues)
		for (const way of ways) {
			const { person: proposed, others, reason } = proposal({ text: way(one), kind: 'person' }, colleagues);
			expect(proposed?.id ?? others.map(({ id }) => id), way(one)).toEqual(one.id);
			expect(reason).not.toBe('');
		}
});

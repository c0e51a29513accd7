import { expect, test } from 'vitest';
import type { Role } from '../../../core/actor';
import { type Colleague, suggestion } from './known-people';

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

import { expect, test } from 'vitest';
import { plainLine } from './grid';
import { readPreamble } from './preamble';

const titleOf = (text: string) =>
	readPreamble(text.split('\n').map((line) => ({ kind: 'paragraph', line: plainLine(line), place: {}, gap: false })))
		.title;

test('a sentence about the plan is neither its name nor the rest of it', () => {
	expect(titleOf('План наставничества на 2026 год\nНастоящий план составлен по поручению учредителя')).toBe(
		'План наставничества на 2026 год'
	);
	expect(titleOf('Дорожная карта лицея\nДанная дорожная карта определяет порядок работы')).toBe('Дорожная карта лицея');
	expect(titleOf('Сетевой план-график реализации проекта\nна 2026 год')).toBe(
		'Сетевой план-график реализации проекта на 2026 год'
	);
	expect(titleOf('Школа «Сад знаний»\nКак мы растим учителей: план на 2026 год')).toBe(
		'Как мы растим учителей: план на 2026 год'
	);
	expect(titleOf('План работы молодых педагогов,\nразработанный советом наставников')).toBe(
		'План работы молодых педагогов, разработанный советом наставников'
	);
});

test('a house named by its kind and its name above the title is none of it; a title broken before a small letter is whole', () => {
	expect(titleOf('Студия детского чтения «Лампа»\nНаставничество: план действий на 2026 год')).toBe(
		'Наставничество: план действий на 2026 год'
	);
	expect(titleOf('Школа народных ремёсел «Узор»\nИдём рядом, 2025/2026')).toBe('Идём рядом, 2025/2026');
	expect(titleOf('Наш путь к мастерству,\nили план наставничества на 2026 год')).toBe(
		'Наш путь к мастерству, или план наставничества на 2026 год'
	);
	expect(titleOf('Школа молодого учителя «Старт»\n2025/2026 учебный год')).toBe(
		'Школа молодого учителя «Старт» 2025/2026 учебный год'
	);
});

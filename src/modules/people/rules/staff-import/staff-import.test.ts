import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftOf, headingsOf, listRows } from './draft';
import { fieldOf, findHeader } from './headers';
import { fatesOf, type Known } from './matching';
import { dayFromList } from './rows';

const today = '2026-09-05';
const belova: Known = {
	id: 'belova',
	familyName: 'Белова',
	givenName: 'Анна',
	patronymic: 'Сергеевна',
	sex: 'female',
	bornOn: '1985-03-14',
	posts: ['учитель математики'],
	subjects: ['алгебра', 'геометрия'],
	teachingSince: '2019-09-01',
	employedSince: '2020-09-01',
	email: '',
	phone: '+7 900 000-00-00',
	here: true,
	leftBefore: null
};
const fates = (grid: string[][], people: readonly Known[] = [belova]) =>
	fatesOf(listRows(draftOf([grid]), today), people, today);

test.each([
	['Ф.И.О.', 'fullName'],
	['Фамилия, имя, отчество', 'fullName'],
	['ФИО педагога (полностью)', 'fullName'],
	['Фамилия', 'familyName'],
	['Дата рожд.', 'bornOn'],
	['ЗАНИМАЕМАЯ  ДОЛЖНОСТЬ', 'post'],
	['Преподаваемый предмет', 'subjects'],
	['Пед. стаж', 'teachingSince'],
	['Стаж педагогической работы', 'teachingSince'],
	['Стаж работы по специальности', 'teachingSince'],
	['Стаж', 'teachingSince'],
	['Общий стаж', null],
	['Общий трудовой стаж', null],
	['Дата приёма на работу', 'employedOn'],
	['Принят(а)', 'employedOn'],
	['E-mail', 'email'],
	['Адрес эл. почты', 'email'],
	['Контактный телефон', 'phone'],
	['Моб. тел.', 'phone'],
	['Пол', 'sex'],
	['№ п/п', null],
	['Квалификационная категория', null],
	['Образование', null],
	['Дата прохождения курсов', null],
	['Любимый цвет', undefined]
])('the heading «%s» means %s', (heading, field) => {
	expect(fieldOf(heading)).toBe(field);
});

test('the headings stand under title rows, in any order, in two storeys', () => {
	const grid = [
		['Список педагогических работников МБОУ «Школа № 1»', '', ''],
		['', '', ''],
		['№', 'Должность', 'Стаж', '', 'ФИО'],
		['', '', 'общий', 'педагогический', ''],
		['1', '2', '3', '4', '5'],
		['1', 'учитель физики', '12', '7', 'Гусев Борис Олегович']
	];
	const header = findHeader(grid);
	expect(header).toMatchObject({ row: 2, height: 2, columns: [null, 'post', null, 'teachingSince', 'fullName'] });
	expect(headingsOf(draftOf([grid]))).toEqual(['№', 'Должность', 'Стаж · общий', 'педагогический', 'ФИО']);
	expect(fates(grid)).toMatchObject([
		{ state: 'ignored', why: 'номера столбцов' },
		{
			state: 'new',
			number: 6,
			told: { familyName: 'Гусев', sex: 'male', teachingSince: '2019-09-05', post: 'учитель физики' }
		}
	]);
});

test('a table without headings is told what to do', () => {
	expect(() => draftOf([[['Гусев Борис Олегович', 'учитель']]])).toThrow('Не найдены заголовки');
});

test('columns in any order say the same', () => {
	const columns = [
		['ФИО', 'БЕЛОВА Анна Сергеевна'],
		['Должность', 'Учитель  математики'],
		['Дата рождения', '14.03.1985'],
		['Предметы', 'геометрия; Алгебра'],
		['Пед. стаж', '7 лет'],
		['Тел.', '8 (900) 000-00-00'],
		['Общий стаж', '20 лет'],
		['Дата приёма', '01.09.2020']
	] as const;
	fc.assert(
		fc.property(fc.shuffledSubarray([...columns], { minLength: columns.length }), (shuffled) => {
			const [fate] = fates([shuffled.map(([heading]) => heading), shuffled.map(([, cell]) => cell)]);
			expect(fate?.state).toBe('changed');
			expect(fate?.state === 'changed' && fate.differences.map(({ field }) => field)).toEqual(['phone']);
		})
	);
});

test('a list says what it says: blank cells change nothing, told ones are named', () => {
	const heads = ['Фамилия', 'Имя', 'Отчество', 'Должность', 'Эл. почта', 'Пед. стаж'];
	expect(fates([heads, ['белова', 'анна', 'сергеевна', '', '', '–']])).toMatchObject([{ state: 'same' }]);
	expect(fates([heads, ['Белова', 'Анна Сергеевна', '', 'завуч', 'belova@example.org', '8 лет']])).toMatchObject([
		{
			state: 'changed',
			differences: [
				{ field: 'post', from: 'учитель математики', to: 'завуч' },
				{ field: 'teachingSince', from: '01.09.2019', to: '05.09.2018' },
				{ field: 'email', from: 'не указано', to: 'belova@example.org' }
			]
		}
	]);
});

test('somebody who left is taken on again; not before the last time was over', () => {
	const left = { ...belova, here: false, employedSince: null, leftBefore: '2025-05-31' };
	const heads = ['ФИО', 'Дата приёма'];
	expect(fates([heads, ['Белова Анна Сергеевна', '25.08.2026']], [left])).toMatchObject([
		{ state: 'changed', differences: [{ field: 'here', to: 'работает с 25.08.2026' }] }
	]);
	expect(fates([heads, ['Белова Анна Сергеевна', '01.09.2020']], [left])).toMatchObject([
		{ state: 'error', problems: [expect.stringContaining('31.05.2025')] }
	]);
});

test('namesakes are told apart by birth, then by post; otherwise one is asked', () => {
	const heads = ['ФИО', 'Дата рождения', 'Должность'];
	const other = { ...belova, id: 'other', bornOn: '1992-01-01', posts: ['логопед'] };
	const name = 'Белова Анна Сергеевна';
	expect(fates([heads, [name, '01.01.1992', '']], [belova, other])).toMatchObject([
		{ state: 'same', person: { id: 'other' } }
	]);
	expect(fates([heads, [name, '', 'Логопед']], [belova, other])).toMatchObject([{ person: { id: 'other' } }]);
	expect(fates([heads, [name, '02.02.2000', 'логопед']], [belova, other])).toMatchObject([{ state: 'new' }]);
	expect(fates([heads, [name, '', 'повар']], [belova, other])).toMatchObject([
		{ state: 'error', problems: [expect.stringContaining('несколько человек с таким именем')] }
	]);
	expect(fates([heads, [name, '02.02.2000', 'логопед']], [belova])).toMatchObject([{ state: 'new' }]);
});

test('a person twice in one file, a vacancy, a section, a total, a line without a name', () => {
	const grid = [
		['ФИО', 'Должность', 'Дата рождения'],
		['Начальная школа', '', ''],
		['Гусев Борис Олегович', 'учитель физики', '01.02.1999'],
		['Гусев Борис Олегович', 'учитель химии', ''],
		['Гусев Борис Олегович', 'учитель труда', '05.05.1970'],
		['Вакансия', 'психолог', ''],
		['', 'дворник', '01.01.1980'],
		['Петров', 'сторож', '31.02.1980'],
		['Итого', '5', '']
	];
	expect(
		fates(grid).map((fate) => ('problems' in fate ? fate.problems.join() : 'why' in fate ? fate.why : fate.state))
	).toEqual([
		'заголовок раздела',
		'new',
		expect.stringContaining('уже есть в строке 3'),
		'new',
		'вакансия',
		'Нет имени: заполните ФИО',
		expect.stringContaining('Имя не разобрано'),
		'итог'
	]);
});

test('every problem of a line is told at once, with what was written', () => {
	const [fate] = fates([
		['ФИО', 'Дата рождения', 'Пед. стаж', 'E-mail', 'Дата приёма'],
		['Гусев Борис Олегович', '31.02.1999', 'давно', 'gusev', '1 сентября']
	]);
	expect(fate).toMatchObject({
		state: 'error',
		problems: [
			expect.stringContaining('Стаж «давно»'),
			expect.stringContaining('Дата рождения «31.02.1999»'),
			expect.stringContaining('Дата приёма «1 сентября»'),
			expect.stringContaining('«gusev»')
		]
	});
});

test.each([
	['14.03.1985', '1985-03-14'],
	['14.3.85', '1985-03-14'],
	['01.09.20', '2020-09-01'],
	['14/03/1985', '1985-03-14'],
	['1985-03-14', '1985-03-14'],
	['31120', '1985-03-14'],
	['14.03.1985 г.', '1985-03-14'],
	['14.03.1985 00:00:00', '1985-03-14'],
	['31.02.1985', undefined],
	['март 1985', undefined]
])('a list writes a day as «%s»', (text, day) => {
	expect(dayFromList(text, today)).toBe(day);
});

test('whatever stands in a table, each line has a fate and nothing breaks', () => {
	const cell = fc.oneof(
		fc.string(),
		fc.constantFrom('', 'Белова Анна Сергеевна', '01.01.1990', '7 лет', 'ФИО', '=1+1', 'Итого')
	);
	fc.assert(
		fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 6 }), { maxLength: 12 }), (rows) => {
			const grid = [['ФИО', 'Должность', 'Дата рождения', 'Стаж', 'Телефон', 'Предмет'], ...rows];
			expect(fates(grid).length).toBeGreaterThanOrEqual(rows.length - 1);
		})
	);
});

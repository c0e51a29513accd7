import { expect, test } from 'vitest';
import { readPastedText } from '../readers/read-roadmap';

/** A plan of rows by tabs under whatever stands above it. */
const plan = (above: string, rows: readonly string[]) =>
	readPastedText([above, ...rows.map((row) => row.replaceAll(' | ', '\t'))].join('\n'));

const rows = [
	'№ | Мероприятие | Срок | Ответственный',
	'1 | Издать приказ о наставничестве | сентябрь | директор',
	'2 | Провести анкетирование | октябрь | педагог-психолог',
	'3 | Отчёт куратора | май | куратор'
];

test.each([
	[
		'Идём вместе!\nЧто делаем в 2025-2026 учебном году для новых учителей',
		'Идём вместе! Что делаем в 2025-2026 учебном году для новых учителей'
	],
	['МБОУ СОШ № 3\nШаги навстречу\nНаставничество. 2025-2026', 'Шаги навстречу Наставничество. 2025-2026'],
	[
		'УТВЕРЖДЕНО\nприказом от 01.09.2025 № 5\nЦикл работы с новичками\n2025 – 2026 учебный год',
		'Цикл работы с новичками 2025 – 2026 учебный год'
	],
	[
		'План наставничества на 2025-2026 учебный год\nВ школе работают 9 учителей, двое из них новые.',
		'План наставничества на 2025-2026 учебный год'
	]
])('a plan that nobody calls so has its title and its year: %s', (above, title) => {
	const understood = plan(above, rows);
	expect(understood.title).toBe(title);
	expect(understood.period).toEqual({ from: '2025-09-01', to: '2026-08-31' });
	expect(understood.activities[0]?.deadline.windows[0]).toEqual({ from: '2025-09-01', to: '2025-09-30' });
});

test.each([
	['План на 2025/2026 и 2026/2027 учебные годы', '2025-09-01', '2027-08-31'],
	['План на 2025-й – 2026-й учебный год', '2025-09-01', '2026-08-31'],
	['План наставничества-2026', '2026-01-01', '2026-12-31'],
	['План школы наставника на 2026 г. (январь-июнь)', '2026-01-01', '2026-06-30'],
	['План наставничества\nВремя реализации: февраль – ноябрь 2026 г.', '2026-02-01', '2026-11-30']
])('the period is told by %s', (above, from, to) => {
	expect(plan(above, rows).period).toEqual({ from, to });
});

test('a column nobody named holds what comes of it, or the stages, by what stands in it', () => {
	const { stages, activities } = plan('План на 2025-2026 учебный год', [
		'Спринт | Задача спринта | Даты | Отвечает | Где это видно потом',
		'Сборка | Обновить приказ о наставничестве | 1–5 сентября | директор | Приказ',
		' | Опросить новичков об их трудностях | октябрь | педагог-психолог | Справка',
		' | Составить пары по итогам опроса | ноябрь | методист | Список пар',
		'Полёт | Посещать уроки друг друга | 1 раз в месяц | наставники | Листы посещений',
		' | Подвести итоги года на педсовете | май | куратор | Протокол'
	]);
	expect(stages.map(({ title }) => title)).toEqual(['Сборка', 'Полёт']);
	expect(activities.map(({ stage }) => stage)).toEqual([0, 0, 0, 1, 1]);
	expect(activities.map(({ results }) => results.join())).toEqual([
		'Приказ',
		'Справка',
		'Список пар',
		'Листы посещений',
		'Протокол'
	]);
});

test('«-//-» says what the cell above says', () => {
	const { activities } = plan('План на 2025-2026 учебный год', [
		...rows.slice(0, 2),
		'2 | Назначить куратора | -//- | -//-',
		'3 | Собрать согласия | то же | секретарь'
	]);
	expect(activities.map(({ deadline }) => deadline.windows[0]?.to)).toEqual(['2025-09-30', '2025-09-30', '2025-09-30']);
	expect(activities[1]?.responsible).toEqual([{ text: 'директор', kind: 'role' }]);
});

test('a post beside a name is of somebody else where the plan shows that the name has another and the post its own row', () => {
	const cells = ['Методист Диодова П.С.', 'Диодова П.С., педагог-психолог', 'Педагог-психолог', 'Ким А.А., завуч'];
	const { activities } = plan('План на 2025-2026 учебный год', [
		rows[0] as string,
		...cells.map((cell, at) => `${at + 1} | Встреча наставников ${at + 1} | май | ${cell}`)
	]);
	expect(activities.map(({ responsible }) => responsible.map(({ text }) => text))).toEqual([
		['Методист Диодова П.С.'],
		['Диодова П.С.', 'педагог-психолог'],
		['Педагог-психолог'],
		['Ким А.А., завуч']
	]);
});

test('what a plan is about is heard in none of its rows', () => {
	const { activities } = plan('Дорожная карта сетевого наставничества на 2025-2026 учебный год', [
		rows[0] as string,
		'1 | Составить сетевой календарный план | сентябрь | куратор',
		'2 | Сетевой конкурс молодых педагогов | март | куратор',
		'3 | Сетевая анкета для наставников | апрель | психолог',
		'4 | Приказ о сетевых парах | октябрь | директор'
	]);
	expect(activities.map(({ capability }) => capability)).toEqual(['plan', 'contest', 'survey', 'pair-order']);
});

test.each(['Участок | Движение | Рубеж | Капитан | След', '№ | Куда идём | Рубеж | Капитан | След'])(
	'a head in words of nobody is a head: %s',
	(head) => {
		const { activities } = plan('План на 2025-2026 учебный год', [
			head,
			'1 | Издать приказ о наставничестве в школе | сентябрь | директор | Приказ',
			'2 | Провести анкетирование молодых учителей | октябрь | педагог-психолог | Справка',
			'3 | Встречи наставников с молодыми | ежемесячно | наставники | Дневник',
			'4 | Отчёт куратора | май | куратор | Отчёт'
		]);
		expect(activities.map(({ title }) => title).slice(0, 2)).toEqual([
			'Издать приказ о наставничестве в школе',
			'Провести анкетирование молодых учителей'
		]);
		expect(activities.map(({ deadline }) => deadline.kind)).toEqual(['windows', 'windows', 'cadence', 'windows']);
		expect(activities[1]?.responsible[0]?.text).toBe('педагог-психолог');
		expect(activities.map(({ results }) => results.join())).toEqual(['Приказ', 'Справка', 'Дневник', 'Отчёт']);
	}
);

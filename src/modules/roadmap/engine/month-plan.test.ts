import { expect, test } from 'vitest';
import { readPastedText } from '../readers/read-roadmap';

test('in a plan by months a month written once holds for the rows below it; the term of the plan is no part of its title', async () => {
	const plan = await readPastedText(
		[
			'План работы наставников лицея',
			'Период реализации: сентябрь 2025 – май 2026',
			'',
			'Месяц\tСодержание работы\tОтветственные',
			'Сентябрь\tОзнакомление с рабочими программами\tнаставники',
			'\tЗнакомство с кабинетом\tнаставники',
			'Октябрь\tПосещение уроков\tзавуч'
		].join('\n')
	);
	expect(plan.title).toBe('План работы наставников лицея');
	expect(plan.period).toEqual({ from: '2025-09-01', to: '2026-05-31' });
	expect(plan.activities.map(({ deadline }) => deadline.text)).toEqual(['Сентябрь', 'Сентябрь', 'Октябрь']);
});

const tabs = (...lines: string[]) => readPastedText(lines.join('\n'));
const termsOf = ({ activities }: Awaited<ReturnType<typeof tabs>>) =>
	activities.map(({ title, deadline, stage }) => `${title}: ${deadline.windows.map(({ from }) => from)}, ${stage}`);

test('months that head rows are their terms, and stages where there are no others', async () => {
	const plan = await tabs(
		'План наставничества на 2025-2026 учебный год',
		'Мероприятие\tОтветственный\tИтог',
		'Сентябрь',
		'Знакомство с кабинетом химии\tнаставник\tЗапись',
		'Октябрь',
		'Посещение уроков\tзавуч\tЛист',
		'Разговор об уроках\tзавуч\tЗапись'
	);
	expect(termsOf(plan)).toEqual([
		'Знакомство с кабинетом химии: 2025-09-01, 0',
		'Посещение уроков: 2025-10-01, 1',
		'Разговор об уроках: 2025-10-01, 1'
	]);
	expect(plan.stages.map(({ title }) => title)).toEqual(['Сентябрь', 'Октябрь']);
	expect(plan.warnings.filter((warning) => /сроки/.test(warning))).toEqual([]);
});

test('months under stages are terms alone; a row with a term of its own keeps it', async () => {
	const plan = await tabs(
		'План наставничества на 2025-2026 учебный год',
		'Мероприятие\tСрок\tОтветственный',
		'Этап 1. Начало',
		'Сентябрь',
		'Знакомство с кабинетом химии\t\tнаставник',
		'Опрос пар\tдо 25 сентября\tзавуч',
		'Этап 2. Итоги',
		'Май',
		'Разговор об уроках\t\tзавуч'
	);
	expect(plan.stages.map(({ title }) => title)).toEqual(['Начало', 'Итоги']);
	expect(plan.activities.map(({ deadline, stage }) => [deadline.text, stage])).toEqual([
		['Сентябрь', 0],
		['до 25 сентября', 0],
		['Май', 1]
	]);
	expect(plan.pieces.filter(({ text }) => text === 'Май').map(({ use }) => use)).toEqual(['activity']);
});

test('a plan without any table: what stands under a month is done in it, numbered or not', async () => {
	const numbered = await tabs(
		'План работы наставника Рябовой Т.В.',
		'на 2025/26 учебный год',
		'',
		'Сентябрь',
		'1. Знакомство с кабинетом.',
		'2. Разговор о рабочей программе.',
		'Январь – февраль',
		'3. Открытый урок.',
		'Составила ________ Рябова Т.В.'
	);
	expect(termsOf(numbered)).toEqual([
		'Знакомство с кабинетом: 2025-09-01, 0',
		'Разговор о рабочей программе: 2025-09-01, 0',
		'Открытый урок: 2026-01-01, 1'
	]);
	const plain = await tabs(
		'План наставничества на 2025-2026 учебный год',
		'I четверть',
		'Знакомство с кабинетом',
		'Разговор о рабочей программе,',
		'о журнале',
		'II четверть',
		'Открытый урок',
		'III четверть',
		'Отзыв наставника'
	);
	expect(termsOf(plain)).toEqual([
		'Знакомство с кабинетом: 2025-09-01, 0',
		'Разговор о рабочей программе, о журнале: 2025-09-01, 0',
		'Открытый урок: 2025-11-01, 1',
		'Отзыв наставника: 2026-01-01, 2'
	]);
});

test('headings above tables name their stages, the first one too', async () => {
	const table = (heading: string, deed: string) => [
		heading,
		'Мероприятие\tСрок\tОтветственный',
		`${deed}\tмай\tзавуч`,
		`${deed} ещё раз\tиюнь\tзавуч`,
		'',
		'',
		''
	];
	const plan = await tabs(
		'План наставничества на 2025-2026 учебный год',
		...table('1. Работа с кадрами', 'Опрос учителей'),
		...table('2. Итоги года', 'Отчёт куратора')
	);
	expect(plan.title).toBe('План наставничества на 2025-2026 учебный год');
	expect(plan.stages.map(({ title }) => title)).toEqual(['Работа с кадрами', 'Итоги года']);
	expect(plan.activities.map(({ stage }) => stage)).toEqual([0, 0, 1, 1]);
});

test('«В течение года» heads rows as a month does; a column whose head says nothing is told by what stands in it', async () => {
	const plan = await tabs(
		'План наставничества на 2026 год',
		'№\tЧто делаем\tОсобые люди',
		'1-е полугодие',
		'1\tПриказ о парах\tдиректор',
		'2\tОпрос\tпсихолог, наставники',
		'В течение года',
		'3\tКонсультации\tнаставники'
	);
	expect(
		plan.activities.map(({ deadline, responsible }) => [deadline.kind, deadline.windows[0]?.to, responsible.length])
	).toEqual([
		['windows', '2026-06-30', 1],
		['windows', '2026-06-30', 2],
		['throughout', '2026-12-31', 1]
	]);
});

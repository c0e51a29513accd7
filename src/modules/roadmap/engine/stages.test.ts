import { expect, test } from 'vitest';
import { isStageGoal, namesStage, readStageLabel } from './stages';

test.each([
	['Этап 1. Подготовка', '1', 'Подготовка'],
	['I этап. Подготовка условий', 'I', 'Подготовка условий'],
	['1 этап – организационный', '1', 'организационный'],
	['Раздел II. Работа с кадрами', 'II', 'Работа с кадрами'],
	['3. Отбор наставников', '3', 'Отбор наставников'],
	['IV. Итоги', 'IV', 'Итоги'],
	['Шаг третий. Работаем', '3', 'Работаем'],
	['Блок А. Документы и люди', 'А', 'Документы и люди'],
	['Часть вторая: пары', '2', 'пары'],
	['Подготовительный этап', null, 'Подготовительный этап'],
	['Отбор и обучение.', null, 'Отбор и обучение']
])('«%s»', (text, number, title) => expect(readStageLabel(text)).toEqual({ number, title, goal: null }));

test('the goal of a stage is told from its title', () => {
	expect(readStageLabel('Этап 2. Поиск Задача этапа – найти желающих')).toEqual({
		number: '2',
		title: 'Поиск',
		goal: 'найти желающих'
	});
	expect(isStageGoal('Задача этапа: найти желающих')).toBe(true);
	expect(isStageGoal('Задачи на год и этапы')).toBe(false);
});

test('a heading names itself; a thing to do does not', () => {
	for (const text of [
		'Этап 3. Пары',
		'II. Пары',
		'2 этап',
		'Блок 1',
		'Первый этап',
		'Шаг первый',
		'Блок Б. Пары',
		'Аналитический этап (май)'
	])
		expect(namesStage(text), text).toBe(true);
	for (const text of [
		'Проведение этапа конкурса',
		'Итоговая встреча',
		'Поэтапный план',
		'Шаги навстречу',
		'Отчётный период наставников',
		'Шаг в профессию',
		'Блок и память',
		'Вводный инструктаж'
	])
		expect(namesStage(text), text).toBe(false);
});

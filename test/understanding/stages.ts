import type { Random } from './random';

/** Names of stages, in our own words: seven, nine, three, four; by number or by name. */
const models: readonly (readonly string[])[] = [
	[
		'Подготовка условий для запуска программы',
		'Создание базы наставляемых',
		'Создание базы наставников',
		'Отбор и обучение наставников',
		'Образование наставнических пар и групп',
		'Работа наставнических пар',
		'Завершение наставничества'
	],
	[
		'Организационная подготовка',
		'Нормативное обеспечение',
		'Выявление запросов',
		'База участников',
		'Обучение',
		'Формирование пар',
		'Работа пар',
		'Мониторинг и оценка',
		'Обобщение опыта и итоги'
	],
	['Подготовительный этап', 'Основной этап', 'Заключительный этап'],
	['Организационный', 'Практический', 'Аналитический'],
	['Проектировочный этап', 'Внедренческий этап', 'Контрольно-оценочный этап', 'Итоговый этап'],
	['Организационно-методическая работа', 'Информационное сопровождение', 'Работа с кадрами', 'Контроль и отчётность']
];

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];

/** `label`: as the document writes it. */
export type InventedStage = { title: string; label: string };
export type StageManner = 'none' | 'section' | 'column-first' | 'column-merged' | 'column-repeated';

export function inventStages(random: Random): { manner: StageManner; stages: InventedStage[] } {
	const manner = random.pick<StageManner>([
		'none',
		'none',
		'section',
		'section',
		'section',
		'column-first',
		'column-merged',
		'column-repeated'
	]);
	if (manner === 'none') return { manner, stages: [] };
	const titles = random.pick(models);
	const inSection = [
		(title: string, index: number) => `${roman[index]}. ${title}`,
		(title: string, index: number) => `${index + 1}. ${title}`,
		(title: string, index: number) => (/этап/i.test(title) ? title : `Этап ${index + 1}. ${title}`),
		(title: string, index: number) =>
			/этап/i.test(title) ? `${roman[index]}. ${title}` : `${roman[index]} этап. ${title}`,
		(title: string, index: number) => (/этап/i.test(title) ? title : `Раздел ${roman[index]}. ${title}`),
		(title: string) => title.toUpperCase()
	];
	const style = manner === 'section' ? random.pick(inSection) : (title: string) => title;
	return { manner, stages: titles.map((title, index) => ({ title, label: style(title, index) })) };
}

const goals = [
	'создать условия для участников',
	'найти тех, кто поможет',
	'научить и подготовить',
	'закрепить достигнутое',
	'оценить сделанное'
];
export const inventGoal = (random: Random) =>
	`${random.pick(['Задача этапа', 'Цель этапа', 'Задачи этапа'])}: ${random.pick(goals)}`;

import type { Option } from '../questionnaire';

/** Where one needs help and another can give it: the same codes on both sides, so that they can be matched. */
export const areas: readonly Option[] = [
	{ code: 'subject', text: 'Содержание своего предмета или направления' },
	{ code: 'planning', text: 'Планирование: {lesson}, неделя, год' },
	{ code: 'methods', text: 'Методы и приёмы: как строится {lesson}' },
	{ code: 'discipline', text: 'Внимание и дисциплина' },
	{ code: 'assessment', text: 'Оценивание и обратная связь' },
	{ code: 'differences', text: 'Дети с разными возможностями, ОВЗ' },
	{ code: 'parents', text: 'Разговор с родителями' },
	{ code: 'group', text: 'Воспитательная работа, классное руководство' },
	{ code: 'digital', text: 'Цифровые инструменты' },
	{ code: 'documents', text: 'Документы, журнал, отчёты' },
	{ code: 'colleagues', text: 'Отношения с коллегами, место в коллективе' },
	{ code: 'growth', text: 'Аттестация, конкурсы, публикации' }
];

/** How two people may work together; asked of both. */
export const formats: readonly Option[] = [
	{ code: 'meetings', text: 'Встречи вдвоём' },
	{ code: 'visits', text: 'Посещать {lesson.many} друг друга' },
	{ code: 'remote', text: 'На расстоянии: звонки, переписка' },
	{ code: 'small-group', text: 'Небольшой группой' },
	{ code: 'together', text: 'Готовить и проводить что-то вместе' }
];

export const freeTimes: readonly Option[] = [
	{ code: 'mornings', text: 'Утром, до работы' },
	{ code: 'windows', text: 'Днём, в «окно» или тихий час' },
	{ code: 'afternoons', text: 'Во второй половине дня' },
	{ code: 'evenings', text: 'Вечером, на расстоянии' },
	{ code: 'vacations', text: 'В каникулы' }
];

import type { Option } from '../questionnaire';
import { grid, type LibraryQuestionnaire, levels, multiple, section, sources, words } from './shape';

/** How hard it is, 0–3 (domain.md 8.7); less is better. */
const hardness = levels('Не затрудняет', 'Иногда', 'Часто', 'Не могу без помощи');
const hardnessSeen = levels('Не заметно', 'Иногда', 'Часто', 'Не справляется без помощи');

const row = (code: string, text: string): Option => ({ code, text });

const blocks: readonly { code: string; title: string; rows: readonly Option[] }[] = [
	{
		code: 'subject',
		title: 'Предмет',
		rows: [
			row('content', 'Содержание предмета, трудные темы'),
			row('explain', 'Объяснить сложное просто'),
			row('tasks', 'Подобрать задания разного уровня')
		]
	},
	{
		code: 'methods',
		title: 'Методика',
		rows: [
			row('goal', 'Ставить ясную цель'),
			row('plan', 'Планировать {lesson.many} и укладываться во время'),
			row('activity', 'Включить в работу каждого'),
			row('assess', 'Оценивать и давать обратную связь'),
			row('reflect', 'Разобрать проведённое и увидеть следующий шаг')
		]
	},
	{
		code: 'psychology',
		title: 'Психология и педагогика',
		rows: [
			row('discipline', 'Держать внимание и порядок'),
			row('motivation', 'Заинтересовать'),
			row('differences', 'Работать с детьми с разными возможностями'),
			row('conflicts', 'Справляться с конфликтами')
		]
	},
	{
		code: 'contact',
		title: 'Общение',
		rows: [
			row('parents', 'Говорить с родителями'),
			row('colleagues', 'Просить о помощи и сотрудничать с коллегами'),
			row('public', 'Выступать перед взрослыми')
		]
	},
	{
		code: 'digital',
		title: 'Цифровые инструменты',
		rows: [
			row('tools', 'Доска, презентации, платформы'),
			row('materials', 'Найти и проверить материалы'),
			row('remote', 'Работать на расстоянии')
		]
	},
	{
		code: 'documents',
		title: 'Документы',
		rows: [
			row('programme', 'Рабочая программа и планирование'),
			row('journal', 'Журнал и отчёты'),
			row('attestation', 'Портфолио и аттестация')
		]
	}
];

type Eyes = { eyes: 'self' | 'mentor' | 'observer'; name: string; whom: string; intro: string };

/** The same table by three pairs of eyes, twice: the codes agree, so that all six may stand side by side. */
const deficitsBy = ({ eyes, name, whom, intro }: Eyes): LibraryQuestionnaire => ({
	code: `deficits-${eyes}`,
	name,
	whom,
	when: 'в начале работы и в конце',
	about: 'Что даётся трудно: шесть блоков, уровень от 0 до 3. Повторяется в конце, чтобы увидеть, что изменилось.',
	identity: 'named',
	minutes: eyes === 'self' ? 6 : 5,
	source: sources.own,
	stages: { at: 'both', with: `deficits-${eyes}` },
	contents: {
		intro,
		thanks: 'Спасибо. Ответы станут основой программы пары.',
		sections: [
			section(
				'Шесть блоков',
				blocks.map(({ code, title, rows }) =>
					grid(
						code,
						`${title}: ${eyes === 'self' ? 'насколько это вам трудно?' : 'насколько это трудно наставляемому?'}`,
						rows,
						eyes === 'self' ? hardness : hardnessSeen,
						{ required: eyes === 'self', meaning: 'deficit', comparison: 'growth' }
					)
				)
			),
			section('Главное', [
				multiple(
					'first',
					'С чего начать?',
					blocks.map(({ code, title }) => row(code, title)),
					{ most: 2, meaning: 'priority' }
				),
				words('request', eyes === 'self' ? 'В чём нужна помощь прежде всего?' : 'Что поможет прежде всего?', {
					meaning: 'request'
				})
			])
		]
	}
});

export const diagnosis: readonly LibraryQuestionnaire[] = [
	deficitsBy({
		eyes: 'self',
		name: 'Самодиагностика затруднений',
		whom: 'наставляемые',
		intro: 'Отметьте, насколько трудно вам даётся каждое дело. Это не проверка: по ответам составят вашу программу.'
	}),
	deficitsBy({
		eyes: 'mentor',
		name: 'Затруднения наставляемого: взгляд наставника',
		whom: 'наставники',
		intro: 'Отметьте, что вы видите в работе наставляемого. Чего не видели, пропустите.'
	}),
	deficitsBy({
		eyes: 'observer',
		name: 'Затруднения наставляемого: взгляд наблюдателя',
		whom: 'куратор, методист или заместитель, который посещал {lesson.many}',
		intro: 'Отметьте, что вы видели сами. Чего не видели, пропустите.'
	})
];

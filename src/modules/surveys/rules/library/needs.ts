import { areas, formats, freeTimes } from './areas';
import {
	type LibraryQuestionnaire,
	levels,
	line,
	multiple,
	no,
	options,
	section,
	single,
	sources,
	words,
	yes,
	yesNo
} from './shape';

/** The most urgent first: the bank counts by the place (rules/bank.ts). */
const priority = [
	{ code: 'now', text: 'Нужна уже сейчас' },
	{ code: 'term', text: 'В ближайшие два-три месяца' },
	{ code: 'year', text: 'В течение года' },
	{ code: 'later', text: 'Не срочно' }
];

const needsOfMentees: LibraryQuestionnaire = {
	code: 'mentee-needs',
	name: 'Что мне нужно от наставника',
	whom: 'наставляемые и те, кто может ими стать',
	when: 'до подбора пар',
	about: 'Запрос, затруднения и удобное время: по ним подбирают наставника.',
	identity: 'named',
	minutes: 5,
	source: sources.own,
	contents: {
		intro: 'По ответам вам подберут наставника. Правильных ответов нет: пишите как есть.',
		thanks: 'Спасибо. Куратор посмотрит ответы и поговорит с вами, прежде чем что-то решать.',
		sections: [
			section('Что сейчас важно', [
				words('request', 'С чем вам больше всего нужна помощь?', {
					required: true,
					meaning: 'request',
					help: 'Одно главное, своими словами. Например: «Не успеваю сделать то, что задумала».'
				}),
				single('priority', 'Насколько срочно нужна помощь?', priority, { required: true, meaning: 'priority' }),
				multiple('areas', 'В чём ещё была бы полезна поддержка?', areas, { other: true, meaning: 'deficit' }),
				words('works', 'Что у вас уже получается хорошо?', { help: 'Этим вы можете быть полезны коллегам.' })
			]),
			section('Как удобно работать', [
				multiple('format', 'Как вам удобнее работать с наставником?', formats, { meaning: 'format' }),
				multiple('time', 'Когда вы обычно свободны?', freeTimes, { other: true, meaning: 'free-time' }),
				single(
					'rhythm',
					'Как часто хотелось бы встречаться?',
					options('Раз в неделю', 'Раз в две недели', 'Раз в месяц'),
					{
						other: true
					}
				),
				words('wish', 'Есть ли пожелания к наставнику?', {
					meaning: 'wish',
					help: 'Предмет, опыт, характер; с кем работать было бы неудобно.'
				})
			])
		]
	}
};

const offerOfMentors: LibraryQuestionnaire = {
	code: 'mentor-offer',
	name: 'Чем я могу быть полезен как наставник',
	whom: 'наставники и те, кто может ими стать',
	when: 'до подбора пар',
	about: 'Компетенции, достижения, время и пожелания: из них складывается банк наставников.',
	identity: 'named',
	minutes: 6,
	source: sources.own,
	contents: {
		intro:
			'Наставником становятся только по желанию. Ответы ни к чему не обязывают: о назначении договорятся с вами отдельно.',
		thanks: 'Спасибо. Куратор поговорит с вами о следующем шаге.',
		sections: [
			section('Готовность', [
				single(
					'wants',
					'Хотите ли вы быть наставником в этом учебном году?',
					[yes, { code: 'maybe', text: 'Пока думаю' }, no],
					{ required: true, meaning: 'wants-to-mentor' }
				),
				words('obstacle', 'Что помогло бы вам решиться?', { showIf: { question: 'wants', options: ['maybe', 'no'] } }),
				single(
					'capacity',
					'Со сколькими наставляемыми вы готовы работать?',
					[
						{ code: 'one', text: 'С одним', value: 1 },
						{ code: 'two', text: 'С двумя', value: 2 },
						{ code: 'three', text: 'С тремя', value: 3 },
						{ code: 'group', text: 'С небольшой группой', value: 5 }
					],
					{ meaning: 'capacity', showIf: { question: 'wants', options: ['yes', 'maybe'] } }
				)
			]),
			section('Чем вы сильны', [
				multiple('areas', 'В чём вы можете помочь коллеге?', areas, {
					required: true,
					other: true,
					meaning: 'competence'
				}),
				words('achievements', 'Какие ваши достижения пригодятся наставляемому?', {
					meaning: 'achievement',
					help: 'Конкурсы, публикации, категория, ученики, собственные приёмы.'
				}),
				single('experience', 'Был ли у вас опыт наставничества?', [
					{ code: 'often', text: 'Да, не раз' },
					{ code: 'once', text: 'Да, однажды' },
					{ code: 'informal', text: 'Помогал коллегам без назначения' },
					no
				]),
				line('interests', 'Чем вы увлекаетесь кроме работы?', { help: 'Общее увлечение часто помогает паре.' })
			]),
			section('Как удобно работать', [
				multiple('format', 'Какая работа вам ближе?', formats, { meaning: 'format' }),
				multiple('time', 'Когда вы обычно свободны?', freeTimes, { other: true, meaning: 'free-time' }),
				words('wish', 'Есть ли пожелания к наставляемому?', {
					meaning: 'wish',
					help: 'Предмет, опыт, характер; с кем работать было бы неудобно.'
				}),
				words('needs', 'Что нужно вам самим, чтобы быть хорошим наставником?', {
					help: 'Обучение, материалы, время, поддержка.'
				})
			])
		]
	}
};

const augustSheet: LibraryQuestionnaire = {
	code: 'august',
	name: 'Один листок в августе',
	whom: 'все педагоги',
	when: 'на августовском совещании',
	about: 'Запросы, затруднения и желание быть наставником – на одной странице; удобно раздать на бумаге.',
	identity: 'named',
	minutes: 3,
	source: sources.own,
	contents: {
		intro: 'Пять вопросов, чтобы начать учебный год.',
		thanks: 'Спасибо.',
		sections: [
			section('', [
				words('request', 'Какая помощь вам нужна в этом году?', { meaning: 'request' }),
				multiple('areas', 'Что даётся труднее всего?', areas, { most: 3, meaning: 'deficit' }),
				single(
					'mentor',
					'Хотите ли вы, чтобы у вас был наставник?',
					[yes, { code: 'maybe', text: 'Если понадобится' }, no],
					{
						meaning: 'wants-a-mentor'
					}
				),
				single('wants', 'Готовы ли вы быть наставником?', [yes, { code: 'maybe', text: 'Пока думаю' }, no], {
					meaning: 'wants-to-mentor'
				}),
				line('strong', 'В чём вы можете помочь коллегам?', { meaning: 'competence' })
			])
		]
	}
};

const stages = {
	a: {
		letter: 'А',
		name: 'студенты и те, кто только приходит в профессию',
		questions: [
			multiple('areas', 'В чём вам нужна поддержка в первую очередь?', areas, {
				most: 3,
				required: true,
				meaning: 'deficit'
			}),
			words('request', 'Что хотелось бы научиться делать уверенно к концу года?', { meaning: 'request' }),
			multiple('format', 'Какая помощь полезнее?', formats, { meaning: 'format' }),
			yesNo('mentor', 'Хотите ли вы, чтобы у вас был наставник?', { meaning: 'wants-a-mentor' })
		]
	},
	b: {
		letter: 'Б',
		name: 'работающие педагоги',
		questions: [
			multiple('areas', 'В чём вам сейчас интересно расти?', areas, { most: 3, required: true, meaning: 'deficit' }),
			words('request', 'Какой помощи от коллег вам не хватает?', { meaning: 'request' }),
			multiple('strong', 'В чём вы сами можете помочь?', areas, { meaning: 'competence' }),
			single('wants', 'Готовы ли вы быть наставником?', [yes, { code: 'maybe', text: 'Пока думаю' }, no], {
				meaning: 'wants-to-mentor'
			})
		]
	},
	c: {
		letter: 'В',
		name: 'мастера своего дела: эксперты, победители конкурсов, методисты',
		questions: [
			multiple('strong', 'Чему вы можете научить коллег?', areas, {
				required: true,
				other: true,
				meaning: 'competence'
			}),
			words('achievements', 'Каким опытом хотели бы поделиться?', { meaning: 'achievement' }),
			multiple('format', 'Как вам интереснее делиться опытом?', formats, { meaning: 'format' }),
			single('wants', 'Готовы ли вы быть наставником?', [yes, { code: 'maybe', text: 'Пока думаю' }, no], {
				required: true,
				meaning: 'wants-to-mentor'
			}),
			words('request', 'Что нужно вам самим: новое дело, площадка, поддержка?', { meaning: 'request' })
		]
	},
	d: {
		letter: 'Г',
		name: 'ветераны и те, кто завершает работу',
		questions: [
			multiple('strong', 'Какой опыт вы готовы передать?', areas, {
				required: true,
				other: true,
				meaning: 'competence'
			}),
			multiple('format', 'Как вам удобно участвовать?', formats, { meaning: 'format' }),
			multiple('time', 'Когда вам удобно?', freeTimes, { meaning: 'free-time' }),
			single('wants', 'Хотели бы вы быть наставником?', [yes, { code: 'maybe', text: 'Иногда, как советчик' }, no], {
				required: true,
				meaning: 'wants-to-mentor'
			}),
			single('digital', 'Нужна ли вам помощь с цифровыми инструментами?', levels('Нет', 'Иногда', 'Да, регулярно'), {
				help: 'Молодые коллеги охотно помогут: наставничество бывает и обратным.'
			})
		]
	}
};

/** Four short ones, a group each: S0 2.3. */
const groupNeeds = Object.entries(stages).map(
	([code, { letter, name, questions }]): LibraryQuestionnaire => ({
		code: `group-${code}`,
		name: `Потребности, желания и запросы: группа ${letter}`,
		whom: `группа ${letter}: ${name}`,
		when: 'после распределения по группам',
		about: `Короткая анкета группы ${letter}: кому нужна помощь и кто готов её дать.`,
		identity: 'named',
		minutes: 3,
		source: sources.own,
		contents: {
			intro: 'Ответы помогут собрать пары и группы.',
			thanks: 'Спасибо.',
			sections: [section('', questions)]
		}
	})
);

export const needs: readonly LibraryQuestionnaire[] = [augustSheet, needsOfMentees, offerOfMentors, ...groupNeeds];

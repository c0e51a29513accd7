import type { Comparison } from '../questionnaire';
import {
	type LibraryQuestionnaire,
	line,
	no,
	often,
	scale,
	section,
	single,
	sources,
	words,
	yes,
	yesNo
} from './shape';

const known = () => [
	single('known', 'Встречались ли вы с программами наставничества раньше?', [yes, no], { required: true }),
	line('where', 'Где?', { showIf: { question: 'known', options: ['yes'] } })
];

type Item = readonly [code: string, before: string, after: string, Comparison, satisfaction?: 'satisfaction'];

/** Items 3–12 of the mentee: what was expected and what came of it are no growth (domain.md 8.5). */
const ofMentee: readonly Item[] = [
	[
		'effect',
		'Насколько эффективной вы ожидаете программу?',
		'Насколько эффективной оказалась программа?',
		'expectation',
		'satisfaction'
	],
	[
		'comfort',
		'Насколько комфортно, по-вашему, будет участвовать?',
		'Насколько комфортно было участвовать?',
		'expectation',
		'satisfaction'
	],
	[
		'organising',
		'Какого качества вы ждёте от знакомства с коллективом, рабочим местом, обязанностями и требованиями?',
		'Как прошло знакомство с коллективом, рабочим местом, обязанностями и требованиями?',
		'expectation'
	],
	[
		'adaptation',
		'Насколько полезной вы ожидаете помощь в привыкании к профессии и должности?',
		'Насколько полезной была помощь в привыкании к профессии и должности?',
		'expectation'
	],
	[
		'skills',
		'Какой пользы вы ждёте от открытых {lesson.ofMany}, семинаров, вебинаров, конкурсов?',
		'Насколько полезны были открытые {lesson.many}, семинары, вебинары, конкурсы?',
		'expectation'
	],
	[
		'theory',
		'Насколько хорошо, по-вашему, вам передадут нужные теоретические знания?',
		'Насколько хорошо вам передали нужные теоретические знания?',
		'expectation'
	],
	['practice', 'А практические навыки?', 'А практические навыки?', 'expectation'],
	[
		'programme',
		'Какого качества программы адаптации вы ожидаете?',
		'Какого качества была программа адаптации?',
		'expectation'
	],
	[
		'support',
		'Насколько вам важно чувствовать поддержку наставника?',
		'Насколько вы чувствовали поддержку наставника?',
		'beside'
	],
	[
		'together',
		'Насколько вам важно остаться довольным совместной работой?',
		'Насколько вы довольны совместной работой?',
		'beside',
		'satisfaction'
	]
];

const ofMentor: readonly Item[] = [
	[
		'effect',
		'Насколько эффективной вы ожидаете программу?',
		'Насколько эффективной оказалась программа?',
		'expectation',
		'satisfaction'
	],
	[
		'comfort',
		'Насколько комфортной, по-вашему, будет работа?',
		'Насколько комфортной была работа?',
		'expectation',
		'satisfaction'
	],
	[
		'organising',
		'Насколько хорошо, по-вашему, вам удастся познакомить коллегу с коллективом, рабочим местом, обязанностями и требованиями?',
		'Насколько хорошо удалось познакомить коллегу с коллективом, рабочим местом, обязанностями и требованиями?',
		'expectation'
	],
	[
		'adaptation',
		'Насколько действенной вы ожидаете программу привыкания к профессии и должности?',
		'Насколько действенной была программа привыкания к профессии и должности?',
		'expectation'
	],
	[
		'theory',
		'Насколько хорошо с вашей помощью наставляемый овладеет теоретическими знаниями?',
		'Насколько хорошо наставляемый овладел теоретическими знаниями?',
		'expectation'
	],
	['practice', 'А практическими навыками?', 'А практическими навыками?', 'expectation'],
	[
		'programme',
		'Какого качества программу адаптации вы рассчитываете составить?',
		'Какого качества была программа адаптации?',
		'expectation'
	],
	[
		'involved',
		'Насколько вовлечённым вы ожидаете видеть наставляемого?',
		'Насколько вовлечённым был наставляемый?',
		'expectation'
	],
	[
		'together',
		'Насколько вы рассчитываете быть довольны совместной работой?',
		'Насколько вы довольны совместной работой?',
		'expectation',
		'satisfaction'
	]
];

const before = (items: readonly Item[]) => items.map(([code, text, , comparison]) => scale(code, text, { comparison }));
const after = (items: readonly Item[]) =>
	items.map(([code, , text, comparison, meaning]) => scale(code, text, { comparison, ...(meaning && { meaning }) }));

const met = scale('met', 'Насколько оправдались ваши ожидания?', { meaning: 'satisfaction' });
const glad = (text: string) => yesNo('glad', text, { comparison: 'beside' });
const open = [
	words('expected', 'Чего вы ожидали от программы?'),
	words('valued', 'Что было для вас особенно ценно?'),
	words('missed', 'Чего не хватило, что хотелось бы изменить?')
];
const future = [
	yesNo('continue', 'Хотели бы вы продолжить работу в программе?', { meaning: 'ready' }),
	yesNo('five', 'Видите ли вы своё развитие {place.atOne} в ближайшие пять лет?'),
	yesNo('culture', 'Хочется ли активнее участвовать в жизни коллектива?')
];
const works = yesNo('works', 'Появилось ли желание готовить собственные статьи, разработки, исследования?');

const made = (
	stage: Pick<LibraryQuestionnaire, 'code' | 'name' | 'whom' | 'stages' | 'contents'> & { minutes: number }
): LibraryQuestionnaire => ({
	...stage,
	when: stage.stages?.at === 'before' ? 'до начала работы пары' : 'по завершении работы',
	about:
		stage.stages?.at === 'before'
			? 'Первый этап: чего ждут от программы. Сравнивается со вторым: «ожидание – факт».'
			: 'Второй этап: что получилось и насколько довольны. Сравнивается с первым: «ожидание – факт».',
	identity: 'pseudonymous',
	source: sources.method
});

const beforeWords = {
	intro: 'Анкета до начала работы. Второй раз мы спросим о том же в конце и сравним ожидания с тем, что вышло.',
	thanks: 'Спасибо. Хорошей совместной работы.'
};
const afterWords = {
	intro: 'Анкета по завершении работы. Она помогает увидеть, что в программе удалось, а что стоит изменить.',
	thanks: 'Спасибо за год и за ответы.'
};
const marks = 'Оцените от 1 до 10, где 1 – самый низкий балл, 10 – самый высокий.';

export const stages: readonly LibraryQuestionnaire[] = [
	made({
		code: 'mentee-before',
		name: 'Наставляемый: первый этап',
		whom: 'наставляемые',
		minutes: 5,
		stages: { at: 'before', with: 'mentee-after' },
		contents: {
			...beforeWords,
			sections: [
				section('Знакомство с наставничеством', known()),
				section('Чего вы ожидаете', before(ofMentee), marks),
				section('Своими словами', [
					words('expected', 'Чего вы ждёте от программы и от своей роли в ней?'),
					words('valued', 'Что в программе для вас особенно ценно?'),
					often('frequency', 'Как часто вы ожидаете мероприятий, которые развивают навыки?', {
						comparison: 'expectation'
					}),
					glad('Рады ли вы участвовать в программе?')
				])
			]
		}
	}),
	made({
		code: 'mentee-after',
		name: 'Наставляемый: второй этап',
		whom: 'наставляемые',
		minutes: 7,
		stages: { at: 'after', with: 'mentee-before' },
		contents: {
			...afterWords,
			sections: [
				section('Знакомство с наставничеством', known()),
				section('Что получилось', [...after(ofMentee), met], marks),
				section('Своими словами', [
					...open,
					often('frequency', 'Как часто проводились мероприятия, которые развивают навыки?', {
						comparison: 'expectation'
					})
				]),
				section('Что дальше', [
					glad('Рады ли вы, что участвовали в программе?'),
					...future,
					yesNo('confident', 'Прибавилось ли уверенности и желания развиваться после общения с наставником?'),
					yesNo('learners', 'Стали ли лучше успехи и поведение ваших {learner.ofMany}?'),
					yesNo('conflicts', 'Стало ли меньше трудных ситуаций с коллегами и родителями?'),
					works
				])
			]
		}
	}),
	made({
		code: 'mentor-before',
		name: 'Наставник: первый этап',
		whom: 'наставники',
		minutes: 5,
		stages: { at: 'before', with: 'mentor-after' },
		contents: {
			...beforeWords,
			sections: [
				section('Знакомство с наставничеством', known()),
				section('Чего вы ожидаете', before(ofMentor), marks),
				section('Своими словами', [
					words('expected', 'Чего вы ждёте от программы и от своей роли в ней?'),
					words('valued', 'Что в программе для вас особенно ценно?'),
					often('frequency', 'Как часто вы собираетесь проводить мероприятия для наставляемого?', {
						comparison: 'beside'
					}),
					glad('Рады ли вы участвовать в программе?')
				])
			]
		}
	}),
	made({
		code: 'mentor-after',
		name: 'Наставник: второй этап',
		whom: 'наставники',
		minutes: 6,
		stages: { at: 'after', with: 'mentor-before' },
		contents: {
			...afterWords,
			sections: [
				section('Знакомство с наставничеством', known()),
				section('Что получилось', [...after(ofMentor), met], marks),
				section('Своими словами', [
					...open,
					often('frequency', 'Как часто вы проводили мероприятия для наставляемого?', { comparison: 'beside' })
				]),
				section('Что дальше', [glad('Рады ли вы, что участвовали в программе?'), ...future, works])
			]
		}
	})
];

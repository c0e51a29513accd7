import { type LibraryQuestionnaire, scale, section, sources, words } from './shape';

type Parameter = readonly [code: string, name: string];

/** The parameters of domain.md 7.4: the same scale on entry and on exit, so their difference is growth. */
const ofMentee: readonly Parameter[] = [
	['involved', 'Вовлечённость в программу'],
	['subject', 'Владение предметом и методикой'],
	['lesson', 'Планирование и проведение {lesson.ofMany}'],
	['group', 'Работа с {group.byOne}'],
	['digital', 'Цифровые инструменты'],
	['contact', 'Общение с коллегами и родителями'],
	['confidence', 'Уверенность в себе как педагоге'],
	['mood', 'Душевное состояние: силы, спокойствие, интерес к работе']
];
const ofMentor: readonly Parameter[] = [
	['involved', 'Вовлечённость в программу'],
	['wish', 'Желание быть наставником'],
	['time', 'Время, которое удаётся отдать наставляемому'],
	['feedback', 'Умение давать обратную связь'],
	['teaching', 'Умение объяснить и показать приём'],
	['contact', 'Общение с коллегами и родителями'],
	['mood', 'Душевное состояние: силы, спокойствие, интерес к работе']
];

type Side = { code: string; name: string; whom: string; parameters: readonly Parameter[]; basis: string };

/** One set of words for all eyes, so that what one says of oneself and what others see stand side by side. */
const assessment = ({ code, name, whom, parameters, basis }: Side): LibraryQuestionnaire => ({
	code,
	name,
	whom,
	when: 'на входе (октябрь) и на выходе (май)',
	about:
		'Одни и те же параметры оценивают сам участник и те, кто его видит: наставник, руководитель, педагог-психолог. Дважды по одной шкале: видно, что изменилось.',
	identity: 'named',
	minutes: 4,
	source: sources.evaluation,
	stages: { at: 'both', with: code },
	contents: {
		intro: 'Оцените, как это видится вам сегодня. Параметры известны всем заранее; весной их сравнят с нынешними.',
		thanks: 'Спасибо.',
		sections: [
			section(
				'Параметры',
				parameters.map(([parameter, text]) => scale(parameter, text, { comparison: 'growth' })),
				'Оцените каждый от 1 до 10.'
			),
			section('Своими словами', [words('basis', 'На чём основана оценка?', { help: basis })])
		]
	}
});

const basis = 'Что вы видели, о чём говорили. Эти слова прочтут только те, кому обещаны ответы.';

export const evaluation: readonly LibraryQuestionnaire[] = [
	assessment({
		code: 'assessment-of-mentee',
		name: 'Оценка наставляемого по параметрам',
		whom: 'сам наставляемый, его наставник, руководитель, методист или педагог-психолог',
		parameters: ofMentee,
		basis
	}),
	assessment({
		code: 'assessment-of-mentor',
		name: 'Оценка наставника по параметрам',
		whom: 'сам наставник, его наставляемый, руководитель, методист или педагог-психолог',
		parameters: ofMentor,
		basis
	})
];

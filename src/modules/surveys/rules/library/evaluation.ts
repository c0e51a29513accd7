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

type Eyes = {
	code: string;
	name: string;
	whom: string;
	parameters: readonly Parameter[];
	intro: string;
	basis: string;
};

const assessment = ({ code, name, whom, parameters, intro, basis }: Eyes): LibraryQuestionnaire => ({
	code,
	name,
	whom,
	when: 'на входе (октябрь) и на выходе (май)',
	about: 'Оценка по заранее известным параметрам, дважды по одной шкале: здесь видно, что изменилось.',
	identity: 'named',
	minutes: 4,
	source: sources.evaluation,
	stages: { at: 'both', with: code },
	contents: {
		intro,
		thanks: 'Спасибо.',
		sections: [
			section(
				'Параметры',
				parameters.map(([parameter, text]) => scale(parameter, text, { comparison: 'growth' })),
				'Оцените каждый от 1 до 10. Параметры одни и те же в начале и в конце.'
			),
			section('Своими словами', [words('basis', basis)])
		]
	}
});

export const evaluation: readonly LibraryQuestionnaire[] = [
	assessment({
		code: 'assessment-self',
		name: 'Оценка по параметрам: наставляемый о себе',
		whom: 'наставляемые',
		parameters: ofMentee,
		intro: 'Оцените себя сегодня; весной сравните с нынешней оценкой.',
		basis: 'Что хотелось бы изменить прежде всего?'
	}),
	assessment({
		code: 'assessment-mentor',
		name: 'Оценка по параметрам: наставник о наставляемом',
		whom: 'наставники',
		parameters: ofMentee,
		intro: 'Оцените, как вы видите коллегу сегодня. Параметры ему известны заранее.',
		basis: 'На чём основана оценка: что вы видели?'
	}),
	assessment({
		code: 'assessment-observer',
		name: 'Оценка по параметрам: взгляд со стороны',
		whom: 'руководитель, методист или педагог-психолог',
		parameters: ofMentee,
		intro: 'Оцените, как вы видите участника сегодня. Параметры ему известны заранее.',
		basis: 'На чём основана оценка: посещения, беседы, документы?'
	}),
	assessment({
		code: 'assessment-of-mentor',
		name: 'Оценка по параметрам: наставник о себе',
		whom: 'наставники',
		parameters: ofMentor,
		intro: 'Оцените себя в роли наставника сегодня; весной сравните с нынешней оценкой.',
		basis: 'Какая поддержка нужна вам?'
	})
];

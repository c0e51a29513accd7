import {
	grid,
	type LibraryQuestionnaire,
	levels,
	multiple,
	no,
	options,
	scale,
	section,
	single,
	sources,
	words,
	yes,
	yesNo
} from './shape';

const wave: LibraryQuestionnaire = {
	code: 'feedback',
	name: 'Обратная связь: как идёт программа',
	whom: 'наставники и наставляемые',
	when: 'дважды в год: декабрь и апрель',
	about: 'Короткая обратная связь среди года, пока ещё можно что-то поправить.',
	identity: 'anonymous',
	minutes: 2,
	source: sources.own,
	contents: {
		intro: 'Пять вопросов о том, как идёт работа.',
		thanks: 'Спасибо. Итоги расскажем всем участникам.',
		sections: [
			section('', [
				scale('useful', 'Насколько полезна для вас программа?', { meaning: 'satisfaction' }),
				single(
					'rhythm',
					'Встречи проходят',
					[
						{ code: 'right', text: 'С удобной частотой' },
						{ code: 'seldom', text: 'Реже, чем нужно' },
						{ code: 'often', text: 'Чаще, чем нужно' },
						{ code: 'none', text: 'Почти не проходят' }
					],
					{ required: true }
				),
				multiple(
					'obstacles',
					'Что мешает?',
					options(
						'Нет общего времени',
						'Много отчётности',
						'Не сложилось общение',
						'Неясно, чем заниматься',
						'Ничего не мешает'
					),
					{
						other: true
					}
				),
				words('keep', 'Что стоит сохранить?'),
				words('change', 'Что изменить до конца года?')
			])
		]
	}
};

type Side = { code: string; whom: string; other: string; ofOther: string };

/** S0 7.3: of pairs, October and May. */
const effectiveness = ({ code, whom, other, ofOther }: Side): LibraryQuestionnaire => ({
	code,
	name: `Эффективность пары: ${whom}`,
	whom,
	when: 'октябрь и май',
	about: 'Как работает пара глазами обоих; повторяется дважды, чтобы увидеть, что изменилось.',
	identity: 'pseudonymous',
	minutes: 3,
	source: sources.own,
	stages: { at: 'both', with: code },
	contents: {
		intro: 'Спросим дважды, осенью и весной: так видно, что изменилось.',
		thanks: 'Спасибо.',
		sections: [
			section('Как работает пара', [
				scale('goals', 'Насколько ясны цели вашей работы?', { comparison: 'growth' }),
				scale('regular', 'Насколько регулярно вы работаете вместе?', { comparison: 'growth' }),
				scale('trust', 'Насколько вам легко говорить о трудностях?', { comparison: 'growth' }),
				scale('use', 'Насколько полезны встречи?', { comparison: 'growth', meaning: 'satisfaction' }),
				scale('progress', 'Насколько заметно движение к цели?', { comparison: 'growth' })
			]),
			section('Своими словами', [
				words('helps', `Что ${ofOther} помогает больше всего?`),
				words('lacks', 'Чего не хватает?'),
				single(
					'further',
					`Хотите ли вы и дальше работать с этим ${other}?`,
					[yes, { code: 'unsure', text: 'Пока не знаю' }, no],
					{ meaning: 'ready' }
				)
			])
		]
	}
});

/** «Как вы?» */
const wellbeing: LibraryQuestionnaire = {
	code: 'wellbeing',
	name: 'Как вы?',
	whom: 'наставляемые, наставники, весь коллектив',
	when: 'раз в два-три месяца',
	about: 'Пять вопросов о самочувствии: вовремя заметить усталость. Диагнозов не ставит.',
	identity: 'anonymous',
	minutes: 1,
	source: sources.own,
	contents: {
		intro: 'Как прошли последние две недели? Отвечать необязательно.',
		thanks: 'Спасибо. Если тяжело, можно прийти к педагогу-психологу.',
		sections: [
			section('', [
				scale('energy', 'Хватает ли вам сил на работу?', { required: false, meaning: 'wellbeing' }),
				scale('calm', 'Насколько вам спокойно на работе?', { required: false, meaning: 'wellbeing' }),
				scale('interest', 'Насколько вам интересно то, что вы делаете?', { required: false, meaning: 'wellbeing' }),
				scale('support', 'Насколько вы чувствуете поддержку коллег?', { required: false, meaning: 'wellbeing' }),
				words('help', 'Что помогло бы вам сейчас?')
			])
		]
	}
};

const satisfaction: LibraryQuestionnaire = {
	code: 'satisfaction',
	name: 'Удовлетворённость участников',
	whom: 'наставники и наставляемые',
	when: 'в конце года',
	about: 'Довольны ли участники и что унести в следующий год.',
	identity: 'anonymous',
	minutes: 3,
	source: sources.own,
	contents: {
		intro: 'Год заканчивается. Расскажите, как он прошёл.',
		thanks: 'Спасибо за этот год.',
		sections: [
			section('', [
				single(
					'role',
					'Кем вы были в программе?',
					[
						{ code: 'mentor', text: 'Наставником' },
						{ code: 'mentee', text: 'Наставляемым' },
						{ code: 'both', text: 'И тем и другим' }
					],
					{ required: true }
				),
				scale('whole', 'Насколько вы довольны программой?', { meaning: 'satisfaction' }),
				scale('pair', 'Насколько вы довольны работой в паре?', { meaning: 'satisfaction' }),
				scale('help', 'Насколько вы довольны поддержкой куратора?', { meaning: 'satisfaction' }),
				words('result', 'Что главное дал вам этот год?'),
				words('change', 'Что изменить в следующем году?'),
				yesNo('again', 'Хотите ли вы участвовать в следующем году?', { meaning: 'ready' }),
				yesNo('mentor', 'Хотели бы вы сами стать наставником?', {
					meaning: 'wants-to-mentor',
					showIf: { question: 'role', options: ['mentee'] }
				})
			])
		]
	}
};

const shown = levels('Не проявляется', 'Частично', 'В полной мере');

/** Whether the conditions agree with the model: Р-145, part 2.4; the nine lines of domain.md 7.2, 18 at most. */
const curator: LibraryQuestionnaire = {
	code: 'curator',
	name: 'Анкета куратора: условия и эффективность программы',
	whom: 'куратор',
	when: 'в конце года',
	about: 'Соответствуют ли условия целевой модели и насколько проявляется эффект: девять показателей, до 18 баллов.',
	identity: 'named',
	minutes: 6,
	source: sources.method,
	contents: {
		intro: 'Анкета для итогового отчёта. Отвечает куратор, лучше вместе с руководителем.',
		thanks: 'Ответы войдут в отчёт о программе.',
		sections: [
			section('Условия', [
				grid(
					'conditions',
					'Что сделано в организации?',
					[
						{ code: 'act', text: 'Положение, приказ и дорожная карта приняты' },
						{ code: 'curator', text: 'Куратор назначен, обязанности описаны' },
						{ code: 'banks', text: 'Банки наставников и наставляемых ведутся' },
						{ code: 'orders', text: 'Пары закреплены приказом с письменного согласия' },
						{ code: 'programmes', text: 'У каждой пары есть персонализированная программа' },
						{ code: 'training', text: 'Наставников учат и поддерживают' },
						{ code: 'incentives', text: 'Наставников поощряют по понятным правилам' },
						{ code: 'site', text: 'Раздел на сайте заполнен' }
					],
					[
						{ code: 'no', text: 'Нет', value: 0 },
						{ code: 'partly', text: 'Частично', value: 1 },
						{ code: 'yes', text: 'Да', value: 2 }
					],
					{ required: true }
				)
			]),
			section('Анализ эффективности', [
				grid(
					'programme',
					'Программа наставничества',
					[
						{ code: 'aims', text: 'Деятельность наставников соответствует цели и задачам' },
						{ code: 'principles', text: 'Организация работы соответствует принципам программы' },
						{ code: 'modern', text: 'Применяются современные подходы и технологии' },
						{ code: 'climate', text: 'Участникам психологически комфортно' },
						{
							code: 'logic',
							text: 'Наставник последователен, понимает положение наставляемого и выбирает верное направление'
						}
					],
					shown,
					{ required: true }
				),
				grid(
					'participants',
					'Участники',
					[
						{ code: 'satisfied', text: 'Участники удовлетворены' },
						{ code: 'partners', text: 'Партнёры удовлетворены' }
					],
					shown,
					{ help: 'Нет партнёров – пропустите строку.' }
				),
				grid(
					'mentees',
					'Изменения в наставляемых',
					[
						{ code: 'active', text: 'Активны и заинтересованы в мероприятиях' },
						{ code: 'apply', text: 'Применяют знания, умения и опыт, занимают активную позицию' }
					],
					shown,
					{ required: true }
				)
			]),
			section('Для SWOT-анализа', [
				words('strong', 'Сильные стороны программы'),
				words('weak', 'Слабые стороны'),
				words('chances', 'Возможности: что поможет извне'),
				words('threats', 'Угрозы: что может помешать')
			])
		]
	}
};

export const feedback: readonly LibraryQuestionnaire[] = [
	wave,
	effectiveness({ code: 'pair-mentee', whom: 'наставляемый', other: 'наставником', ofOther: 'в работе наставника' }),
	effectiveness({ code: 'pair-mentor', whom: 'наставник', other: 'наставляемым', ofOther: 'в работе с наставляемым' }),
	wellbeing,
	satisfaction,
	curator
];

import type { Register } from '../../registry/rules/registers';

/** What a talk usually goes over; a school changes the list, and each change is a new number of the form. */
export const startingQuestions: Record<Register, readonly string[]> = {
	mentors: [
		'Почему вы хотите быть наставником?',
		'Чем можете поделиться: что у вас получается лучше всего?',
		'Был ли опыт наставничества и чем он кончился?',
		'Сколько времени в неделю вы готовы отдавать и когда?',
		'С кем вам было бы легче работать, с кем труднее?',
		'Какая помощь нужна вам самим?'
	],
	mentees: [
		'Что сейчас получается хорошо?',
		'Что даётся труднее всего?',
		'В чём помощь нужна в первую очередь?',
		'Какого наставника вы ждёте: предмет, характер, формат?',
		'Когда вам удобно встречаться?',
		'Чего вы хотите добиться к концу года?'
	]
};

export const outcomes = {
	recommended: 'рекомендован',
	'not-now': 'не сейчас',
	'other-role': 'нужна другая роль',
	again: 'поговорить ещё раз',
	refused: 'отказался'
} as const;
export type Outcome = keyof typeof outcomes;

/** Who reads a note. */
export const visibilities = {
	me: { label: 'только я', hint: 'Не увидит никто другой, даже директор.' },
	curator: { label: 'куратор', hint: 'Увидят кураторы.' },
	leaders: { label: 'куратор и директор', hint: 'Сам человек не увидит.' }
} as const;
export type Visibility = keyof typeof visibilities;

/** Read from a list, one a line. */
export const questionsFrom = (text: string) => [
	...new Set(
		text
			.split('\n')
			.map((line) =>
				line
					.replace(/^[\s\-–—•*\d.)]+/, '')
					.trim()
					.slice(0, 300)
			)
			.filter(Boolean)
	)
];

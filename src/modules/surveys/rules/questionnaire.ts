/**
 * What a questionnaire is made of. A question keeps its code through all editions and through both stages of a
 * comparison: answers are compared by it. What a question means to other rooms is said by `meaning`, never guessed
 * from its words.
 */
export type Questionnaire = {
	title: string;
	intro: string; // said to those who answer, before the first question
	thanks: string; // and after the last
	sections: readonly Section[];
};

export type Section = { title: string; about: string; questions: readonly Question[] };

export type Question = {
	code: string; // «q3»: short, latin, unique within a questionnaire
	text: string;
	help: string;
	required: boolean;
	showIf?: Branch;
	meaning?: Meaning;
	comparison?: Comparison;
} & (
	| { kind: 'single'; options: readonly Option[]; other: boolean } // `other`: «свой вариант»
	| { kind: 'multiple'; options: readonly Option[]; other: boolean; most: number | null } // null: as many as one likes
	| { kind: 'scale'; from: number; to: number; low: string; high: string } // whole numbers, both ends included
	| { kind: 'grid'; rows: readonly Option[]; columns: readonly Option[] } // one column in every row
	| { kind: 'text'; long: boolean }
	| { kind: 'ranking'; of: Ranked; most: number } // people by preference, the first one first
	| { kind: 'file' } // in named waves only
);

export type QuestionKind = Question['kind'];
export const questionKinds = {
	single: 'Один из вариантов',
	multiple: 'Несколько вариантов',
	scale: 'Шкала',
	grid: 'Таблица',
	text: 'Своими словами',
	ranking: 'Люди по предпочтению',
	file: 'Файл'
} as const satisfies Record<QuestionKind, string>;

/** A choice; `value` counts where a mean is wanted («не проявляется» 0, «частично» 1, «в полной мере» 2). */
export type Option = { code: string; text: string; value?: number };

/** Asked only of those who chose one of these options of an earlier question. */
export type Branch = { question: string; options: readonly string[] };

/** Whom people are ranked among. */
export type Ranked = 'mentors' | 'mentees' | 'staff';

/** What other rooms take an answer for. */
export const meanings = {
	request: 'Главный запрос наставляемого',
	deficit: 'Затруднения и их уровень',
	priority: 'Насколько срочно нужна помощь',
	competence: 'Чем может помочь наставник',
	achievement: 'Достижения наставника',
	format: 'Удобный формат работы',
	capacity: 'Сколько наставляемых возьмёт',
	'free-time': 'Когда свободен',
	wish: 'Пожелания к паре',
	'wants-to-mentor': 'Хочет быть наставником',
	'wants-a-mentor': 'Хочет, чтобы у него был наставник',
	preference: 'С кем хочет работать',
	satisfaction: 'Удовлетворённость',
	wellbeing: 'Самочувствие',
	ready: 'Готовность продолжать'
} as const;
export type Meaning = keyof typeof meanings;

/**
 * How two stages of a series are put side by side: «growth» for the same question on the same scale asked twice of the
 * same person; «expectation» («ожидание – факт») and «beside» are never called growth (domain.md 8.5).
 */
export type Comparison = 'growth' | 'expectation' | 'beside';

/** Whether an answer leads to its author; said to people before they answer. */
export const identities = {
	named: 'С именем',
	pseudonymous: 'Под псевдонимом',
	anonymous: 'Без имени'
} as const;
export type Identity = keyof typeof identities;

/** Fewer unnamed answers than this would be guessed, and are never shown. */
export const enough = 5;

/** All questions, in order. */
export const questionsOf = (questionnaire: Pick<Questionnaire, 'sections'>) =>
	questionnaire.sections.flatMap((section) => section.questions);

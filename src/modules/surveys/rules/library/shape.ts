import type {
	Branch,
	Comparison,
	Identity,
	Meaning,
	Option,
	Question,
	Questionnaire,
	Ranked,
	Section
} from '../questionnaire';

/**
 * A questionnaire of the program's own, in our words; `{lesson.many}` and the like become the words of the organisation
 * (roadmap/rules/starters).
 */
export type LibraryQuestionnaire = {
	code: string;
	name: string;
	whom: string; // «наставляемые»
	when: string; // «до начала работы»
	about: string; // why it is asked, in a sentence
	identity: Identity; // what we advise
	minutes: number;
	source: string;
	stages?: Stages;
	contents: Omit<Questionnaire, 'title'>;
};

/** `with`: the other stage, which may be the same questionnaire asked again. */
export type Stages = { at: 'before' | 'after' | 'both'; with: string };

export const sources = {
	method: 'Структура – по методическим рекомендациям МР-42/02, формулировки наши. Сверьте с официальным текстом.',
	evaluation: 'Параметры – из практики оценки участников программы, формулировки наши.',
	own: 'Формулировки наши; измените их под себя.'
} as const;

type More = {
	help?: string;
	required?: boolean;
	showIf?: Branch;
	meaning?: Meaning;
	comparison?: Comparison;
};

const base = (code: string, text: string, { help = '', required = false, ...more }: More = {}) => ({
	code,
	text,
	help,
	required,
	...more
});

export const options = (...texts: readonly string[]): Option[] =>
	texts.map((text, at) => ({ code: `o${at + 1}`, text }));
/** Options that are counted: the first is worth 0. */
export const levels = (...texts: readonly string[]): Option[] =>
	texts.map((text, at) => ({ code: `l${at}`, text, value: at }));

export const scale = (code: string, text: string, more: More = {}): Question => ({
	...base(code, text, { required: true, ...more }),
	kind: 'scale',
	from: 1,
	to: 10,
	low: 'самый низкий балл',
	high: 'самый высокий'
});

export const single = (
	code: string,
	text: string,
	chosen: readonly Option[],
	{ other = false, ...more }: More & { other?: boolean } = {}
): Question => ({ ...base(code, text, more), kind: 'single', options: chosen, other });

export const multiple = (
	code: string,
	text: string,
	chosen: readonly Option[],
	{ other = false, most = null, ...more }: More & { other?: boolean; most?: number | null } = {}
): Question => ({ ...base(code, text, more), kind: 'multiple', options: chosen, other, most });

export const yes = { code: 'yes', text: 'Да' };
export const no = { code: 'no', text: 'Нет' };
export const yesNo = (code: string, text: string, more: More = {}): Question => single(code, text, [yes, no], more);

export const often = (code: string, text: string, more: More = {}): Question =>
	single(
		code,
		text,
		[
			{ code: 'never', text: 'Никогда', value: 0 },
			{ code: 'once', text: '1–2 раза', value: 1 },
			{ code: 'seldom', text: 'Редко', value: 2 },
			{ code: 'often', text: 'Часто', value: 3 },
			{ code: 'always', text: 'Очень часто', value: 4 }
		],
		more
	);

export const words = (code: string, text: string, more: More = {}): Question => ({
	...base(code, text, more),
	kind: 'text',
	long: true
});
export const line = (code: string, text: string, more: More = {}): Question => ({
	...base(code, text, more),
	kind: 'text',
	long: false
});

export const grid = (
	code: string,
	text: string,
	rows: readonly Option[],
	columns: readonly Option[],
	more: More = {}
): Question => ({ ...base(code, text, more), kind: 'grid', rows, columns });

export const ranking = (code: string, text: string, of: Ranked, most: number, more: More = {}): Question => ({
	...base(code, text, more),
	kind: 'ranking',
	of,
	most
});

export const section = (title: string, questions: readonly Question[], about = ''): Section => ({
	title,
	about,
	questions
});

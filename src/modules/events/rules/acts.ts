/** Levels of acts, as the names of the kinds say them: «Документ: федеральный». */
export const actLevels = ['федеральный', 'региональный', 'районный', 'школьный'] as const;
export type ActLevel = (typeof actLevels)[number];

/** What such a kind begins with. */
export const actPrefix = 'Документ: ';
export const actKind = (level: ActLevel) => `${actPrefix}${level}`;

/** The level out of a kind's name; a school's own word stays as it is written. */
export const levelOf = (kind: string) => kind.slice(actPrefix.length);

export type KnownAct = { code: string; level: ActLevel; title: string; words: string };

/** Acts that everybody in the field reads; a school adds its region's and its own. */
export const knownActs: readonly KnownAct[] = [
	{
		code: 'tk-351-8',
		level: 'федеральный',
		title: 'Трудовой кодекс Российской Федерации, статья 351.8',
		words:
			'Наставничество в сфере труда: работа по поручению работодателя с письменного согласия, её содержание, сроки и форма – в трудовом договоре или дополнительном соглашении; доплата; досрочный отказ и отмена поручения. Действует с 1 марта 2025 года.'
	},
	{
		code: 'az-1128',
		level: 'федеральный',
		title: 'Письмо Минпросвещения России и Профсоюза образования от 21.12.2021 № АЗ-1128/08/657',
		words:
			'Методические рекомендации по системе (целевой модели) наставничества педагогических работников: формы и виды, кто кому помогает, персонализированная программа, семь этапов дорожной карты.'
	},
	{
		code: 'r-145',
		level: 'федеральный',
		title: 'Распоряжение Минпросвещения России от 25.12.2019 № Р-145',
		words:
			'Методология (целевая модель) наставничества обучающихся: определения, этапы, показатели. К педагогам относится форма «учитель – учитель».'
	},
	{
		code: 'concept-2030',
		level: 'федеральный',
		title: 'Распоряжение Правительства Российской Федерации от 21.05.2025 № 1264-р',
		words: 'Концепция развития наставничества в Российской Федерации на период до 2030 года и план её реализации.'
	},
	{
		code: 'regulation',
		level: 'школьный',
		title: 'Положение о наставничестве педагогических работников',
		words: 'Наш документ: кто становится наставником, как составляются пары, как оформляется и поощряется работа.'
	},
	{
		code: 'roadmap',
		level: 'школьный',
		title: 'Дорожная карта наставничества на учебный год',
		words: 'Что, когда и кто делает в этом году.'
	}
];

/** The fields a known act fills; `kinds`: names of the organisation's kinds. */
export const valuesOfAct = ({ level, title, words }: KnownAct, kinds: readonly string[]) => ({
	kind: kinds.find((name) => name === actKind(level)) ?? kinds.find((name) => name.startsWith(actPrefix)) ?? '',
	title,
	words,
	acquaints: 'on'
});

type Read = { called: number; acquainted: number };

/** «Документов 4, с тремя ознакомились все» in numbers: «Документов 4, все ознакомились с 3». */
export const actsWords = (acts: readonly Read[]) =>
	`Документов ${acts.length}, все ознакомились с ${acts.filter(({ called, acquainted }) => called > 0 && acquainted === called).length}`;

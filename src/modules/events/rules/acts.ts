import type { ActContent, ActLevel as LibraryLevel } from '../../legal-acts/rules/act';
import { knownActs as libraryActs } from '../../legal-acts/rules/known-acts';
import { actName } from '../../legal-acts/rules/library';

/** Levels of acts, as the names of the kinds say them: «Документ: федеральный». */
export const actLevels = ['федеральный', 'региональный', 'районный', 'школьный'] as const;
export type ActLevel = (typeof actLevels)[number];

/** What such a kind begins with. */
export const actPrefix = 'Документ: ';
export const actKind = (level: ActLevel) => `${actPrefix}${level}`;

/** The level out of a kind's name; a school's own word stays as it is written. */
export const levelOf = (kind: string) => kind.slice(actPrefix.length);

/** An act as it is given to read; `key` where it stands in the library of acts. */
export type ActToRead = { level: ActLevel; title: string; words: string; link?: string; key?: string };
export type KnownAct = ActToRead & { code: string };

const levels: Record<LibraryLevel, ActLevel> = {
	federal: 'федеральный',
	regional: 'региональный',
	municipal: 'районный',
	local: 'школьный'
};

/** An act of the library as its announcement begins. */
export const readingOf = (act: ActContent & { key: string }): ActToRead => ({
	level: levels[act.level],
	title:
		act.number && act.form !== 'Кодекс'
			? `${actName(act)} «${act.title}»`.slice(0, 300)
			: act.title.replace(/ \(.*\)$/, ''),
	words: act.note,
	link: act.link,
	key: act.key
});

/** Federal acts that everybody in the field reads, by the codes of their announcements; their words are the library's. */
const usual = {
	'tk-351-8': 'labour-code-351-8',
	'az-1128': 'target-model-of-teachers',
	'r-145': 'target-model',
	'concept-2030': 'concept-2030'
};

/** … with what a school has of its own; it adds its region's. */
export const knownActs: readonly KnownAct[] = [
	...Object.entries(usual).flatMap(([code, key]) =>
		libraryActs.filter((act) => act.code === key).map((act) => ({ ...readingOf({ ...act, key }), code }))
	),
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
export const valuesOfAct = ({ level, title, words, link = '', key = '' }: ActToRead, kinds: readonly string[]) => ({
	kind: kinds.find((name) => name === actKind(level)) ?? kinds.find((name) => name.startsWith(actPrefix)) ?? '',
	title,
	words,
	link,
	legalAct: key,
	acquaints: 'on'
});

type Read = { called: number; acquainted: number };

/** «Документов 4, с тремя ознакомились все» in numbers: «Документов 4, все ознакомились с 3». */
export const actsWords = (acts: readonly Read[]) =>
	`Документов ${acts.length}, все ознакомились с ${acts.filter(({ called, acquainted }) => called > 0 && acquainted === called).length}`;

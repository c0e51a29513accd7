import type { CapabilityCode } from '../rules/capabilities';
import { papers } from './lexicon/papers';
import { people } from './lexicon/people';
import { sharing } from './lexicon/sharing';
import { working } from './lexicon/working';

/** What tells a capability: a stem or turn of phrase and its weight. */
export type Clue = readonly [weight: number, phrase: string];

/**
 * Weight, then the phrases that weigh so much: 5 leaves no doubt, 4 is the capability's own word, 3 usual, 2 a hint.
 * Lower case, е for ё. A stem matches at the beginning of a word; a space stands for the rest of the word and the space
 * after it; «…» lets a few words stand between; «/» parts stems either of which will do; «$» ends the word; «@» names
 * stems below.
 */
const lexicon: Readonly<Record<CapabilityCode, string>> = { ...papers, ...people, ...working, ...sharing };

/** Stems that many phrases share. */
const shared: Readonly<Record<string, string>> = {
	'@make':
		'разработк/составлен/подготовк/создан/написан/оформлен/обновлен/издан/выпуск/проектирован/корректировк/изготовлен/тиражирован',
	'@list':
		'уточнен/актуализац/составлен/формирован/корректировк/определен/утвержден/подготовк/обновлен/сверк/пересмотр',
	'@pair':
		'пара$/пары$/пар$/паре$/пару$/парам$/парах$/парами$/тройк/триад/тандем/двойк/диад/дуэт$/дуэты$/дуэтов$/мини-групп/связк',
	'@newcomer': 'молод/начинающ/вновь/новичк/новых/стажер/нуждающ/малоопытн/наставляем/подопечн',
	'@order': 'приказ/распоряжен',
	'@learn':
		'выявлен/изучен/анализ/определен/диагностик/мониторинг/оценк/исследован/замер/обследован/выяснен/установлен/измерен',
	'@experience': 'опыт$/опыта$/опытом$/опыте$/опыту$'
};

/** The lexicon, read. */
export const capabilityWords = Object.fromEntries(
	Object.entries(lexicon).map(([code, lines]) => [code, lines.trim().split('\n').flatMap(cluesOf)])
) as unknown as Readonly<Record<CapabilityCode, readonly Clue[]>>;

function cluesOf(line: string): Clue[] {
	const [weight = '', phrases = ''] = line.split(': ');
	return phrases
		.split(', ')
		.map((phrase) => [Number(weight), phrase.trim().replace(/@[a-z]+/g, (name) => shared[name] ?? name)]);
}

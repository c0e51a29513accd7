import { fill, type Words } from '../../../roadmap/rules/starters/starter';
import type { Questionnaire } from '../questionnaire';
import { diagnosis } from './diagnosis';
import { evaluation } from './evaluation';
import { feedback } from './feedback';
import { needs } from './needs';
import { preferences } from './preferences';
import type { LibraryQuestionnaire } from './shape';
import { stages } from './stages';

/** What the library is sorted by, in the order of the year. */
export const shelves: readonly { title: string; questionnaires: readonly LibraryQuestionnaire[] }[] = [
	{ title: 'Потребности и предложения', questionnaires: needs },
	{ title: 'Взаимный выбор', questionnaires: preferences },
	{ title: 'Затруднения: в начале и в конце', questionnaires: diagnosis },
	{ title: 'Оценка по параметрам: на входе и на выходе', questionnaires: evaluation },
	{ title: 'Первый и второй этап: ожидание – факт', questionnaires: stages },
	{ title: 'Обратная связь и итоги', questionnaires: feedback }
];

export const library = shelves.flatMap(({ questionnaires }) => questionnaires);

export const libraryByCode = new Map(library.map((one) => [one.code, one]));

/** Every text of a questionnaire through one hand. */
function withTexts<T>(value: T, change: (text: string) => string, name = ''): T {
	if (typeof value === 'string') return (unchanged.includes(name) ? value : change(value)) as T;
	if (Array.isArray(value)) return value.map((each) => withTexts(each, change, name)) as T;
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withTexts(each, change, key)])) as T;
}
const unchanged = ['code', 'kind', 'meaning', 'comparison', 'of', 'question'];

/** A questionnaire of the library in the words of one organisation: what its draft begins with. */
export const draftFrom = ({ name, contents }: LibraryQuestionnaire, words: Words): Questionnaire => ({
	title: fill(name, words),
	...withTexts(contents, (text) => fill(text, words))
});

/** Its name, whom and when it is for, in the same words. */
export const inWords = <T extends Pick<LibraryQuestionnaire, 'name' | 'whom' | 'when' | 'about'>>(
	one: T,
	words: Words
): T => ({
	...one,
	name: fill(one.name, words),
	whom: fill(one.whom, words),
	when: fill(one.when, words),
	about: fill(one.about, words)
});

/** What a room has found: one line of the answer, leading to the thing. */
export type Found = { title: string; href: string; about: string | null };

/** The rooms that can be searched, in the order of the answer. */
export const sections = { people: 'Люди', plans: 'Планы', activities: 'Мероприятия', files: 'Подтверждения' } as const;
export type Section = keyof typeof sections;

/** No more lines of one room than are read at a glance. */
export const mostOfEach = 20;

/** The words of a query, without what LIKE takes for its own; at most eight. */
export const wordsOf = (query: string) =>
	query
		.toLocaleLowerCase('ru')
		.replaceAll('ё', 'е')
		.split(/[\s,;]+/)
		.filter(Boolean)
		.slice(0, 8);

/** A word anywhere in a text; the signs of LIKE are plain letters. */
export const like = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

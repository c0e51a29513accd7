import { votesText } from '../../events/rules/minutes';
import { tenure, tenureText } from '../../people/rules/tenure';
import { type Category, categories, formatText } from '../../registry/rules/registers';

/** How other rooms say what stands in papers of work. */
export const wordsFor = { votes: votesText, format: formatText };

/** «высшая квалификационная категория», «категория «педагог-методист»»; null where none is known. */
export function categoryText(category: Category) {
	if (category === 'first' || category === 'highest') return `${categories[category]} квалификационная категория`;
	return category === 'methodist' || category === 'mentor' ? `категория «${categories[category]}»` : null;
}

/** «2 года 3 месяца» on a day. */
export const teachingText = (since: string | null, on: string) => (since ? tenureText(tenure(since, on)) : null);

/** In the first year here on a day. */
export const isNewcomer = (employedSince: string | null, on: string) =>
	employedSince !== null && (tenure(employedSince, on)?.years ?? 0) < 1;

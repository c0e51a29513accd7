import { plain } from '../../core/plain';

/** What a room has found: one line of the answer, leading to the thing. */
export type Found = { title: string; href: string; about: string | null };

/** The rooms that can be searched, in the order of the answer. */
export const sections = {
	people: 'Люди',
	plans: 'Планы',
	activities: 'Мероприятия',
	events: 'События',
	practices: 'Практики',
	surveys: 'Анкеты',
	files: 'Подтверждения',
	imports: 'Загруженные файлы'
} as const;
export type Section = keyof typeof sections;

/** No more lines of one room than are read at a glance. */
export const mostOfEach = 20;

/** The words of a query, plain, without what parts them; at most eight. */
export const wordsOf = (query: string) =>
	plain(query)
		.split(/[\s,;«»"()]+/)
		.filter(Boolean)
		.slice(0, 8);

const latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const russian = 'йцукенгшщзхъфывапролджэячсмитьбюе';

/** The query as it would read had the keyboard been Russian: «fyrtnf» is «анкета». Null where there is nothing to turn over. */
export function onRussianKeyboard(query: string): string | null {
	if (/[а-яё]/i.test(query) || !/[a-z]{3}/i.test(query)) return null;
	return [...query.toLowerCase()].map((letter) => russian[latin.indexOf(letter)] ?? letter).join('');
}

/** How many slips of the hand are forgiven in a word of this length. */
const forgiven = (word: string) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/**
 * The query with each mistyped word in the spelling of the texts; null where nothing near is written anywhere.
 * @param written every word of the texts searched, plain
 */
export function mended(query: string, written: readonly string[]): string | null {
	const words = wordsOf(query);
	const better = words.map((word) => (written.some((other) => other.includes(word)) ? word : nearest(word, written)));
	const found = better.filter((word) => word !== null);
	return found.length === words.length && found.some((word, index) => word !== words[index]) ? found.join(' ') : null;
}

/** The written word that fewest slips part from the typed one; of equals the first in the alphabet. */
function nearest(word: string, written: readonly string[]): string | null {
	let best: { word: string; slips: number } | null = null;
	for (const other of written) {
		const most = best ? best.slips : forgiven(word);
		if (Math.abs(other.length - word.length) > most) continue;
		const slips = slipsBetween(word, other, most);
		if (slips > most) continue;
		if (!best || slips < best.slips || (slips === best.slips && other < best.word)) best = { word: other, slips };
	}
	return best && best.slips > 0 ? best.word : null;
}

/** Letters added, lost, changed or exchanged with their neighbour; counting stops beyond `most`. */
export function slipsBetween(a: string, b: string, most = Number.POSITIVE_INFINITY): number {
	let [before, above] = [[] as number[], Array.from({ length: b.length + 1 }, (_, column) => column)];
	for (let row = 1; row <= a.length; row++) {
		const line = [row];
		for (let column = 1; column <= b.length; column++) {
			const same = a[row - 1] === b[column - 1];
			let least = Math.min(
				(above[column] as number) + 1,
				(line[column - 1] as number) + 1,
				(above[column - 1] as number) + (same ? 0 : 1)
			);
			const exchanged = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
			if (exchanged) least = Math.min(least, (before[column - 2] as number) + 1);
			line.push(least);
		}
		if (Math.min(...line) > most) return most + 1;
		[before, above] = [above, line];
	}
	return above[b.length] as number;
}

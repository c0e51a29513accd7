import type { Responsible } from '../rules/understanding';
import { withoutEnd } from './grid';
import { leadingName } from './people-names';
import { kindOf } from './responsible';

/**
 * «Диодова П.С., педагог-психолог» is one person or two: the plan tells elsewhere. Where the same person has another post
 * («Методист Диодова П.С.») and this one stands by itself in some row, they are two.
 */
export function partPosts(
	cells: readonly (readonly Responsible[])[]
): (one: readonly Responsible[]) => readonly Responsible[] {
	const posts = new Map<string, Set<string>>(); // by surname; '' where the name stands bare
	const alone = new Set<string>();
	for (const cell of new Set(cells))
		for (const { text, kind } of cell) {
			if (kind !== 'person') {
				alone.add(plain(text));
				continue;
			}
			const { surname, before, after } = aroundName(text);
			if (surname === '') continue;
			const own = posts.get(surname) ?? new Set();
			posts.set(surname, own.add(plain(before || after)));
		}
	const areTwo = (surname: string, after: string) => {
		const own = posts.get(surname) ?? new Set();
		const others = [...own].filter((post) => post !== plain(after));
		return others.some((post) => post !== '') && alone.has(plain(after));
	};
	return (cell) => {
		if (!cell.some(({ text, kind }) => kind === 'person' && text.includes(','))) return cell;
		return cell.flatMap((one): readonly Responsible[] => {
			const { surname, before, after, name } = aroundName(one.text);
			if (one.kind !== 'person' || before !== '' || after === '' || !areTwo(surname, after)) return [one];
			return [
				{ text: name, kind: 'person' },
				{ text: after, kind: kindOf(after) }
			];
		});
	};
}

const plain = (text: string) =>
	text
		.toLowerCase()
		.replaceAll('ё', 'е')
		.replace(/[^а-яa-z0-9]+/g, ' ')
		.trim();
const anyName = /[А-ЯЁ][а-яё-]+\s+[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?/;

function aroundName(text: string) {
	const found = anyName.exec(text);
	const name = found?.[0].trim() ?? leadingName(text) ?? '';
	const at = found?.index ?? 0;
	return {
		name,
		surname: /^[А-ЯЁ][а-яё-]+/.exec(name)?.[0] ?? '',
		before: withoutEnd(text.slice(0, at), ' ,'),
		after: text.slice(at + name.length).replace(/^[\s,.]+/, '')
	};
}

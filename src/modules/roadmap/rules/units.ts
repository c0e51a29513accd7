import type { Problems } from '../../../core/forms';

export type UnitKind = 'pair' | 'group';

const longest = 200;
const most = 500;

/** Names as they are typed or pasted: a line each, without numbers and markers, each once. */
export const namesIn = (text: string) => [
	...new Set(
		text
			.split(/\r?\n/)
			.map((line) =>
				line
					.replace(/^\s*(?:\d+[.)]|[•–—-])\s+/, '')
					.replace(/\s+/g, ' ')
					.trim()
			)
			.filter(Boolean)
	)
];

export function problemsWithNames(names: readonly string[]): Problems {
	if (names.length === 0) return { names: 'Напишите хотя бы одно название' };
	if (names.length > most) return { names: `Не больше ${most} за один раз: сейчас строк ${names.length}` };
	const long = names.find((name) => name.length > longest);
	return long ? { names: `Строка длиннее ${longest} знаков: «${long.slice(0, 40)}…»` } : {};
}

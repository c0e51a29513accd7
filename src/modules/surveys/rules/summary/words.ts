import { plain } from '../../../../core/plain';

/** What was written in one's own words, those who wrote the same counted together. */
export type Words = { key: string; text: string; count: number };

/** The same to a reader: capitals, ё, spaces and the sign at the end do not matter. */
export const sameWords = (text: string) =>
	plain(text)
		.replace(/\s+/g, ' ')
		.replace(/[\s.,;:!?…]+$/, '')
		.trim();

/** The most frequent first, then by the alphabet: never in the order in which they came. */
export function groupWords(texts: readonly string[]): Words[] {
	const groups = new Map<string, Map<string, number>>();
	for (const text of texts) {
		const key = sameWords(text);
		if (!key) continue;
		const forms = groups.get(key) ?? new Map<string, number>();
		const form = text.trim();
		groups.set(key, forms.set(form, (forms.get(form) ?? 0) + 1));
	}
	return [...groups]
		.map(([key, forms]) => ({
			key,
			text: [...forms].sort(([a, n], [b, m]) => m - n || compare(a, b))[0]?.[0] ?? '',
			count: [...forms.values()].reduce((sum, count) => sum + count, 0)
		}))
		.sort((a, b) => b.count - a.count || compare(a.key, b.key));
}

const compare = new Intl.Collator('ru').compare;

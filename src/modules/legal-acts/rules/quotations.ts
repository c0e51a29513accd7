import type { ActContent } from './act';

/**
 * How an act is found in words by its number, as PostgreSQL and JavaScript both read it: spaces around a hyphen may be or not. An act
 * numbered by digits alone is told by its day as well.
 */
export function numberPattern({ number, signedOn }: Pick<ActContent, 'number' | 'signedOn'>): string | null {
	const article = /^ст\. ?(\d+(?:\.\d+)?)$/.exec(number)?.[1];
	if (article) return `стать[а-яё]{1,3} ${article.replace('.', '[.]')}([^0-9]|$)`;
	if (!number) return null;
	const written = number
		.split(/[ -]+/)
		.map((piece) =>
			piece.replace(/[^0-9a-zа-яё]/giu, (sign) => (sign === '\\' || sign === '^' || sign === ']' ? '.' : `[${sign}]`))
		)
		.join('[ –—-]*');
	const day = signedOn?.split('-').reverse().join('[.]');
	if (/^\d+$/.test(number)) return day ? `${day}[^0-9]{1,12}${written}([^0-9]|$)` : null;
	return `(^|[^0-9a-zа-яё-])${written}([^0-9a-zа-яё]|$)`;
}

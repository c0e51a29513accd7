import { cleanLine } from '../clean-text';
import type { Option } from '../questionnaire';

/** Options as they are typed: a line each, with a value after «=» where they are counted. */
export const linesOf = (options: readonly Option[]) =>
	options.map(({ text, value }) => (value === undefined ? text : `${text} = ${value}`)).join('\n');

const bullet = /^(?:[-–—•●○◦▪□☐▢*·]\s*|(?:\d{1,2}|[а-яa-z])[.)]\s+)/iu;

function read(line: string) {
	const text = cleanLine(line).replace(bullet, '');
	const [, words, value] = /^(.*\S)\s*=\s*(-?\d{1,3}(?:[.,]\d{1,2})?)$/u.exec(text) ?? [];
	return words === undefined || value === undefined
		? { text }
		: { text: words, value: Number(value.replace(',', '.')) };
}

/** Pairs of letters that two wordings share, 0–1: 1 for the same words. */
export function likeness(one: string, other: string) {
	const pairs = (text: string) => {
		const plain = text
			.toLocaleLowerCase('ru')
			.replaceAll('ё', 'е')
			.replace(/[^\p{L}\p{N}]+/gu, ' ');
		return new Set(Array.from({ length: Math.max(plain.length - 1, 0) }, (_, at) => plain.slice(at, at + 2)));
	};
	const [a, b] = [pairs(one), pairs(other)];
	if (a.size + b.size === 0) return one === other ? 1 : 0;
	return (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);
}

/**
 * Lines as options. One that says the same as before, or nearly, keeps its code, so that earlier answers stay
 * comparable; any other is new.
 */
export function optionsFrom(typed: string, before: readonly Option[] = [], prefix = 'o'): Option[] {
	const lines = typed
		.split(/\r\n?|\n/)
		.map(read)
		.filter(({ text }) => text !== '');
	const free = [...before];
	const take = (found: Option | undefined) => (found ? free.splice(free.indexOf(found), 1)[0] : undefined);
	const same = lines.map(({ text }) => take(free.find((option) => option.text === text)));
	const near = lines.map(({ text }, at) => {
		if (same[at]) return same[at];
		const [best] = free.toSorted((a, b) => likeness(b.text, text) - likeness(a.text, text));
		return best && likeness(best.text, text) >= 0.6 ? take(best) : undefined;
	});
	const taken = new Set(before.map(({ code }) => code));
	let number = 0;
	return lines.map((line, at) => {
		let code = near[at]?.code;
		while (code === undefined) {
			number += 1;
			if (!taken.has(`${prefix}${number}`)) code = `${prefix}${number}`;
		}
		taken.add(code);
		return { code, ...line };
	});
}

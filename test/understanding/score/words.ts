const endings =
	'иями ями ами ого его ому ему ыми ими ости остью ения ение ению ением ений ия ие ию ием ий ии ой ей ый ая яя ое ее ые их ых ую юю ом ем ам ям ах ях ов ев а я о е у ю ы и ь й'
		.split(' ')
		.sort((a, b) => b.length - a.length);
const small = new Set([
	'и',
	'в',
	'на',
	'с',
	'по',
	'о',
	'об',
	'для',
	'к',
	'из',
	'при',
	'от',
	'за',
	'а',
	'у',
	'во',
	'со',
	'их'
]);

function stem(word: string) {
	const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= 3);
	return ending ? word.slice(0, -ending.length) : word;
}

/** The stems of a text's words, small ones left out. */
export function stemsOf(text: string): string[] {
	const words =
		text
			.toLowerCase()
			.replaceAll('ё', 'е')
			.replaceAll('\u00ad', '')
			.match(/[0-9a-zа-я]+/g) ?? [];
	const kept = words.filter((word) => !small.has(word));
	return (kept.length ? kept : words).map(stem);
}

/** F1 of two texts as bags of stems, 0 to 1. */
export function likeness(a: readonly string[], b: readonly string[]): number {
	if (a.length === 0 || b.length === 0) return a.length === b.length ? 1 : 0;
	const counts = new Map<string, number>();
	for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
	let common = 0;
	for (const word of b) {
		const left = counts.get(word) ?? 0;
		if (left > 0) {
			common++;
			counts.set(word, left - 1);
		}
	}
	return (2 * common) / (a.length + b.length);
}

/** Pairs the likest first: [index in a, index in b], each used once; only those with a weight above 0. */
export function pair(weights: readonly (readonly number[])[]): [number, number][] {
	const all = weights.flatMap((row, i) => row.flatMap((weight, j) => (weight > 0 ? [{ i, j, weight }] : [])));
	all.sort((a, b) => b.weight - a.weight || a.i - b.i || a.j - b.j);
	const [left, right] = [new Set<number>(), new Set<number>()];
	const pairs: [number, number][] = [];
	for (const { i, j } of all) {
		if (left.has(i) || right.has(j)) continue;
		left.add(i);
		right.add(j);
		pairs.push([i, j]);
	}
	return pairs;
}

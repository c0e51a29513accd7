import type { CapabilityCode } from '../rules/capabilities';
import { remembering } from './remembering';
import { votes } from './votes-table';

/** What a word says of capabilities when no phrase of the lexicon settles it: its stem, its beginning, and whether it is the first. */
type Trait = { name: string; word: string };
/** How likely each capability is by all words of a title together, and the words that speak for it. */
export type Ballot = {
	likely: (code: CapabilityCode) => number;
	first: CapabilityCode;
	words: (code: CapabilityCode) => string;
};

const silent = new Set(
	'и в во на по с со к ко о об для при из от до за у не или их его ее как что чем над под без между через том числе год года году годы учебный'.split(
		' '
	)
);
const [lettersOfStem, lettersOfBeginning, lettersOfFirst] = [6, 4, 5];

/** The traits of a title whose verbs stand as nouns, each once. */
export function traitsOf(nouns: string): Trait[] {
	const words = (nouns.match(/[а-я]+/g) ?? []).filter((word) => !silent.has(word));
	const traits = new Map<string, string>();
	const add = (name: string, word: string) => traits.has(name) || traits.set(name, word);
	for (const word of words) {
		add(word.slice(0, lettersOfStem), word);
		if (word.length > lettersOfBeginning) add(`${word.slice(0, lettersOfBeginning)}*`, word);
	}
	if (words[0]) add(`^${words[0].slice(0, lettersOfFirst)}`, words[0]);
	return [...traits].map(([name, word]) => ({ name, word }));
}

type Table = {
	codes: readonly CapabilityCode[];
	start: Float64Array;
	weights: Map<string, readonly (readonly [number, number])[]>;
};
let table: Table | undefined;

/** The table, read when it is first asked for. */
function read(): Table {
	const [heads = '', ...lines] = votes.trim().split('\n');
	const pairs = heads.split(' ').map((one) => one.split('=') as [CapabilityCode, string]);
	const weights = new Map<string, (readonly [number, number])[]>();
	for (const line of lines)
		for (const entry of line.split('; ')) {
			const [trait = '', ...given] = entry.split(' ');
			weights.set(
				trait,
				given.map((one) => {
					const [, code = '', weight = ''] = /^(\D+?)(-?\d+)$/.exec(one) ?? [];
					return [letterAt(code), Number(weight) / 10];
				})
			);
		}
	return {
		codes: pairs.map(([code]) => code),
		start: Float64Array.from(pairs, ([, weight]) => Number(weight) / 10),
		weights
	};
}

/** In the table each capability is a letter: the first in its head is «a», the twenty-seventh «A». */
const letterAt = (letter: string) => letters.indexOf(letter);
export const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGH';

/** All words of a title vote together. Undefined where no word is known. */
export const ballotOf = remembering((nouns: string): Ballot | undefined => {
	table ??= read();
	const { codes, start, weights } = table;
	const sums = Float64Array.from(start);
	const given = traitsOf(nouns).flatMap(({ name, word }) => {
		const known = weights.get(name);
		for (const [code, weight] of known ?? []) sums[code] = (sums[code] as number) + weight;
		return known ? [{ word, known }] : [];
	});
	if (given.length === 0) return undefined;
	const most = Math.max(...sums);
	const whole = sums.reduce((sum, one) => sum + Math.exp(one - most), 0);
	const at = (code: CapabilityCode) => codes.indexOf(code);
	return {
		likely: (code) => Math.exp((sums[at(code)] as number) - most) / whole,
		first: codes[sums.indexOf(most)] as CapabilityCode,
		words: (code) => {
			const by = new Map<string, number>();
			for (const { word, known } of given)
				for (const [one, weight] of known) if (one === at(code)) by.set(word, (by.get(word) ?? 0) + weight);
			const loudest = [...by].filter(([, weight]) => weight > 0.2).sort(([, one], [, other]) => other - one);
			return loudest
				.slice(0, 3)
				.map(([word]) => word)
				.join(', ');
		}
	};
}, 2_000);

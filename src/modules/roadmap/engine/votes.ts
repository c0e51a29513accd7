import type { CapabilityCode } from '../rules/capabilities';
import { remembering } from './remembering';
import { votes } from './votes-table';

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

const wordsOf = (nouns: string) => (nouns.match(/[а-я]+/g) ?? []).filter((word) => !silent.has(word));
const traitsOfWord = (word: string) => [
	word.slice(0, lettersOfStem),
	...(word.length > lettersOfBeginning ? [`${word.slice(0, lettersOfBeginning)}*`] : [])
];
const traitOfFirst = (word: string) => `^${word.slice(0, lettersOfFirst)}`;

/** The traits of a title whose verbs stand as nouns, each once: what is learnt by. */
export function traitsOf(nouns: string): string[] {
	const words = wordsOf(nouns);
	return [...new Set([...words.flatMap(traitsOfWord), ...words.slice(0, 1).map(traitOfFirst)])];
}

/** What a trait says: of which capabilities, and how much for or against each. */
type Vote = { codes: readonly number[]; weights: readonly number[] };
type Table = {
	codes: readonly CapabilityCode[];
	places: Map<CapabilityCode, number>;
	start: readonly number[];
	votes: Map<string, Vote>;
};
let table: Table | undefined;

/** The table, read when it is first asked for. */
function read(): Table {
	const [heads = '', ...lines] = votes.trim().split('\n');
	const pairs = heads.split(' ').map((one) => one.split('=') as [CapabilityCode, string]);
	const known = new Map<string, Vote>();
	for (const line of lines)
		for (const entry of line.split('; ')) {
			const parts = entry.split(' ');
			const given = parts.filter((part) => isGiven.test(part));
			known.set(parts[0] as string, {
				codes: given.map((one) => letters.indexOf(one[0] as string)),
				weights: given.map((one) => Number(one.slice(1)) / 10)
			});
		}
	const codes = pairs.map(([code]) => code);
	return {
		codes,
		places: new Map(codes.map((code, place) => [code, place])),
		start: pairs.map(([, weight]) => Number(weight) / 10),
		votes: known
	};
}

/** In the table each capability is a letter: the first in its head is «a», the twenty-seventh «A»; «a-7» is 0.7 against it. */
export const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGH';
const isGiven = /^[a-zA-H]-?\d/;

/** The votes of a word for its stem and its beginning; words are few and come again and again. */
const votesOf = remembering((word: string): readonly Vote[] => {
	table ??= read();
	return traitsOfWord(word).flatMap((name) => table?.votes.get(name) ?? []);
}, 10_000);

/** The votes given, each once, beside the words that gave them. */
type Given = { words: string[]; votes: Vote[] };
function give({ words, votes }: Given, word: string, vote: Vote) {
	if (votes.includes(vote)) return;
	words.push(word);
	votes.push(vote);
}

/** All words of a title vote together. Undefined where no word is known. */
export function ballotOf(nouns: string): Ballot | undefined {
	table ??= read();
	const { codes, places, start, votes } = table;
	const words = wordsOf(nouns);
	const given: Given = { words: [], votes: [] };
	for (const word of words) for (const vote of votesOf(word)) give(given, word, vote);
	const first = words[0] === undefined ? undefined : votes.get(traitOfFirst(words[0]));
	if (first) give(given, words[0] as string, first);
	if (given.votes.length === 0) return undefined;
	const sums = Array.from(start);
	for (const { codes, weights } of given.votes)
		for (let at = 0; at < codes.length; at++) {
			const code = codes[at] as number;
			sums[code] = (sums[code] as number) + (weights[at] as number);
		}
	let best = 0;
	for (let code = 1; code < sums.length; code++) if ((sums[code] as number) > (sums[best] as number)) best = code;
	const most = sums[best] as number;
	let whole = 0;
	for (const sum of sums) whole += Math.exp(sum - most);
	return {
		likely: (code) => Math.exp((sums[places.get(code) ?? 0] as number) - most) / whole,
		first: codes[best] as CapabilityCode,
		words: (code) => loudest(given, places.get(code) ?? 0)
	};
}

/** Three words at most that speak for a capability. */
function loudest({ words, votes }: Given, code: number) {
	const by = new Map<string, number>();
	for (const [at, { codes, weights }] of votes.entries()) {
		const word = words[at] as string;
		const weight = weights[codes.indexOf(code)];
		if (weight !== undefined) by.set(word, (by.get(word) ?? 0) + weight);
	}
	const speak = [...by].filter(([, weight]) => weight > 0.2).sort(([, one], [, other]) => other - one);
	return speak
		.slice(0, 3)
		.map(([word]) => word)
		.join(', ');
}

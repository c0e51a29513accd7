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
/** What stands among the first words says what is done. */
const firstWords = 3;

const wordsOf = (nouns: string) => (nouns.match(/[а-я]+/g) ?? []).filter((word) => !silent.has(word));
const traitsOfWord = (word: string) => [
	word.slice(0, lettersOfStem),
	...(word.length > lettersOfBeginning ? [`${word.slice(0, lettersOfBeginning)}*`] : [])
];
/** The traits a word has where it stands. */
const traitsOfPlace = (word: string, place: number) => {
	const start = word.slice(0, lettersOfFirst);
	return place === 0 ? [`^${start}`, `<${start}`] : place < firstWords ? [`<${start}`] : [];
};

/** The traits of a title whose verbs stand as nouns, each once: what is learnt by. */
export function traitsOf(nouns: string): string[] {
	const words = wordsOf(nouns);
	return [...new Set([...words.flatMap(traitsOfWord), ...words.flatMap(traitsOfPlace)])];
}

/** How much a trait says for or against each capability. */
type Vote = Float64Array;
type Table = {
	codes: readonly CapabilityCode[];
	places: Map<CapabilityCode, number>;
	start: Vote;
	votes: Map<string, Vote>;
};
let table: Table | undefined;

/** In the table a weight is a sign: its place among these, from -2.6 on, in tenths. */
export const tenthsOf = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
export const lowest = -26;
const readVote = (signs: string) => Float64Array.from(signs, (sign) => (tenthsOf.indexOf(sign) + lowest) / 10);

/** The table, read when it is first asked for. */
function read(): Table {
	const [heads = '', start = '', ...lines] = votes.trim().split('\n');
	const codes = heads.split(' ') as CapabilityCode[];
	const known = new Map<string, Vote>();
	for (const line of lines) {
		const parts = line.split(' ');
		for (let at = 0; at + 1 < parts.length; at += 2) known.set(parts[at] as string, readVote(parts[at + 1] as string));
	}
	return { codes, places: new Map(codes.map((code, place) => [code, place])), start: readVote(start), votes: known };
}

/** The votes of a word for its stem and its beginning; words are few and come again and again. */
const votesOf = remembering((word: string): readonly Vote[] => told(traitsOfWord(word)), 10_000);
const told = (traits: readonly string[]) => traits.flatMap((name) => table?.votes.get(name) ?? []);

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
	const { codes, places, start } = table;
	const words = wordsOf(nouns);
	const given: Given = { words: [], votes: [] };
	for (const word of words) for (const vote of votesOf(word)) give(given, word, vote);
	for (const [place, word] of words.slice(0, firstWords).entries())
		for (const vote of told(traitsOfPlace(word, place))) give(given, word, vote);
	if (given.votes.length === 0) return undefined;
	const sums = start.slice();
	for (const vote of given.votes)
		for (let code = 0; code < sums.length; code++) sums[code] = (sums[code] as number) + (vote[code] as number);
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
	for (const [at, vote] of votes.entries()) {
		const word = words[at] as string;
		by.set(word, (by.get(word) ?? 0) + (vote[code] as number));
	}
	const speak = [...by].filter(([, weight]) => weight > 0.2).sort(([, one], [, other]) => other - one);
	return speak
		.slice(0, 3)
		.map(([word]) => word)
		.join(', ');
}

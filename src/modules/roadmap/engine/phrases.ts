import { remembering } from './remembering';

/** A phrase found: whose it is, its place among all phrases, where its words stand, and how many other words stand between them. */
export type Found<Told> = { told: Told; place: number; from: number; to: number; between: number };

/** Where a phrase has come to: what ends here, and what may follow at once or with other words between. Phrases share their beginnings. */
type Turn<Told> = {
	ends: readonly { told: Told; place: number; length: number }[];
	next: ReadonlyMap<number, Turn<Told>>;
	apart: ReadonlyMap<number, Turn<Told>>;
};

/** Letters that stems share are kept once; `open`: stems that take the rest of their word, `whole`: those that do not. */
type Node = { next: ReadonlyMap<number, Node>; open: readonly number[]; whole: readonly number[] };

type Word = {
	from: number;
	to: number;
	stems: readonly number[];
	chunk: number; // of the pieces between white space
	leads: boolean; // nothing but quotes and brackets stands before it in its chunk
};

/** `places`: where the words of each stem stand that others may stand before; `broken`: chunks that no phrase reaches over. */
type Words = { words: Word[]; places: Map<number, number[]>; broken: Set<number> };

/** As many words at most stand where a phrase lets some stand. */
const mostBetween = 6;

/**
 * Learns phrases and answers with what finds them: every word of a text is looked up once, however many phrases there are.
 * In a phrase a stem matches at the beginning of a word; a space stands for the rest of the word and the space after it; «…» lets a
 * few words stand between; «/» parts stems either of which will do; «$» ends the word. Each phrase is found once, where it first
 * stands. Text and phrases are in lower case, with е for ё.
 */
export function phraseBook<Told>(entries: readonly (readonly [phrase: string, told: Told])[]) {
	const root = newNode();
	const numbers = new Map<string, number>();
	const numberOf = (stems: string) => {
		const known = numbers.get(stems);
		if (known !== undefined) return known;
		const number = numbers.size;
		numbers.set(stems, number);
		for (const stem of stems.split('/')) learn(root, stem, number);
		return number;
	};
	const start = newTurn<Told>();
	for (const [place, [phrase, told]] of entries.entries()) {
		let [turn, length] = [start, 0];
		for (const [at, part] of phrase.split('…').entries())
			for (const [word, stems] of part.trim().split(/\s+/).entries()) {
				turn = turnAfter(turn, at > 0 && word === 0 ? 'apart' : 'next', numberOf(stems));
				length++;
			}
		turn.ends = [...turn.ends, { told, place, length }];
	}

	const first = Array.from({ length: numbers.size }, (_, number) => start.next.get(number));
	const later = new Uint8Array(numbers.size); // the stems that may stand with other words before them
	markLater(start, later);

	/** Words are few and come again and again. */
	const near = remembering((word) => stemsNear(root, word), 10_000);

	return (text: string): Found<Told>[] => {
		const { words, places, broken } = wordsOf(text, root, near, later);
		const found = new Map<number, Found<Told>>();
		for (let at = 0; at < words.length; at++) {
			const word = words[at] as Word;
			for (const number of word.stems) {
				const turn = first[number];
				if (turn) follow(turn, at, word);
			}
		}
		return [...found.values()].sort((a, b) => a.place - b.place);

		/** The word at `at` goes on with phrases that began with the word `first`. */
		function take(turns: ReadonlyMap<number, Turn<Told>>, at: number, first: Word) {
			for (const number of (words[at] as Word).stems) {
				const turn = turns.get(number);
				if (turn) follow(turn, at, first);
			}
		}

		function follow({ ends, next, apart }: Turn<Told>, at: number, first: Word) {
			const here = words[at] as Word;
			for (const { told, place, length } of ends) {
				if (found.has(place)) continue;
				const between = Math.max(0, here.chunk - first.chunk - length + 1);
				found.set(place, { told, place, from: first.from, to: here.to, between });
			}
			if (next.size === 0 && apart.size === 0) return;
			const word = words[at + 1];
			const joined = word !== undefined && isSpace(text, here.to, word.from);
			if (joined && next.size > 0) take(next, at + 1, first);
			if (apart.size === 0) return;
			const reach = text[here.to] === ' ' ? reachOf(here.chunk) : here.chunk;
			for (const [stems, turn] of apart)
				for (const place of places.get(stems) ?? nowhere) {
					const { chunk, leads } = words[place] as Word;
					const reached = leads && chunk > here.chunk && chunk <= reach;
					if (place > at && (reached || (joined && place === at + 1))) follow(turn, place, first);
				}
		}

		/** The last chunk as far as which words may stand between, if only one of them. */
		function reachOf(chunk: number) {
			let reach = chunk + 1;
			while (reach <= chunk + mostBetween && !broken.has(reach)) reach++;
			return reach;
		}
	};
}

const nowhere: readonly number[] = [];

/** Most turns and nodes are ends: they share what is empty, and there are ten thousands of them. */
const none: readonly never[] = [];
// biome-ignore lint/suspicious/noExplicitAny: it holds nothing
const nowhereElse: ReadonlyMap<number, any> = new Map();

const newTurn = <Told>(): Turn<Told> => ({ ends: none, next: nowhereElse, apart: nowhereElse });

function turnAfter<Told>(turn: Turn<Told>, how: 'next' | 'apart', stems: number) {
	const known = turn[how].get(stems);
	if (known) return known;
	const after = newTurn<Told>();
	if (turn[how] === nowhereElse) turn[how] = new Map([[stems, after]]);
	else (turn[how] as Map<number, Turn<Told>>).set(stems, after);
	return after;
}

function markLater<Told>({ next, apart }: Turn<Told>, later: Uint8Array) {
	for (const [number, turn] of apart) {
		later[number] = 1;
		markLater(turn, later);
	}
	for (const turn of next.values()) markLater(turn, later);
}

const newNode = (): Node => ({ next: nowhereElse, open: none, whole: none });

/** «памятк» is heard in «памяток» too. */
const fleeting = /(?<=[бвгджзлмнпрстфхцчшщ])к$/;

/** So short a stem is a word of its own: «с» is not the beginning of «сотрудник». */
const preposition = 2;

function learn(root: Node, stem: string, number: number) {
	if (stem.endsWith('$') || stem.length <= preposition) {
		const node = nodeAt(root, stem.replace('$', ''));
		node.whole = [...node.whole, number];
		return;
	}
	for (const form of fleeting.test(stem) ? [stem, `${stem.slice(0, -1)}ок`, `${stem.slice(0, -1)}ек`] : [stem]) {
		const node = nodeAt(root, form);
		node.open = [...node.open, number];
	}
}

function nodeAt(root: Node, letters: string) {
	let node = root;
	for (let at = 0; at < letters.length; at++) {
		const letter = letters.charCodeAt(at);
		const known = node.next.get(letter);
		const next = known ?? newNode();
		if (!known) {
			if (node.next === nowhereElse) node.next = new Map([[letter, next]]);
			else (node.next as Map<number, Node>).set(letter, next);
		}
		node = next;
	}
	return node;
}

/** The numbers of all stems that a word begins with or is. */
function stemsOf(root: Node, text: string, from: number, to: number): readonly number[] {
	let node: Node | undefined = root;
	let stems: readonly number[] = none;
	for (let at = from; at < to; at++) {
		node = node.next.get(text.charCodeAt(at));
		if (!node) return stems;
		if (node.open.length > 0) stems = stems.length > 0 ? [...stems, ...node.open] : node.open;
	}
	return node.whole.length > 0 ? [...stems, ...node.whole] : stems;
}

/** A stem of at least so many letters is known with a slip of the pen in it: one letter wrong, missing, too many, or two turned round. */
const surelyKnown = 6;
/** So many letters at least are right after the slip: «интернат» is no «интернет» miswritten. */
const rightAfter = 2;

/** The numbers of long stems that a word begins with but for one slip, never in its first letter. */
function stemsNear(root: Node, word: string): readonly number[] {
	const stems = new Set<number>();
	/** `slip`: how many letters of the stem there were when it was passed. */
	const follow = (node: Node | undefined, at: number, depth: number, slip = 0): void => {
		if (!node) return;
		if (slip > 0 && depth >= Math.max(surelyKnown, slip + rightAfter)) {
			for (const number of node.open) stems.add(number);
			if (at === word.length) for (const number of node.whole) stems.add(number);
		}
		const letter = word.charCodeAt(at);
		if (at < word.length) follow(node.next.get(letter), at + 1, depth + 1, slip);
		if (slip > 0) return;
		for (const [other, next] of node.next) {
			if (other !== letter) follow(next, at + 1, depth + 1, depth + 1);
			follow(next, at, depth + 1, depth + 1);
		}
		if (at >= word.length) return;
		follow(node, at + 1, depth, depth);
		follow(node.next.get(word.charCodeAt(at + 1))?.next.get(letter), at + 2, depth + 2, depth + 2);
	};
	follow(root.next.get(word.charCodeAt(0)), 1, 1);
	return [...stems];
}

const space = 0x20;
/** Signs by what they do: letters, digits and dashes make words, a stop breaks its chunk, quotes and brackets open. */
const [letter, digit, stop, opening] = [1, 2, 3, 4];
const kinds = new Uint8Array(0x460);
kinds.fill(letter, 0x430, 0x450).fill(letter, 0x61, 0x7b).fill(digit, 0x30, 0x3a);
kinds[0x2d] = letter; // the dash within «онлайн-опрос»
for (const sign of '.;:') kinds[sign.charCodeAt(0)] = stop;
for (const sign of '«"(') kinds[sign.charCodeAt(0)] = opening;
const kindOf = (text: string, at: number) => kinds[text.charCodeAt(at)] ?? 0;
const isOfWord = (kind: number) => kind === letter || kind === digit;

function wordsOf(text: string, root: Node, near: (word: string) => readonly number[], later: Uint8Array): Words {
	const words: Word[] = [];
	const places: Words['places'] = new Map();
	const broken = new Set<number>();
	let [chunk, clear] = [0, true];
	for (let at = 0; at < text.length; ) {
		const kind = kindOf(text, at);
		if (isOfWord(kind)) {
			const from = at;
			while (at < text.length && isOfWord(kindOf(text, at))) at++;
			const stems = stemsIn(text, from, at, root, near);
			for (const number of stems) {
				if (!later[number]) continue;
				const there = places.get(number);
				if (there) there.push(words.length);
				else places.set(number, [words.length]);
			}
			words.push({ from, to: at, stems, chunk, leads: clear });
			clear = false;
			continue;
		}
		if (text.charCodeAt(at) === space) {
			chunk++;
			clear = true;
		} else if (kind === stop) {
			if (text[at] !== '.' || !endsInitial(text, at)) broken.add(chunk);
			clear = false;
		} else if (kind !== opening) clear = false;
		at++;
	}
	return { words, places, broken };
}

/** What a word begins with; else after figures at its beginning, else but for a slip. */
function stemsIn(text: string, from: number, to: number, root: Node, near: (word: string) => readonly number[]) {
	const exact = stemsOf(root, text, from, to);
	if (exact.length > 0) return exact;
	const inside = figuresAt(text, from, to);
	if (inside > 0) return stemsOf(root, text, from + inside, to);
	return to - from >= surelyKnown ? near(text.slice(from, to)) : exact;
}

/** How many figures stand before the letters of «2го»; 0 where no letter follows them. */
function figuresAt(text: string, from: number, to: number) {
	let at = from;
	while (at < to && kindOf(text, at) === digit) at++;
	return at < to && text[at] !== '-' ? at - from : 0;
}

/** «Кречетом Л.Д.» ends no thought: the stop of one letter. */
const endsInitial = (text: string, at: number) => isRussian(text[at - 1]) && !isRussian(text[at - 2]);
const isRussian = (sign: string | undefined) => sign !== undefined && sign >= 'а' && sign <= 'я';

/** Whether white space, opening quotes and brackets, and nothing else, stand from one place to another. */
function isSpace(text: string, from: number, to: number) {
	if (from >= to) return false;
	for (let at = from; at < to; at++) {
		const sign = text[at];
		if (sign !== ' ' && sign !== '«' && sign !== '"' && sign !== '(') return false;
	}
	return true;
}

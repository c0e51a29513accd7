import { remembering } from './remembering';

/** A phrase found: whose it is, its place among all phrases, where its words stand, and how many other words stand between them. */
export type Found<Told> = { told: Told; place: number; from: number; to: number; between: number };

/** Stems, any of which will do, have one number; `apart`: other words may stand before it. */
type Step = { stems: number; apart: boolean };
type Phrase<Told> = { steps: readonly Step[]; told: Told; place: number };

/** Letters that stems share are kept once; `open`: stems that take the rest of their word, `whole`: those that do not. */
type Node = { next: Map<number, Node>; open: number[]; whole: number[] };

type Word = {
	from: number;
	to: number;
	stems: readonly number[];
	chunk: number; // of the pieces between white space
	leads: boolean; // nothing but quotes and brackets stands before it in its chunk
};

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
	const beginning: Phrase<Told>[][] = [];
	for (const [place, [phrase, told]] of entries.entries()) {
		const steps = phrase.split('…').flatMap((part, at) =>
			part
				.trim()
				.split(/\s+/)
				.map((stems, word) => ({ stems: numberOf(stems), apart: at > 0 && word === 0 }))
		);
		const first = steps[0]?.stems ?? 0;
		beginning[first] = [...(beginning[first] ?? []), { steps, told, place }];
	}

	/** Words are few and come again and again. */
	const near = remembering((word) => stemsNear(root, word), 10_000);

	return (text: string): Found<Told>[] => {
		const { words, broken } = wordsOf(text, root, near);
		const found = new Map<number, Found<Told>>();
		for (const [at, { from, stems, chunk }] of words.entries())
			for (const number of stems)
				for (const { steps, told, place } of beginning[number] ?? []) {
					if (found.has(place)) continue;
					const last = follow(steps, 1, at);
					if (!last) continue;
					const between = Math.max(0, last.chunk - chunk - steps.length + 1);
					found.set(place, { told, place, from, to: last.to, between });
				}
		return [...found.values()].sort((a, b) => a.place - b.place);

		/** The last word of the phrase whose step before `step` the word at `at` has taken. */
		function follow(steps: readonly Step[], step: number, at: number): Word | undefined {
			const wanted = steps[step];
			const here = words[at] as Word;
			if (!wanted) return here;
			for (let next = at + 1; next < words.length; next++) {
				const word = words[next] as Word;
				const joined = next === at + 1 && isSpace(text, here.to, word.from);
				if (!joined && !(wanted.apart && isReached(here, word))) {
					if (!wanted.apart || word.chunk - here.chunk > mostBetween + 1) return undefined;
					continue;
				}
				const last = word.stems.includes(wanted.stems) ? follow(steps, step + 1, next) : undefined;
				if (last || !wanted.apart) return last;
			}
			return undefined;
		}

		function isReached(here: Word, word: Word) {
			if (!word.leads || word.chunk === here.chunk || word.chunk - here.chunk > mostBetween + 1) return false;
			if (text[here.to] !== ' ') return false;
			for (let chunk = here.chunk + 1; chunk < word.chunk; chunk++) if (broken.has(chunk)) return false;
			return true;
		}
	};
}

const newNode = (): Node => ({ next: new Map(), open: [], whole: [] });

/** «памятк» is heard in «памяток» too. */
const fleeting = /(?<=[бвгджзлмнпрстфхцчшщ])к$/;

/** So short a stem is a word of its own: «с» is not the beginning of «сотрудник». */
const preposition = 2;

function learn(root: Node, stem: string, number: number) {
	if (stem.endsWith('$') || stem.length <= preposition) nodeAt(root, stem.replace('$', '')).whole.push(number);
	else
		for (const form of new Set([stem, stem.replace(fleeting, 'ок'), stem.replace(fleeting, 'ек')]))
			nodeAt(root, form).open.push(number);
}

function nodeAt(root: Node, letters: string) {
	let node = root;
	for (let at = 0; at < letters.length; at++) {
		const letter = letters.charCodeAt(at);
		const next = node.next.get(letter) ?? newNode();
		node.next.set(letter, next);
		node = next;
	}
	return node;
}

/** The numbers of all stems that a word begins with or is. */
function stemsOf(root: Node, text: string, from: number, to: number): readonly number[] {
	let node: Node | undefined = root;
	let stems: number[] = [];
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

const wordPattern = /[а-яa-z\d-]+/g;
const digits = /^\d+(?=[а-яa-z])/;

/** The words of a text with the stems they begin with, and the chunks that no phrase reaches over: a stop stands in them. */
function wordsOf(text: string, root: Node, near: (word: string) => readonly number[]) {
	const words: Word[] = [];
	const broken = new Set<number>();
	let [chunk, read, begun] = [0, 0, 0];
	/** Goes through what stands between words up to `till`. */
	const pass = (till: number) => {
		for (; read < till; read++) {
			const sign = text[read];
			if (sign === ' ') {
				chunk++;
				begun = read + 1;
			} else if (sign === ';' || sign === ':' || (sign === '.' && !endsInitial(text, read))) broken.add(chunk);
		}
	};
	for (const { 0: word, index } of text.matchAll(wordPattern)) {
		pass(index);
		const to = index + word.length;
		const leads = isSpace(text, begun, index) || begun === index;
		const inside = digits.exec(word)?.[0].length ?? 0;
		const exact = stemsOf(root, text, index, to);
		const stems = exact.length === 0 && inside === 0 && word.length >= surelyKnown ? near(word) : exact;
		words.push({
			from: index,
			to,
			stems: inside > 0 && stems.length === 0 ? stemsOf(root, text, index + inside, to) : stems,
			chunk,
			leads
		});
		read = to;
	}
	pass(text.length);
	return { words, broken };
}

/** «Кречетом Л.Д.» ends no thought: the stop of one letter. */
const endsInitial = (text: string, at: number) => isLetter(text[at - 1]) && !isLetter(text[at - 2]);
const isLetter = (sign: string | undefined) => sign !== undefined && sign >= 'а' && sign <= 'я';

/** Whether white space, opening quotes and brackets, and nothing else, stand from one place to another. */
function isSpace(text: string, from: number, to: number) {
	if (from >= to) return false;
	for (let at = from; at < to; at++) {
		const sign = text[at];
		if (sign !== ' ' && sign !== '«' && sign !== '"' && sign !== '(') return false;
	}
	return true;
}

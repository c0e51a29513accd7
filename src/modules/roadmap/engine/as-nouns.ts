import { acts } from './verbs';

type Beginning = { any: RegExp; verbs: { pattern: RegExp; noun: string }[] };

const [first, last, dash] = ['а', 'я', '-'].map((sign) => sign.charCodeAt(0)) as [number, number, number];
const letters = last - first + 1;
const isLetter = (code: number) => code >= first && code <= last;
/** The place of a word's first two letters among all such pairs. */
const placeOf = (one: number, two: number) => (one - first) * letters + two - first;

/** How words may begin that are verbs known, so that most words are told at once to be none; `any`: whether one of them follows. */
const byBeginning: (Beginning | undefined)[] = [];
for (const [beginning, verbs] of Map.groupBy(
	acts.flatMap(([verb, noun]) => Array.from(beginningsOf(verb), (beginning) => ({ beginning, verb, noun }))),
	({ beginning }) => beginning
))
	byBeginning[placeOf(beginning.charCodeAt(0), beginning.charCodeAt(1))] = {
		any: new RegExp(verbs.map(({ verb }) => `(?:${verb})`).join('|'), 'y'),
		verbs: verbs.map(({ verb, noun }) => ({ pattern: new RegExp(`(?:${verb})[а-я]*`, 'y'), noun }))
	};

/** The two letters with which each way of writing a verb begins; letters in brackets that may be missing are tried both ways. */
function beginningsOf(verb: string) {
	const [, optional, rest] = /^\(\?:([^)]*)\)\?(.*)$/.exec(verb) ?? [];
	const written = optional && rest ? [rest, ...optional.split('|').map((letters) => letters + rest)] : verb.split('|');
	return new Set(written.flatMap((one) => one.match(/^[а-я]{2}/) ?? []));
}

/** The same words (lower case, е for ё), every verb known put as the noun of its act: word for word, their number stays. */
export function asNouns(words: string) {
	let [nouns, read] = ['', 0];
	let within = false; // a word, or what goes on with one after a dash
	for (let at = 0; at < words.length; at++) {
		const code = words.charCodeAt(at);
		const begins = !within && isLetter(code) && isLetter(words.charCodeAt(at + 1));
		within = isLetter(code) || code === dash;
		const verbs = begins ? byBeginning[placeOf(code, words.charCodeAt(at + 1))] : undefined;
		const found = verbs && verbAt(words, at, verbs);
		if (!found) continue;
		nouns += words.slice(read, at) + found.noun;
		read = found.end;
	}
	return read === 0 ? words : nouns + words.slice(read);
}

function verbAt(words: string, at: number, { any, verbs }: Beginning) {
	any.lastIndex = at;
	if (!any.test(words)) return undefined;
	for (const { pattern, noun } of verbs) {
		pattern.lastIndex = at;
		if (pattern.test(words)) return { noun, end: pattern.lastIndex };
	}
	return undefined;
}

import type { CapabilityCode } from '../rules/capabilities';
import { capabilityWords } from './capability-words';
import { tidy } from './grid';
import { asNouns } from './verbs';

export type Judged = { code: CapabilityCode; because: string } | null;

/** How far other cells are heard: the title decides, the others break silence and ties. */
const voice = { title: 1, lead: 0.45, results: 0.35, stage: 0.3 };
/** A clue weighs less inside brackets and towards the end of a long title: the head says what is done. */
const inBrackets = 0.55;
const atTheEnd = 0.62;
/** Titles shorter than this are heard as if they were so long: their end is not far from their head. */
const shortTitle = 45;
/** The second clue of one capability supports the first, it does not double it. */
const support = 0.15;

/** `stem`: letters the pattern cannot do without; looked for first, since that is a hundred times quicker. */
type Compiled = { code: CapabilityCode; weight: number; stem: string; pattern: RegExp };

/** «памятк» is heard in «памяток» too. */
const withFleetingVowel = (stem: string) => stem.replace(/([бвгджзлмнпрстфхцчшщ])к$/, '$1[ое]?к');

/** «баз наставник» → «баз» + rest of the word + space + «наставник»; «…» lets up to six words stand between. */
function compile(phrase: string) {
	const source = phrase
		.split('…')
		.map((part) => part.trim().split(/\s+/).map(withFleetingVowel).join('[а-яa-z-]*[\\s«"(]+'))
		.join('[а-яa-z-]*[\\s«"(]+(?:[^\\s.;:]+\\s+){0,6}?');
	return new RegExp(`(?<![а-яa-z-])${source}[а-яa-z-]*`, 'g');
}

const clues: Compiled[] = Object.entries(capabilityWords).flatMap(([code, words]) =>
	words.map(([weight, phrase]) => ({
		code: code as CapabilityCode,
		weight,
		stem: (phrase.split(/[\s…]/)[0] ?? '').replace(/к$/, ''),
		pattern: compile(phrase)
	}))
);

/** One or two letters a word begins with. */
const wordBeginning = /(?<![а-яa-z-])[а-яa-z]{1,2}/g;
/** Places of clues in the lexicon by how they begin. */
const byBeginning = new Map<string, number[]>();
for (const [place, { stem }] of clues.entries()) {
	const [beginning = ''] = stem.match(wordBeginning) ?? [];
	byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), place]);
}

/** The capability that carries an activity out, with the words that told it; null when nothing tells. */
export function judgeCapability(activity: {
	title: string;
	lead: string | null;
	results: readonly string[];
	stage: string | null;
}): Judged {
	const heard = new Map<CapabilityCode, { best: number; rest: number; because: string }>();
	listen(activity.title, voice.title, heard);
	if (activity.lead) listen(activity.lead, voice.lead, heard);
	listen(activity.results.join('; '), voice.results, heard);
	if (activity.stage) listen(activity.stage, voice.stage, heard);
	let winner: { code: CapabilityCode; because: string; score: number } | null = null;
	for (const [code, { best, rest, because }] of heard) {
		const score = best + Math.min(rest, best) * support;
		if (!winner || score > winner.score) winner = { code, because, score };
	}
	return winner && { code: winner.code, because: winner.because };
}

function listen(
	text: string,
	loudness: number,
	heard: Map<CapabilityCode, { best: number; rest: number; because: string }>
) {
	const words = tidy(text).toLowerCase().replaceAll('ё', 'е');
	if (words === '') return;
	const nouns = asNouns(words);
	const readings = nouns === words ? [words] : [words, nouns];
	const depths = readings.map(bracketDepths);
	for (const { code, weight, stem, pattern } of cluesFor(readings)) {
		for (const [index, reading] of readings.entries()) {
			const found = reading.includes(stem) ? firstOf(pattern, reading) : null;
			if (!found) continue;
			const because = index === 0 ? found[0] : sameWords(words, nouns, found);
			const along = found.index / Math.max(reading.length, shortTitle);
			const score = weight * loudness * (1 - (1 - atTheEnd) * along) * (depths[index]?.[found.index] ? inBrackets : 1);
			const before = heard.get(code);
			if (!before) heard.set(code, { best: score, rest: 0, because });
			else if (score > before.best) heard.set(code, { best: score, rest: before.rest + before.best, because });
			else before.rest += score;
			break;
		}
	}
}

/** The clues that a word of the text begins like, in the order of the lexicon: a fiftieth of all. */
function cluesFor(readings: readonly string[]): readonly Compiled[] {
	const beginnings = new Set(readings.flatMap((text) => text.match(wordBeginning) ?? []));
	const places = [...beginnings].flatMap((beginning) => byBeginning.get(beginning) ?? []);
	return places.sort((a, b) => a - b).map((place) => clues[place] as Compiled);
}

function firstOf(pattern: RegExp, text: string) {
	pattern.lastIndex = 0;
	return pattern.exec(text);
}

/** The written words that stand where `found` stands among the nouns put for verbs. */
function sameWords(words: string, nouns: string, found: RegExpExecArray) {
	const from = nouns.slice(0, found.index).split(' ').length - 1;
	return words
		.split(' ')
		.slice(from, from + found[0].split(' ').length)
		.join(' ');
}

function bracketDepths(text: string) {
	let depth = 0;
	return Array.from(text, (sign) => {
		if (sign === '(') depth++;
		else if (sign === ')') depth = Math.max(0, depth - 1);
		return depth;
	});
}

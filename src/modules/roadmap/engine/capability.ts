import type { CapabilityCode } from '../rules/capabilities';
import { capabilityWords } from './capability-words';
import { tidy } from './grid';
import { heardAt, levelled } from './heads';
import { asNouns } from './verbs';

export type Judged = { code: CapabilityCode; because: string } | null;

/** How far other cells are heard: the title decides, the others break silence and ties. */
const voice = { title: 1, lead: 0.45, results: 0.3, stage: 0.25 };
/** The second clue of one capability supports the first, it does not double it. */
const support = 0.15;

/** `stems`: letters the pattern cannot do without, one of them; looked for first, since that is a hundred times quicker. */
type Compiled = { code: CapabilityCode; weight: number; stems: readonly string[]; pattern: RegExp };

/** «памятк» is heard in «памяток» too. */
const withFleetingVowel = (stem: string) => stem.replace(/([бвгджзлмнпрстфхцчшщ])к$/, '$1[ое]?к');

/** «создан/открыт» is either; «пары$» goes no further, any other stem takes the rest of its word. */
function wordOf(stems: string) {
	const either = stems
		.split('/')
		.map((stem) => (stem.endsWith('$') ? stem.slice(0, -1) : `${withFleetingVowel(stem)}[а-яa-z-]*`));
	return either.length === 1 ? either[0] : `(?:${either.join('|')})`;
}

/** «баз наставник» → «баз» + rest of the word + space + «наставник»; «…» lets up to six words stand between. */
function compile(phrase: string) {
	const between = '(?![а-яa-z-])[\\s«"(]+';
	const source = phrase
		.split('…')
		.map((part) => part.trim().split(/\s+/).map(wordOf).join(between))
		.join(`${between}(?:[^\\s.;:]+\\s+){0,6}?[«"(]?`);
	return new RegExp(`(?<![а-яa-z-])${source}(?![а-яa-z-])`, 'g');
}

const clues: Compiled[] = Object.entries(capabilityWords).flatMap(([code, words]) =>
	words.map(([weight, phrase]) => ({
		code: code as CapabilityCode,
		weight,
		stems: (phrase.split(/[\s…]/)[0] ?? '').split('/').map((stem) => stem.replace(/к?\$?$/, '')),
		pattern: compile(phrase)
	}))
);

/** One or two letters or digits a word begins with. */
const wordBeginning = /(?<![а-яa-z-])[а-яa-z\d]{1,2}/g;
/** Places of clues in the lexicon by how they begin. */
const byBeginning = new Map<string, Set<number>>();
for (const [place, { stems }] of clues.entries())
	for (const [beginning = ''] of stems.map((stem) => stem.match(wordBeginning) ?? []))
		byBeginning.set(beginning, (byBeginning.get(beginning) ?? new Set()).add(place));

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
	const words = levelled(tidy(text).toLowerCase().replaceAll('ё', 'е'));
	if (words.trim() === '') return;
	const nouns = asNouns(words);
	const readings = nouns === words ? [words] : [words, nouns];
	const loud = readings.map(heardAt);
	for (const { code, weight, stems, pattern } of cluesFor(readings)) {
		let heardHere: { score: number; because: string } | null = null;
		for (const [index, reading] of readings.entries()) {
			const found = stems.some((stem) => reading.includes(stem)) ? firstOf(pattern, reading) : null;
			if (!found) continue;
			const score = weight * loudness * (loud[index]?.(found.index) ?? 1);
			if (heardHere && heardHere.score >= score) continue;
			heardHere = { score, because: index === 0 ? found[0] : sameWords(words, nouns, found) };
		}
		if (!heardHere) continue;
		const { score, because } = heardHere;
		const before = heard.get(code);
		if (!before) heard.set(code, { best: score, rest: 0, because });
		else if (score > before.best) heard.set(code, { best: score, rest: before.rest + before.best, because });
		else before.rest += score;
	}
}

/** The clues that a word of the text begins like, in the order of the lexicon: a fiftieth of all. */
function cluesFor(readings: readonly string[]): readonly Compiled[] {
	const beginnings = new Set(readings.flatMap((text) => text.match(wordBeginning) ?? []));
	const places = [...new Set([...beginnings].flatMap((beginning) => [...(byBeginning.get(beginning) ?? [])]))];
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

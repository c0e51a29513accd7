import type { CapabilityCode } from '../rules/capabilities';
import { asNouns } from './as-nouns';
import { capabilityWords } from './capability-words';
import { tidy } from './grid';
import { heardAt, levelled } from './heads';
import { phraseBook } from './phrases';
import { remembering } from './remembering';
import { ballotOf } from './votes';

export type Judged = { code: CapabilityCode; because: string } | null;

/** How far other cells are heard: the title decides, the others break silence and ties. */
const voice = { title: 1, lead: 0.45, results: 0.3, stage: 0.25 };
/** The second clue of one capability supports the first, it does not double it. */
const support = 0.15;

/** The nearest object is what is made: «подготовка справки о парах» makes no pairs. So much less for each word between. */
const apart = 0.015;

/** How loudly each capability is heard, and the words that tell it, said when they are asked for. */
type Heard = Map<CapabilityCode, { best: number; rest: number; because: () => string }>;

type Clue = { code: CapabilityCode; weight: number };

/** Where the clues of the lexicon stand in a text. */
const cluesIn = phraseBook(
	Object.entries(capabilityWords).flatMap(([code, words]) =>
		words.map(([weight, phrase]): [string, Clue] => [phrase, { code: code as CapabilityCode, weight }])
	)
);

type Words = { title: string; lead: string | null; results: readonly string[]; stage: string | null };
/** `nouns`: the words with their verbs as nouns, which vote. */
type Listened = { clues: readonly Said[]; nouns: string };
type Listening = (text: string) => Listened;

/** Judges the activities of one plan: the same words in many rows are listened to once, what the whole plan is about is heard in none. */
export function judgeOfPlan(about: string, titles: readonly string[]): (activity: Words) => Judged {
	const listening = remembering(said, mostRemembered);
	const topics = topicsOf(about, titles);
	return (activity) =>
		judgeCapability(topics ? { ...activity, title: withoutTopics(activity.title, topics) } : activity, listening);
}
const mostRemembered = 2_000;

/** Of a «сетевое наставничество» every second row is «сетевой»: an adjective of the plan's own name that comes again and again tells nothing. */
function topicsOf(about: string, titles: readonly string[]): RegExp | undefined {
	const stems = new Set(
		about.toLowerCase().match(/(?<![а-яё])[а-яё]{4,}(?=(?:ого|его|ой|ей|ая|ое|ый|ий|ых|их|ому|ему)(?![а-яё]))/g)
	);
	const lower = [...stems].length ? titles.map((title) => title.toLowerCase()) : [];
	const often = [...stems].filter((stem) => {
		const begins = new RegExp(`(?<![а-яё])${stem}`);
		const rows = lower.filter((title) => begins.test(title)).length;
		return rows >= fewestRows && rows >= titles.length * oftenEnough;
	});
	return often.length ? new RegExp(`(?<![а-яё])(?:${often.join('|')})[а-яё]*\\s`, 'gi') : undefined;
}
const [fewestRows, oftenEnough] = [4, 0.15];

/** What is left says something by itself. */
function withoutTopics(title: string, topics: RegExp) {
	const rest = title.replace(topics, '');
	return rest.length > 12 ? rest : title;
}

/** The capability that carries an activity out, with the words that told it; null when nothing tells. */
export function judgeCapability({ title, lead, results, stage }: Words, listening: Listening = said): Judged {
	const heard: Heard = new Map();
	const own = listening(title);
	listen(own, voice.title, heard);
	if (lead) listen(listening(lead), voice.lead, heard);
	listen(listening(results.join('; ')), voice.results, heard);
	if (stage) listen(listening(stage), voice.stage, heard);
	const ballot = ballotOf(own.nouns);
	const sure = ballot && (heard.size > 0 || ballot.likely(ballot.first) >= surely);
	if (sure && !heard.has(ballot.first)) heard.set(ballot.first, { best: 0, rest: 0, because: silence });
	let winner: { code: CapabilityCode; because: () => string; score: number } | null = null;
	for (const [code, { best, rest, because }] of heard) {
		const score =
			best + Math.min(rest, best) * support + (ballot ? turnout * Math.log(ballot.likely(code) + unlikely) : 0);
		if (!winner || score > winner.score) winner = { code, because, score };
	}
	return winner && { code: winner.code, because: winner.because() || (ballot?.words(winner.code) ?? '') };
}

/** Phrases are heard first, and all words of the title together: how much these count was told by titles neither had been made by (docs/understanding.md). */
const turnout = 1.7;
const unlikely = 1e-4;
/** Where no phrase is heard at all, words that say little are not listened to. */
const surely = 0.3;
const silence = () => '';

/** The words of a title, level, its verbs as nouns: what the votes of words are counted in. */
export const nounsOf = (title: string) => asNouns(levelled(tidy(title).toLowerCase().replaceAll('ё', 'е')));

function listen({ clues }: Listened, loudness: number, heard: Heard) {
	for (const { code, weight, because } of clues) {
		const score = weight * loudness;
		const before = heard.get(code);
		if (!before) heard.set(code, { best: score, rest: 0, because });
		else if (score > before.best) heard.set(code, { best: score, rest: before.rest + before.best, because });
		else before.rest += score;
	}
}

type Said = Clue & { because: () => string };

/** What a text says of capabilities, in the order of the lexicon: each clue by its words or by the nouns put for its verbs. */
function said(text: string): Listened {
	const words = levelled(tidy(text).toLowerCase().replaceAll('ё', 'е'));
	if (words.trim() === '') return silent;
	const nouns = asNouns(words);
	const readings = nouns === words ? [words] : [words, nouns];
	const best = new Map<number, Said>();
	for (const [index, reading] of readings.entries()) {
		const found = cluesIn(reading);
		const loud = found.length > 0 ? heardAt(reading) : () => 1;
		for (const clue of found) {
			const weight = clue.told.weight * loud(clue.from) * (1 - apart * clue.between);
			if ((best.get(clue.place)?.weight ?? 0) >= weight) continue;
			const because = index === 0 ? () => textOf(reading, clue) : () => sameWords(words, nouns, clue);
			best.set(clue.place, { code: clue.told.code, weight, because });
		}
	}
	return { clues: [...best].sort(([one], [other]) => one - other).map(([, clue]) => clue), nouns };
}
const silent: Listened = { clues: [], nouns: '' };

type Place = { from: number; to: number };
const textOf = (text: string, { from, to }: Place) => text.slice(from, to);

/** The written words that stand where `found` stands among the nouns put for verbs. */
function sameWords(words: string, nouns: string, found: Place) {
	const from = nouns.slice(0, found.from).split(' ').length - 1;
	return words
		.split(' ')
		.slice(from, from + textOf(nouns, found).split(' ').length)
		.join(' ');
}

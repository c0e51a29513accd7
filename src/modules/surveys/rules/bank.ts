import type { Actor } from '../../../core/actor';
import { plain } from '../../../core/plain';
import { answerWords } from './answer-words';
import type { Answer, Answers } from './answers';
import { type Meaning, type Question, type Questionnaire, questionsOf } from './questionnaire';
import { canSeeRankings, type Promised } from './summary/reading';

/** What the bank keeps by: one may lack it, another give it (registry/rules/topics.ts). */
export type Topic = { key: string; name: string };

export type ProposedRequest = {
	words: string;
	priority: 1 | 2 | 3;
	format: string;
	deficits: { topic: string; level: number }[];
	/** Said, but on no list of the bank: it goes into the words. */
	unlisted: string[];
};

export type ProposedOffer = {
	competences: string[];
	otherCompetences: string;
	achievements: string;
	formats: string[];
	capacity: number;
	freeTime: string;
	wishes: string;
};

export type Proposal = { request: ProposedRequest | null; offer: ProposedOffer | null; preferences: string[] };

const forRequest: readonly Meaning[] = ['request', 'deficit', 'wants-a-mentor'];
const forOffer: readonly Meaning[] = ['competence', 'capacity', 'wants-to-mentor', 'achievement'];
const taken: readonly Meaning[] = [...forRequest, ...forOffer, 'preference'];

/** Whether a wave asks for what the bank keeps. The curator keeps the bank, and reads what was promised to be read. */
export const takesToBank = (
	actor: Pick<Actor, 'roles'>,
	wave: Pick<Promised, 'readers'> & { content: Pick<Questionnaire, 'sections'> }
) =>
	canSeeRankings(actor, wave) &&
	questionsOf(wave.content).some(({ meaning }) => meaning !== undefined && taken.includes(meaning));

type Said = { question: Question; answer: Answer };

/** What somebody's answers would become; null where nothing in them asks for it, or they said they do not want it. */
export function proposalOf(
	content: Pick<Questionnaire, 'sections'>,
	answers: Answers,
	topics: readonly Topic[]
): Proposal {
	const said = (meaning: Meaning): Said[] =>
		questionsOf(content).flatMap((question) => {
			const answer = answers[question.code];
			return question.meaning === meaning && answer ? [{ question, answer }] : [];
		});
	const texts = (meaning: Meaning) => said(meaning).map(({ question, answer }) => answerWords(question, answer));
	const words = (meaning: Meaning) => texts(meaning).filter(Boolean).join('; ');
	const any = (meanings: readonly Meaning[]) => meanings.some((meaning) => said(meaning).length > 0);
	return {
		request: any(forRequest) && !refused(said('wants-a-mentor')) ? requestOf(said, words, topics) : null,
		offer: any(forOffer) && !refused(said('wants-to-mentor')) ? offerOf(said, words, texts, topics) : null,
		preferences: said('preference').flatMap(({ answer }) => ('people' in answer ? answer.people : []))
	};
}

type SaidOf = (meaning: Meaning) => Said[];
type WordsOf = (meaning: Meaning) => string;

/** «Нет» in an option's words, or an option that counts for nought. */
const refused = (said: readonly Said[]) =>
	said.some(({ question, answer }) => {
		if (!('option' in answer) || question.kind !== 'single') return false;
		const option = question.options.find(({ code }) => code === answer.option);
		return option?.value === 0 || /^(нет|не )/.test(plain(option?.text ?? ''));
	});

function requestOf(said: SaidOf, words: WordsOf, topics: readonly Topic[]): ProposedRequest | null {
	const levels = said('deficit')
		.flatMap(levelsOf)
		.filter(({ level }) => level > 0);
	const found = levels.map(({ text, code, level }) => ({ text, level, topic: topicOf({ text, code }, topics) }));
	const unlisted = found.filter(({ topic }) => !topic).map(({ text }) => text);
	const strongest = new Map<string, number>();
	for (const { topic, level } of found) if (topic) strongest.set(topic, Math.max(level, strongest.get(topic) ?? 0));
	const main = [words('request'), unlisted.length > 0 ? `Затруднения: ${unlisted.join('; ')}` : ''];
	const wants = said('wants-a-mentor').length > 0;
	const text = main.filter(Boolean).join('. ') || (strongest.size > 0 ? namesOf(strongest, topics) : '');
	if (!text && !wants) return null;
	return {
		words: text || 'Хочет, чтобы был наставник',
		priority: priorityOf(said('priority')),
		format: words('format'),
		deficits: [...strongest].map(([topic, level]) => ({ topic, level })),
		unlisted
	};
}

const namesOf = (strongest: ReadonlyMap<string, number>, topics: readonly Topic[]) =>
	[...strongest]
		.sort((a, b) => b[1] - a[1])
		.map(([key]) => topics.find((topic) => topic.key === key)?.name ?? key)
		.join('; ');

const most = 3;
const between = (value: number) => Math.min(most, Math.max(0, Math.round(value)));

/** Difficulties with their levels, 0–3: rows of a table by what their column counts for, whatever else was chosen at 2. */
function levelsOf({ question, answer }: Said): { code: string; text: string; level: number }[] {
	if (question.kind === 'grid' && 'rows' in answer)
		return question.rows.flatMap(({ code, text }) => {
			const at = question.columns.findIndex((column) => column.code === answer.rows[code]);
			return at < 0 ? [] : [{ code, text, level: between(question.columns[at]?.value ?? at) }];
		});
	if ('number' in answer)
		return [{ code: question.code, text: question.text, level: fromScale(question, answer.number) }];
	return partsOf({ question, answer }).map((part) => ({ ...part, level: 2 }));
}

/** The upper third of a scale is 3; its lowest step is none. */
function fromScale(question: Question, number: number) {
	if (question.kind !== 'scale') return 0;
	return between((most * (number - question.from)) / (question.to - question.from));
}

/** What was chosen or written, piece by piece. */
function partsOf({ question, answer }: Said): { code: string; text: string }[] {
	const chosen = 'options' in answer ? answer.options : 'option' in answer ? [answer.option] : [];
	const options = 'options' in question ? question.options : [];
	const own = 'other' in answer && answer.other ? [{ code: '', text: answer.other }] : [];
	const known = chosen.flatMap((code) => options.find((option) => option.code === code) ?? []);
	if ('text' in answer && answer.text) return [{ code: '', text: answer.text }];
	if (question.kind === 'grid' && 'rows' in answer)
		return question.rows.filter(({ code }) => levelIn(question, answer.rows[code]) > 0);
	return [...known, ...own];
}

const levelIn = (question: Extract<Question, { kind: 'grid' }>, column: string | undefined) => {
	const at = question.columns.findIndex(({ code }) => code === column);
	return at < 0 ? 0 : (question.columns[at]?.value ?? at);
};

const topicOf = ({ code, text }: { code: string; text: string }, topics: readonly Topic[]) =>
	topics.find(({ key, name }) => key === code || plain(name) === plain(text))?.key;

/** 1: first of all. An option's own value, else its place in the list; the upper third of a scale is most urgent. */
function priorityOf(said: readonly Said[]): 1 | 2 | 3 {
	const [one] = said;
	if (!one) return 2;
	const { question, answer } = one;
	if (question.kind === 'single' && 'option' in answer) {
		const at = question.options.findIndex(({ code }) => code === answer.option);
		return asPriority(question.options[at]?.value ?? at + 1);
	}
	if (question.kind !== 'scale' || !('number' in answer)) return 2;
	return asPriority(3 - Math.floor((3 * (answer.number - question.from)) / (question.to - question.from + 1)));
}

const asPriority = (value: number): 1 | 2 | 3 => (value <= 1 ? 1 : value >= 3 ? 3 : 2);

function offerOf(
	said: SaidOf,
	words: WordsOf,
	texts: (meaning: Meaning) => string[],
	topics: readonly Topic[]
): ProposedOffer | null {
	const parts = said('competence').flatMap(partsOf);
	const found = parts.map((part) => ({ ...part, topic: topicOf(part, topics) }));
	const wants = said('wants-to-mentor').length > 0;
	if (parts.length === 0 && said('capacity').length === 0 && !wants && !words('achievement')) return null;
	return {
		competences: [...new Set(found.flatMap(({ topic }) => topic ?? []))],
		otherCompetences: found
			.filter(({ topic }) => !topic)
			.map(({ text }) => text)
			.join('; '),
		achievements: words('achievement'),
		formats: said('format')
			.flatMap(partsOf)
			.map(({ text }) => text),
		capacity: capacityOf(said('capacity'), texts('capacity')),
		freeTime: words('free-time'),
		wishes: words('wish')
	};
}

/** The first number that was said, from one to twenty; one where none was. */
function capacityOf([one]: readonly Said[], texts: readonly string[]) {
	const { question, answer } = one ?? {};
	const valued =
		question?.kind === 'single' && answer && 'option' in answer
			? question.options.find(({ code }) => code === answer.option)?.value
			: undefined;
	const number = valued ?? Number(/\d+/.exec(texts[0] ?? '')?.[0] ?? 1);
	return Math.min(20, Math.max(1, Math.round(number)));
}

import { deficitsOf, type RegisterLine } from './line';
import type { Topic, TopicNames } from './topics';

/** One topic: who needs it, how badly, and who can give it. */
export type Gap = {
	topic: string;
	name: string;
	block: string;
	needs: { id: string; name: string; level: number }[];
	can: { id: string; name: string; places: number }[];
};
export type GapState = 'covered' | 'tight' | 'nobody' | 'unasked';

/** The whole table as it stands, or stood. */
export type Gaps = { rows: Gap[]; unasked: string[]; requests: number; offers: number; organisation: string };

/** Deficits of the mentees beside competences of the mentors, topic by topic; what nobody asks and nobody offers is left out. */
export function gapsOf(
	mentees: readonly RegisterLine[],
	mentors: readonly RegisterLine[],
	topics: readonly Topic[],
	names: TopicNames
): Omit<Gaps, 'organisation'> {
	const asked = mentees.flatMap((line) => deficitsOf(line).map(([topic, level]) => ({ line, topic, level })));
	const offered = mentors.flatMap((line) =>
		line.offer?.confirmed
			? line.offer.competences.map((topic) => ({ line, topic, places: line.offer?.capacity ?? 0 }))
			: []
	);
	const order = new Map(topics.map(({ key }, at) => [key, at]));
	const keys = [...new Set([...asked, ...offered].map(({ topic }) => topic))].sort(
		(a, b) => (order.get(a) ?? 1000) - (order.get(b) ?? 1000)
	);
	return {
		rows: keys.map((topic) => ({
			topic,
			name: names.get(topic) ?? topic,
			block: topics.find(({ key }) => key === topic)?.block ?? 'Прежние направления',
			needs: asked
				.filter((one) => one.topic === topic)
				.map(({ line, level }) => ({ id: line.personId, name: line.name, level }))
				.sort((a, b) => b.level - a.level),
			can: offered
				.filter((one) => one.topic === topic)
				.map(({ line, places }) => ({ id: line.personId, name: line.name, places }))
		})),
		unasked: mentees.filter(({ requests }) => !requests.some(({ confirmed }) => confirmed)).map(({ name }) => name),
		requests: mentees.filter(({ requests }) => requests.some(({ confirmed }) => confirmed)).length,
		offers: mentors.filter(({ offer }) => offer?.confirmed).length
	};
}

/** Nobody who can; fewer places than people; enough; asked by nobody. A mentor cannot help oneself. */
export function gapState({ needs, can }: Gap): GapState {
	if (needs.length === 0) return 'unasked';
	const helpers = can.filter(({ id }) => needs.some((one) => one.id !== id));
	if (helpers.length === 0) return 'nobody';
	const places = helpers.reduce((sum, { places: one }) => sum + one, 0);
	return places < needs.length ? 'tight' : 'covered';
}

export const gapStates: Record<GapState, string> = {
	covered: 'есть кому помочь',
	tight: 'мест меньше, чем просят',
	nobody: 'помочь некому',
	unasked: 'никто не просит'
};

/** «подготовка к ВПР, ОГЭ, ЕГЭ»: the first letter alone, and not of an abbreviation. */
const inSentence = (name: string) =>
	/^\p{Lu}\p{Lu}/u.test(name) ? name : name.charAt(0).toLocaleLowerCase('ru') + name.slice(1);

/** A conclusion to begin from, in the curator's words. */
export function conclusionOf({ rows, requests, offers, unasked }: Omit<Gaps, 'organisation'>) {
	const named = (state: GapState) => rows.filter((row) => gapState(row) === state).map(({ name }) => inSentence(name));
	const [nobody, tight] = [named('nobody'), named('tight')];
	return [
		`Сопоставлены запросы (наставляемых с запросом: ${requests}) и предложения (наставников с предложением: ${offers}).`,
		nobody.length > 0
			? `Помочь пока некому: ${nobody.join('; ')}. Нужны наставники из других организаций, эксперты или обучение.`
			: 'По каждому направлению, о котором просят, есть кому помочь.',
		...(tight.length > 0 ? [`Мест меньше, чем просят: ${tight.join('; ')}.`] : []),
		...(unasked.length > 0 ? [`Запрос ещё не записан: ${unasked.join(', ')}.`] : [])
	].join('\n');
}

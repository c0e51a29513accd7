import { answerWords } from './answer-words';
import type { Answers } from './answers';
import { proposalOf, type Topic } from './bank';
import { type Meaning, type Questionnaire, questionsOf } from './questionnaire';

type Content = Pick<Questionnaire, 'sections'>;

const telling: readonly Meaning[] = [
	'request',
	'deficit',
	'wants-a-mentor',
	'competence',
	'capacity',
	'wants-to-mentor',
	'preference'
];

/** Whether a questionnaire tells who could be a mentee or a mentor, or with whom. */
export const tellsOfPeople = (content: Content) =>
	questionsOf(content).some(({ meaning }) => meaning !== undefined && telling.includes(meaning));

const brief = (text: string) => (text.length > 120 ? `${text.slice(0, 117).trimEnd()}…` : text);

/** Why somebody could be a mentee, why a mentor, in the words of their answers; empty where nothing speaks for it, or they refused. */
export function reasonsIn(content: Content, answers: Answers, topics: readonly Topic[]) {
	const { request, offer } = proposalOf(content, answers, topics);
	const name = (key: string) => topics.find((topic) => topic.key === key)?.name ?? key;
	const wish = (meaning: Meaning) =>
		questionsOf(content).flatMap((question) => {
			const answer = answers[question.code];
			return question.meaning === meaning && answer ? [`${question.text} – ${answerWords(question, answer)}`] : [];
		});
	return {
		mentees: request
			? [
					...wish('wants-a-mentor'),
					`просит: ${brief(request.words)}`,
					...(request.deficits.length > 0
						? [`затруднения: ${request.deficits.map(({ topic, level }) => `${name(topic)} (${level})`).join(', ')}`]
						: [])
				]
			: [],
		mentors: offer
			? [
					...wish('wants-to-mentor'),
					...(offer.competences.length > 0 || offer.otherCompetences
						? [`поможет: ${brief([...offer.competences.map(name), offer.otherCompetences].filter(Boolean).join(', '))}`]
						: [])
				]
			: []
	};
}

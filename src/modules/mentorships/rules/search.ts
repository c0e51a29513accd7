import { type Actor, has } from '../../../core/actor';
import { plain } from '../../../core/plain';
import { canKeepMentorships } from './words';

/** Who answers requests of organisations below. */
export const exchangeKeepers = ['methodologist', 'authority'] as const;

/** What is done for somebody without a mentor. */
export const searchFacts = {
	searched: 'искали наставника',
	'support-offered': 'спросили, нужна ли поддержка',
	'support-wanted': 'поддержка нужна',
	'support-declined': 'поддержка не нужна',
	'support-begun': 'психолог начал работу',
	'support-ended': 'поддержка закончена'
} as const;
export type SearchFact = keyof typeof searchFacts;
export const isSearchFact = (text: string): text is SearchFact => Object.hasOwn(searchFacts, text);

/** Who sees those who were asked whether they need support, and says that it has begun: nobody but the psychologist and the curator. */
export const supporters = ['psychologist', 'curator'] as const;

/** Who may write a fact: the search is the curator's, the support the psychologist's; on paper the curator writes for her. */
export const mayWriteFact = (actor: Pick<Actor, 'roles'>, what: SearchFact) =>
	what === 'support-begun' || what === 'support-ended' ? has(actor, ...supporters) : canKeepMentorships(actor);

/** Where the support of somebody stands: the person is asked first (school-year, 37). */
export type Support = 'unasked' | 'asked' | 'wanted' | 'declined' | 'begun' | 'ended';
const after: Partial<Record<SearchFact, Support>> = {
	'support-offered': 'asked',
	'support-wanted': 'wanted',
	'support-declined': 'declined',
	'support-begun': 'begun',
	'support-ended': 'ended'
};
export const supportWords: Record<Support, string> = {
	unasked: 'ещё не спрашивали',
	asked: 'спросили, ждём ответа',
	wanted: 'нужна: ждёт психолога',
	declined: 'не нужна',
	begun: 'психолог работает',
	ended: 'закончена'
};

export const supportOf = (facts: readonly { what: SearchFact }[]): Support =>
	facts.reduce<Support>((standing, { what }) => after[what] ?? standing, 'unasked');

/** What may come next, in this order. */
export function nextFacts(support: Support): SearchFact[] {
	switch (support) {
		case 'unasked':
			return ['searched', 'support-wanted', 'support-declined'];
		case 'asked':
			return ['searched', 'support-wanted', 'support-declined'];
		case 'wanted':
			return ['searched', 'support-begun', 'support-declined'];
		case 'begun':
			return ['searched', 'support-ended'];
		default:
			return ['searched', 'support-wanted'];
	}
}

export const closings = {
	'found-here': 'нашли у себя',
	'found-there': 'нашли в сети',
	'no-need': 'больше не нужно'
} as const;
export type Closing = keyof typeof closings;

/** Why nobody was found, as far as the registers tell it; the board knows more. */
export function causeOf(
	mentee: { subjects: readonly string[] },
	mentors: readonly { subjects: readonly string[]; consents: readonly string[]; free: number }[]
) {
	if (mentors.length === 0) return 'в банке нет наставников';
	const own = mentors.filter(({ subjects }) => subjects.some((one) => mentee.subjects.includes(one)));
	if (mentee.subjects.length > 0 && own.length === 0) return 'нет наставника с тем же предметом';
	const among = own.length > 0 ? own : mentors;
	if (among.every(({ free }) => free <= 0)) return 'у всех подходящих заняты места';
	if (among.every(({ consents }) => !consents.includes('mentor'))) return 'подходящие ещё не дали согласия';
	return 'пару ещё не предложили';
}

/** Whether words name somebody, in whatever case: «для Гусевой», «с Достоевским»; «Ли» is found as a word, and not in «литература». */
export function names(words: string, name: string) {
	const whole = plain(name);
	if (!whole) return false;
	const stem = whole.length > 4 ? whole.replace(/(?:[аиы]я|[иыо]й|[аяьй])$/u, '') : whole;
	const longer = whole.length > 4 ? 3 : whole.length > 3 ? 2 : 0;
	return plain(words)
		.split(/[^\p{L}-]+/u)
		.some((word) => word.startsWith(stem) && word.length <= Math.max(whole.length, stem.length + longer));
}

/** Whether a line of the plan is about those for whom nobody was found: support of those who have a mentor is another's. */
export const isAboutUnmatched = (title: string) =>
	/без (?:наставник|пар)|поиск|не\s+(?:на|во|по|с)?(?:ш[её]дш|наш|сформирова|подобра|получ|попа)|остал|оставш/u.test(
		plain(title)
	);

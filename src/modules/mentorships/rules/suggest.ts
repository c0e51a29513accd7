import { daysBetween } from '../../../core/dates';
import { plain } from '../../../core/plain';
import { deficitsOf, type RegisterLine } from '../../registry/rules/line';
import { pairingOf } from '../../registry/rules/pairing';
import type { TopicNames } from '../../registry/rules/topics';
import type { PersonRef } from './people';

/** Somebody who could be a mentor, as the short path shows them. */
export type Suggestion = PersonRef & {
	post: string;
	reasons: string[];
	warnings: string[];
	score: number;
	/** Of the matching, out of a thousand; absent where nothing was told that could be scored. */
	points?: number;
};

export type Looked = Pick<
	RegisterLine,
	'personId' | 'name' | 'post' | 'subjects' | 'teachingSince' | 'offer' | 'requests' | 'consents'
>;
export type Around = { names: TopicNames; loads: ReadonlyMap<string, number>; today: string };

const years = (since: string, today: string) => Math.floor(daysBetween(since, today) / 365.25);
const subjectsOf = ({ subjects, post }: Pick<Looked, 'subjects' | 'post'>) =>
	new Set([...subjects.map(plain), ...(/учител\p{L}* ([\p{L} ]+)/u.exec(post)?.slice(1, 2) ?? []).map(plain)]);

/** Why this mentor for this mentee, in words, where the registers know too little to score them (queries/suggestions.ts). */
export function suggestionFor(mentor: Looked, mentee: Looked, { names, loads, today }: Around): Suggestion {
	const offer = mentor.offer?.confirmed ? mentor.offer : null;
	const wanted = deficitsOf(mentee);
	const common = wanted.filter(([topic]) => offer?.competences.includes(topic));
	const own = subjectsOf(mentor);
	const subject = [...subjectsOf(mentee)].find((one) => own.has(one));
	const load = loads.get(mentor.personId) ?? 0;
	const capacity = offer?.capacity ?? 1;
	const tenure = mentor.teachingSince ? years(mentor.teachingSince, today) : null;
	const reasons = [
		common.length > 0 &&
			`поможет с тем, о чём просят: ${common.map(([topic]) => (names.get(topic) ?? topic).toLocaleLowerCase('ru')).join(', ')}`,
		subject && `тот же предмет: ${subject}`,
		tenure !== null && tenure >= 5 && `педагогический стаж – ${tenure} лет`,
		load < capacity && (load === 0 ? 'сейчас никого не ведёт' : `ведёт ${load} из ${capacity}`),
		mentor.consents.includes('mentor') && 'согласие быть наставником есть'
	].filter((reason): reason is string => typeof reason === 'string');
	const warnings = [
		load >= capacity && `уже ведёт ${load}${offer ? ` из ${capacity}` : ''}`,
		pairingOf(mentor.post) === 'head' && 'руководитель: хорошо, если он не оценивает наставляемого по должности'
	].filter((warning): warning is string => typeof warning === 'string');
	const score =
		common.reduce((sum, [, level]) => sum + level * 20, 0) +
		(subject ? 40 : 0) +
		Math.min(20, tenure ?? 0) +
		(mentor.consents.includes('mentor') ? 5 : 0) -
		(load >= capacity ? 60 : load * 10) -
		(warnings.length > 1 ? 10 : 0);
	return { id: mentor.personId, name: mentor.name, post: mentor.post, reasons, warnings, score };
}

/** The best few, the first the best; nobody is suggested for themselves, or for their own mentor's sake. */
export const suggestMentors = (mentors: readonly Looked[], mentee: Looked, around: Around, most = 3): Suggestion[] =>
	mentors
		.filter(({ personId }) => personId !== mentee.personId)
		.map((mentor) => suggestionFor(mentor, mentee, around))
		.sort((a, b) => b.score - a.score || a.name.localeCompare(b.name, 'ru') || (a.id < b.id ? -1 : 1))
		.slice(0, most);

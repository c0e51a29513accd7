import { addYears, type Span } from '../../../core/dates';
import { isBeginner } from '../../people/rules/person';
import { type Mentorship, menteesOf, pairsNow } from './mentorship';
import { usualTerm } from './usual-term';

/** What becomes of a pair when the year is over. */
export const fates = {
	extend: 'продлить',
	complete: 'завершить',
	anew: 'завершить и предложить заново',
	later: 'решить позже'
} as const;
export type Fate = keyof typeof fates;
export const isFate = (text: string): text is Fate => Object.hasOwn(fates, text);

/** The term that is offered for the coming year: September to May. */
export function comingTerm(today: string): Span {
	const { from, to } = usualTerm(today);
	return from.endsWith('-09-01') ? { from, to } : { from: `${to.slice(0, 4)}-09-01`, to: addYears(to, 1) };
}

/** What is worth knowing before one decides: who left, who is no beginner any more, whose term ran out. */
export function remarksOn(
	mentorship: Mentorship,
	teachingSince: ReadonlyMap<string, string | null>,
	today: string
): string[] {
	const pairs = pairsNow(mentorship, today);
	const grown = menteesOf(pairs).filter(({ id }) => {
		const since = teachingSince.get(id);
		return since && !isBeginner(since, today);
	});
	const lapsed = pairs.filter(({ mentor }) => !mentor.consents.mentor).map(({ mentor }) => mentor.name);
	return [
		...(mentorship.life.term.to < today ? ['срок вышел'] : []),
		...grown.map(({ name }) => `${name}: педагогический стаж больше трёх лет`),
		...[...new Set(lapsed)].map((name) => `${name}: согласия наставника нет или оно кончилось`)
	];
}
